#pragma once
/// The keys of one sealed feed, as the desk keeps them: a JSON file that only its owner reads.
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "conference/conference.h"
#include "sealing/key.h"

namespace hall {

struct NamedKey {
    std::string award;  ///< id; empty where only the key's words were written
    std::string name;   ///< of the award, for people
    SealKey key;
};

struct KeyRing {
    Sealing sealing;  ///< empty where only words were written
    std::vector<NamedKey> keys;
};

/// Mode 0600, whole or not at all. Refuses to replace a file: the keys in it may be the only ones.
Status write_key_file(const Path& path, const KeyRing& ring);
/// Such a file, or a text with one key a line, as words or digits. Thread: any.
Result<KeyRing> read_key_file(const Path& path);
/// The same of the file's text; `path` names it to people.
Result<KeyRing> read_keys(const std::string& text, const Path& path);

}  // namespace hall
