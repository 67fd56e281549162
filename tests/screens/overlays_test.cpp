// What lies over the pages: which pages bear what, urgent notices, the name of whoever speaks.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <optional>
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

TEST(Overlays, each_screen_bears_what_it_may) {
    Wall wall;
    const Conference conference = with({notice("Xe chờ ở cổng số 2."), notice("Có cháy.", NoticeLevel::urgent)});
    const auto& speaker = conference.agenda[2].speaker.name;
    using enum ScreenId;
    const std::vector<ScreenId> nothing{flag, silence};
    const std::vector<ScreenId> urgent_only{holding, test_card, award_intro, award_reveal, award_group, award_summary};
    const std::vector<ScreenId> no_ticker{covenant, handover, photos, external};
    const auto is_in = [](ScreenId screen, const std::vector<ScreenId>& list) {
        return std::ranges::find(list, screen) != list.end();
    };
    for (std::size_t index = 0; index < screen_count; ++index) {
        const auto screen = static_cast<ScreenId>(index);
        const Step step = page_of(screen);
        const PageRecord record = wall.program(conference, step, named_at(moment));
        EXPECT_EQ(says(record, "Có cháy"), !is_in(screen, nothing)) << name_of(screen);
        const bool bare = is_in(screen, nothing) || is_in(screen, urgent_only);
        const PageRecord calm = wall.program(with({notice("Xe chờ ở cổng số 2.")}), step, named_at(moment));
        EXPECT_EQ(says(calm, ticker_label), !bare && !is_in(screen, no_ticker)) << name_of(screen);
        EXPECT_EQ(bears(screen, Overlay::lower_third), !bare) << name_of(screen);
        if (!bare && screen != speech) {
            EXPECT_TRUE(says(record, speaker)) << name_of(screen);
        }
    }
}

TEST(Covers, hold_hides_the_ticker_and_black_hides_everything) {
    Wall wall;
    const Conference conference = with({notice("Xe chờ ở cổng số 2."), notice("Có cháy.", NoticeLevel::urgent)});
    ShowState state;
    state.cover = Cover::hold;
    const PageRecord held = wall.program(conference, page_of(ScreenId::members), state);
    EXPECT_FALSE(says(held, ticker_label));
    EXPECT_TRUE(says(held, "Có cháy"));
    state.cover = Cover::black;
    EXPECT_TRUE(wall.program(conference, page_of(ScreenId::members), state).runs.empty());
}

TEST(Urgent, the_page_makes_room_for_it_and_the_backdrop_stays) {
    for (const Size& size : {Size{1920, 1080}, {3840, 1080}, {1080, 1920}}) {
        Wall wall(size);
        const Conference conference = with({notice("Có cháy. Ra bằng cửa bên trái.", NoticeLevel::urgent)});
        for (const ScreenId screen : {ScreenId::members, ScreenId::tasks, ScreenId::award_intro, ScreenId::closing}) {
            const Step step = page_of(screen);
            const auto bare = wall.settled(with({}), step).runs, below = wall.settled(conference, step).runs;
            const auto notice =
                std::ranges::find_if(below, [](const hall::Run& run) { return run.text.starts_with("Có cháy"); });
            ASSERT_NE(notice, below.end());
            for (const hall::Run& run : bare)
                EXPECT_NE(std::ranges::find(below, words_of(run), words_of), below.end()) << run.text << size.width;
            for (auto run = below.begin(); run != notice; ++run)
                EXPECT_GT(run->ink.front().y, notice->ink.back().bottom()) << run->text << size.width;
        }
    }
}

TEST(Urgent, whoever_is_announced_keeps_the_place) {
    Wall wall;
    const Conference conference = with({notice("Có cháy. Ra bằng cửa bên trái.", NoticeLevel::urgent)});
    for (const ScreenId screen : {ScreenId::award_reveal, ScreenId::award_group}) {
        const Step step = steps_of(conference, screen).back();
        const auto bare = wall.settled(with({}), step).runs, below = wall.settled(conference, step).runs;
        ASSERT_TRUE(step.recipient);
        const std::string& name = conference.awards[*step.award].batches[*step.batch].recipients[*step.recipient].name;
        const auto place = [&](const std::vector<hall::Run>& runs) {
            const auto one = std::ranges::find_if(
                runs, [&](const hall::Run& run) { return words_of(run).find(name) != std::string::npos; });
            return one == runs.end() ? -1 : one->first_baseline;
        };
        EXPECT_GT(place(bare), 0) << name;
        EXPECT_EQ(place(bare), place(below)) << name;
    }
}

TEST(Urgent, no_name_of_whoever_is_announced_is_hidden) {
    const Notice two_lines =
        notice("Xe biển số 51A-123.45 đề nghị di chuyển ngay khỏi cổng chính", NoticeLevel::urgent);
    for (const Size& size : {Size{1920, 1080}, {1024, 768}, {1080, 1920}})
        for (const std::size_t count : {1U, 2U, 4U, 5U, 6U, 8U}) {
            Wall wall(size);
            Conference conference = with({two_lines});
            Award award;
            award.id = "a";
            award.name = "Bằng khen của Ủy ban nhân dân tỉnh";
            award.batches.resize(1);
            for (std::size_t i = 0; i < count; ++i) {
                Recipient recipient;
                recipient.name = "Nguyễn Văn Thứ " + std::to_string(i + 1);
                recipient.position = "Chuyên viên";
                award.batches[0].recipients.push_back(recipient);
            }
            conference.awards = {award};
            std::optional<float> stands;
            for (const Step& step : make_rundown(conference).steps) {
                if (step.screen != ScreenId::award_group && step.screen != ScreenId::award_reveal) continue;
                const PageRecord page = wall.settled(conference, step);
                EXPECT_TRUE(says(page, "51A-123.45"));
                for (const std::string& text : page.covered)
                    EXPECT_EQ(text.find("Nguyễn"), std::string::npos) << text << count << " " << size.width;
                // Where the first number stands.
                const auto number = std::ranges::find(page.runs, "1", &hall::Run::text);
                if (number == page.runs.end()) continue;
                if (!stands) stands = number->first_baseline;
                EXPECT_EQ(number->first_baseline, *stands) << step.key << " " << count << " " << size.width;
            }
        }
}

/// Before anybody has signed: the pledges, which are not what stands there afterwards.
TEST(Urgent, a_covenant_without_room_below_it_stays_inside) {
    Wall wall;
    wall.viewport.distance = 8;
    Conference conference = with({notice("Mời các đại biểu di chuyển khẩn cấp ra cửa số 2", NoticeLevel::urgent)});
    conference.members = {};
    conference.covenant = {"Giao ước thi đua", {}, {}};
    for (std::size_t i = 0; i < 6; ++i) {
        Member member;
        member.name = "Liên hiệp các Hội Văn học nghệ thuật tỉnh " + std::to_string(i);
        conference.members.push_back(member);
        conference.covenant.signatories.push_back({.member = i});
    }
    conference.covenant.pledges.assign(
        4, "Phát huy tinh thần đoàn kết, thi đua lao động sáng tạo, hoàn thành xuất sắc nhiệm vụ");
    for (const Step& step : make_rundown(conference).steps) {
        if (step.screen != ScreenId::covenant) continue;
        for (const hall::Run& run : wall.settled(conference, step).runs)
            for (const Box& ink : run.ink) EXPECT_LE(ink.bottom(), 0.955F * 1080) << run.text;
    }
}

TEST(Urgent, it_stays_until_its_time_and_what_it_covers_is_not_of_the_page) {
    Wall wall;
    wall.viewport.reserve_bottom = 45;  // no room is left to give way
    const Conference conference = with({notice("Có cháy.", NoticeLevel::urgent, moment - 1h, moment + 1h)});
    const Step step = page_of(ScreenId::agenda_day);
    const PageRecord record = wall.settled(conference, step);
    EXPECT_TRUE(says(record, "Có cháy"));
    EXPECT_FALSE(says(record, "CHƯƠNG TRÌNH"));
    EXPECT_FALSE(record.covered.empty());
    EXPECT_TRUE(says(wall.settled(conference, step, moment + 1h - 1ms), "Có cháy"));
    const PageRecord after = wall.settled(conference, step, moment + 1h);
    EXPECT_FALSE(says(after, "Có cháy"));
    EXPECT_TRUE(says(after, "CHƯƠNG TRÌNH"));
    EXPECT_EQ(wall.settled(conference, page_of(ScreenId::members)).changes, moment + 1h);
}

TEST(Urgent, the_plate_slides_in_once) {
    Wall wall;
    const Conference conference =
        with({notice("Một.", NoticeLevel::urgent, moment), notice("Hai.", NoticeLevel::urgent, moment)});
    const Step step = page_of(ScreenId::members);
    const auto height = [&](Instant now) {
        return run_with(wall.program(conference, step, {}, now), "Một.")->first_baseline;
    };
    const float rest = height(moment + 3s);
    EXPECT_LT(height(moment + 50ms), rest - 1);
    EXPECT_EQ(height(moment + 12s + 50ms), rest);
    EXPECT_FALSE(wall.program(conference, step, {}, moment + 12s + 50ms).moving);
    EXPECT_TRUE(wall.program(conference, step, {}, moment + 50ms).moving);
}

TEST(Urgent, its_text_is_readable_in_every_theme_and_inside_the_safe_area) {
    for (const char* theme : {"le-dai", "dem", "nga"}) {
        for (const Size& size : {Size{1920, 1080}, {1440, 1080}, {3840, 1080}, {1080, 1920}}) {
            Wall wall(size, theme);
            for (const std::string& text :
                 {std::string("Mời vào hội trường. Hội nghị bắt đầu sau 5 phút."),
                  cases()[2].conference.notices[0].text, cases()[2].conference.notices[1].text}) {
                const PageRecord record = wall.settled(with({notice(text, NoticeLevel::urgent)}, Conference()), Step{});
                ASSERT_FALSE(record.runs.empty());
                for (const hall::Run& run : record.runs) {
                    EXPECT_TRUE(run.fits) << run.text;
                    EXPECT_GE(contrast_ratio(wall.theme().ink(run.style.ink), rgb(0x0B4F8A)), 7) << theme;
                    for (const Box& ink : run.ink) {
                        EXPECT_GE(ink.y, 0.05F * static_cast<float>(size.height)) << run.text << size.width;
                        EXPECT_LE(ink.right(), 0.95F * static_cast<float>(size.width)) << run.text << size.width;
                    }
                }
            }
        }
    }
}

TEST(LowerThird, is_of_the_item_that_the_operator_began) {
    Wall wall;
    Conference conference = with({});
    conference.agenda[0].speaker.name = "Người Của Mục Đầu";
    ShowState state = named_at(moment);
    EXPECT_FALSE(says(wall.program(conference, page_of(ScreenId::tasks), state), "Người Của Mục Đầu"));
    state.item = 0;
    state.item_began = moment - 1min;
    EXPECT_TRUE(says(wall.program(conference, page_of(ScreenId::tasks), state), "Người Của Mục Đầu"));
}

TEST(LowerThird, the_one_who_was_speaking_stays_named) {
    Wall wall;
    const Conference conference = with({});
    const Step step = page_of(ScreenId::members);
    const std::string name = conference.agenda[2].speaker.name;
    Conference nobody_else = conference;
    nobody_else.members = {};
    for (Member member : conference.members) {
        member.representatives.clear();
        nobody_else.members.push_back(member);
    }
    EXPECT_FALSE(says(wall.program(nobody_else, step), name));
    EXPECT_TRUE(says(wall.program(nobody_else, step, named_at(moment)), name));
    EXPECT_TRUE(says(wall.program(nobody_else, step, named_at(moment), moment + 1h), name));
    EXPECT_FALSE(says(wall.program(nobody_else, step, named_at(moment + 1h), moment + 1h), name));
    // A clock that was set back does not hide it.
    EXPECT_FALSE(wall.program(nobody_else, step, named_at(moment), moment - 1h).moving);
}

TEST(LowerThird, a_speech_names_its_own_speaker) {
    Wall wall;
    Conference conference = with({});
    conference.speeches[0].speaker = {"Ông", "Đỗ Văn Chiến", "Chủ tịch", "Mặt trận Tổ quốc", {}};
    conference.agenda[2].speaker.name = "Người khác";
    const Step step = page_of(ScreenId::speech, conference);
    EXPECT_FALSE(says(wall.program(conference, step, named_at(moment)), "Người khác"));
    const PageRecord record = wall.program(conference, step, named_at(moment));
    EXPECT_EQ(words_of(record.runs[record.runs.size() - 2]), "Ông\u00A0Đỗ Văn Chiến");
}

TEST(LowerThird, it_stands_above_the_ticker) {
    Wall wall;
    const Conference conference = with({notice("Xe chờ ở cổng số 2.")});
    const Step step = page_of(ScreenId::welcome);
    const auto lowest = [&](const Conference& shown) {
        const PageRecord record = wall.program(shown, step, named_at(moment - 3s));
        return run_with(record, "Chủ tịch Liên đoàn")->ink.back().bottom();
    };
    EXPECT_NEAR(lowest(with({})), 0.86F * 1080, 0.02F * 1080);
    EXPECT_LT(lowest(conference), wall.band().y);
}

TEST(Overlays, preview_and_program_are_the_same_picture) {
    Wall wall;
    const Conference conference = with(cases()[2].conference.notices);
    for (const ScreenId screen : {ScreenId::welcome, ScreenId::agenda, ScreenId::award_intro, ScreenId::flag}) {
        const PageRecord preview = wall.settled(conference, page_of(screen), moment + 3s);
        const PageRecord program = wall.program(conference, page_of(screen), {}, moment + 3s);
        EXPECT_EQ(describe(preview), describe(program));
        EXPECT_EQ(preview.changes, program.changes);
    }
}

TEST(Overlays, look_as_they_looked) {
    Wall wall({640, 360});
    Conference conference = with({notice("Có cháy ở tầng hai. Ra bằng cửa bên trái.", NoticeLevel::urgent),
                                  notice("Xe chờ ở cổng số 2."), notice("Ăn trưa ở tầng hai.")});
    conference.members = {};
    const PageRecord record =
        wall.program(conference, page_of(ScreenId::members, conference), named_at(moment), moment + 3s);
    EXPECT_EQ(differs_from_golden("overlays.txt", describe(record)), "");
    EXPECT_EQ(differs_from_golden("overlays.png", wall.picture(), 24), "");
}

TEST(Key, only_what_lies_over_pages_is_drawn_on_the_colour) {
    Wall wall;
    wall.viewport.key = rgb(0x00B140);
    const Conference conference = with({notice("Xe chờ ở cổng số 2.")});
    const PageRecord record = wall.program(conference, page_of(ScreenId::agenda), named_at(moment));
    EXPECT_TRUE(says(record, conference.agenda[2].speaker.name));
    EXPECT_TRUE(says(record, ticker_label));
    EXPECT_FALSE(says(record, "CHƯƠNG TRÌNH"));
    const Image picture = wall.picture();
    for (const auto& [x, y] : {std::pair{5, 5}, {1915, 5}, {960, 400}}) {
        const std::uint8_t* pixel = picture.pixel(x, y);
        EXPECT_EQ((std::array{pixel[0], pixel[1], pixel[2]}), (std::array<std::uint8_t, 3>{0x00, 0xB1, 0x40}));
    }
    ShowState held;
    held.cover = Cover::hold;
    EXPECT_TRUE(wall.program(conference, page_of(ScreenId::agenda), held).runs.empty());
}

}  // namespace
}  // namespace hall::tests
