#include "feed/pictures.h"

#include <algorithm>
#include <set>

namespace hall {
namespace {

class Names {
public:
    void add(const PictureRef& picture) {
        if (!picture.empty() && seen_.insert(picture.source).second) order_.push_back(picture.source);
    }
    void add(const Person& person) { add(person.photo); }
    void add(const std::vector<Person>& people) {
        for (const Person& person : people) add(person);
    }
    std::vector<std::string> take() { return std::move(order_); }

private:
    std::set<std::string> seen_;
    std::vector<std::string> order_;
};

}  // namespace

std::vector<std::string> pictures_of(const Conference& conference) {
    Names names;
    names.add(conference.identity.logo);
    for (const AgendaItem& item : conference.agenda) names.add(item.speaker);
    names.add(conference.presidium);
    for (const Award& award : conference.awards) {
        names.add(award.presenters);
        for (const Batch& batch : award.batches)
            for (const Recipient& recipient : batch.recipients) names.add(recipient.photo);
    }
    for (const Member& member : conference.members) {
        names.add(member.logo);
        names.add(member.representatives);
    }
    names.add(conference.guests);
    names.add(conference.report.presenter);
    names.add(conference.tasks.proposer);
    for (const Speech& speech : conference.speeches) names.add(speech.speaker);
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
}

void PictureShelf::recheck(SteadyTime now) {
    for (auto& [source, slot] : slots_) slot.due = now;
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
            found.push_back({Severity::warning, "picture.missing", source, slot.fault});
    return found;
}

std::vector<CachedPicture> PictureShelf::cached() const {
    std::vector<CachedPicture> found;
    for (const auto& [source, slot] : slots_)
        if (slot.image) found.push_back({source, slot.hash, slot.validators});
    return found;
}

}  // namespace hall
