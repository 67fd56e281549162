/// Where lines turn: real titles and names, and the lines they must give.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "draw/text_support.h"

namespace hall {
namespace {

constexpr const char* long_title =
    "Tổng kết hoạt động Cụm thi đua các tổ chức chính trị - xã hội và các tổ chức Liên hiệp năm 2022";

struct Case {
    const char* text;
    Type type;
    float width;  ///< percent of the picture
    int lines;
    Words words;
    Align align;
    const char* expected;
};

constexpr auto prose = Words::prose;
constexpr auto person = Words::person;
constexpr auto organisation = Words::organisation;
constexpr auto left = Align::left;
constexpr auto centre = Align::centre;

const std::array cases{
    Case{long_title, Type::title, 84, 4, prose, centre,
         "Tổng kết hoạt động Cụm thi đua\ncác tổ chức chính trị - xã hội\nvà các tổ chức Liên hiệp năm 2022"},
    Case{long_title, Type::title, 84, 2, prose, centre,
         "Tổng kết hoạt động Cụm thi đua các tổ chức\nchính trị - xã hội và các tổ chức Liên hiệp năm 2022"},
    Case{"Liên đoàn Lao động tỉnh Thừa Thiên Huế", Type::name_m, 37, 2, organisation, left,
         "Liên đoàn Lao động\ntỉnh Thừa Thiên Huế"},
    Case{"Liên đoàn Lao động tỉnh Bà Rịa – Vũng Tàu", Type::name_m, 37, 2, organisation, left,
         "Liên đoàn Lao động\ntỉnh Bà Rịa – Vũng Tàu"},
    Case{"Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh", Type::name_l, 80, 1, organisation, left,
         "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"},
    Case{"Trung ương Hội Liên hiệp Phụ nữ Việt Nam", Type::name_xl, 86, 2, organisation, centre,
         "Trung ương\nHội Liên hiệp Phụ nữ Việt Nam"},
    Case{"Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", Type::name_xl, 86, 2, organisation, centre,
         "Ủy ban Trung ương\nMặt trận Tổ quốc Việt Nam"},
    Case{"Tổng Liên đoàn Lao động Việt Nam", Type::name_l, 24, 3, organisation, centre,
         "Tổng Liên đoàn\nLao động\nViệt Nam"},
    Case{"Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam", Type::name_xl, 86, 2, organisation, centre,
         "Liên hiệp các Hội Khoa học\nvà Kỹ thuật Việt Nam"},
    Case{"Liên hiệp các tổ chức hữu nghị Việt Nam", Type::name_m, 37, 2, organisation, left,
         "Liên hiệp các tổ chức\nhữu nghị Việt Nam"},
    Case{"Đồng chí Nguyễn Thị Phương Thảo Nguyên", Type::name_xl, 86, 2, person, centre,
         "Đồng chí Nguyễn Thị Phương Thảo Nguyên"},
    Case{"Đồng chí Nguyễn Thị Phương Thảo Nguyên", Type::name_xl, 50, 2, person, centre,
         "Đồng chí Nguyễn Thị\nPhương Thảo Nguyên"},
    Case{"Phát biểu chỉ đạo của đồng chí Trần Văn Ẩn, Ủy viên Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam",
         Type::title, 50, 4, prose, left,
         "Phát biểu chỉ đạo\ncủa đồng chí Trần Văn Ẩn,\nỦy viên Đoàn Chủ tịch Tổng\nLiên đoàn Lao động Việt Nam"},
    Case{"Công bố quyết định khen thưởng, trao thưởng", Type::title, 50, 2, prose, left,
         "Công bố quyết định\nkhen thưởng, trao thưởng"},
    Case{"Chào cờ, hát Quốc ca", Type::title, 50, 2, prose, left, "Chào cờ, hát Quốc ca"},
    Case{"Bàn giao nhiệm vụ Cụm trưởng; phát động thi đua năm 2023", Type::title, 50, 3, prose, left,
         "Bàn giao nhiệm vụ\nCụm trưởng; phát động\nthi đua năm 2023"},
    Case{"Ký kết giao ước thi đua năm 2023", Type::body_strong, 23.5F, 2, prose, left,
         "Ký kết giao ước\nthi đua năm 2023"},
    Case{"Tuyên bố lý do, giới thiệu đại biểu", Type::body_strong, 23.5F, 2, prose, left,
         "Tuyên bố lý do,\ngiới thiệu đại biểu"},
    Case{"Cờ thi đua của Tổng Liên đoàn Lao động Việt Nam", Type::title, 80, 2, prose, centre,
         "Cờ thi đua của\nTổng Liên đoàn Lao động Việt Nam"},
    Case{"Bằng khen của Thủ tướng Chính phủ", Type::title, 60, 2, prose, centre, "Bằng khen của\nThủ tướng Chính phủ"},
    Case{"Huân chương Lao động hạng Nhất", Type::title, 40, 2, prose, centre, "Huân chương Lao động\nhạng Nhất"},
    Case{"Quyết định số 5678/QĐ-TLĐ ngày 15 tháng 12 năm 2022 của Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam",
         Type::body, 70, 2, prose, centre,
         "Quyết định số 5678/QĐ-TLĐ ngày 15 tháng 12 năm 2022\ncủa Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam"},
    Case{"Nghệ An, ngày 05 tháng 01 năm 2023", Type::body, 30, 2, prose, centre, "Nghệ An, ngày 05\ntháng 01 năm 2023"},
    Case{"Thứ Ba, ngày 20 tháng 12 năm 2022", Type::body, 30, 2, prose, centre, "Thứ Ba, ngày 20 tháng 12\nnăm 2022"},
    Case{"Đã có thành tích xuất sắc trong phong trào thi đua yêu nước, góp phần xây dựng tổ chức Công đoàn vững mạnh "
         "năm 2022",
         Type::body, 70, 3, prose, centre,
         "Đã có thành tích xuất sắc trong phong trào thi đua\nyêu nước, góp phần xây dựng tổ chức\n"
         "Công đoàn vững mạnh năm 2022"},
    Case{"Ủy viên Ban Chấp hành Trung ương, Phó Chủ tịch Thường trực Tổng Liên đoàn Lao động Việt Nam", Type::body, 50,
         3, prose, left,
         "Ủy viên Ban Chấp hành Trung ương,\nPhó Chủ tịch Thường trực\nTổng Liên đoàn Lao động Việt Nam"},
    Case{"3 tập thể • 12 cá nhân", Type::body, 20, 2, prose, centre, "3 tập thể •\n12 cá nhân"},
    Case{"Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", Type::body, 30, 2, prose, left,
         "Đại hội đại biểu toàn quốc\nlần thứ XIII của Đảng"},
    Case{"Chương trình phối hợp giai đoạn 2021 - 2025 giữa các đơn vị trong Cụm", Type::body, 30, 3, prose, left,
         "Chương trình phối hợp\ngiai đoạn 2021 - 2025\ngiữa các đơn vị trong Cụm"},
    Case{"Hội nghị\nTổng kết năm 2022", Type::title, 84, 2, prose, centre, "Hội nghị\nTổng kết năm 2022"},
    Case{"Chăm lo cho 1.250.000 người lao động có hoàn cảnh khó khăn", Type::body, 34, 3, prose, left,
         "Chăm lo cho\n1.250.000 người lao động\ncó hoàn cảnh khó khăn"},
};

TEST(TextBreaks, real_titles_and_names_turn_where_a_reader_would) {
    for (const Case& one : cases) {
        TextStyle style{.type = one.type, .align = one.align, .words = one.words};
        const TextBlock block = lay_out(test_fonts(), one.text, style, full_hd(one.width, one.lines));
        EXPECT_EQ(joined(block), one.expected);
        EXPECT_TRUE(block.fits) << one.text;
        EXPECT_LE(block.width, block.slot_width + 0.01F) << one.text;
    }
}

/// At every width, none of `pieces` is torn that has room on a line of its own.
void expect_whole(const Fonts& fonts, const std::string& text, Words words, std::initializer_list<const char*> pieces) {
    const TextStyle style{.type = Type::body, .words = words};
    for (float width = 95; width > 10; width -= 0.5F) {
        const TextBlock block = lay_out(fonts, text, style, full_hd(width, 9));
        for (const char* piece : pieces)
            EXPECT_TRUE(!lay_out(fonts, piece, style, full_hd(width, 1)).fits ||
                        joined(block).find(piece) != std::string::npos)
                << joined(block) << " at " << width;
    }
}

void expect_whole(const std::string& text, Words words, std::initializer_list<const char*> pieces) {
    expect_whole(test_fonts(), text, words, pieces);
}

TEST(TextBreaks, a_year_stays_with_its_word) { expect_whole(long_title, prose, {"năm 2022"}); }

TEST(TextBreaks, the_political_and_social_organisations_stay_whole) {
    expect_whole(long_title, prose, {"chính trị - xã hội"});
}

TEST(TextBreaks, the_name_after_an_honorific_in_a_sentence_stays_whole) {
    expect_whole("Trân trọng kính mời đồng chí Trần Văn Ẩn, lên trao Bằng khen cho ông Lê Bá Lộc và bà Võ Thị Ngà",
                 prose, {"đồng chí Trần Văn Ẩn,", "ông Lê Bá Lộc", "bà Võ Thị Ngà"});
}

TEST(TextBreaks, a_company_stays_whole) {
    expect_whole("Công nhân, Công ty Cổ phần Giấy Bãi Bằng", prose, {"Công ty", "Cổ phần"});
}

TEST(TextBreaks, what_is_noted_about_a_person_turns_before_the_name_is_split) {
    expect_whole("Ông Nguyễn Văn An (nhận thay: Bà Trần Thị Bình)", person, {"Ông Nguyễn Văn An"});
}

TEST(TextBreaks, a_person_is_never_split_while_a_smaller_size_holds_the_name) {
    expect_whole("Đồng chí Nguyễn Thị Hà", person, {"Đồng chí Nguyễn Thị Hà"});
}

TEST(TextBreaks, punctuation_never_starts_a_line) {
    for (float width = 60; width > 15; width -= 0.5F) {
        const TextBlock block =
            lay_out(test_fonts(), "Chủ đề : đoàn kết , sáng tạo ; dân chủ - kỷ cương - phát triển !",
                    {.type = Type::body}, full_hd(width, 6));
        for (const TextLine& line : block.lines)
            EXPECT_EQ(std::string(":,;-!").find(line.text.front()), std::string::npos) << joined(block);
    }
}

TEST(TextBreaks, no_break_spaces_win) {
    const TextBlock block =
        lay_out(test_fonts(), "Công đoàn Khu\u00A0kinh\u00A0tế Đông\u00A0Nam", {.type = Type::body}, full_hd(25, 3));
    EXPECT_NE(joined(block).find("Khu\u00A0kinh\u00A0tế"), std::string::npos);
    EXPECT_GT(block.lines.size(), 1U);
}

TEST(TextBreaks, no_syllable_is_ever_lost) {
    for (float width = 2; width < 100; width += 7) {
        for (int lines = 1; lines < 4; ++lines) {
            std::string text = joined(lay_out(test_fonts(), long_title, {.type = Type::title}, full_hd(width, lines)));
            std::ranges::replace(text, '\n', ' ');
            EXPECT_EQ(text, long_title);
        }
    }
}

TEST(TextBreaks, an_edited_phrase_is_kept_together) {
    auto fonts = Fonts::load(Path(HALL_SOURCE_DIR) / "fonts", Phrases("# lời\n\nrừng tràm trà sư\n"));
    ASSERT_TRUE(fonts);
    const std::string text = "Du khách ngắm rừng tràm trà sư, chèo thuyền";
    expect_whole(*fonts, text, prose, {"rừng tràm trà sư,"});
    bool torn_without = false;
    for (float width = 60; width > 20; --width)
        torn_without |=
            joined(lay_out(test_fonts(), text, {}, full_hd(width, 9))).find("rừng tràm trà sư") == std::string::npos;
    EXPECT_TRUE(torn_without);
}

TEST(TextBreaks, a_name_is_torn_only_where_the_lines_would_not_suffice) {
    const std::string text = "Trân trọng kính mời đồng chí Trần Văn Ẩn, lên trao Bằng khen cho ông Lê Bá Lộc";
    const TextBlock torn = lay_out(test_fonts(), text, {}, full_hd(26, 4));
    EXPECT_TRUE(torn.fits);
    EXPECT_EQ(torn.lines.size(), 4U);
}

}  // namespace
}  // namespace hall
