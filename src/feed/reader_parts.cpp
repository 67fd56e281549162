#include <algorithm>

#include "base/log.h"
#include "feed/backoff.h"
#include "feed/clocks.h"
#include "feed/compose.h"
#include "feed/reader.h"

namespace hall {
bool FeedReader::keeps() const {
    if (source_ == nullptr || !source_->local()) return true;
    const auto& sources = content_ ? content_->decoded.sources : std::vector<SourceRef>();
    return std::any_of(sources.begin(), sources.end(),
                       [&](const SourceRef& source) { return !source_->host(source.href).empty(); }) ||
           std::any_of(shelf_.names().begin(), shelf_.names().end(),
                       [&](const std::string& name) { return !source_->host(name).empty(); });
}

void FeedReader::recheck_all() {
    const auto now = std::chrono::steady_clock::now();
    pace_.forget();
    parts_.recheck(now);
    shelf_.recheck(now);
}

void FeedReader::recheck_local() {
    const auto now = std::chrono::steady_clock::now();
    parts_.recheck(now, source_);
    shelf_.recheck(now, source_);
}

void FeedReader::read_part(const std::stop_token& stop) {
    const auto next = next_part();
    if (!next || !content_) return;
    PartShelf::Slot slot = *next->slot;
    const Sentence fault_before = slot.fault;
    const Validators known = !slot.refusal.empty() ? slot.refused : slot.held ? slot.held->validators : Validators{};
    Reading reading = source_->read_part(slot.source.href, known, stop);
    if (stop.stop_requested()) return;
    slot.tried = true;
    pace_.asked(source_->host(slot.source.href), std::chrono::steady_clock::now());
    Seconds wait = std::max(settings_.poll, shortest_wait);
    if (auto* failed = std::get_if<SourceFault>(&reading)) {
        slot.fault = std::move(failed->sentence);
        wait = std::max(wait,
                        wait_after(++slot.failures, failed->retry_after, generator_, longest_wait_for(settings_.poll)));
    } else {
        slot.failures = 0;
        slot.last_success = now_on_the_clock();
        if (auto* body = std::get_if<Body>(&reading)) slot.refusal = accept_part(slot, *body).value_or(Sentence{});
        // A body that is refused stays so until it changes; whoever mends it waits for no back-off.
        slot.fault = slot.refusal;
    }
    slot.due = after(wait);
    if (slot.fault != fault_before) {
        changed_ = true;
        if (!slot.fault.empty()) log_line(LogLevel::warning, "feed", slot.source.section + ": " + slot.fault.en);
    }
    parts_.put(std::move(slot));
}

std::optional<Sentence> FeedReader::accept_part(PartShelf::Slot& slot, Body& body) {
    if (slot.held && body.bytes == slot.held->bytes) {
        slot.held->validators = std::move(body.validators);
        return std::nullopt;
    }
    const Result<FeedKind> kind = kind_of(body, DocumentRole::part);
    std::optional<Sentence> why;
    CachedPart part{slot.source.section,   slot.source.href, std::move(body.bytes), FeedKind::own_json,
                    short_name(body.name), body.validators,  now_on_the_clock()};
    if (kind) {
        part.kind = *kind;
        CachedGeneration generation = content_->generation;
        std::erase_if(generation.parts, [&](const CachedPart& one) { return one.section == part.section; });
        generation.parts.push_back(part);
        why = accept(std::move(generation));
    } else {
        why = kind.error().sentence;
    }
    if (why)
        slot.refused = std::move(body.validators);
    else
        slot.held = std::move(part);
    return why;
}

}  // namespace hall
