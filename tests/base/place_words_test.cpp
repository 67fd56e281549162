#include "base/place_words.h"

#include <gtest/gtest.h>

namespace hall {
namespace {

std::string vi(const std::string& place) { return place_in_words(place, Language::vietnamese); }
std::string en(const std::string& place) { return place_in_words(place, Language::english); }

TEST(PlaceInWords, a_cell_is_named_as_people_name_it) {
    EXPECT_EQ(vi("Thành viên!12:Chức vụ"), "trang tính Thành viên, hàng 12, cột Chức vụ");
    EXPECT_EQ(en("Thành viên!12:Chức vụ"), "sheet Thành viên, row 12, column Chức vụ");
    EXPECT_EQ(vi("members.csv!3:"), "members.csv, hàng 3");
    EXPECT_EQ(vi("Gấp!!2:Giờ: phút"), "trang tính Gấp!, hàng 2, cột Giờ: phút");
}

TEST(PlaceInWords, a_line_of_a_file_too_and_anything_else_stays) {
    EXPECT_EQ(vi("calendar.ics:7"), "calendar.ics, dòng 7");
    EXPECT_EQ(en("calendar.ics:7"), "calendar.ics, line 7");
    for (const char* place : {"", "/members/0/name", "step 14 (award-reveal)", "Cờ thi đua, 3", "a:b"})
        EXPECT_EQ(vi(place), place);
}

}  // namespace
}  // namespace hall
