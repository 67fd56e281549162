/// What the desk notes about recipients, and what becomes of the rundown.
#include <gtest/gtest.h>

#include "show/conferences.h"
#include "show/places.h"
#include "show/remarks.h"

namespace hall {
namespace {

using namespace testing;

Conference five() {
    Conference conference;
    conference.awards = {award("co", {people({"An", "Bình", "Chi", "Dũng", "Em"})})};
    return conference;
}

const std::vector<Recipient>& recipients(const Conference& conference) {
    return conference.awards[0].batches[0].recipients;
}

Remark about(const Conference& conference, std::size_t recipient, Attendance attendance, const Remarks& so_far = {}) {
    Remark remark{*recipient_mark(conference, so_far, 0, 0, recipient)};
    remark.attendance = attendance;
    return remark;
}

ShowState noted(const ShowState& state, const Remark& remark, const Rundown& rundown) {
    return apply(state, {Verb::remark, 0, remark}, rundown, at(5));
}

TEST(Remarks, a_remark_moves_nothing_and_is_taken_back_by_one_that_says_nothing) {
    const Conference conference = five();
    const Rundown rundown = make_rundown(conference);
    const ShowState start = first_state(rundown, at(0));
    const ShowState after = noted(start, about(conference, 1, Attendance::absent), rundown);
    EXPECT_EQ(after.step, start.step);
    EXPECT_EQ(after.drive, start.drive);
    ASSERT_EQ(after.remarks.size(), 1U);
    EXPECT_EQ(recipients(amended(conference, after.remarks))[1].remark, "vắng mặt");
    EXPECT_EQ(recipients(amended(conference, after.remarks))[1].position, "Chủ tịch");
    EXPECT_EQ(recipients(amended(conference, after.remarks))[0].remark, "");
    EXPECT_TRUE(noted(after, about(conference, 1, Attendance::present), rundown).remarks.empty());
}

TEST(Remarks, a_remark_replaces_the_one_before) {
    const Conference conference = five();
    Remark remark = about(conference, 0, Attendance::represented);
    remark.stand_in = "Ông Thay";
    Remarks remarks = with_remark({about(conference, 0, Attendance::absent)}, remark);
    ASSERT_EQ(remarks.size(), 1U);
    EXPECT_EQ(recipients(amended(conference, remarks))[0].remark, "nhận thay: Ông Thay");
    remark.attendance = Attendance::absent;
    remarks = with_remark(remarks, remark);
    EXPECT_EQ(recipients(amended(conference, remarks))[0].remark, "vắng mặt") << "who is absent has nobody there";
}

TEST(Remarks, skipping_leaves_no_gap) {
    const Conference conference = five();
    const Remarks remarks{about(conference, 1, Attendance::skipped)};
    const Conference shown = amended(conference, remarks);
    ASSERT_EQ(recipients(shown).size(), 4U);
    EXPECT_EQ(recipients(shown)[1].name, "Chi");
    EXPECT_EQ(make_rundown(shown).steps.size() + 1, make_rundown(conference).steps.size());
    EXPECT_EQ(recipient_mark(conference, remarks, 0, 0, 1), recipient_mark(conference, {}, 0, 0, 2));
    EXPECT_FALSE(recipient_mark(conference, remarks, 0, 0, 4));
}

TEST(Remarks, skipping_whoever_is_on_air_names_nobody_else) {
    const Conference conference = five();
    const Rundown before = make_rundown(conference);
    ShowState state = first_state(before, at(0));
    while (state.key != "award:co/b0/r1")
        state = apply(state, {Verb::next}, before, at(10 * static_cast<int>(state.step + 1)));
    state = noted(state, about(conference, 1, Attendance::skipped), before);
    const Rundown after = make_rundown(amended(conference, state.remarks));
    EXPECT_EQ(carry_over(state, before, after).key, "award:co/b0/r0");
}

TEST(Remarks, who_is_called_after_all_leaves_the_page_on_the_wall_and_comes_by_the_next_step) {
    Conference conference = five();
    const auto key_after = [&](const std::string& from) {
        const Remarks skipped{about(conference, 1, Attendance::skipped)};
        const Rundown before = make_rundown(amended(conference, skipped)), after = make_rundown(conference);
        ShowState state = first_state(before, at(0));
        state = apply(state, {Verb::jump, step_with_key(before, from).value()}, before, at(60));
        return carry_over(state, before, after).key;
    };
    EXPECT_EQ(key_after("award:co/b0/r2"), "award:co/b0/r0") << "those before, and nobody the hall has not seen";
    conference.awards[0].visibility = Visibility::open;
    conference.awards[0].reveal = RevealMode::all;
    EXPECT_EQ(key_after("award:co/b0/r3"), "award:co/b0/r4") << "an open list is shown whole again";
}

TEST(Remarks, a_corrected_name_stays_on_air) {
    const Conference conference = five();
    const Rundown before = make_rundown(conference);
    ShowState state = first_state(before, at(0));
    while (state.key != "award:co/b0/r1")
        state = apply(state, {Verb::next}, before, at(10 * static_cast<int>(state.step + 1)));
    Remark remark = about(conference, 1, Attendance::present);
    remark.name = "Bính";
    state = noted(state, remark, before);
    const Conference shown = amended(conference, state.remarks);
    EXPECT_EQ(recipients(shown)[1].name, "Bính");
    EXPECT_EQ(carry_over(state, before, make_rundown(shown)).key, "award:co/b0/r1");
}

TEST(Remarks, a_corrected_name_corrects_the_honorific_that_it_begins_with) {
    const Conference conference = five();
    const auto shown = [&](const std::string& typed) {
        Remark remark = about(conference, 1, Attendance::present);
        remark.name = typed;
        const Recipient one = recipients(amended(conference, {remark}))[1];
        std::string whole = one.honorific + '/' + one.name;
        EXPECT_EQ(remarked_recipient(conference, {remark}, remark.who)->name, one.honorific + ' ' + one.name) << typed;
        return whole;
    };
    EXPECT_EQ(shown("Bính"), "Đồng chí/Bính");
    EXPECT_EQ(shown("Bà Phạm Thị Công"), "Bà/Phạm Thị Công");
    EXPECT_EQ(shown("đồng chí Bính"), "đồng chí/Bính");
    EXPECT_EQ(shown("Bành Văn A"), "Đồng chí/Bành Văn A") << "no honorific";
    EXPECT_EQ(shown("Bà"), "Đồng chí/Bà");
}

TEST(Remarks, whoever_was_skipped_by_mistake_comes_back_where_the_hall_has_read_them_all) {
    const Conference conference = five();
    const Rundown before = make_rundown(conference);
    ShowState state = first_state(before, at(0));
    Seen seen;
    while (state.key != "award:co/b0/r2") {
        state = apply(state, {Verb::next}, before, at(10 * static_cast<int>(state.step + 1)));
        seen.add(before.steps[state.step], before);
    }
    const Remark skip = about(conference, 1, Attendance::skipped);
    state = noted(state, skip, before);
    const Rundown fewer = make_rundown(amended(conference, state.remarks));
    state = carry_over(state, before, fewer, seen);
    EXPECT_EQ(state.key, "award:co/b0/r1") << "An and Chi";
    Remark back = skip;
    back.attendance = Attendance::present;
    state = noted(state, back, fewer);
    EXPECT_EQ(carry_over(state, fewer, before, seen).key, "award:co/b0/r2") << "all three again";
    EXPECT_NE(carry_over(state, fewer, before).key, "award:co/b0/r2") << "of whom one would be news";
}

/// The hall reads all up to the page of that key; then a recipient of the last batch is skipped, and that is taken
/// back: where the hall is meanwhile, and after.
std::pair<std::string, std::string> skipped_and_called_after_all(const Conference& conference, const std::string& key,
                                                                 std::size_t recipient) {
    const Rundown whole = make_rundown(conference);
    ShowState state = first_state(whole, at(0));
    Seen seen;
    while (state.key != key && state.step + 1 < whole.steps.size()) {
        state = apply(state, {Verb::next}, whole, at(10 * static_cast<int>(state.step + 1)));
        seen.add(whole.steps[state.step], whole);
    }
    Remark remark{*recipient_mark(conference, {}, 0, conference.awards[0].batches.size() - 1, recipient)};
    remark.attendance = Attendance::skipped;
    state = noted(state, remark, whole);
    const Rundown fewer = make_rundown(amended(conference, state.remarks));
    state = carry_over(state, whole, fewer, seen);
    const std::string meanwhile = state.key;
    remark.attendance = Attendance::present;
    return {meanwhile, carry_over(noted(state, remark, fewer), fewer, whole, seen).key};
}

TEST(Remarks, a_page_of_several_comes_back_from_a_page_of_one_name) {
    using Keys = std::pair<std::string, std::string>;
    Conference conference;
    conference.awards = {award("co", {people({"An"}), people({"Bình", "Chi"})})};
    conference.awards[0].reveal = RevealMode::all;
    EXPECT_EQ(skipped_and_called_after_all(conference, "award:co/b1/r1", 0), Keys("award:co/b1/r0", "award:co/b1/r1"));
    EXPECT_EQ(skipped_and_called_after_all(conference, "award:co/b1/p0/armed", 0),
              Keys("award:co/b1/r0/armed", "award:co/b1/p0/armed"));
    conference.awards = {award("co", {people({"An", "Bình", "Chi"})})};
    EXPECT_EQ(skipped_and_called_after_all(conference, "award:co/b0/r2", 0), Keys("award:co/b0/r1", "award:co/b0/r2"));
    EXPECT_EQ(skipped_and_called_after_all(conference, "award:co/b0/p0/armed", 1),
              Keys("award:co/b0/r0/armed", "award:co/b0/p0/armed"));
}

TEST(Remarks, a_page_of_several_that_comes_back_names_nobody_unseen) {
    Conference conference;
    conference.awards = {award("co", {people({"An", "Bình"})})};
    conference.awards[0].reveal = RevealMode::all;
    const Remarks skipped{about(conference, 0, Attendance::skipped)};
    const Rundown fewer = make_rundown(amended(conference, skipped)), whole = make_rundown(conference);
    EXPECT_EQ(carry_over(on(fewer, "award:co/b0/r0"), fewer, whole).key, "award:co/b0/p0/armed");
}

TEST(Readable, an_armed_page_is_about_all_whom_it_will_name_and_an_introduction_about_its_award) {
    const Rundown rundown = make_rundown(five());
    const auto step = [&](const std::string& key) { return rundown.steps[*step_with_key(rundown, key)]; };
    EXPECT_EQ(readable_on(step("award:co/b0/p0/armed"), rundown).size(), 0U);
    EXPECT_EQ(recipients_of(step("award:co/b0/p0/armed"), rundown).size(), 5U);
    EXPECT_EQ(recipients_of(step("award:co/intro"), rundown).size(), 5U);
    Seen seen;
    seen.add(step("award:co/b0/r0"), rundown);
    const auto all = recipients_of(step("award:co/intro"), rundown);
    EXPECT_TRUE(seen.has(all[0], rundown));
    EXPECT_FALSE(seen.has(all[1], rundown));
}

TEST(Remarks, follow_their_recipients_through_an_edited_feed) {
    const Conference before = five();
    const Remarks remarks{about(before, 1, Attendance::absent), about(before, 3, Attendance::absent)};
    Conference after = before;
    auto& batch = after.awards[0].batches[0].recipients;
    batch[3].name = "Dung";         // spelt anew at its place
    std::swap(batch[0], batch[1]);  // called in another order
    const Conference shown = amended(after, carried(remarks, before, after));
    EXPECT_EQ(recipients(shown)[0].remark, "vắng mặt");
    EXPECT_EQ(recipients(shown)[1].remark, "");
    EXPECT_EQ(recipients(shown)[3].remark, "vắng mặt");
    batch = people({"An", "Chi", "Dũng", "Em"}).recipients;
    EXPECT_EQ(carried(remarks, before, after).size(), 1U) << "who is gone takes the remark along";
}

TEST(Remarks, name_nobody_by_themselves_and_tell_the_desk_who_is_meant) {
    const Conference conference = five();
    const Remark remark = about(conference, 2, Attendance::skipped);
    EXPECT_EQ(remark.who.find("Chi"), std::string::npos);
    ASSERT_TRUE(remarked_recipient(conference, {remark}, remark.who));
    EXPECT_EQ(remarked_recipient(conference, {remark}, remark.who)->name, "Đồng chí Chi");
    EXPECT_FALSE(remarked_recipient(Conference{}, {remark}, remark.who));
}

Conference sealed_five() {
    Conference conference = five();
    conference.sealing.event = "one";
    conference.awards[0].sealed = SealedText{"commitment", "bytes"};
    return conference;
}

TEST(Remarks, of_a_sealed_award_are_about_places_before_the_names_are_known_and_after) {
    const Conference opened = sealed_five();
    Conference closed = opened;
    for (Recipient& recipient : closed.awards[0].batches[0].recipients) recipient = {};
    Remark third = about(closed, 2, Attendance::absent);
    third.name = "Ai Đó";
    const Remarks remarks{about(closed, 1, Attendance::skipped), third};
    EXPECT_EQ(remarks[0], about(opened, 1, Attendance::skipped));
    ASSERT_EQ(recipients(amended(closed, remarks)).size(), 4U);
    EXPECT_EQ(recipients(amended(closed, remarks))[1].remark, "vắng mặt");
    EXPECT_TRUE(recipients(amended(closed, remarks))[1].sealed()) << "a typed name opens nothing";
    EXPECT_EQ(remarked_recipient(closed, remarks, third.who)->name, "");
    EXPECT_EQ(recipients(amended(opened, remarks))[1].name, "Ai Đó");
    EXPECT_EQ(recipients(amended(opened, remarks))[2].name, "Dũng");
    EXPECT_EQ(carried(remarks, closed, opened), remarks);
}

TEST(Remarks, of_a_sealed_award_tell_nothing_of_its_names_and_end_with_the_sealing) {
    const Conference opened = sealed_five();
    Conference others = opened;
    others.awards[0].batches[0].recipients[1].name = "Khác";
    EXPECT_EQ(about(opened, 1, Attendance::absent), about(others, 1, Attendance::absent));
    Conference anew = opened;
    anew.sealing.event = "two";
    EXPECT_TRUE(carried({about(opened, 1, Attendance::skipped)}, opened, anew).empty()) << "who knows who stands there";
}

}  // namespace
}  // namespace hall
