#include "proof/running_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "draw/text_support.h"
#include "net/temporary_folder.h"
#include "proof/papers.h"
#include "show/rundown.h"

namespace hall {
namespace {

Conference conference() {
    Conference made;
    made.identity.timezone = TimeZone();
    AgendaItem item;
    item.kind = ItemKind::awards;
    item.start = *parse_instant("2022-12-20T09:30:00", TimeZone());
    item.end = *parse_instant("2022-12-20T10:00:00", TimeZone());
    made.agenda = {item};
    Award award;
    award.id = "co";
    award.name = "Cờ thi đua";
    award.decision.number = "12/QĐ";
    Person presenter;
    presenter.honorific = "Ông";
    presenter.name = "Trần Văn Trao";
    award.presenters = {presenter};
    Recipient first, second;
    first.name = "Đơn vị A";
    first.representative = "Bà Lê Thị B";
    award.batches = {Batch{"", {first, second}, 2}};  // the second is still sealed
    made.awards = {award};
    return made;
}

PaperBlock award_block(const Conference& conference) {
    for (const PaperBlock& block : running_order(conference, make_rundown(conference)))
        if (block.front().text == "Cờ thi đua") return block;
    return {};
}

std::size_t place_of(const PaperBlock& block, LineKind kind, const std::string& part) {
    const auto found = std::find_if(block.begin(), block.end(), [&](const PaperLine& line) {
        return line.kind == kind && line.text.find(part) != std::string::npos;
    });
    return static_cast<std::size_t>(found - block.begin());
}

TEST(RunningOrder, reads_an_award_in_the_order_of_the_stage_once) {
    const PaperBlock block = award_block(conference());
    ASSERT_FALSE(block.empty());
    EXPECT_EQ(block[0].kind, LineKind::heading);
    EXPECT_NE(block[0].aside.find("09:30–10:00"), std::string::npos) << block[0].aside;
    const std::vector<std::size_t> order{
        place_of(block, LineKind::text, "12/QĐ"), place_of(block, LineKind::cue, "Trần Văn Trao"),
        place_of(block, LineKind::name, "1. Đơn vị A"), place_of(block, LineKind::standing, "Bà Lê Thị B"),
        place_of(block, LineKind::name, "2. (còn niêm phong)")};
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
    EXPECT_LT(order.back(), block.size());
    const auto blocks = running_order(conference(), make_rundown(conference()));
    EXPECT_EQ(std::count_if(blocks.begin(), blocks.end(),
                            [](const PaperBlock& one) { return one.front().text == "Cờ thi đua"; }),
              1);
}

TEST(RunningOrder, numbers_every_step_of_the_rundown_exactly_once) {
    const Rundown rundown = make_rundown(conference());
    const auto blocks = running_order(conference(), rundown);
    const std::string last = std::to_string(rundown.steps.size());
    EXPECT_TRUE(blocks.back().front().aside.ends_with(last)) << blocks.back().front().aside;
    EXPECT_NE(blocks.front().front().aside.find("bước\u00A01"), std::string::npos);
}

Printed order_of(const Conference& conference) {
    const test::TemporaryFolder folder;
    Snapshot snapshot;
    snapshot.conference = conference;
    const Path file = folder.path() / "order.pdf";
    const auto printed = write_running_order(snapshot, make_rundown(conference), test_fonts(), Instant{}, file);
    EXPECT_TRUE(printed);
    EXPECT_EQ(std::filesystem::exists(file), printed && printed->pages > 0);
    return printed ? *printed : Printed{};
}

std::string many(const std::string& syllable, int count) {
    std::string text = syllable;
    for (int i = 1; i < count; ++i) text += " " + syllable;
    return text;
}

TEST(RunningOrder, begins_below_the_title_however_many_lines_that_takes) {
    Conference made = conference();
    made.identity.title = "Hội nghị";
    do {
        made.guests.emplace_back().name = "Trần Văn Khách";
    } while (order_of(made).pages == 1);
    made.guests.pop_back();
    made.identity.title = many("tổng kết", 40);
    EXPECT_EQ(order_of(made).pages, 2U) << "what filled a page has no room beside a title of several lines";
}

TEST(RunningOrder, says_that_a_title_has_no_room_and_prints_nothing) {
    Conference made = conference();
    made.identity.title = many("tổng kết", 100);
    const Printed printed = order_of(made);
    EXPECT_EQ(printed.pages, 0U);
    ASSERT_EQ(printed.misfits.size(), 1U);
    EXPECT_NE(printed.misfits[0].en.find("title"), std::string::npos);
}

TEST(Plates, everybody_at_the_tables_has_one_and_only_one) {
    Conference made;
    const auto person = [](const char* name, const char* organisation) {
        Person one;
        one.name = name;
        one.organisation = organisation;
        return one;
    };
    made.presidium = {person("Trần A", "Đơn vị A"), person("Lê B", "")};
    made.guests = {person("Trần A", "Đơn vị C")};  // another person of that name
    made.speeches.emplace_back().speaker = person("Lê B", "Đơn vị B");
    made.agenda.resize(3);
    made.agenda[0].speaker = person("Trần A", "");  // one of the two, or a third
    made.agenda[2].speaker = person("Vũ D", "");
    std::vector<std::string> plates;
    for (const Person& one : seated(made)) plates.push_back(one.name + " / " + one.organisation);
    EXPECT_EQ(plates, (std::vector<std::string>{"Trần A / Đơn vị A", "Trần A / Đơn vị C", "Lê B / Đơn vị B",
                                                "Trần A / ", "Vũ D / "}));
}

TEST(Plates, who_leads_a_member_has_one_and_no_second) {
    Conference made;
    const auto person = [](const char* name, const char* position) {
        Person one;
        one.name = name;
        one.position = position;
        return one;
    };
    made.presidium = {person("Lương A", "Ủy viên Trung ương, Chủ tịch Hội Nông dân"), person("Bùi B", "Chủ tịch")};
    Member farmers, red_cross;
    farmers.name = "Hội Nông dân";
    farmers.representatives = {person("Lương A", "Chủ tịch"), person("Cao C", "Phó Chủ tịch")};
    red_cross.name = "Hội Chữ thập đỏ";
    red_cross.representatives = {person("Bùi B", "Chủ tịch")};
    made.members = {farmers, red_cross};
    std::vector<std::string> plates;
    for (const Person& one : seated(made)) plates.push_back(one.name + " / " + one.organisation);
    EXPECT_EQ(plates, (std::vector<std::string>{"Lương A / ", "Cao C / Hội Nông dân", "Bùi B / Hội Chữ thập đỏ"}));
}

struct PrintedLabels {
    Printed printed;
    std::string bytes;
};

PrintedLabels labels_of(const Conference& conference) {
    const test::TemporaryFolder folder;
    Snapshot snapshot;
    snapshot.conference = conference;
    const Path file = folder.path() / "labels.pdf";
    const auto printed = write_labels(snapshot, make_rundown(conference), test_fonts(), file);
    EXPECT_TRUE(printed);
    const auto bytes = read_file(file, 1U << 26U);
    return {printed ? *printed : Printed{}, bytes ? *bytes : std::string()};
}

TEST(Labels, say_all_of_a_long_title_to_its_last_word) {
    Conference made = conference();
    Recipient& recipient = made.awards[0].batches[0].recipients[0];
    recipient.name = "Nguyễn Phước Quý Thuyền Quyên";
    recipient.position = "Phó Chủ tịch Thường trực";
    recipient.organisation = "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Bà Rịa – Vũng Tàu";
    const std::string first = labels_of(made).bytes;
    EXPECT_EQ(labels_of(made).bytes, first);
    recipient.organisation.back() = 'o';
    EXPECT_NE(labels_of(made).bytes, first);
}

TEST(Labels, have_room_for_a_position_of_three_parts) {
    Conference made = conference();
    made.awards[0].name = "Bằng khen của Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam";
    Recipient& recipient = made.awards[0].batches[0].recipients[0];
    recipient.kind = RecipientKind::person;
    recipient.honorific = "Đồng chí";
    recipient.name = "Nguyễn Thị Quỳnh Như";
    recipient.representative.clear();
    recipient.position =
        "Ủy viên Ban Chấp hành Trung ương Đảng, Phó Chủ tịch - Tổng Thư ký Ủy ban Trung ương Mặt trận Tổ quốc Việt "
        "Nam, Chủ tịch Hội Liên hiệp Phụ nữ Việt Nam";
    const PrintedLabels labels = labels_of(made);
    EXPECT_EQ(labels.printed.pages, 1U);
    EXPECT_TRUE(labels.printed.misfits.empty());
}

TEST(Labels, leave_out_details_before_a_name_and_say_where) {
    Conference made = conference();
    Recipient& recipient = made.awards[0].batches[0].recipients[0];
    recipient.position = many("Phó Chủ tịch", 40);
    const PrintedLabels crowded = labels_of(made);
    ASSERT_EQ(crowded.printed.misfits.size(), 1U);
    EXPECT_NE(crowded.printed.misfits[0].en.find("there: 1."), std::string::npos) << crowded.printed.misfits[0].en;
    recipient.position.clear();
    recipient.representative.clear();
    const PrintedLabels bare = labels_of(made);
    EXPECT_TRUE(bare.printed.misfits.empty());
    EXPECT_EQ(crowded.bytes, bare.bytes) << "the name and the award stand there as if nothing else had been asked for";
}

TEST(Labels, print_nothing_where_a_name_has_no_room) {
    Conference made = conference();
    made.awards[0].batches[0].recipients[1].name = many("Liên hiệp các Hội", 30);
    const PrintedLabels labels = labels_of(made);
    EXPECT_EQ(labels.printed.pages, 0U);
    EXPECT_TRUE(labels.bytes.empty());
    ASSERT_EQ(labels.printed.misfits.size(), 1U);
    EXPECT_NE(labels.printed.misfits[0].en.find("label 2 "), std::string::npos) << labels.printed.misfits[0].en;
}

}  // namespace
}  // namespace hall
