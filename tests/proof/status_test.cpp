/// C4: a status is told by a word as well as by its colour and shape. And what C1 measures on: a page without its
/// texts.
#include <gtest/gtest.h>

#include <algorithm>

#include "draw/text_support.h"
#include "proof/page_maker.h"
#include "proof/rules_contrast.h"
#include "screens/cases.h"

namespace hall::tests {
namespace {

std::unique_ptr<PageMaker> maker() {
    auto made = PageMaker::make(test_fonts(), {});
    if (!made) throw std::runtime_error(made.error().sentence.en);
    return *std::move(made);
}

const Conference& typical() { return cases().front().conference; }

Snapshot snapshot_of(const Conference& conference) {
    Snapshot snapshot;
    snapshot.conference = conference;
    return snapshot;
}

bool says(const PageRecord& record, std::string_view words) {
    return std::ranges::any_of(record.runs, [&](const Run& run) { return run.text.find(words) != std::string::npos; });
}

TEST(Status, the_current_item_and_what_follows_are_told_in_words) {
    const Snapshot snapshot = snapshot_of(typical());
    const Step step = steps_of(typical(), ScreenId::agenda).front();
    const auto pages = maker();
    const PageRecord during = pages->record(snapshot, step, moment_of(ScreenId::agenda));
    EXPECT_TRUE(says(during, "ĐANG DIỄN RA"));
    EXPECT_TRUE(says(during, "TIẾP THEO"));
    const PageRecord before = pages->record(snapshot, step, typical().agenda.front().start - std::chrono::hours(1));
    EXPECT_FALSE(says(before, "ĐANG DIỄN RA"));
    EXPECT_TRUE(says(before, "SẮP BẮT ĐẦU"));
}

TEST(Status, a_signatory_s_state_is_told_in_words) {
    const Snapshot snapshot = snapshot_of(typical());
    const auto pages = maker();
    const Step step = steps_of(typical(), ScreenId::covenant).front();
    const PageRecord record = pages->record(snapshot, step, moment_of(ScreenId::covenant));
    EXPECT_TRUE(says(record, "Đã ký") || says(record, "đã ký"));
    EXPECT_TRUE(says(record, "Đang ký") || says(record, "đang ký"));
}

TEST(Ground, is_the_page_without_its_texts) {
    const Snapshot snapshot = snapshot_of(typical());
    const auto pages = maker();
    const Step step = steps_of(typical(), ScreenId::welcome).front();
    const Instant now = moment_of(ScreenId::welcome);
    const PageRecord drawn = pages->record(snapshot, step, now);
    const auto with = pages->pixels();
    const PageRecord recorded = pages->record(snapshot, step, now, Texts::recorded);
    const auto without = pages->pixels();
    ASSERT_TRUE(with && without);
    ASSERT_EQ(drawn.runs.size(), recorded.runs.size());
    EXPECT_NE(with->rgba, without->rgba);
    EXPECT_TRUE(contrast_findings(recorded, *without, pages->theme()).empty());
    EXPECT_FALSE(contrast_findings(recorded, *with, pages->theme()).empty()) << "letters in the ground drown the text";
}

}  // namespace
}  // namespace hall::tests
