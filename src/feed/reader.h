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
#include "feed/host_pace.h"
#include "feed/parts.h"
#include "feed/pictures.h"
#include "feed/source.h"
#include "feed/worker.h"

namespace hall {

/// Thread: the worker's, or the caller's where a feed is read once.
class FeedReader {
public:
    FeedReader(const FeedSettings& settings, Source* source);

    /// What the cache holds becomes the content; false where it holds nothing that decodes.
    bool load_cached(const std::stop_token& stop);
    /// Asks the source once. The error is why nothing newer could be read; the content then stands as it was.
    std::optional<SourceFault> read_document(const std::stop_token& stop);
    /// What the hall sees, besides the content itself.
    void keep_pictures_of(const Conference& shown);
    /// Reads one picture that is due; false where none is.
    bool read_picture(const std::stop_token& stop);
    /// Reads the section that lives elsewhere and has been due longest. Not before `next_part()->at`.
    void read_part(const std::stop_token& stop);
    std::optional<PartShelf::Next> next_part() const { return source_ ? parts_.next(pace_, *source_) : std::nullopt; }
    /// Everything that was ever named has been asked for.
    bool parts_tried() const { return parts_.all_tried(); }
    /// For the host's sake.
    SteadyTime document_from() const { return source_ ? pace_.free_from(source_->host({})) : SteadyTime{}; }
    /// Looks at every section and picture again, at once.
    void recheck_all();
    /// Likewise those whose looking costs nothing, after a look at a local document.
    void recheck_local();
    std::optional<SteadyTime> next_picture() const { return shelf_.earliest(pictures_from()); }
    std::size_t picture_count() const { return shelf_.names().size(); }
    bool picture_due() const { return shelf_.next(std::chrono::steady_clock::now(), pictures_from()).has_value(); }
    /// One that was tried before may be read now and has been due since before `next_poll`: polls must not starve it.
    bool picture_waited_longer(SteadyTime next_poll) const;
    std::vector<SourceStatus> sources() const { return parts_.statuses(); }

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
        Decoded decoded;
        // Made with the first snapshot of it.
        std::shared_ptr<const CachedGeneration> documents;
        std::string name;
    };

    /// The generation's parts are those at hand; it keeps those that its document names.
    std::optional<Sentence> accept(CachedGeneration generation);
    std::optional<Earlier> earlier() const;
    void prepare();
    std::optional<Sentence> accept_part(PartShelf::Slot& slot, Body& body);
    void name_pictures();
    SteadyTime pictures_from() const { return std::max(repeats_from_, document_from()); }
    /// Local files are their own cache.
    bool keeps() const;
    void load_cached_pictures(const std::vector<CachedPicture>& pictures, const std::stop_token& stop);
    bool fill(PictureShelf::Slot& slot, const std::string& bytes, const std::stop_token& stop);
    void note_cache(const Status& status);

    FeedSettings settings_;
    Source* source_;
    std::vector<std::string> on_air_;  ///< the pictures that the hall sees
    Cache cache_;
    PictureShelf shelf_;
    PartShelf parts_;
    HostPace pace_;
    // Of the cache, until a local document names them.
    std::vector<CachedPart> spare_parts_;
    std::vector<CachedPicture> spare_pictures_;
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
