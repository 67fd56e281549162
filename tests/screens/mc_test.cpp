// The MC's page: what is read now, what comes, the time, and the operator's line.
#include "screens/mc.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "screens/golden.h"
#include "screens/wall.h"
#include "screens/wording.h"
#include "show/rundown.h"

namespace hall::tests {
namespace {

#ifdef HALL_EXACT_PIXELS
constexpr int tolerance = 0;
#else
constexpr int tolerance = 24;
#endif
constexpr float rounding = 1;  ///< pixels
constexpr float safe = 0.05F;

class Desk {
public:
    explicit Desk(Size size = {}, const char* theme = "") : wall_(size, theme) {
        wall_.viewport.distance = mc_distance;
    }

    PageRecord at(const Conference& conference, std::size_t step, ShowState state = {}, Instant now = moment) {
        Snapshot snapshot;
        snapshot.conference = conference;
        state.step = step;
        const Rundown rundown = make_rundown(conference);
        return wall_.mc({snapshot, rundown, state, {now, Milliseconds(0)}});
    }
    Image picture() { return wall_.picture(); }

private:
    Wall wall_;
};

std::size_t step_with(const Conference& conference, ScreenId screen, std::size_t revealed) {
    const auto& steps = make_rundown(conference).steps;
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i].screen == screen && steps[i].revealed == revealed) return i;
    return steps.size();
}

ShowState told(std::string words) {
    ShowState state;
    state.said.mc = std::move(words);
    return state;
}

TEST(Mc, it_reads_out_the_decision_and_whoever_is_called_and_nobody_before) {
    Desk desk;
    const Conference& conference = cases()[0].conference;
    const PageRecord intro = desk.at(conference, step_with(conference, ScreenId::award_intro, 0));
    EXPECT_TRUE(says(intro, "5678/QĐ-TLĐ"));
    EXPECT_TRUE(says(intro, "Đơn vị xuất sắc"));
    const auto& recipients = conference.awards[1].batches[0].recipients;
    for (std::size_t seen = 0; seen <= recipients.size(); ++seen) {
        const PageRecord page = desk.at(conference, step_with(conference, ScreenId::award_group, seen));
        EXPECT_TRUE(says(page, conference.awards[1].name));
        for (std::size_t i = 0; i < recipients.size(); ++i)
            EXPECT_EQ(says(page, ". " + called(recipients[i].honorific, recipients[i].name)), i < seen) << seen << i;
    }
}

TEST(Mc, what_comes_is_announced_without_its_names) {
    Desk desk;
    const Conference& conference = cases()[0].conference;
    const std::size_t armed = step_with(conference, ScreenId::award_reveal, 0);
    const PageRecord page = desk.at(conference, armed);
    EXPECT_TRUE(says(page, "TIẾP THEO"));
    EXPECT_FALSE(says(page, conference.awards[0].batches[0].recipients[0].name));
    EXPECT_TRUE(says(desk.at(conference, make_rundown(conference).steps.size() - 1), "HẾT CHƯƠNG TRÌNH"));
}

TEST(Mc, a_page_that_comes_all_at_once_is_announced_as_a_whole) {
    Desk desk;
    Conference conference = cases()[0].conference;
    const auto next = [&] { return desk.at(conference, step_with(conference, ScreenId::award_group, 0)); };
    EXPECT_TRUE(says(next(), "Công bố số\u00A01"));
    EXPECT_FALSE(says(next(), "Công bố số\u00A01 đến"));
    conference.awards[1].reveal = RevealMode::all;
    const std::size_t recipients = conference.awards[1].batches[0].recipients.size();
    EXPECT_TRUE(says(next(), "Công bố số\u00A01 đến\u00A0" + std::to_string(recipients)));
}

TEST(Mc, the_day_is_timed_by_what_the_operator_began) {
    Desk desk;
    const Conference& conference = cases()[0].conference;
    ShowState state;
    state.item = 2;
    state.item_began = moment - std::chrono::minutes(40);
    const PageRecord page = desk.at(conference, 0, state);
    EXPECT_TRUE(says(page, "quá giờ 5:00"));
    EXPECT_TRUE(says(page, conference.agenda[3].title));
    EXPECT_EQ(page.changes, moment + std::chrono::seconds(1));
}

TEST(Mc, the_operators_line_and_a_cover_are_to_be_seen) {
    Desk desk;
    ShowState state = told("Chờ đại biểu vào chỗ");
    state.cover = Cover::black;
    const PageRecord page = desk.at(cases()[0].conference, 0, state);
    EXPECT_TRUE(says(page, "Chờ đại biểu"));
    EXPECT_TRUE(says(page, "TẮT HÌNH"));
    EXPECT_FALSE(says(desk.at(cases()[0].conference, 0), "Chờ đại biểu"));
}

TEST(Mc, at_every_step_and_shape_all_texts_have_their_places) {
    for (const Size size : {Size{1920, 1080}, Size{1280, 800}, Size{1024, 768}, Size{1080, 1920}}) {
        Desk desk(size);
        const auto width = static_cast<float>(size.width), height = static_cast<float>(size.height);
        for (const Case& example : cases()) {
            const auto& steps = make_rundown(example.conference).steps;
            for (std::size_t step = 0; step < steps.size(); ++step) {
                const PageRecord page = desk.at(example.conference, step, told("Mời đại biểu ổn định chỗ ngồi"));
                const std::string where =
                    fmt::format("{} {}x{} step {} {}", example.name, size.width, size.height, step, steps[step].key);
                for (std::size_t i = 0; i < page.runs.size(); ++i) {
                    const hall::Run& run = page.runs[i];
                    for (const Box& ink : run.ink) {
                        EXPECT_GE(ink.x, width * safe - rounding) << where << ": " << run.text;
                        EXPECT_LE(ink.right(), width * (1 - safe) + rounding) << where << ": " << run.text;
                        EXPECT_LE(ink.bottom(), height * (1 - safe) + rounding) << where << ": " << run.text;
                    }
                    EXPECT_TRUE(run.fits || size.width < size.height) << where << ": " << run.text;
                    for (std::size_t j = i + 1; j < page.runs.size(); ++j)
                        for (const Box& one : run.ink)
                            for (const Box& other : page.runs[j].ink)
                                EXPECT_FALSE(one.inset(rounding).meets(other))
                                    << where << ": “" << run.text << "” and “" << page.runs[j].text << "”";
                }
            }
        }
    }
}

TEST(Mc, it_looks_as_it_looked) {
    for (const Case& example : cases()) {
        if (example.name == "empty") continue;
        Desk desk({640, 360});
        const std::size_t step = step_with(example.conference, ScreenId::award_group, 2);
        desk.at(example.conference, step, told("Chờ đại biểu vào chỗ rồi mới mời lên trao"));
        const std::string name = "mc-" + std::string(example.name) + ".png";
        EXPECT_EQ(differs_from_golden(name, desk.picture(), tolerance), "") << name;
    }
}

}  // namespace
}  // namespace hall::tests
