// What single screens promise: words, clocks, and silence about what is not revealed yet.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>

#include "draw/fonts.h"
#include "draw/palette.h"
#include "draw/phrases.h"
#include "draw/sheet.h"
#include "platform/renderer.h"
#include "screens/cases.h"
#include "screens/golden.h"
#include "screens/screen_table.h"
#include "screens/studio.h"
#include "screens/wall.h"
#include "screens/wording.h"

namespace hall::tests {
namespace {

using namespace std::chrono_literals;

const Conference& typical() { return cases()[0].conference; }

std::string words_on(const PageRecord& record) {
    std::string words;
    for (const Run& run : record.runs) words += words_of(run) + "\n";
    return words;
}

PageRecord countdown_at(Studio& studio, const Conference& conference, Instant now) {
    Step step;
    step.screen = ScreenId::countdown;
    return studio.record({}, conference, step, now);
}

/// Draws pages whose pictures have arrived.
class Gallery {
public:
    Gallery(int width, int height)
        : phrases_(Phrases::load(HALL_SOURCE_DIR "/assets/phrases.txt")),
          fonts_(*Fonts::load(HALL_SOURCE_DIR "/fonts", *phrases_)),
          renderer_(*make_memory_renderer(width, height)),
          palette_(fonts_, *renderer_, theme_named("")) {
        viewport_.width = width;
        viewport_.height = height;
    }

    PageRecord record(const Conference& conference, const Pictures& pictures, const Step& step) {
        Canvas canvas(sheet_.begin(viewport_.width, viewport_.height), palette_, viewport_, settled);
        draw_page(canvas, {conference, pictures, step, {}});
        return canvas.take_record();
    }

    Image picture(const Conference& conference, const Pictures& pictures, const Step& step) {
        record(conference, pictures, step);
        renderer_->clear();
        renderer_->draw(sheet_.list());
        return *renderer_->read();
    }

private:
    Result<Phrases> phrases_;
    Fonts fonts_;
    std::unique_ptr<Renderer> renderer_;
    Palette palette_;
    Viewport viewport_;
    Sheet sheet_;
};

/// Green and black squares of `side` pixels.
std::shared_ptr<const Image> squares(int width, int height, int side) {
    Image image(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            image.pixel(x, y)[1] = (x / side + y / side) % 2 == 0 ? 255 : 0;
            image.pixel(x, y)[3] = 255;
        }
    }
    return std::make_shared<const Image>(std::move(image));
}

TEST(Countdown, minutes_are_rounded_up_and_change_on_the_minute) {
    Studio studio;
    const Instant start = typical().agenda.front().start;
    const PageRecord record = countdown_at(studio, typical(), start - 12min - 30s);
    EXPECT_TRUE(says(record, "13 phút")) << words_on(record);
    EXPECT_EQ(record.changes, start - 12min);
}

TEST(Countdown, the_last_minute_counts_seconds) {
    Studio studio;
    const Instant start = typical().agenda.front().start;
    const PageRecord record = countdown_at(studio, typical(), start - 42500ms);
    EXPECT_TRUE(says(record, "43 giây")) << words_on(record);
    EXPECT_EQ(record.changes, start - 42s);
}

TEST(Countdown, a_recess_counts_to_what_follows) {
    Studio studio;
    const Instant end_of_recess = typical().agenda[4].end;
    const PageRecord record = countdown_at(studio, typical(), end_of_recess - 5min);
    EXPECT_TRUE(says(record, "Hội nghị tiếp tục sau"));
    EXPECT_TRUE(says(record, "5 phút"));
}

TEST(Countdown, it_never_counts_while_the_conference_is_at_work) {
    Studio studio;
    const PageRecord record = countdown_at(studio, typical(), typical().agenda[2].start + 5min);
    EXPECT_FALSE(says(record, "phút"));
}

TEST(Agenda, the_hall_sees_progress_only_where_the_feed_asks) {
    Studio studio;
    Conference conference = typical();
    const Step step = steps_of(conference, ScreenId::agenda).front();
    const AgendaItem& item = conference.agenda[2];
    const Instant last_minutes = item.end - 12min - 30s;
    EXPECT_FALSE(says(studio.record({}, conference, step, last_minutes), "còn"));
    conference.identity.progress = true;
    EXPECT_TRUE(says(studio.record({}, conference, step, last_minutes), "còn\u00A013\u00A0phút"));
    const PageRecord breathing = studio.record({}, conference, step, last_minutes + 100ms);
    EXPECT_EQ(breathing.changes, last_minutes + 250ms) << "a breath goes in quarters of a second";
    EXPECT_FALSE(breathing.moving);
    Viewport still;
    still.entrances = Entering::reduced;
    EXPECT_EQ(studio.record(still, conference, step, last_minutes).changes, last_minutes + 30s);
    // Before the first item there is nothing to have got on with.
    EXPECT_FALSE(says(studio.record({}, conference, step, conference.agenda.front().start - 1h), "còn"));
}

TEST(Members, a_logo_stands_beside_the_name_and_makes_room_on_its_page) {
    Conference conference = typical();
    Member first = conference.members.front();
    first.logo.source = "logo.png";
    conference.members.replace(0, first);
    const Pictures logos{{"logo.png", squares(300, 300, 300)}};
    const Step step = steps_of(conference, ScreenId::members).front();
    Gallery gallery(1920, 1080);
    const PageRecord without = gallery.record(conference, {}, step), with = gallery.record(conference, logos, step);
    EXPECT_TRUE(without.pictures.empty());
    ASSERT_EQ(with.pictures.size(), 1U);
    const Box& logo = with.pictures.front();
    EXPECT_NEAR(logo.w, logo.h, 1);
    for (const hall::Run& run : with.runs)
        for (const Box& ink : run.ink)
            EXPECT_FALSE(ink.x < logo.right() && logo.x < ink.right() && ink.y < logo.bottom() && logo.y < ink.bottom())
                << run.text;
    // All names of the page begin at one edge.
    const std::string second = conference.members[1].name.substr(0, 6);
    EXPECT_GT(run_with(with, second)->ink[0].x, run_with(without, second)->ink[0].x + 50);
}

Conference units_led_by(std::size_t units, std::size_t leaders, const std::string& name) {
    Conference conference;
    for (std::size_t i = 0; i < units; ++i) {
        Member unit;
        unit.name = name;
        for (std::size_t at = 0; at < leaders; ++at) {
            Person& leader = unit.representatives.emplace_back();
            leader.honorific = "Ông";
            leader.name = "Nguyễn Văn " + std::string(1, static_cast<char>('A' + i * leaders + at));
            leader.position = "Phó Chủ tịch";
        }
        conference.members.push_back(unit);
    }
    return conference;
}

/// Who is on the members' pages; nobody may be missing from both these and what the pages leave out.
std::size_t leaders_shown(const Conference& conference) {
    Studio studio;
    std::string shown;
    std::size_t left_out = 0;
    for (const Step& step : steps_of(conference, ScreenId::members)) {
        const PageRecord record = studio.record({}, conference, step, {});
        shown += words_on(record);
        left_out += record.left_out.size();
    }
    std::size_t found = 0, all = 0;
    for (const Member& unit : conference.members)
        for (const Person& leader : unit.representatives) {
            ++all;
            found += shown.find(called(leader)) != std::string::npos ? 1U : 0U;
        }
    EXPECT_EQ(found + left_out, all);
    return found;
}

TEST(Members, all_who_lead_a_unit_stand_there_or_are_told_as_left_out) {
    EXPECT_EQ(leaders_shown(units_led_by(2, 3, "Hội Nông dân Việt Nam")), 6U);
    EXPECT_LT(leaders_shown(units_led_by(6, 4, "Hội Nông dân Việt Nam")), 24U) << "either kind of page is looked at";
}

TEST(Members, twelve_units_of_long_names_stand_with_who_leads_them) {
    EXPECT_EQ(leaders_shown(units_led_by(12, 1, "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh")), 12U);
}

TEST(AwardReveal, the_armed_page_is_the_same_whoever_wins) {
    Studio studio;
    Conference other = typical();
    Recipient& winner = other.awards[0].batches[0].recipients[0];
    winner.kind = RecipientKind::person;
    winner.name = "Một cái tên khác hẳn và dài hơn nhiều lắm";
    winner.honorific = "Bà";
    winner.position = "Giám đốc";
    winner.organisation = "Một đơn vị khác";
    winner.representative.clear();
    winner.citation = "Vì một thành tích khác";
    Step step;
    step.screen = ScreenId::award_reveal;
    step.award = 0;
    step.batch = 0;
    step.recipient = 0;
    step.page.count = 1;
    const Instant now = moment_of(step.screen);
    EXPECT_EQ(describe(studio.record({}, typical(), step, now)), describe(studio.record({}, other, step, now)));
    EXPECT_EQ(studio.picture(480, 270, typical(), step, now).rgba, studio.picture(480, 270, other, step, now).rgba);
    step.revealed = 1;
    EXPECT_NE(describe(studio.record({}, typical(), step, now)), describe(studio.record({}, other, step, now)));
}

TEST(AwardIntro, a_proposal_says_so_and_names_no_decision) {
    Studio studio;
    Conference proposed = typical();
    proposed.awards[0].status = AwardStatus::proposed;
    Step step;
    step.screen = ScreenId::award_intro;
    step.award = 0;
    const PageRecord record = studio.record({}, proposed, step, {});
    EXPECT_TRUE(says(record, "ĐỀ XUẤT KHEN THƯỞNG")) << words_on(record);
    EXPECT_FALSE(says(record, "Quyết định"));
    EXPECT_TRUE(says(studio.record({}, typical(), step, {}), "CÔNG BỐ QUYẾT ĐỊNH KHEN THƯỞNG"));
}

TEST(Persons, they_come_in_the_order_of_introduction_page_by_page) {
    Studio studio;
    Conference conference = typical();
    conference.guests.clear();
    const std::vector<std::string> names{"Vũ Văn Út", "Bùi An", "Đỗ Yến", "Cao Ba", "Trần Xuân", "Lê Ánh", "Hồ Dân"};
    for (const std::string& name : names) conference.guests.push_back({"Ông", name, "Giám đốc", "", {}});
    const std::vector<Step> steps = steps_of(conference, ScreenId::guests);
    ASSERT_EQ(steps.size(), 2U);
    std::size_t next = 0;
    for (const Step& step : steps) {
        float above = 0;
        std::size_t shown = 0;
        for (const hall::Run& run : studio.record({}, conference, step, {}).runs) {
            if (!run.text.starts_with("Ông")) continue;
            EXPECT_EQ(run.text, called("Ông", names.at(next++)));
            EXPECT_GT(run.first_baseline, above);
            above = run.first_baseline;
            ++shown;
        }
        EXPECT_EQ(shown, step.page.count);
    }
    EXPECT_EQ(next, names.size());
}

Conference with_points(std::size_t count) {
    Conference conference = typical();
    conference.speeches.front().points.clear();
    for (std::size_t i = 1; i <= count; ++i)
        conference.speeches.front().points.push_back("Điểm số " + std::to_string(i));
    return conference;
}

TEST(Speech, every_page_has_its_own_points_and_the_last_one_says_what_is_cited) {
    Studio studio;
    const Conference conference = with_points(5);
    const std::vector<Step> steps = steps_of(conference, ScreenId::speech);
    ASSERT_EQ(steps.size(), 2U);
    const PageRecord first = studio.record({}, conference, steps[0], {});
    const PageRecord last = studio.record({}, conference, steps[1], {});
    EXPECT_TRUE(says(first, "Điểm số 3"));
    EXPECT_FALSE(says(first, "Điểm số 4"));
    EXPECT_FALSE(says(first, "Chỉ thị số 34-CT/TW"));
    EXPECT_FALSE(says(last, "Điểm số 3"));
    EXPECT_TRUE(says(last, "Điểm số 4"));
    EXPECT_TRUE(says(last, "Chỉ thị số 34-CT/TW"));
}

TEST(Speech, the_speaker_stays_in_place_from_page_to_page) {
    Studio studio;
    Conference conference = with_points(5);
    conference.speeches.front().points[1] = cases()[2].conference.speeches.front().points.front();
    const std::vector<Step> steps = steps_of(conference, ScreenId::speech);
    ASSERT_EQ(steps.size(), 2U);
    const std::string& name = conference.speeches.front().speaker.name;
    const PageRecord first = studio.record({}, conference, steps[0], {});
    const PageRecord last = studio.record({}, conference, steps[1], {});
    ASSERT_NE(run_with(first, name), nullptr);
    ASSERT_NE(run_with(last, name), nullptr);
    EXPECT_EQ(run_with(first, name)->em, run_with(last, name)->em);
    EXPECT_EQ(run_with(first, name)->first_baseline, run_with(last, name)->first_baseline);
}

TEST(Speech, without_points_the_speaker_has_the_page) {
    Studio studio;
    const std::string& name = typical().speeches.front().speaker.name;
    const auto speaker = [&](std::size_t points) {
        const Conference conference = with_points(points);
        const PageRecord record = studio.record({}, conference, steps_of(conference, ScreenId::speech).front(), {});
        const hall::Run* run = run_with(record, name);
        return run == nullptr ? hall::Run() : *run;
    };
    EXPECT_GT(speaker(0).em, speaker(4).em);
    EXPECT_NEAR(speaker(0).first_baseline, 1080.0F / 2, 1080.0F * 0.15F);
}

TEST(Speech, where_words_and_photo_do_not_go_together_the_words_stay) {
    Gallery gallery(1440, 1080);
    Conference conference = cases()[2].conference;
    conference.speeches.front().speaker.photo.source = "photo";
    const Pictures pictures{{"photo", squares(60, 80, 10)}};
    PageRecord record;
    for (const Step& step : steps_of(conference, ScreenId::speech)) {
        record = gallery.record(conference, pictures, step);
        for (const hall::Run& run : record.runs)
            for (const Box& ink : run.ink) EXPECT_LE(ink.bottom(), 1080 * 0.95F + 1) << run.text;
        EXPECT_TRUE(says(record, "Bí thư Đảng đoàn"));
    }
    EXPECT_TRUE(says(record, conference.speeches.front().references.back()));
}

TEST(Handover, who_takes_over_can_stand_alone) {
    Studio studio;
    Conference conference = typical();
    const Step step = steps_of(conference, ScreenId::handover).front();
    EXPECT_TRUE(says(studio.record({}, conference, step, {}), "Cụm trưởng năm 2022"));
    conference.handover.from.reset();
    const PageRecord record = studio.record({}, conference, step, {});
    EXPECT_TRUE(says(record, "Liên đoàn Lao động tỉnh Hồng Bàng"));
    EXPECT_TRUE(says(record, "Cụm trưởng năm 2023"));
    EXPECT_FALSE(says(record, "Cụm trưởng năm 2022"));
}

TEST(Silence, only_its_words_are_on_the_wall) {
    Studio studio;
    const auto runs = studio.record({}, typical(), steps_of(typical(), ScreenId::silence).front(), {}).runs;
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs.front().text, "PHÚT MẶC NIỆM");
}

TEST(External, not_a_word_comes_between_another_source_and_the_hall) {
    Studio studio;
    EXPECT_TRUE(studio.record({}, typical(), steps_of(typical(), ScreenId::external).front(), {}).runs.empty());
}

TEST(Photos, a_picture_that_is_missing_is_told_in_words) {
    Studio studio;
    Conference conference = typical();
    const Step step = steps_of(conference, ScreenId::photos).front();
    Photo& photo = conference.photos.front();
    EXPECT_TRUE(says(studio.record({}, conference, step, {}), photo.caption));
    EXPECT_FALSE(says(studio.record({}, conference, step, {}), "Ban Tổ chức"));
    photo.caption.clear();
    photo.alt = "Đại biểu bắt tay nhau";
    EXPECT_TRUE(says(studio.record({}, conference, step, {}), photo.alt));
}

TEST(Photos, the_description_is_not_shown_beside_the_picture_itself) {
    Gallery gallery(640, 360);
    Conference conference = typical();
    Photo& photo = conference.photos.front();
    photo.alt = "Đại biểu bắt tay nhau";
    photo.caption.clear();
    const Pictures pictures{{photo.source.source, squares(200, 150, 10)}};
    const PageRecord record = gallery.record(conference, pictures, steps_of(conference, ScreenId::photos).front());
    EXPECT_FALSE(says(record, photo.alt));
    EXPECT_TRUE(says(record, "Ảnh: Ban Tổ chức"));
}

TEST(Photos, a_dark_copy_without_edges_fills_the_wall_behind) {
    constexpr int width = 640;
    constexpr int height = 360;
    Gallery gallery(width, height);
    const Conference& conference = typical();
    const Pictures pictures{{conference.photos.front().source.source, squares(300, 400, 20)}};
    const Image page = gallery.picture(conference, pictures, steps_of(conference, ScreenId::photos).front());
    for (int y = 0; y < height / 2; ++y) {
        for (int x = 0; x < 30; ++x) {  // beside the photo, above the caption
            EXPECT_GT(page.pixel(x, y)[1], page.pixel(x, y)[0]) << x << ' ' << y;
            EXPECT_LT(page.pixel(x, y)[1], 110) << x << ' ' << y;
            EXPECT_LE(std::abs(page.pixel(x, y)[1] - page.pixel(x + 1, y)[1]), 3) << x << ' ' << y;
        }
    }
}

TEST(Demonstration, agenda_times_carry_the_mark_and_nothing_else_does) {
    Studio studio;
    Conference shown = typical();
    shown.identity.demonstration = true;
    const auto marked = [&](const Conference& conference, ScreenId screen) {
        return says(studio.record({}, conference, steps_of(conference, screen).front(), moment_of(screen)), "Minh họa");
    };
    EXPECT_TRUE(marked(shown, ScreenId::agenda));
    EXPECT_TRUE(marked(shown, ScreenId::agenda_day));
    EXPECT_FALSE(marked(shown, ScreenId::welcome));
    EXPECT_FALSE(marked(typical(), ScreenId::agenda));
}

TEST(Holding, it_needs_nothing_from_the_feed) {
    Studio studio;
    EXPECT_TRUE(studio.record({}, Conference(), Step(), {}).runs.empty());
}

TEST(Motion, a_page_moves_when_it_comes_and_then_rests) {
    Studio studio;
    for (std::size_t index = 0; index < screen_count; ++index) {
        const auto screen = static_cast<ScreenId>(index);
        const Step step = steps_of(typical(), screen).back();
        EXPECT_FALSE(studio.record({}, typical(), step, moment_of(screen), Seconds{3}).moving) << name_of(screen);
    }
    const Step welcome = steps_of(typical(), ScreenId::welcome).back();
    EXPECT_TRUE(studio.record({}, typical(), welcome, {}, Seconds{0.1}).moving);
}

TEST(Wording, a_line_holds_only_what_the_feed_says) {
    Award award;
    EXPECT_EQ(decision_line(award), "");
    award.decision.number = "12/QĐ";
    EXPECT_EQ(decision_line(award), "Quyết định số\u00A012/QĐ");
    award.decision.date = LocalTime{2023, 1, 5, 0, 0, 0, 4};
    award.decision.issuer = "Ban Chấp hành";
    EXPECT_EQ(decision_line(award),
              "Quyết định số\u00A012/QĐ ngày\u00A005\u00A0tháng\u00A001\u00A0năm\u00A02023 của Ban Chấp hành");
    EXPECT_EQ(called("", "Trần Văn Ẩn"), "Trần Văn Ẩn");
    EXPECT_EQ(called("Ông", "Trần Văn Ẩn"), "Ông\u00A0Trần Văn Ẩn");
    EXPECT_EQ(called("Ông", ""), "");
    EXPECT_EQ(tally(typical().awards[1]), "2\u00A0tập\u00A0thể • 2\u00A0cá\u00A0nhân");
    EXPECT_EQ(place_and_date(Identity()), "");
}

TEST(Wording, what_is_cited_and_who_took_a_photo) {
    EXPECT_EQ(cited({}), "");
    EXPECT_EQ(cited({"Chỉ thị số 34-CT/TW", "Nghị quyết số 02"}),
              "Tài\u00A0liệu: Chỉ thị số 34-CT/TW; Nghị quyết số 02");
    EXPECT_EQ(photo_by(""), "");
    EXPECT_EQ(photo_by("Ban Tổ chức"), "Ảnh: Ban Tổ chức");
    EXPECT_EQ(photo_by("Ảnh: Ban Tổ chức"), "Ảnh: Ban Tổ chức");
}

TEST(Wording, only_short_titles_are_set_in_capitals) {
    EXPECT_EQ(capitals_for("Tổng kết hoạt động Cụm thi đua năm 2022"), Capitals::upper);
    EXPECT_EQ(capitals_for(cases()[2].conference.identity.title), Capitals::as_written);
}

}  // namespace
}  // namespace hall::tests
