/// One planted violation of every rule of what a page says: it is named, and nothing is without it.
#include "proof/rules_text.h"

#include <iterator>

#include "conference/member_named.h"
#include "proof/planted.h"
#include "proof/rules_breaks.h"
#include "screens/wording.h"

namespace hall::tests {
namespace {

const Viewport full{};

Conference speaking() {
    Conference conference;
    conference.identity.title = "Hội nghị tổng kết hoạt động Cụm thi đua năm 2022";
    conference.members = {
        test::member_named("Liên minh các Hợp tác xã và Liên hiệp các Tổ chức Hữu nghị vùng Trung du")};
    conference.presidium = {{"Đồng chí", "Nguyễn Phước Quý Thuyền Quyên", "Chủ tịch", "", {}}};
    conference.tasks.items = {{"Đổi mới\nnăm 2023", ""}};
    return conference;
}

Codes found(const Run& run) {
    static const FeedTexts feed(speaking());
    Findings all = text_findings(page_of({run}), test_fonts(), feed);
    std::ranges::move(break_findings(page_of({run}), full, test_fonts(), feed), std::back_inserter(all));
    return codes(all);
}

/// A run whose lines turn where the test says, whatever the break rules think.
Run set_as(const std::string& lines, TextStyle style = {}, float width_percent = 80) {
    std::string joined = lines;
    std::ranges::replace(joined, '\n', ' ');
    Run run = run_of(joined, style, 1, width_percent);
    run.text = lines;
    run.ink.assign(static_cast<std::size_t>(std::ranges::count(lines, '\n')) + 1, {200, 300, 600, 50});
    return run;
}

TEST(TextRules, capitals_are_short) {
    const TextStyle capitals{.type = Type::label, .capitals = Capitals::upper};
    EXPECT_EQ(found(set_as("DANH SÁCH KHEN THƯỞNG", capitals)), Codes{});
    EXPECT_EQ(found(set_as("DANH SÁCH CÁC TẬP THỂ ĐƯỢC TÔN VINH", capitals)), Codes{"L7"});
    EXPECT_EQ(found(set_as("DANH SÁCH TẬP THỂ\nĐƯỢC TÔN VINH\nHÔM NAY ĐÂY", capitals)), Codes{"L7"});
}

TEST(TextRules, the_heading_of_an_award_is_what_the_ceremony_calls_it) {
    const TextStyle capitals{.type = Type::label, .capitals = Capitals::upper};
    const PageRecord page = page_of({set_as("CÔNG BỐ QUYẾT ĐỊNH KHEN THƯỞNG", capitals)});
    const Findings findings = text_findings(page, test_fonts(), FeedTexts());
    ASSERT_EQ(codes(findings), Codes{"L7"});
    EXPECT_EQ(findings[0].exempt, Exempt::fixed_heading);
}

TEST(TextRules, a_decision_is_as_long_as_its_number_date_and_issuer) {
    Conference conference;
    Award& award = conference.awards.emplace_back();
    award.decision = {"4012/QĐ-MTTW-BTT", LocalTime{2022, 12, 1}, "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", ""};
    const PageRecord page = page_of({set_as(decision_line(award))});
    EXPECT_EQ(codes(text_findings(page, test_fonts(), FeedTexts())), Codes{"L7"});
    EXPECT_EQ(codes(text_findings(page, test_fonts(), FeedTexts(conference))), Codes{});
}

TEST(TextRules, an_official_name_in_capitals_is_as_long_as_it_is) {
    const TextStyle capitals{.type = Type::label, .capitals = Capitals::upper};
    EXPECT_EQ(found(set_as("HỘI NGHỊ TỔNG KẾT HOẠT ĐỘNG CỤM THI ĐUA NĂM 2022", capitals)), Codes{});
}

TEST(TextRules, what_the_product_says_is_short_enough_to_be_read) {
    EXPECT_EQ(found(set_as("Kính chúc quý vị mạnh khỏe và bình an")), Codes{});
    EXPECT_EQ(found(set_as("Kính chúc tất cả quý vị mạnh khỏe, bình an và hạnh phúc")), Codes{"L7"});
    EXPECT_EQ(found(set_as("Kính chúc cả nhà ta mạnh khỏe bình an", {.type = Type::name_m})), Codes{"L7"});
    EXPECT_EQ(found(set_as("Kính chúc tất cả quý vị mạnh khỏe,\nbình an và hạnh phúc trong những ngày tới,\n"
                           "và hẹn gặp lại quý vị năm sau")),
              Codes{"L8"});
}

TEST(TextRules, the_lines_of_what_the_product_says_are_balanced) {
    EXPECT_EQ(found(set_as("Kính chúc quý vị\nmạnh khỏe, bình an")), Codes{});
    EXPECT_EQ(found(set_as("Kính chúc quý vị mạnh\nkhỏe")), Codes{"L9"});
    EXPECT_EQ(found(set_as("Kính chúc quý-\nvị bình an")), Codes{"L9"});
    hall::Run uneven = set_as("Kính chúc quý vị đại biểu\nvạn sự");
    uneven.ink[1].w = 0.4F * uneven.ink[0].w;
    EXPECT_EQ(found(uneven), Codes{"L9"});
}

TEST(TextRules, an_official_name_is_nobodys_to_shorten) {
    EXPECT_EQ(found(set_as("Liên minh các Hợp tác xã và Liên hiệp các Tổ chức Hữu nghị vùng Trung du")), Codes{});
    EXPECT_EQ(found(set_as("Đồng\u00A0chí\u00A0Nguyễn\u00A0Phước Quý Thuyền Quyên kính\nmời", {.type = Type::name_m})),
              Codes{});
}

struct Torn {
    std::string lines;
    Words words;
};

TEST(TextRules, what_belongs_together_is_not_split) {
    const std::vector<Torn> torn{{"Đồng chí Nguyễn Phước\nQuý Thuyền Quyên", Words::person},
                                 {"Xin mời đồng chí\nNguyễn Văn An", Words::prose},
                                 {"Kết quả năm\n2022 của toàn Cụm", Words::prose},
                                 {"Quyết định số\n5678/QĐ-TLĐ về khen thưởng", Words::prose},
                                 {"Trao tặng 12\ntập thể tiêu biểu", Words::prose},
                                 {"Các tổ chức chính trị\n- xã hội ở Trung ương", Words::prose},
                                 {"Tổng Liên\nđoàn Lao động Việt Nam", Words::organisation}};
    for (const Torn& one : torn) {
        EXPECT_EQ(found(set_as(one.lines, {.type = Type::body, .words = one.words})), Codes{"L10"}) << one.lines;
        std::string whole = one.lines;
        std::ranges::replace(whole, '\n', ' ');
        EXPECT_EQ(found(run_of(whole, {.type = Type::body, .words = one.words}, 2, 80)), Codes{}) << whole;
    }
}

TEST(TextRules, a_name_longer_than_its_line_is_exempt_and_says_why) {
    const hall::Run run = set_as("Nguyễn Phước\nQuý Thuyền Quyên", {.type = Type::name_m, .words = Words::person}, 30);
    const Findings findings = break_findings(page_of({run}), full, test_fonts(), FeedTexts(speaking()));
    ASSERT_EQ(codes(findings), Codes{"L10"});
    EXPECT_EQ(findings[0].exempt, Exempt::longer_than_line);
    EXPECT_FALSE(reason_of(findings[0].exempt).empty());
}

Exempt exempt_of(const hall::Run& run) {
    const Findings findings = break_findings(page_of({run}), full, test_fonts(), FeedTexts(speaking()));
    return findings.size() == 1 ? findings[0].exempt : Exempt::test_picture;
}

TEST(TextRules, a_split_phrase_is_exempt_and_a_split_name_or_number_never) {
    EXPECT_EQ(exempt_of(set_as("Báo cáo hoạt động Cụm\nthi đua toàn tỉnh")), Exempt::phrase_for_room);
    EXPECT_EQ(exempt_of(set_as("Xin mời đồng chí\nNguyễn Văn An")), Exempt::none);
    EXPECT_EQ(exempt_of(set_as("Kết quả năm\n2022 của toàn Cụm")), Exempt::none);
    const Findings both = break_findings(page_of({set_as("Hoạt động Cụm\nthi đua năm\n2022")}), full, test_fonts(),
                                         FeedTexts(speaking()));
    ASSERT_EQ(codes(both), (Codes{"L10", "L10"}));
    EXPECT_EQ(both[1].exempt, Exempt::none);
}

TEST(TextRules, a_line_feed_of_the_feed_wins) {
    EXPECT_EQ(found(set_as("Tập trung\nđổi mới năm\n2023")), Codes{"L10"});
    EXPECT_EQ(found(set_as("Đổi mới\nnăm 2023")), Codes{});
    const FeedTexts torn_by_hand([] {
        Conference conference;
        conference.identity.title = "Tổng kết năm\n2022";
        return conference;
    }());
    EXPECT_EQ(codes(break_findings(page_of({set_as("TỔNG KẾT NĂM\n2022", {.capitals = Capitals::upper})}), full,
                                   test_fonts(), torn_by_hand)),
              Codes{});
}

TEST(TextRules, every_character_is_in_some_font) {
    EXPECT_EQ(found(set_as("Giao lưu với bạn Søren Ångström")), Codes{});
    const Findings findings = text_findings(page_of({set_as("Hội nghị 漢字")}), test_fonts(), FeedTexts(speaking()));
    ASSERT_EQ(codes(findings), Codes{"D1"});
    EXPECT_NE(findings[0].issue.sentence.vi.find("U+6F22, U+5B57"), std::string::npos);
}

TEST(TextRules, no_mark_stands_apart_and_no_character_is_lost) {
    EXPECT_EQ(found(set_as("Nguyê\u0303n Văn An")), Codes{"D2"});
    EXPECT_EQ(found(set_as("Nguy\uFFFDn Văn An")), Codes{"D2"});
    EXPECT_EQ(found(set_as("Nguyễn Văn An")), Codes{});
}

}  // namespace
}  // namespace hall::tests
