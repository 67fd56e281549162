#include "proof/rules_photos.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace hall {
namespace {

Finding without_place(const std::vector<std::string>& names, const Sentence& remedy) {
    const std::size_t others = names.size() - 1;
    return doubtful("left-out",
                    fmt::format("Trang này không có chỗ cho ảnh của “{}”{}. {}", names.front(),
                                others == 0 ? "" : fmt::format(" và {} người nữa", others), remedy.vi),
                    fmt::format("This page has no place for the photo of \"{}\"{}. {}", names.front(),
                                others == 0 ? "" : fmt::format(" and {} more", others), remedy.en));
}

/// Of the step's own page.
template <class Items, class Look>
void each_on_page(const Step& step, const Items& items, const Look& look) {
    const std::size_t first = std::min(step.page.first, items.size());
    const std::size_t last = first + std::min(step.page.count, items.size() - first);
    for (std::size_t i = first; i < last; ++i) look(items[i]);
}

/// Where photos are shown: whoever has one there is the person of the same name, or of the same photo.
bool shown_elsewhere(const Person& person, const Conference& conference) {
    const auto same = [&](const Person& other) {
        return !other.photo.empty() && (other.photo == person.photo || other.name == person.name);
    };
    return std::ranges::any_of(conference.presidium, same) || std::ranges::any_of(conference.guests, same) ||
           std::ranges::any_of(conference.speeches, same, &Speech::speaker);
}

}  // namespace

Findings photo_findings(const Step& step, const Conference& conference) {
    std::vector<std::string> names;
    Sentence remedy;
    const auto add = [&](const auto& who) {
        if (!who.photo.empty()) names.push_back(who.name);
    };
    if (step.screen == ScreenId::award_group && step.award && step.batch) {
        each_on_page(step, conference.awards[*step.award].batches[*step.batch].recipients, add);
        remedy = {"Muốn hiện ảnh, hãy chia thành lượt một hoặc hai người; ảnh cho báo chí thì luôn có.",
                  "To show it, make batches of one or two; the pictures for the press have it anyway."};
    } else if (step.screen == ScreenId::members) {
        each_on_page(step, conference.members, [&](const Member& member) {
            for (const Person& person : member.representatives)
                if (!shown_elsewhere(person, conference)) add(person);
        });
        remedy = {"Muốn hiện ảnh, hãy ghi người này, kèm ảnh, ở phần chủ tọa hoặc đại biểu.",
                  "To show it, name the person, with the photo, among the presidium or the guests."};
    }
    if (names.empty()) return {};
    return {without_place(names, remedy)};
}

}  // namespace hall
