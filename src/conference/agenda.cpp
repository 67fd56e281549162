#include "conference/agenda.h"

#include <algorithm>

namespace hall {
namespace {

constexpr std::chrono::hours shortest_night{4};

}  // namespace

NowNext now_next(const std::vector<AgendaItem>& agenda, Instant now) {
    NowNext answer;
    if (agenda.empty()) return answer;
    const auto soonest = [&](Instant at) {
        if (at > now) answer.changes = answer.changes ? std::min(*answer.changes, at) : at;
    };
    bool over = true;
    for (std::size_t i = 0; i < agenda.size(); ++i) {
        const AgendaItem& item = agenda[i];
        soonest(item.start);
        soonest(item.end);
        if (now < item.end) over = false;
        if (item.start > now)
            answer.next.push_back(i);
        else if (now < item.end && (!answer.now || agenda[*answer.now].start <= item.start))
            answer.now = i;
    }
    if (now < agenda.front().start)
        answer.phase = Phase::before;
    else
        answer.phase = over ? Phase::after : Phase::during;
    return answer;
}

std::vector<std::size_t> agenda_days(const Conference& conference) {
    const std::vector<AgendaItem>& agenda = conference.agenda;
    const TimeZone& zone = conference.identity.timezone;
    std::vector<std::size_t> days;
    LocalTime day;
    Instant last_end;
    for (std::size_t i = 0; i < agenda.size(); ++i) {
        const LocalTime local = zone.local(agenda[i].start);
        const bool other = local.day != day.day || local.month != day.month || local.year != day.year;
        const bool parted = !conference.identity.demonstration || agenda[i].start - last_end >= shortest_night;
        if (i == 0 || (other && parted)) days.push_back(i);
        if (i == 0 || other) day = local;
        last_end = i == 0 ? agenda[i].end : std::max(last_end, agenda[i].end);
    }
    return days;
}

void rebase_agenda(Conference& conference, Instant start) {
    if (conference.agenda.empty()) return;
    const auto shift = std::chrono::floor<std::chrono::minutes>(start) - conference.agenda.front().start;
    for (AgendaItem& item : conference.agenda) {
        item.start += shift;
        item.end += shift;
    }
    if (conference.identity.demonstration && conference.identity.date)
        conference.identity.date = conference.identity.timezone.local(conference.agenda.front().start);
}

}  // namespace hall
