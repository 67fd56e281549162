#include "screens/overlays.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace hall {
namespace {

/// Percent of the height; more than this is never kept free (Viewport::reserve_bottom).
constexpr float largest_reserve = 45;
/// Lengths in units of the type base.
constexpr float under_lower_third = 12;
constexpr float above_ticker = 1.8F;
constexpr Seconds entrance{0.42};

float kept_free(const Canvas& canvas, float top) {
    const Viewport& viewport = canvas.viewport();
    return (viewport.bottom() - top) / viewport.exact_height() * 100;
}

/// Returns the texts that are hidden.
std::vector<std::string> uncover(PageRecord& page, const Box& plate) {
    std::vector<std::string> hidden;
    std::erase_if(page.runs, [&](const Run& run) {
        const bool meets = std::ranges::any_of(run.ink, [&](const Box& ink) { return ink.meets(plate); });
        if (meets) hidden.push_back(run.text);
        return meets;
    });
    return hidden;
}

Person person_in(const std::string& typed) {
    const auto comma = typed.find(", ");
    Person person;
    person.name = typed.substr(0, comma);
    if (comma != std::string::npos) person.position = typed.substr(comma + 2);
    return person;
}

float name_bottom(const Canvas& canvas, const Overlays& overlays) {
    return overlays.ticker.shown.empty() ? canvas.stage().bottom() - canvas.unit(under_lower_third)
                                         : ticker_band(canvas).y - canvas.unit(above_ticker);
}

const Person& speaker_of(const Conference& conference, const Step& step, std::optional<std::size_t> item) {
    static const Person nobody;
    if (step.screen == ScreenId::speech)
        return step.item < conference.speeches.size() ? conference.speeches[step.item].speaker : nobody;
    return item && *item < conference.agenda.size() ? conference.agenda[*item].speaker : nobody;
}

}  // namespace

NameObstacle name_obstacle(const Conference& conference, const Step& step, std::optional<std::size_t> item,
                           const std::string& typed_name) {
    if (!bears(step.screen, Overlay::lower_third)) return NameObstacle::page;
    const bool speech = step.screen == ScreenId::speech && step.item < conference.speeches.size();
    if (speech && !conference.speeches[step.item].points.empty()) return NameObstacle::own_points;
    if (!typed_name.empty()) return NameObstacle::none;
    return speaker_of(conference, step, item).empty() ? NameObstacle::nobody : NameObstacle::none;
}

bool bears(ScreenId screen, Overlay overlay) {
    switch (screen) {
        case ScreenId::flag:
        case ScreenId::silence: return false;
        case ScreenId::holding:
        case ScreenId::test_card:
        case ScreenId::award_intro:
        case ScreenId::award_reveal:
        case ScreenId::award_group:
        case ScreenId::award_summary: return overlay == Overlay::urgent;
        case ScreenId::covenant:
        case ScreenId::handover:
        case ScreenId::photos:
        case ScreenId::external: return overlay != Overlay::ticker;
        case ScreenId::welcome:
        case ScreenId::agenda:
        case ScreenId::agenda_day:
        case ScreenId::members:
        case ScreenId::closing:
        case ScreenId::countdown:
        case ScreenId::presidium:
        case ScreenId::guests:
        case ScreenId::report:
        case ScreenId::tasks:
        case ScreenId::speech:
        case ScreenId::movements: return true;
    }
    return false;
}

Overlays overlays_of(const Canvas& canvas, const ScreenInput& page, const std::optional<NameWish>& name) {
    Overlays overlays;
    const ScreenId screen = page.step.screen;
    const std::vector<Notice>& notices = page.conference.notices;
    if (bears(screen, Overlay::urgent)) overlays.urgent = notices_at(notices, NoticeLevel::urgent, page.now);
    const bool room = kept_free(canvas, ticker_band(canvas).y) <= largest_reserve;
    if (bears(screen, Overlay::ticker) && room) overlays.ticker = notices_at(notices, NoticeLevel::info, page.now);
    if (bears(screen, Overlay::lower_third) && name) {
        overlays.speaker =
            name->typed.empty() ? speaker_of(page.conference, page.step, name->item) : person_in(name->typed);
        overlays.speaker_since = name->at;
    }
    return overlays;
}

float reserve_under(const Canvas& canvas, const Overlays& overlays) {
    if (overlays.ticker.shown.empty()) return canvas.viewport().reserve_bottom;
    return kept_free(canvas, ticker_band(canvas).y);
}

float reserve_above(Canvas& canvas, const Overlays& overlays) {
    if (overlays.urgent.shown.empty()) return 0;
    const Viewport& viewport = canvas.viewport();
    const float end = urgent_plate(canvas, overlays.urgent).bottom();
    const float taken = (end - static_cast<float>(viewport.y)) / viewport.exact_height() * 100;
    return taken <= largest_reserve ? taken : 0;
}

std::vector<Box> plates_over(Canvas& canvas, const Overlays& overlays) {
    std::vector<Box> plates;
    if (!overlays.speaker.empty())
        plates.push_back(lower_third_plate(canvas, overlays.speaker, name_bottom(canvas, overlays)));
    if (!overlays.urgent.shown.empty()) plates.push_back(urgent_plate(canvas, overlays.urgent));
    return plates;
}

float arrived(Canvas& canvas, Seconds shown) { return canvas.enter(canvas.on_air_for() - shown, entrance); }

void draw_overlays(Canvas& canvas, Canvas& strip, const Overlays& overlays, Instant now, Motion motion,
                   PageRecord& page) {
    for (const Notices* notices : {&overlays.ticker, &overlays.urgent})
        if (notices->changes) canvas.changes_at(*notices->changes);
    if (!overlays.speaker.empty()) {
        // A wall clock that was set back since does not take the name away.
        const bool coming = motion == Motion::live && now >= overlays.speaker_since;
        uncover(page, draw_lower_third(canvas, overlays.speaker, name_bottom(canvas, overlays),
                                       coming ? now - overlays.speaker_since : canvas.on_air_for()));
    }
    if (!overlays.ticker.shown.empty()) draw_ticker(canvas, strip, overlays.ticker, now);
    if (!overlays.urgent.shown.empty()) page.covered = uncover(page, draw_urgent(canvas, overlays.urgent, now, motion));

    PageRecord over = canvas.take_record();
    page.runs.insert(page.runs.end(), std::make_move_iterator(over.runs.begin()),
                     std::make_move_iterator(over.runs.end()));
    page.moving |= over.moving;
    if (over.changes) page.changes = std::min(page.changes.value_or(*over.changes), *over.changes);
}

}  // namespace hall
