#include "feed/legacy_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "feed/suspect_text.h"

namespace hall {
namespace {

constexpr char32_t grave = 0x300, acute = 0x301, circumflex = 0x302, tilde = 0x303, breve = 0x306, hook = 0x309,
                   dot = 0x323;

/// TCVN 5712:1993, VN3, from 0xA1 on; a space where no letter is.
constexpr std::u32string_view tcvn3 =
    U"ĂÂÊÔƠƯĐăâêôơưđ"     // A1-AE
    U"      àảãáạ"        // AF-B9
    U" ằẳẵắ       ặ"      // BA-C6
    U"ầẩẫấậè ẻẽéẹ"        // C7-D1
    U"ềểễếệìỉ   ĩíị"      // D2-DE
    U"ò ỏõóọồổỗốộờởỡớợ"   // DF-EE
    U"ù ủũúụừửữứựỳỷỹýỵ";  // EF-FE
constexpr char32_t tcvn3_first = 0xA1;
static_assert(tcvn3.size() == 0xFE - 0xA1 + 1);

/// Windows-1252's signs where Latin-1 has controls; Windows-1258 shares them.
constexpr std::u32string_view signs = U"€ ‚ƒ„…†‡ˆ‰ ‹Œ    ‘’“”•–—˜™ ›œ  Ÿ";
static_assert(signs.size() == 32);

struct Difference {
    unsigned char code;
    char32_t letter;
};
/// Where Windows-1258 differs from Latin-1.
constexpr std::array differences{Difference{0xC3, U'Ă'},  Difference{0xCC, grave}, Difference{0xD0, U'Đ'},
                                 Difference{0xD2, hook},  Difference{0xD5, U'Ơ'},  Difference{0xDD, U'Ư'},
                                 Difference{0xDE, tilde}, Difference{0xE3, U'ă'},  Difference{0xEC, acute},
                                 Difference{0xF0, U'đ'},  Difference{0xF2, dot},   Difference{0xF5, U'ơ'},
                                 Difference{0xFD, U'ư'},  Difference{0xFE, U'₫'}};

/// What a VNI letter after a vowel adds to it.
struct VniMark {
    char32_t letter;
    char32_t shape;  ///< or 0
    char32_t tone;   ///< or 0
};
constexpr std::array vni_marks{VniMark{U'ø', 0, grave},
                               VniMark{U'ù', 0, acute},
                               VniMark{U'û', 0, hook},
                               VniMark{U'õ', 0, tilde},
                               VniMark{U'ï', 0, dot},
                               VniMark{U'â', circumflex, 0},
                               VniMark{U'à', circumflex, grave},
                               VniMark{U'á', circumflex, acute},
                               VniMark{U'å', circumflex, hook},
                               VniMark{U'ã', circumflex, tilde},
                               VniMark{U'ä', circumflex, dot},
                               VniMark{U'ê', breve, 0},
                               VniMark{U'è', breve, grave},
                               VniMark{U'é', breve, acute},
                               VniMark{U'ú', breve, hook},
                               VniMark{U'ü', breve, tilde},
                               VniMark{U'ë', breve, dot}};

/// VNI letters that stand for one letter by themselves.
struct VniLetter {
    char32_t written, meant;
};
constexpr std::array vni_letters{
    VniLetter{U'æ', U'ỉ'}, VniLetter{U'ó', U'ĩ'}, VniLetter{U'ò', U'ị'}, VniLetter{U'î', U'ỵ'}, VniLetter{U'ô', U'ơ'},
    VniLetter{U'ö', U'ư'}, VniLetter{U'ñ', U'đ'}, VniLetter{U'Æ', U'Ỉ'}, VniLetter{U'Ó', U'Ĩ'}, VniLetter{U'Ò', U'Ị'},
    VniLetter{U'Î', U'Ỵ'}, VniLetter{U'Ô', U'Ơ'}, VniLetter{U'Ö', U'Ư'}, VniLetter{U'Ñ', U'Đ'}};

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// Latin-1's capitals are 0x20 below its small letters.
char32_t small(char32_t c) { return c >= 0xC0 && c <= 0xDE && c != 0xD7 ? c + 0x20 : c; }

std::optional<VniMark> vni_mark(char32_t base, char32_t next) {
    for (const VniMark& mark : vni_marks) {
        if (mark.letter != small(next)) continue;
        const std::u32string_view bases = mark.shape == circumflex ? U"aeoAEO"
                                          : mark.shape == breve    ? U"aA"
                                                                   : U"aeouyôöAEOUYÔÖ";
        if (is_one_of(base, bases)) return mark;
    }
    return {};
}

std::u32string from_vni(std::u32string_view text) {
    std::u32string meant;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char32_t base = text[i];
        const auto letter = std::find_if(vni_letters.begin(), vni_letters.end(),
                                         [&](const VniLetter& each) { return each.written == base; });
        const auto mark = i + 1 < text.size() ? vni_mark(base, text[i + 1]) : std::nullopt;
        meant += letter != vni_letters.end() ? letter->meant : base;
        if (!mark) continue;
        if (mark->shape != 0) meant += mark->shape;
        if (mark->tone != 0) meant += mark->tone;
        ++i;
    }
    return meant;
}

std::u32string from_tcvn3(std::u32string_view text) {
    std::u32string meant;
    for (const char32_t c : text) {
        const bool coded = c >= tcvn3_first && c < tcvn3_first + tcvn3.size() && tcvn3[c - tcvn3_first] != U' ';
        meant += coded ? tcvn3[c - tcvn3_first] : c;
    }
    return meant;
}

bool is_unicode_vietnamese(char32_t c) { return (c >= 0x102 && c <= 0x1B0) || (c >= 0x1EA0 && c <= 0x1EF9); }

}  // namespace

std::string from_windows1258(std::string_view bytes) {
    std::u32string points;
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        const auto found = std::find_if(differences.begin(), differences.end(),
                                        [&](const Difference& each) { return each.code == code; });
        if (found != differences.end())
            points += found->letter;
        else if (code >= 0x80 && code < 0xA0)
            points += signs[code - 0x80U] == U' ' ? U'\uFFFD' : signs[code - 0x80U];
        else
            points += code;
    }
    return to_nfc(to_utf8(points));
}

std::string from_latin1(std::string_view bytes) {
    std::u32string points;
    for (const char byte : bytes) points += static_cast<unsigned char>(byte);
    return to_utf8(points);
}

std::string from_legacy(std::string_view text, TextEncoding encoding) {
    if (encoding != TextEncoding::tcvn3 && encoding != TextEncoding::vni) return std::string(text);
    const std::u32string points = to_code_points(text);
    if (std::any_of(points.begin(), points.end(), is_unicode_vietnamese)) return std::string(text);
    return to_nfc(to_utf8(encoding == TextEncoding::tcvn3 ? from_tcvn3(points) : from_vni(points)));
}

TextEncoding guess_encoding(std::string_view bytes) {
    if (const auto doubt = suspect_text(from_latin1(bytes))) {
        const std::string_view code = doubt->code;
        if (code == "text.tcvn3") return TextEncoding::tcvn3;
        if (code == "text.vni") return TextEncoding::vni;
    }
    const std::string text = from_windows1258(bytes);
    const std::u32string points = to_code_points(text);
    const bool marked = std::any_of(points.begin(), points.end(), is_unicode_vietnamese);
    return marked && !suspect_text(text) ? TextEncoding::windows1258 : TextEncoding::unicode;
}

}  // namespace hall
