#include "feed/suspect_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/text.h"

namespace hall {
namespace {

bool is_latin(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1EA0 && c <= 0x1EF9);
}

bool is_letter_of_any_script(char32_t c) {
    const bool sign = c >= 0x2000 && c < 0x2C00;  // dashes, arrows, dots in a row
    return is_latin(c) || (c > 0x24F && !sign);
}

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// TCVN3 keeps its vowels and đ at places where Latin-1 has signs: "Tæng Liªn ®oµn Lao ®éng ViÖt Nam".
bool looks_like_tcvn3(std::u32string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const bool before = i > 0 && is_latin(text[i - 1]), after = is_latin(text[i + 1]);
        if (is_one_of(text[i], U"®") && !before && text[i + 1] >= U'a' && after) return true;
        if (is_one_of(text[i], U"µ¸¶¹¨ª¬®©§¦¾½¼") && before && after) return true;
        // ô; where nothing closes it, it opens no quotation
        if (text[i] == U'«' && before && after && text.find(U'»', i) == std::u32string_view::npos) return true;
    }
    return false;
}

/// VNI writes a vowel's marks as a second letter: "Toång Lieân ñoaøn Lao ñoäng". One could be a foreign name.
bool looks_like_vni(std::u32string_view text) {
    int pairs = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool after_vowel = i > 0 && is_one_of(text[i - 1], U"aeouyAEOUYöôÖÔ");
        if (after_vowel && is_one_of(text[i], U"åäëïøûâÅÄËÏØÛÂ") &&
            !(is_one_of(text[i], U"âÂ") && is_one_of(text[i - 1], U"uU")))
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

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

/// Whether any sign below can be in it, by bytes alone: correct Vietnamese has none of these, and most text ends here.
bool worth_a_look(std::string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const char lead = text[i], next = text[i + 1];
        switch (static_cast<unsigned char>(lead)) {
            case 0xC2:  // U+0080..U+00BF: all but the no-break space
                if (next != '\xA0') return true;
                break;
            case 0xC3: {  // U+00C0..U+00FF
                if (is_one_of(next,
                              "\x84\x85\x8B\x8F\x90\x91\x98\x9B"    // ÄÅËÏÐÑØÛ
                              "\xA4\xA5\xAB\xAF\xB0\xB1\xB8\xBB"))  // äåëïðñøû
                    return true;
                const char before = i > 0 ? text[i - 1] : ' ';
                const bool wide = i > 1 && text[i - 2] == lead;  // `before` ends a letter of this block
                if (is_one_of(next, "\x82\xA2") &&               // Ââ
                    (is_one_of(before, "aeoyAEOY") || (wide && is_one_of(before, "\x94\x96\xB4\xB6"))))  // ÔÖôö
                    return true;
                if (next == '\xAC' && wide && before == '\x83') return true;  // Ãì
                break;
            }
            case 0xCC:  // U+0300..U+033F
            case 0xEF:  // U+FFFD
                return true;
            default: break;
        }
    }
    return false;
}

bool is_small_letter(char32_t c) { return is_latin(c) && to_upper(to_utf8({&c, 1})) != to_utf8({&c, 1}); }

/// "y?n", "Y?N" and "?oàn", but not "gì?Vì".
bool stands_for_a_letter(std::u32string_view word, std::size_t at) {
    if (at + 1 >= word.size() || !is_latin(word[at + 1])) return false;
    const bool after_letter = at > 0 && is_latin(word[at - 1]);
    if (!after_letter) return at == 0 || is_one_of(word[at - 1], U"(\"'“");
    return is_small_letter(word[at + 1]) || !is_small_letter(word[at - 1]);
}

TextDoubt lost_letter_doubt() {
    return {
        "text.lost",
        {"Có dấu \"?\" thay cho chữ đã mất khi lưu tệp. Lưu lại từ bản gốc dạng CSV UTF-8 hoặc XLSX, hoặc gõ lại.",
         "There is a \"?\" where a letter was lost when the file was saved. Save the original again as CSV UTF-8 or "
         "XLSX, or type it again."}};
}

/// "Trần B?" and "Trần B (?)", but not "Th? Th?" and "Hội ?? Nông dân": after the mark the name does not go on.
bool is_question(std::string_view name) {
    for (auto at = name.find('?'); at != std::string_view::npos; at = name.find('?', at)) {
        at = std::min(name.find_first_not_of("? ", at), name.size());
        if (at < name.size() && !is_one_of(name[at], "),.;:-/(")) return false;
    }
    return true;
}

TextDoubt question_doubt() {
    return {"name.question",
            {"Có dấu hỏi trong tên: xác nhận, rồi xóa dấu hỏi.",
             "There is a question mark in this name: make sure of it, then delete the mark."}};
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool has_letters(std::string_view text) {
    if (std::any_of(text.begin(), text.end(), is_ascii_letter)) return true;  // nearly every name
    const std::u32string points = to_code_points(text);
    return std::any_of(points.begin(), points.end(), is_letter_of_any_script);
}

/// "nt", "như trên": all that stands in a cell. Its few bytes and first letter are what keeps the search short.
bool is_ditto(std::string_view text) {
    constexpr std::size_t longest = 16;
    if (text.size() > longest) return false;
    const auto first = std::find_if(text.begin(), text.end(), is_ascii_letter);
    if (first == text.end() || (*first != 'n' && *first != 'N')) return false;
    std::string letters;
    for (const char c : fold(text))
        if (is_ascii_letter(c)) letters += c;
    return letters == "nt" || letters == "nhutren";
}

}  // namespace

std::optional<TextDoubt> lost_letters(std::string_view text) {
    if (text.find('?') == std::string_view::npos) return {};
    for (const std::string_view token : tokens(text)) {
        if (token.find_first_of("/=") != std::string_view::npos) continue;
        const std::u32string word = to_code_points(token);
        for (std::size_t at = word.find(U'?'); at != std::u32string::npos; at = word.find(U'?', at + 1))
            if (stands_for_a_letter(word, at)) return lost_letter_doubt();
    }
    return {};
}

std::optional<TextDoubt> doubtful_name(std::string_view text) {
    if (text.empty()) return {};
    if (text.find('?') != std::string_view::npos && !lost_letters(text))
        return is_question(text) ? question_doubt() : lost_letter_doubt();
    const bool ditto = is_ditto(text);
    if (!ditto && has_letters(text)) return {};
    const std::string written = escape_for_log(text, 80);
    if (ditto)
        return TextDoubt{"name.ditto",
                         {fmt::format("\"{}\" (như trên) được chiếu nguyên như vậy. Ghi đầy đủ.", written),
                          fmt::format("\"{}\" (as above) is shown as it stands. Write it out.", written)}};
    return TextDoubt{
        "name.no-letters",
        {fmt::format("\"{}\" không có chữ nào, không phải tên. Ghi tên, hoặc để trống.", written),
         fmt::format("\"{}\" has no letters and is no name. Write the name, or leave it empty.", written)}};
}

std::optional<TextDoubt> suspect_text(std::string_view text) {
    if (!worth_a_look(text)) return {};
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
