/// Text from before Unicode: recognised, converted only when asked, never in silence.
#include "feed/legacy_text.h"

#include "foreign_fixture.h"

namespace hall {
namespace {

TEST(Tcvn3, every_letter_has_its_code) {
    EXPECT_EQ(from_legacy("Tæng Liªn ®oµn Lao ®éng ViÖt Nam", TextEncoding::tcvn3), "Tổng Liên đoàn Lao động Việt Nam");
    EXPECT_EQ(from_legacy("Héi N«ng d©n, quyÕt ®Þnh sè 12, chÊt l\u00ADîng, nghÜa, thñy, ý kiÕn", TextEncoding::tcvn3),
              "Hội Nông dân, quyết định số 12, chất lượng, nghĩa, thủy, ý kiến");
    EXPECT_EQ(
        from_legacy("µ¶·¸¹ »¼½¾Æ ÇÈÉÊË ÌÎÏÐÑ ÒÓÔÕÖ ×ØÜÝÞ ßáâãä åæçèé êëìíî ïñòóô õö÷øù úûüýþ", TextEncoding::tcvn3),
        "àảãáạ ằẳẵắặ ầẩẫấậ èẻẽéẹ ềểễếệ ìỉĩíị òỏõóọ ồổỗốộ ờởỡớợ ùủũúụ ừửữứự ỳỷỹýỵ");
    EXPECT_EQ(from_legacy("¡¢£¤¥¦§", TextEncoding::tcvn3), "ĂÂÊÔƠƯĐ");
}

TEST(Vni, a_letter_and_its_mark_become_one) {
    EXPECT_EQ(from_legacy("Toång Lieân ñoaøn Lao ñoäng Vieät Nam", TextEncoding::vni),
              "Tổng Liên đoàn Lao động Việt Nam");
    EXPECT_EQ(from_legacy("TOÅNG LIEÂN ÑOAØN, Ñaéc Noâng, ñöôïc, nghóa, kyõ thuaät, quyeát ñònh, möøng, thöù",
                          TextEncoding::vni),
              "TỔNG LIÊN ĐOÀN, Đắc Nông, được, nghĩa, kỹ thuật, quyết định, mừng, thứ");
}

TEST(Windows1258, marks_stand_behind_their_letters) {
    EXPECT_EQ(
        from_windows1258("Vi\xEA\xF2t Nam, \xF0\xF4\xF2ng, T\xF4\xD2ng, h\xF4\xF2i ngh\xEA\xF2, \x93\xD0\x94, \x81"),
        "Việt Nam, động, Tổng, hội nghệ, “Đ”, \uFFFD");
}

TEST(Legacy, unicode_text_is_left_alone) {
    for (const TextEncoding encoding : {TextEncoding::tcvn3, TextEncoding::vni, TextEncoding::unicode})
        EXPECT_EQ(from_legacy("Hội Nông dân – số 12 é", encoding), "Hội Nông dân – số 12 é");
    EXPECT_EQ(from_legacy("Tæng", TextEncoding::unicode), "Tæng");
}

TEST(Legacy, in_a_sheet_it_is_an_issue_until_somebody_asks) {
    const std::string csv = "Tên đơn vị,Mã\nTæng Liªn ®oµn,a\n";
    const Read found = read_csv_section(csv, "members");
    EXPECT_EQ(listing(found.issues), "text.tcvn3 bang.csv!2:Tên đơn vị\n");
    EXPECT_EQ(found.conference.members[0].name, "Tæng Liªn ®oµn");
    ForeignWish wish = wish_for("members");
    wish.encoding = *encoding_named("TCVN3");
    const Read asked = read_foreign(csv, FeedKind::csv, wish);
    EXPECT_EQ(listing(asked.issues), "text.converted bang.csv\n");
    EXPECT_EQ(asked.conference.members[0].name, "Tổng Liên đoàn");
}

TEST(Legacy, bytes_are_refused_with_the_encoding_they_seem_to_have) {
    struct {
        const char* bytes;
        const char* name;
    } const cases[] = {{"T\xAAn,M\xB7\nH\xE9i N\xABng d\xA9n Vi\xD6t Nam,a\n", "tcvn3"},
                       {"Te\xE2n,Ma\xF5\nTo\xE5ng Lie\xE2n \xF1oa\xF8n,a\n", "vni"},
                       {"T\xEAn,M\xE3\nH\xF4\xF2i N\xF4ng d\xE2n Vi\xEA\xF2t Nam,a\n", "windows-1258"}};
    for (const auto& [bytes, name] : cases) {
        const auto refused = convert(bytes, FeedKind::csv, wish_for("members"));
        ASSERT_FALSE(refused.ok());
        EXPECT_NE(refused.error().sentence.en.find(std::string("\"encoding\": \"") + name), std::string::npos)
            << refused.error().sentence.en;
        ForeignWish wish = wish_for("members");
        wish.encoding = *encoding_named(name);
        const Read read = read_foreign(bytes, FeedKind::csv, wish);
        ASSERT_EQ(read.conference.members.size(), 1U) << name;
        EXPECT_EQ(read.conference.members[0].name,
                  std::string(name) == "vni" ? "Tổng Liên đoàn" : "Hội Nông dân Việt Nam");
    }
    EXPECT_FALSE(encoding_named("koi8-r"));
}

}  // namespace
}  // namespace hall
