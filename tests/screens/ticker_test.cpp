// Notices along the bottom of the pages.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "screens/golden.h"
#include "screens/wall.h"
#include "show/rundown.h"

namespace hall::tests {
namespace {

using namespace std::chrono_literals;

TEST(Ticker, pages_follow_one_another_by_their_reading_time) {
    Wall wall;
    const std::string eleven = "Ăn trưa ở tầng hai từ mười một giờ ba mươi phút.";
    const Conference conference = with({notice("Một."), notice(eleven), notice("Ba.")});
    const Step step = page_of(ScreenId::members);
    const Instant start{};  // nothing ever began: pages are counted from the beginning of time
    const Milliseconds long_time = std::chrono::ceil<Milliseconds>(reading_time(tokens(eleven).size()));
    const std::array<std::pair<Milliseconds, std::string>, 5> turns{
        {{0s, "Một."}, {5999ms, "Một."}, {6s, eleven}, {6s + long_time, "Ba."}, {12s + long_time, "Một."}}};
    for (const auto& [after, text] : turns)
        EXPECT_EQ(ticker_of(wall.settled(conference, step, start + after)), text) << after.count();
    EXPECT_EQ(wall.settled(conference, step, start + 2s).changes, start + 6s);
    EXPECT_EQ(wall.settled(conference, step, start + 7s).changes, start + 6s + long_time);
    EXPECT_FALSE(wall.settled(with({notice("Một.")}), step, start + 7s).changes) << "one page never turns";
}

TEST(Ticker, a_notice_comes_and_goes_at_its_times) {
    Wall wall;
    const Conference conference =
        with({notice("Luôn có."), notice("Mới có.", NoticeLevel::info, moment, moment + 60s)});
    const Step step = page_of(ScreenId::members);
    const PageRecord before = wall.settled(with({conference.notices[1]}), step, moment - 3s);
    EXPECT_FALSE(says(before, ticker_label));
    EXPECT_EQ(before.changes, moment);
    EXPECT_EQ(ticker_of(wall.settled(conference, step, moment - 1ms)), "Luôn có.");
    EXPECT_EQ(ticker_of(wall.settled(conference, step, moment)), "Mới có.") << "what begins is shown at once";
    EXPECT_EQ(ticker_of(wall.settled(conference, step, moment + 6s)), "Luôn có.");
    EXPECT_EQ(wall.settled(conference, step, moment + 57s).changes, moment + 60s);
    EXPECT_EQ(ticker_of(wall.settled(conference, step, moment + 60s)), "Luôn có.");
    EXPECT_FALSE(wall.settled(conference, step, moment + 60s).changes);
}

TEST(Ticker, a_long_notice_loses_no_word_on_its_pages) {
    const std::string text = cases()[2].conference.notices[1].text;
    const Conference conference = with({notice(text)});
    for (const Size& size : {Size{1920, 1080}, {1440, 1080}, {1080, 1920}}) {
        Wall wall(size);
        std::string whole;
        Instant now{};
        do {
            const PageRecord record = wall.settled(conference, page_of(ScreenId::members), now);
            const hall::Run& page = record.runs.back();
            EXPECT_TRUE(page.fits) << page.text;
            EXPECT_EQ(page.ink.size(), 1U) << page.text;
            if (!whole.empty()) whole += " ";
            whole += page.text;
            ASSERT_TRUE(record.changes);
            EXPECT_GE(*record.changes - now, 6s);
            now = *record.changes;
        } while (whole.size() < text.size());
        EXPECT_EQ(whole, text) << size.width;
    }
}

TEST(Ticker, a_page_turns_without_motion) {
    Wall wall;
    const Conference conference = with({notice("Một."), notice("Hai.")});
    const Step step = page_of(ScreenId::members);
    EXPECT_FALSE(wall.program(conference, step, {}, Instant{} + 6s).moving);
    ShowState entering;
    entering.entry = Entry::animated;
    EXPECT_TRUE(wall.program(conference, step, entering, Instant{} + 6s).moving);
    EXPECT_FALSE(wall.program(conference, step, entering, Instant{} + 6s, Motion::settled).moving);
}

TEST(Ticker, its_text_stands_in_the_band_and_the_safe_area_on_every_wall) {
    const Conference conference = with({cases()[2].conference.notices[1]});
    for (const Size& size : {Size{1920, 1080}, {1920, 1200}, {1440, 1080}, {2520, 1080}, {3840, 1080}, {1080, 1920}}) {
        Wall wall(size);
        for (const float distance : {4.F, 6.F, 8.F, 10.F}) {
            wall.viewport.distance = distance;
            // A countdown without an agenda has few words at any distance.
            Conference brief;
            brief.notices = conference.notices;
            const PageRecord record = wall.settled(brief, page_of(ScreenId::countdown, brief));
            const Box band = wall.band();
            const hall::Run* chip = run_with(record, ticker_label);
            ASSERT_NE(chip, nullptr) << size.width << " k" << distance;
            for (const hall::Run* run = chip; run <= &record.runs.back(); ++run) {
                for (const Box& ink : run->ink) {
                    EXPECT_GE(ink.y, band.y) << run->text << size.width << " k" << distance;
                    EXPECT_LE(ink.bottom(), static_cast<float>(size.height) * 0.95F + 1) << run->text << size.width;
                    EXPECT_LE(ink.right(), static_cast<float>(size.width) * 0.95F + 1) << run->text << size.width;
                }
            }
        }
    }
}

TEST(Ticker, every_typical_page_ends_above_it) {
    Wall wall;
    const Conference conference = with({notice("Xe chờ ở cổng số 2.")});
    const Box band = wall.band();
    EXPECT_NEAR(band.y, 0.875F * 1080, 1);
    for (std::size_t index = 0; index < screen_count; ++index) {
        const auto screen = static_cast<ScreenId>(index);
        if (!bears(screen, Overlay::ticker)) continue;
        for (const Step& step : steps_of(conference, screen)) {
            const PageRecord record = wall.settled(conference, step, moment_of(screen));
            for (const hall::Run& run : record.runs) {
                EXPECT_TRUE(run.fits) << name_of(screen) << ": " << run.text;
                if (&run >= run_with(record, ticker_label)) break;
                for (const Box& ink : run.ink) {
                    EXPECT_LE(ink.bottom(), band.y) << name_of(screen) << ": " << run.text;
                    EXPECT_GE(ink.y, 0.05F * 1080 - 1) << name_of(screen) << ": " << run.text;
                }
            }
        }
    }
}

TEST(Ticker, people_on_stage_stand_below_it_or_leave_no_room_for_it) {
    Wall wall;
    const Conference conference = with({notice("Xe chờ ở cổng số 2.")});
    wall.viewport.reserve_bottom = 25;
    EXPECT_TRUE(says(wall.settled(conference, page_of(ScreenId::members)), ticker_label));
    EXPECT_NEAR(wall.band().bottom(), 0.75F * 1080, 1);
    wall.viewport.reserve_bottom = 40;
    EXPECT_FALSE(says(wall.settled(conference, page_of(ScreenId::members)), ticker_label));
}

TEST(Ticker, it_waits_where_the_page_has_no_room_above_it) {
    Wall wall;
    const auto shown = [&](const Conference& conference) {
        return wall.settled(conference, page_of(ScreenId::welcome, conference));
    };
    const PageRecord ordinary = shown(with({notice("Xe chờ ở cổng số 2.")}));
    EXPECT_TRUE(says(ordinary, ticker_label));
    EXPECT_FALSE(ordinary.ticker_waits);
    const Conference longest = with({}, cases()[2].conference);
    const PageRecord full = shown(with({notice("Xe chờ ở cổng số 2.")}, longest));
    EXPECT_FALSE(says(full, ticker_label));
    EXPECT_TRUE(full.ticker_waits);
    // The page is the one that it is without a notice.
    const PageRecord bare = shown(longest);
    EXPECT_FALSE(bare.ticker_waits);
    ASSERT_EQ(full.runs.size(), bare.runs.size());
    for (std::size_t i = 0; i < full.runs.size(); ++i) EXPECT_EQ(full.runs[i].ink, bare.runs[i].ink);
}

TEST(Ticker, a_notice_that_waits_still_ends_in_time) {
    Wall wall;
    const auto until = moment + std::chrono::hours(1);
    const Conference longest = with({notice("Xe chờ.", NoticeLevel::info, {}, until)}, cases()[2].conference);
    EXPECT_EQ(wall.settled(longest, page_of(ScreenId::welcome, longest)).changes, until);
}

}  // namespace
}  // namespace hall::tests
