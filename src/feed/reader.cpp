#include "feed/reader.h"

#include <fmt/format.h>

#include <string_view>
#include <unordered_map>

#include "base/log.h"
#include "conference/agenda.h"
#include "feed/backoff.h"
#include "feed/clocks.h"
#include "feed/compose.h"
#include "feed/decoder.h"
#include "feed/kept_members.h"

namespace hall {
namespace {

constexpr Seconds repeat_gap{2};
/// A picture that is no picture is looked at again: whoever put it there may mend it.
constexpr Seconds refused_wait{300};

Error no_room(std::size_t memory) {
    return fault(fmt::format("Các ảnh của nguồn cần hơn {} MiB bộ nhớ; ảnh này không được nạp. Thu nhỏ hoặc bớt ảnh.",
                             memory >> 20U),
                 fmt::format("The feed's pictures take more than {} MiB of memory; this one is not loaded. Make them "
                             "smaller or fewer.",
                             memory >> 20U));
}

}  // namespace

FeedReader::FeedReader(const FeedSettings& settings, Source* source)
    : settings_(settings),
      source_(source),
      on_air_(settings.on_air ? pictures_of(settings.on_air->conference) : std::vector<std::string>()),
      cache_(settings.cache, settings.feed + settings.signed_by) {}

bool FeedReader::load_cached(const std::stop_token& stop) {
    std::optional<CachedGeneration> cached = cache_.load();
    if (!cached) return false;
    if (source_ != nullptr && source_->local()) {
        spare_parts_ = std::move(cached->parts);
        spare_pictures_ = std::move(cached->pictures);
        return false;
    }
    const std::vector<CachedPicture> pictures = cached->pictures;
    if (accept(std::move(*cached))) return false;
    load_cached_pictures(pictures, stop);
    to_keep_ = false;
    return true;
}

void FeedReader::load_cached_pictures(const std::vector<CachedPicture>& pictures, const std::stop_token& stop) {
    std::unordered_map<std::string_view, const CachedPicture*> by_source;
    for (const CachedPicture& picture : pictures) by_source.emplace(picture.source, &picture);
    for (const std::string& source : shelf_.names()) {
        if (stop.stop_requested()) return;
        const auto found = by_source.find(source);
        if (found == by_source.end()) continue;
        const CachedPicture& picture = *found->second;
        std::optional<std::string> bytes = cache_.picture(picture.hash);
        if (!bytes) continue;
        PictureShelf::Slot& slot = shelf_.slot(picture.source);
        if (!fill(slot, *bytes, stop)) continue;
        // The validators go out only with bytes that verified; the slot stays due, so that it is looked at once.
        slot.validators = picture.validators;
    }
}

std::optional<Earlier> FeedReader::earlier() const {
    if (!content_ || content_->generation.kind != FeedKind::own_json || !content_->generation.parts.empty())
        return std::nullopt;
    return Earlier{content_->generation.document, content_->decoded};
}

std::optional<Sentence> FeedReader::accept(CachedGeneration generation) {
    Result<Composed> composed = compose(generation, earlier());
    if (!composed) return composed.error().sentence;
    Decoded& decoded = composed->decoded;
    // What is compared later, on the render thread, is then known to be the same.
    if (content_) decoded.conference.members.share(content_->decoded.conference.members);
    if (decoded.conference.identity.demonstration) rebase_agenda(decoded.conference, settings_.started);
    const auto now = std::chrono::steady_clock::now();
    generation.parts = std::move(composed->parts);
    parts_.name(decoded.sources, generation.parts, now);
    content_ = Content{std::move(generation), std::move(decoded), nullptr, {}};
    changed_ = to_keep_ = true;
    name_pictures();
    return std::nullopt;
}

/// Those on air first: what waits may wait for ever.
void FeedReader::name_pictures() {
    if (!settings_.decode_picture || !content_) return;
    shelf_.name(pictures_of(content_->decoded.conference, on_air_), std::chrono::steady_clock::now());
}

void FeedReader::keep_pictures_of(const Conference& shown) {
    std::vector<std::string> names = pictures_of(shown);
    if (names == on_air_) return;
    on_air_ = std::move(names);
    name_pictures();
    to_keep_ = true;
}

std::optional<SourceFault> FeedReader::read_document(const std::stop_token& stop) {
    const Validators known = !refusal_.empty() ? refused_ : content_ ? content_->generation.validators : Validators{};
    Reading reading = source_->read_document(known, stop);
    pace_.asked(source_->host({}), std::chrono::steady_clock::now());
    if (auto* failed = std::get_if<SourceFault>(&reading)) return std::move(*failed);
    if (std::holds_alternative<Unchanged>(reading)) {
        if (refusal_.empty()) return std::nullopt;
        return SourceFault{refusal_, settings_.poll};
    }
    Body& body = std::get<Body>(reading);
    if (content_ && body.bytes == content_->generation.document) {
        refusal_ = {};
        to_keep_ = to_keep_ || content_->generation.validators != body.validators;
        content_->generation.validators = std::move(body.validators);
        return std::nullopt;
    }
    const Result<FeedKind> kind = kind_of(body, DocumentRole::feed);
    std::optional<Sentence> why;
    if (kind)
        why = accept({std::move(body.bytes),
                      body.validators,
                      now_on_the_clock(),
                      {},
                      *kind,
                      short_name(body.name),
                      content_ ? parts_.held() : std::move(spare_parts_)});
    else
        why = kind.error().sentence;
    if (why) {
        // The server answers well enough: whoever mends the document must not wait for a back-off to end.
        refusal_ = *why;
        refused_ = std::move(body.validators);
        return SourceFault{refusal_, settings_.poll};
    }
    refusal_ = {};
    load_cached_pictures(std::exchange(spare_pictures_, {}), stop);
    return std::nullopt;
}

bool FeedReader::picture_waited_longer(SteadyTime next_poll) const {
    const auto name = shelf_.next(std::chrono::steady_clock::now(), pictures_from());
    if (!name) return false;
    const PictureShelf::Slot& slot = shelf_.slot(*name);
    return slot.tried() && std::max(*slot.due, repeats_from_) <= next_poll;
}

bool FeedReader::read_picture(const std::stop_token& stop) {
    const auto name = shelf_.next(std::chrono::steady_clock::now(), pictures_from());
    if (!name) return false;
    PictureShelf::Slot& slot = shelf_.slot(*name);
    const Sentence fault_before = slot.fault;
    const Validators known = !slot.refused.empty() ? slot.refused : slot.image ? slot.validators : Validators{};
    const bool repeated = slot.tried();
    Reading reading = source_->read_picture(*name, known, stop);
    if (stop.stop_requested()) return false;
    slot.due.reset();
    // The many that come with a new document are no steady state.
    if (repeated) pace_.asked(source_->host({}), std::chrono::steady_clock::now());
    if (!source_->local()) repeats_from_ = after(repeat_gap);
    if (auto* failed = std::get_if<SourceFault>(&reading)) {
        // A picture that was shown before stays: only the way to a newer one is blocked.
        slot.fault = failed->sentence;
        slot.refused = {};
        slot.without_room = false;
        slot.due = after(wait_after(++slot.failures, failed->retry_after, generator_, longest_wait));
    } else if (auto* body = std::get_if<Body>(&reading)) {
        const bool filled = fill(slot, body->bytes, stop);
        if (stop.stop_requested()) return false;
        if (filled) {
            slot.validators = std::move(body->validators);
            slot.refused = {};
        } else {
            slot.refused = std::move(body->validators);
            // Room comes with another document or the operator's key; mended bytes may come any time.
            if (!slot.without_room) slot.due = after(refused_wait);
        }
    } else if (!slot.refused.empty()) {
        if (!slot.without_room) slot.due = after(refused_wait);
    } else {
        slot.fault = {};
        slot.failures = 0;
    }
    if (slot.fault != fault_before) {
        changed_ = true;
        if (!slot.fault.empty()) log_line(LogLevel::warning, "feed", slot.fault.en);
    }
    return true;
}

bool FeedReader::fill(PictureShelf::Slot& slot, const std::string& bytes, const std::stop_token& stop) {
    std::string hash = sha256_hex(bytes);
    slot.without_room = false;
    if (slot.image && hash == slot.hash) {
        slot.fault = {};
        slot.failures = 0;
        return true;
    }
    Result<Image> image = settings_.decode_picture(bytes, stop);
    if (image && shelf_.too_large(slot, *image, settings_.picture_memory)) {
        slot.without_room = true;
        image = no_room(settings_.picture_memory);
    }
    if (!image) {
        slot.fault = image.error().sentence;
        ++slot.failures;
        return false;
    }
    if (keeps())
        if (const auto stored = cache_.store_picture(bytes); !stored) note_cache(stored.error());
    const bool replaced = slot.image != nullptr;
    slot.image = std::make_shared<const Image>(std::move(*image));
    if (replaced) shelf_.try_without_room(std::chrono::steady_clock::now());
    slot.hash = std::move(hash);
    slot.fault = {};
    slot.failures = 0;
    changed_ = to_keep_ = true;
    return true;
}

void FeedReader::note_cache(const Status& status) {
    const Sentence before = cache_fault_;
    cache_fault_ = status ? Sentence{} : status.error().sentence;
    if (cache_fault_ != before && !status) log_line(LogLevel::error, "feed", cache_fault_.en);
}

void FeedReader::keep() {
    if (!content_ || source_ == nullptr) return;
    if (to_keep_ && keeps()) {
        content_->generation.pictures = shelf_.cached();
        const Status stored = cache_.store(content_->generation);
        note_cache(stored);
        // Where it failed it is tried again at the next poll: space may come back.
        to_keep_ = !stored.ok();
    } else {
        to_keep_ = false;
    }
    prepare();
}

/// All is shown and kept: time to look at what the next document will be compared with.
void FeedReader::prepare() {
    std::shared_ptr<const MemberTexts>& texts = content_->decoded.member_texts;
    if (!texts && earlier() && can_be_kept(content_->decoded))
        texts = std::make_shared<const MemberTexts>(content_->generation.document);
}

std::shared_ptr<const Snapshot> FeedReader::snapshot() {
    changed_ = false;
    auto made = std::make_shared<Snapshot>();
    made->number = ++number_;
    if (!content_->documents) {
        content_->documents = std::make_shared<const CachedGeneration>(content_->generation);
        content_->name = generation_name(*content_->documents);
    }
    made->documents = content_->documents;
    made->generation = content_->name;
    made->conference = content_->decoded.conference;
    made->whole = content_->generation.parts.size() == content_->decoded.sources.size();
    made->issues = content_->decoded.issues;
    for (Issue& issue : parts_.issues()) made->issues.push_back(std::move(issue));
    for (Issue& issue : shelf_.issues()) made->issues.push_back(std::move(issue));
    made->pictures = shelf_.images();
    return made;
}

std::optional<Instant> FeedReader::fetched() const {
    if (!content_) return std::nullopt;
    return content_->generation.fetched;
}

}  // namespace hall
