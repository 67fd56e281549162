/// Vietnamese from bare keys.
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "base/typing.h"

namespace hall {
namespace {

std::string typed(const std::string& keys, Typing typing, ToneStyle style = ToneStyle::old_style) {
    Typist typist(typing, style);
    std::string text;
    for (const char key : keys) text = typist.type(text, static_cast<char32_t>(key));
    return text;
}

struct Case {
    const char *keys, *text;
};

TEST(Typing, telex) {
    for (const auto& [keys, text] : std::initializer_list<Case>{{"Vieejt Nam", "Việt Nam"},
                                                                {"Vietej", "Việt"},
                                                                {"dduwowcj", "được"},
                                                                {"dduowcj", "được"},
                                                                {"dduocwj", "được"},
                                                                {"ddoocj laapj", "độc lập"},
                                                                {"tuwj do", "tự do"},
                                                                {"hanhj phucs", "hạnh phúc"},
                                                                {"Nguyeenx Thij Huowng", "Nguyễn Thị Hương"},
                                                                {"Nguyenxe", "Nguyễn"},
                                                                {"Traanf Vawn AAnr", "Trần Văn Ẩn"},
                                                                {"thuowr", "thuở"},
                                                                {"thuowngf", "thường"},
                                                                {"huowu", "hươu"},
                                                                {"huouw", "hươu"},
                                                                {"luuw", "lưu"},
                                                                {"luwu", "lưu"},
                                                                {"guwir", "gửi"},
                                                                {"guiwr", "gửi"},
                                                                {"mua", "mua"},
                                                                {"muaw", "mưa"},
                                                                {"muwa", "mưa"},
                                                                {"hoawcj", "hoặc"},
                                                                {"hoacwj", "hoặc"},
                                                                {"quawng", "quăng"},
                                                                {"quoocs", "quốc"},
                                                                {"quaanj", "quận"},
                                                                {"quys", "quý"},
                                                                {"giaf", "già"},
                                                                {"gif", "gì"},
                                                                {"gieengs", "giếng"},
                                                                {"giuwax", "giữa"},
                                                                {"khuyur", "khuỷu"},
                                                                {"khuyeens", "khuyến"},
                                                                {"ngoeof", "ngoèo"},
                                                                {"xoaif", "xoài"},
                                                                {"tw", "tư"},
                                                                {"nghieepj", "nghiệp"},
                                                                {"yeeu", "yêu"},
                                                                {"uyr ban", "ủy ban"},
                                                                {"dand", "đan"},
                                                                {"cana", "cân"},
                                                                {"tuwowngj", "tượng"},
                                                                {"uoongs", "uống"},
                                                                {"cuoocj", "cuộc"},
                                                                {"muoons", "muốn"},
                                                                {"ruowuj", "rượu"},
                                                                {"Thuyr", "Thủy"},
                                                                {"thuws", "thứ"},
                                                                {"Thuwf", "Thừ"},
                                                                {"nawm 2022", "năm 2022"},
                                                                {"asz", "a"},
                                                                {"dduowngo", "đuông"},
                                                                {"aaw", "ă"},
                                                                {"awa", "â"}})
        EXPECT_EQ(typed(keys, Typing::telex), text) << keys;
}

/// What is not ASCII comes whole.
std::string typed_or_pasted(const std::string& keys, Typing typing) {
    Typist typist(typing);
    std::string out;
    for (std::size_t i = 0; i < keys.size();) {
        const auto byte = static_cast<unsigned char>(keys[i]);
        const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3;
        if (length == 1)
            out = typist.type(out, byte);
        else
            out += keys.substr(i, length);
        i += length;
    }
    return out;
}

TEST(Typing, vni) {
    for (const auto& [keys, text] : std::initializer_list<Case>{{"Vie65t Nam", "Việt Nam"},
                                                                {"Viet65", "Việt"},
                                                                {"d9u7o75c", "được"},
                                                                {"d9uo7c5", "được"},
                                                                {"d9o65c la65p", "độc lập"},
                                                                {"Nguye64n Thi5 Huo7ng", "Nguyễn Thị Hương"},
                                                                {"Tra62n Va8n A63n", "Trần Văn Ẩn"},
                                                                {"thuo73", "thuở"},
                                                                {"ma81t", "mắt"},
                                                                {"12 giờ", "12 giờ"},
                                                                {"năm 2022", "năm 2022"},
                                                                {"A4 B2", "Ã B2"},
                                                                {"a10", "a"},
                                                                {"uy3 ban", "ủy ban"}})
        EXPECT_EQ(typed_or_pasted(keys, Typing::vni), text) << keys;
}

TEST(Typing, the_same_mark_twice_takes_it_back_and_no_key_is_a_mark_after_that) {
    for (const auto& [keys, text] : std::initializer_list<Case>{{"ass", "as"},
                                                                {"aaa", "aa"},
                                                                {"eee", "ee"},
                                                                {"ooo", "oo"},
                                                                {"ddd", "dd"},
                                                                {"uww", "uw"},
                                                                {"ww", "w"},
                                                                {"aww", "aw"},
                                                                {"uowws", "uows"},

                                                                {"xooong", "xoong"},
                                                                {"www", "ww"},
                                                                {"asss", "ass"}})
        EXPECT_EQ(typed(keys, Typing::telex), text) << keys;
    EXPECT_EQ(typed("a11", Typing::vni), "a1");
    EXPECT_EQ(typed("a66", Typing::vni), "a6");
    EXPECT_EQ(typed("d99", Typing::vni), "d9");
}

TEST(Typing, both_styles_of_tone_marks) {
    for (const auto& [keys, old_style, new_style] :
         std::initializer_list<std::array<const char*, 3>>{{"hoaf", "hòa", "hoà"},
                                                           {"khoer", "khỏe", "khoẻ"},
                                                           {"thuys", "thúy", "thuý"},
                                                           {"hoanf", "hoàn", "hoàn"},
                                                           {"cuar", "của", "của"},
                                                           {"mias", "mía", "mía"},
                                                           {"quys", "quý", "quý"},
                                                           {"toans", "toán", "toán"}}) {
        EXPECT_EQ(typed(keys, Typing::telex, ToneStyle::old_style), old_style);
        EXPECT_EQ(typed(keys, Typing::telex, ToneStyle::new_style), new_style);
    }
    EXPECT_EQ(tone_style_of("Cộng hoà xã hội, uỷ ban, toàn quốc"), ToneStyle::new_style);
    EXPECT_EQ(tone_style_of("Cộng hòa xã hội, quý, toàn quốc"), ToneStyle::old_style);
}

TEST(Typing, capitals_stay_capitals) {
    EXPECT_EQ(typed("DDAIJ HOOIJ", Typing::telex), "ĐẠI HỘI");
    EXPECT_EQ(typed("DDieenj", Typing::telex), "Điện");
    EXPECT_EQ(typed("W", Typing::telex), "Ư");
    EXPECT_EQ(typed("D9ie65n Bie6n", Typing::vni), "Điện Biên");
}

TEST(Typing, place_names_of_the_highlands_are_words) {
    EXPECT_EQ(typed("DDawsk Lawsk", Typing::telex), "Đắk Lắk");
    EXPECT_EQ(typed("DDawks Noong", Typing::telex), "Đắk Nông");
    EXPECT_EQ(typed("Kroong Busk", Typing::telex), "Krông Búk");
    EXPECT_EQ(typed("D9a81k La81k", Typing::vni), "Đắk Lắk");
    EXPECT_EQ(typed("dark", Typing::telex), "dark") << "no syllable ends so with that tone";
    EXPECT_EQ(typed("Facebook", Typing::telex), "Facebook");
}

TEST(Typing, words_that_are_not_vietnamese_stay) {
    for (const char* word : {"Windows", "Excel", "Facebook", "Microsoft", "Google", "banana", "text", "wifi", "Web",
                             "email", "Zalo", "show", "Pfizer", "express", "class", "ngoeo"})
        EXPECT_EQ(typed(word, Typing::telex), word);
    for (const char* word : {"ISO9001", "B52", "QD1689", "12/2022"}) EXPECT_EQ(typed(word, Typing::vni), word);
}

TEST(Typing, goes_on_in_a_word_that_stands_there_and_after_erasing) {
    Typist typist;
    EXPECT_EQ(typist.type("Hoi nghi toan quoc", U'o'), "Hoi nghi toan quôc");
    EXPECT_EQ(typist.type("Hoi nghi toan quôc", U's'), "Hoi nghi toan quốc");
    EXPECT_EQ(typist.type("toá", U'n'), "toán");
    EXPECT_EQ(typist.type("to", U'f'), "tò") << "the erased keys are forgotten";
    EXPECT_EQ(typist.type("", U'f'), "f");
    typist.use(Typing::plain);
    EXPECT_EQ(typist.type("to", U'f'), "tof");
}

}  // namespace
}  // namespace hall
