#include "feed/parts.h"

#include <algorithm>

#include "base/text.h"
#include "net/url.h"

namespace hall {
namespace {

/// Queries may hold keys: neither the operator's window nor the log shows them.
std::string shown(const std::string& href) {
    if (!looks_like_url(href)) return escape_for_log(href.substr(0, href.find('?')));
    const auto url = Url::parse(href);
    return url ? url->display() : std::string();
}

}  // namespace

void PartShelf::name(const std::vector<SourceRef>& sources, const std::vector<CachedPart>& held, SteadyTime now) {
    std::vector<Slot> kept;
    for (const SourceRef& source : sources) {
        const auto found =
            std::find_if(slots_.begin(), slots_.end(), [&](const Slot& slot) { return slot.source == source; });
        Slot slot;
        if (found != slots_.end()) {
            slot = std::move(*found);
        } else {
            slot.source = source;
            slot.due = now;
        }
        const auto part = std::find_if(held.begin(), held.end(), [&](const CachedPart& one) {
            return one.section == source.section && one.href == source.href;
        });
        if (!slot.held && part != held.end()) slot.held = *part;
        kept.push_back(std::move(slot));
    }
    slots_ = std::move(kept);
}

void PartShelf::put(Slot slot) {
    const auto place =
        std::find_if(slots_.begin(), slots_.end(), [&](const Slot& one) { return one.source == slot.source; });
    if (place != slots_.end()) *place = std::move(slot);
}

void PartShelf::recheck(SteadyTime now, const Source* local_of) {
    for (Slot& slot : slots_)
        if (local_of == nullptr || local_of->host(slot.source.href).empty()) slot.due = now;
}

std::optional<PartShelf::Next> PartShelf::next(const HostPace& pace, const Source& source) const {
    std::optional<Next> first;
    for (const Slot& slot : slots_) {
        // What was never asked for is missing on screen: it does not queue.
        const SteadyTime free = slot.tried ? pace.free_from(source.host(slot.source.href)) : SteadyTime{};
        const Next one{&slot, slot.due, std::max(slot.due, free)};
        if (!first || std::pair(one.at, one.due) < std::pair(first->at, first->due)) first = one;
    }
    return first;
}

bool PartShelf::all_tried() const {
    return std::all_of(slots_.begin(), slots_.end(), [](const Slot& slot) { return slot.tried; });
}

std::vector<CachedPart> PartShelf::held() const {
    std::vector<CachedPart> parts;
    for (const Slot& slot : slots_)
        if (slot.held) parts.push_back(*slot.held);
    return parts;
}

Issues PartShelf::issues() const {
    Issues found;
    for (const Slot& slot : slots_)
        if (!slot.fault.empty())
            found.push_back({Severity::error, "sources.failed", "/sources/" + slot.source.section, slot.fault});
    return found;
}

std::vector<SourceStatus> PartShelf::statuses() const {
    std::vector<SourceStatus> statuses;
    for (const Slot& slot : slots_) {
        SourceStatus status{slot.source.section, shown(slot.source.href), slot.last_success, {}, slot.fault};
        if (slot.held) status.content_since = slot.held->fetched;
        statuses.push_back(std::move(status));
    }
    return statuses;
}

}  // namespace hall
