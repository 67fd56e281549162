#pragma once
/// A feed being followed: reads, decodes, caches, and knows what the newest snapshot is. Room-private.
#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <stop_token>

#include "base/issue.h"
#include "feed/cache.h"
#include "feed/decoder.h"
#include "feed/pictures.h"
#include "feed/source.h"
#include "feed/worker.h"

namespace hall {

/// Thread: the worker's, or the caller's where a feed is read once.
class FeedReader {
public:
    FeedReader(const FeedSettings& settings, Source* source);

    /// What the cache holds becomes the content; false where it holds nothing that decodes.
    bool load_cached();
    /// Asks the source once. The error is why nothing newer could be read; the content then stands as it was.
    std::optional<SourceFault> read_document(const std::stop_token& stop);
    /// Reads one picture that is due; false where none is.
    bool read_picture(const std::stop_token& stop);
    void recheck_pictures() { shelf_.recheck(std::chrono::steady_clock::now()); }
    std::optional<SteadyTime> next_picture() const { return shelf_.earliest(repeats_from_); }
    std::size_t picture_count() const { return shelf_.count(); }
    bool picture_due() const { return shelf_.next(std::chrono::steady_clock::now(), repeats_from_).has_value(); }

    bool has_content() const { return content_.has_value(); }
    /// True from a change of document, picture or picture issue until `snapshot` is called.
    bool changed() const { return changed_; }
    /// The content whole, numbered one higher.
    std::shared_ptr<const Snapshot> snapshot();
    std::optional<Instant> fetched() const;
    /// Why the cache could not be written; empty while it can.
    const Sentence& cache_fault() const { return cache_fault_; }
    /// Writes what changed since the last call; call when pictures have settled, too.
    void keep();

private:
    struct Content {
        CachedGeneration generation;
        std::string hash;
        Decoded decoded;
    };

    std::optional<Sentence> accept(CachedGeneration generation);
    void load_cached_pictures(const std::vector<CachedPicture>& pictures);
    bool fill(PictureShelf::Slot& slot, std::string bytes);
    void note_cache(const Status& status);

    FeedSettings settings_;
    Source* source_;
    Cache cache_;
    PictureShelf shelf_;
    std::optional<Content> content_;
    Validators refused_;  ///< of a body that did not decode: not fetched again until it changes
    Sentence refusal_;
    Sentence cache_fault_;
    SteadyTime repeats_from_{};  ///< a server is not asked again for pictures more often than every two seconds
    std::minstd_rand generator_{std::random_device{}()};
    std::uint64_t number_ = 0;
    bool changed_ = false;
    bool to_keep_ = false;
};

}  // namespace hall
