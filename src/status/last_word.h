#pragma once
/// Why the last start of a show came to no picture: a file in its runtime folder, for `hoitruong status`.
#include <optional>

#include "base/file.h"
#include "base/result.h"
#include "base/sentence.h"
#include "base/time.h"

namespace hall {

struct LastWord {
    Sentence why;
    Instant at{};
};

/// The folder is created when absent.
Status leave_last_word(const Path& folder, const LastWord& word);
/// Nothing where there is none.
std::optional<LastWord> last_word(const Path& folder);
/// A show has come to its picture, or to its end.
void take_back_last_word(const Path& folder);

}  // namespace hall
