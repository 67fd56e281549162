#include "conference/agenda.h"

#include <gtest/gtest.h>

namespace hall {
namespace {

using std::chrono::minutes;

const Instant eight = *parse_instant("2022-12-20T08:00:00+07:00", TimeZone());

AgendaItem item(int start, int end) {
    AgendaItem made;
    made.start = eight + minutes(start);
    made.end = eight + minutes(end);
    return made;
}

struct Case {
    const char* what;
    std::vector<AgendaItem> agenda;
    int minute;
    Phase phase;
    std::optional<std::size_t> now;
    std::vector<std::size_t> next;
    std::optional<int> changes;
};

TEST(Agenda, now_and_next) {
    const std::vector<AgendaItem> plain = {item(0, 30), item(30, 60)};
    const std::vector<AgendaItem> gap = {item(0, 30), item(45, 60)};
    const std::vector<AgendaItem> overlap = {item(0, 60), item(20, 40)};
    const std::vector<AgendaItem> together = {item(0, 30), item(0, 30)};
    const std::vector<Case> cases = {
        {"no agenda", {}, 0, Phase::unscheduled, {}, {}, {}},
        {"before", plain, -1, Phase::before, {}, {0, 1}, 0},
        {"at the first minute", plain, 0, Phase::during, 0, {1}, 30},
        {"at the edge the next one runs", plain, 30, Phase::during, 1, {}, 60},
        {"at the end it is over", plain, 60, Phase::after, {}, {}, {}},
        {"in a gap nothing runs", gap, 30, Phase::during, {}, {1}, 45},
        {"after a gap", gap, 45, Phase::during, 1, {}, 60},
        {"inside an overlap the later start runs", overlap, 25, Phase::during, 1, {}, 40},
        {"after it the earlier one runs again", overlap, 40, Phase::during, 0, {}, 60},
        {"of two that start together the last named runs", together, 10, Phase::during, 1, {}, 30},
        {"an item without length never runs", {item(0, 0), item(0, 30)}, 0, Phase::during, 1, {}, 30},
        {"a long first item ends last", {item(0, 90), item(10, 20)}, 30, Phase::during, 0, {}, 90},
    };
    for (const Case& each : cases) {
        const NowNext answer = now_next(each.agenda, eight + minutes(each.minute));
        EXPECT_EQ(answer.phase, each.phase) << each.what;
        EXPECT_EQ(answer.now, each.now) << each.what;
        EXPECT_EQ(answer.next, each.next) << each.what;
        const auto changes = each.changes ? std::optional(eight + minutes(*each.changes)) : std::nullopt;
        EXPECT_EQ(answer.changes, changes) << each.what;
    }
}

TEST(Agenda, is_rebased_to_the_minute_and_keeps_its_lengths) {
    Conference conference;
    conference.agenda = {item(0, 30), item(45, 60)};
    const Instant start = *parse_instant("2026-11-24T10:25:40Z", TimeZone());
    rebase_agenda(conference, start);
    EXPECT_EQ(format_rfc3339(conference.agenda[0].start), "2026-11-24T10:25:00Z");
    EXPECT_EQ(conference.agenda[1].start - conference.agenda[0].start, minutes(45));
    EXPECT_EQ(conference.agenda[1].end - conference.agenda[1].start, minutes(15));
    EXPECT_EQ(now_next(conference.agenda, start).now, 0U);
}

TEST(Agenda, rebasing_moves_the_date_of_a_demonstration_only) {
    for (const bool demonstration : {false, true}) {
        Conference conference;
        conference.identity.demonstration = demonstration;
        conference.identity.date = LocalTime{2022, 12, 20, 0, 0, 0, 2};
        conference.agenda = {item(0, 30)};
        rebase_agenda(conference, *parse_instant("2026-11-24T10:25:40+07:00", TimeZone()));
        EXPECT_EQ(conference.identity.date->year, demonstration ? 2026 : 2022);
    }
}

TEST(Agenda, an_empty_one_is_rebased_to_nothing) {
    Conference conference;
    rebase_agenda(conference, eight);
    EXPECT_TRUE(conference.agenda.empty());
}

TEST(Screens, have_names_that_read_back) {
    for (std::size_t i = 0; i < screen_count; ++i) {
        const auto screen = static_cast<ScreenId>(i);
        EXPECT_EQ(screen_named(name_of(screen)), screen);
    }
    EXPECT_EQ(screen_named("agenda-day"), ScreenId::agenda_day);
    EXPECT_FALSE(screen_named("agenda_day"));
    EXPECT_FALSE(screen_named(""));
}

TEST(Award, counts_its_recipients_over_all_batches) {
    Award award;
    EXPECT_EQ(award.recipient_count(), 0U);
    award.batches.resize(3);
    award.batches[0].recipients.resize(2);
    award.batches[2].recipients.resize(5);
    EXPECT_EQ(award.recipient_count(), 7U);
}

}  // namespace
}  // namespace hall
