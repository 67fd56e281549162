#include "feed/suspect_text.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace hall {
namespace {

bool is_latin(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1EA0 && c <= 0x1EF9);
}

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// TCVN3 keeps its vowels and đ at places where Latin-1 has signs: "Tæng Liªn ®oµn Lao ®éng ViÖt Nam".
bool looks_like_tcvn3(std::u32string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const bool before = i > 0 && is_latin(text[i - 1]), after = is_latin(text[i + 1]);
        if (is_one_of(text[i], U"®") && !before && text[i + 1] >= U'a' && after) return true;
        if (is_one_of(text[i], U"µ¸¶¹¨ª¬®©§¦¾½¼") && before && after) return true;
    }
    return false;
}

/// VNI writes a vowel's marks as a second letter: "Toång Lieân ñoaøn Lao ñoäng". One could be a foreign name.
bool looks_like_vni(std::u32string_view text) {
    int pairs = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool after_vowel = i > 0 && is_one_of(text[i - 1], U"aeouyAEOUYöôÖÔ");
        if (after_vowel && is_one_of(text[i], U"åäëïøûâÅÄËÏØÛÂ") && !(text[i] == U'â' && is_one_of(text[i - 1], U"uU")))
            ++pairs;
        if (is_one_of(text[i], U"ñÑ") && (i == 0 || !is_latin(text[i - 1]))) ++pairs;
    }
    return pairs >= 2;
}

/// UTF-8 that was read as Windows-1252: "Tổng" -> "Tá»•ng", "đ" -> "Ä‘".
bool looks_like_mojibake(std::u32string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const char32_t next = text[i + 1];
        if (text[i] == U'á' && is_one_of(next, U"º»") && i + 2 < text.size() && text[i + 2] > 0x7F) return true;
        if (text[i] == U'Ä' && is_one_of(next, U"‘\u0090\u2018")) return true;
        if (text[i] == U'Ã' && is_one_of(next, U"¡¢£¨©ªì­²³´µ¹º½")) return true;
    }
    return false;
}

}  // namespace

std::optional<TextDoubt> suspect_text(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return {};
    const std::u32string points = to_code_points(text);
    if (looks_like_mojibake(points))
        return TextDoubt{"text.mojibake",
                         {"Văn bản có vẻ bị đọc sai bảng mã. Lưu lại tệp bằng UTF-8.",
                          "This text looks decoded with the wrong encoding. Save the file as UTF-8."}};
    if (looks_like_tcvn3(points))
        return TextDoubt{"text.tcvn3",
                         {"Văn bản có vẻ theo bảng mã TCVN3 (ABC). Chuyển sang Unicode rồi nhập lại.",
                          "This text looks like TCVN3 (ABC). Convert it to Unicode."}};
    if (looks_like_vni(points))
        return TextDoubt{"text.vni",
                         {"Văn bản có vẻ theo bảng mã VNI. Chuyển sang Unicode rồi nhập lại.",
                          "This text looks like VNI. Convert it to Unicode."}};
    for (const char32_t c : points) {
        if (c == 0xD0 || c == 0xF0)
            return TextDoubt{"text.eth",
                             {"Có chữ \"Ð/ð\" (Eth) thay cho \"Đ/đ\" tiếng Việt. Gõ lại chữ này.",
                              "There is an Eth \"Ð/ð\" in place of Vietnamese \"Đ/đ\". Type it again."}};
        if (c >= 0x300 && c <= 0x323)
            return TextDoubt{"text.loose-mark",
                             {"Có dấu thanh đứng rời, không ghép được với chữ. Gõ lại văn bản này.",
                              "A tone mark does not combine with its letter. Type this text again."}};
        if (c == 0xFFFD)
            return TextDoubt{"text.replaced",
                             {"Có ký tự � (đã mất chữ gốc). Gõ lại văn bản này.",
                              "There is a � where a letter was lost. Type this text again."}};
    }
    return {};
}

}  // namespace hall
