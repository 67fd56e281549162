#include "feed/pictures.h"

#include <algorithm>
#include <set>

namespace hall {
namespace {

class Names {
public:
    void add(const PictureRef& picture) {
        if (!picture.empty()) add(picture.source);
    }
    void add(const std::string& source) {
        if (seen_.insert(source).second) order_.push_back(source);
    }
    std::vector<std::string> take() { return std::move(order_); }

private:
    std::set<std::string> seen_;
    std::vector<std::string> order_;
};

}  // namespace

std::vector<std::string> pictures_of(const Conference& conference, const std::vector<std::string>& before) {
    Names names;
    for (const std::string& source : before) names.add(source);
    names.add(conference.identity.logo);
    names.add(conference.branding.background);
    for (const Member& member : conference.members) names.add(member.logo);
    for (const Speech& speech : conference.speeches) names.add(speech.speaker.photo);
    for (const Person& person : conference.presidium) names.add(person.photo);
    for (const Person& person : conference.guests) names.add(person.photo);
    for (const Award& award : conference.awards)
        for (const Batch& batch : award.batches)
            for (const Recipient& recipient : batch.recipients) names.add(recipient.photo);
    // Last, so that they are what goes without room.
    for (const Photo& photo : conference.photos) names.add(photo.source);
    return names.take();
}

void PictureShelf::name(const std::vector<std::string>& sources, SteadyTime now) {
    std::map<std::string, Slot> kept;
    for (const std::string& source : sources) {
        const auto found = slots_.find(source);
        Slot& slot = kept[source];
        if (found != slots_.end())
            slot = std::move(found->second);
        else
            slot.due = now;
    }
    slots_ = std::move(kept);
    order_ = sources;
    try_without_room(now);
}

void PictureShelf::try_without_room(SteadyTime now) {
    for (auto& [source, slot] : slots_) {
        if (!slot.without_room) continue;
        slot.refused = {};
        slot.due = now;
    }
}

void PictureShelf::recheck(SteadyTime now, const Source* local_of) {
    for (auto& [source, slot] : slots_)
        if (local_of == nullptr || local_of->host(source).empty()) slot.due = now;
}

bool PictureShelf::too_large(const Slot& slot, const Image& image, std::size_t memory) const {
    std::size_t taken = image.rgba.size();
    for (const auto& [source, other] : slots_)
        if (&other != &slot && other.image) taken += other.image->rgba.size();
    return taken > memory;
}

std::optional<std::string> PictureShelf::next(SteadyTime now, SteadyTime repeats_from) const {
    std::optional<std::string> seen_before;
    for (const std::string& source : order_) {
        const Slot& slot = slots_.at(source);
        if (!slot.due || *slot.due > now) continue;
        if (!slot.tried()) return source;
        if (!seen_before && now >= repeats_from) seen_before = source;
    }
    return seen_before;
}

std::optional<SteadyTime> PictureShelf::earliest(SteadyTime repeats_from) const {
    std::optional<SteadyTime> first;
    for (const auto& [source, slot] : slots_) {
        if (!slot.due) continue;
        const SteadyTime at = slot.tried() ? std::max(*slot.due, repeats_from) : *slot.due;
        if (!first || at < *first) first = at;
    }
    return first;
}

Pictures PictureShelf::images() const {
    Pictures pictures;
    for (const auto& [source, slot] : slots_)
        if (slot.image) pictures.emplace(source, slot.image);
    return pictures;
}

Issues PictureShelf::issues() const {
    Issues found;
    for (const std::string& source : order_)
        if (const Slot& slot = slots_.at(source); !slot.fault.empty())
            found.push_back(
                {Severity::warning, slot.without_room ? "picture.no-room" : "picture.missing", source, slot.fault});
    return found;
}

std::vector<CachedPicture> PictureShelf::cached() const {
    std::vector<CachedPicture> found;
    for (const auto& [source, slot] : slots_)
        if (slot.image) found.push_back({source, slot.hash, slot.validators});
    return found;
}

}  // namespace hall
