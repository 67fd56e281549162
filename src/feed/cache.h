#pragma once
/// The last good generations of a feed on disk, so that a screen starts without a network.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "base/time.h"
#include "feed/foreign.h"
#include "net/http_client.h"

namespace hall {

struct CachedPicture {
    std::string source;  ///< PictureRef::source
    std::string hash;    ///< SHA-256 of its bytes, which is its name on disk
    Validators validators;
};

/// A section that was fetched from elsewhere.
struct CachedPart {
    std::string section;
    std::string href;   ///< as the document has it
    std::string bytes;  ///< as fetched
    FeedKind kind = FeedKind::own_json;
    std::string name;  ///< what issues call it
    Validators validators;
    Instant fetched{};
};

/// The validators stand beside the hash of the body they belong to: they are sent only when that body verified.
struct CachedGeneration {
    std::string document;  ///< bytes as fetched
    Validators validators;
    Instant fetched{};
    std::vector<CachedPicture> pictures;
    FeedKind kind = FeedKind::own_json;
    std::string name{};  ///< what issues call the document
    std::vector<CachedPart> parts{};
};

struct CacheLimits {
    std::uintmax_t most_bytes = 512ULL << 20U;  ///< of all bodies together; beyond it other feeds' oldest go first
    std::chrono::seconds grace{600};  ///< unreferenced bodies younger than this stay: another screen may be about to
                                      ///< name them
};

/// A folder of bodies named by their hash, and per feed an index of the current generation and one of the one before.
/// Names from the feed never become file names. Bodies are written before the index that names them, each atomically:
/// a power cut leaves the old generation or the new one. Thread: one at a time; several processes may share a folder.
class Cache {
public:
    /// An empty `folder` makes a cache that keeps nothing. Touches no disk yet.
    Cache(Path folder, std::string_view feed, CacheLimits limits = {});

    /// The newest generation whose document and parts verify by their hashes; where there is none, the newest whose
    /// document does, with those of its parts that do; else nothing.
    std::optional<CachedGeneration> load() const;
    /// A picture's bytes, verified by hash.
    std::optional<std::string> picture(std::string_view hash) const;

    /// Creates the folder where it is absent or has vanished. On failure what was there still stands.
    Status store(const CachedGeneration& generation);
    /// Its hash; call before the generation that names it is stored.
    Result<std::string> store_picture(std::string_view bytes);

private:
    enum class Parts { all, sound };
    std::optional<CachedGeneration> load_index(const Path& index, Parts wanted) const;
    Status store_body(std::string_view hash, std::string_view bytes);

    Path folder_;
    Path index_;
    Path previous_;
    CacheLimits limits_;
};

}  // namespace hall
