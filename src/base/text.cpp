#include "base/text.h"

#include <fmt/format.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cassert>
#include <memory>
#include <numeric>
#include <utility>

namespace hall {
namespace {

/// What parts syllables; that which does not break a line is no part of it.
constexpr std::string_view space = " \n\t";
constexpr UChar32 replacement = 0xFFFD;
constexpr int most_marks = 4;

const icu::Normalizer2& nfc() {
    UErrorCode status = U_ZERO_ERROR;
    const auto* instance = icu::Normalizer2::getNFCInstance(status);
    assert(U_SUCCESS(status));
    return *instance;
}

icu::UnicodeString to_icu(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string from_icu(const icu::UnicodeString& text) {
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

/// Calls `each(code_point, valid)` for every code point; an ill-formed byte comes as U+FFFD.
template <class Each>
void walk(std::string_view text, Each each) {
    const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
    const auto length = static_cast<int32_t>(text.size());
    for (int32_t at = 0; at < length;) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, length, c);
        each(c < 0 ? replacement : c, c >= 0);
    }
}

void append(std::string& utf8, UChar32 c) {
    char buffer[U8_MAX_LENGTH];
    int32_t length = 0;
    U8_APPEND_UNSAFE(reinterpret_cast<uint8_t*>(buffer), length, c);
    utf8.append(buffer, static_cast<std::size_t>(length));
}

/// Invisible characters that reorder, hide or forge text (Unicode categories Cc and Cf, and whatever is shown as
/// nothing).
bool is_trick(UChar32 c) {
    if (c == '\n' || c == '\t') return false;
    const auto type = u_charType(c);
    return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_PRIVATE_USE_CHAR || type == U_SURROGATE ||
           u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || (c >= 0xFFF9 && c <= 0xFFFB);
}

bool is_mark(UChar32 c) {
    const auto type = u_charType(c);
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK;
}

bool is_plain_space(UChar32 c) {
    return c == ' ' || c == '\t' || c == 0x1680 || (c >= 0x2000 && c <= 0x200A && c != 0x2007) || c == 0x205F ||
           c == 0x3000 || c == 0x2028 || c == 0x2029;
}

/// One pass that sees that there is nothing to mend, for nearly every text of a feed: printable ASCII, the Latin
/// letters up to U+024F, the Vietnamese block U+1E00..U+1EFF and the dashes and quotes; single spaces inside only. All
/// of them are NFC, and stay so side by side. False where it cannot tell.
bool is_surely_clean(std::string_view text) {
    const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
    const std::size_t size = text.size();
    const auto follows = [&](std::size_t at) { return at < size && (bytes[at] & 0xC0U) == 0x80U; };
    bool after_space = true;
    for (std::size_t at = 0; at < size;) {
        const uint8_t first = bytes[at];
        if (first < 0x80) {
            if (first < 0x20 || first == 0x7F || (first == ' ' && after_space)) return false;
            after_space = first == ' ';
            ++at;
            continue;
        }
        after_space = false;
        if (!follows(at + 1)) return false;
        const uint8_t second = bytes[at + 1];
        const bool sign = first == 0xC2 && second >= 0xA0 && second != 0xAD;  // U+00A0..U+00BF but the soft hyphen
        if (sign || (first >= 0xC3 && first <= 0xC8) || (first == 0xC9 && second <= 0x8F)) {
            at += 2;
            continue;
        }
        if (!follows(at + 2)) return false;
        const uint8_t third = bytes[at + 2];
        const bool vietnamese = first == 0xE1 && second >= 0xB8 && second <= 0xBB;
        const bool punctuation = first == 0xE2 && second == 0x80 && third >= 0x90 && third <= 0xA6;
        if (!vietnamese && !punctuation) return false;
        at += 3;
    }
    return !after_space || text.empty();
}

}  // namespace

std::string clean_text(std::string_view bytes, TextRepairs* repairs) {
    if (is_surely_clean(bytes)) {
        if (repairs) *repairs = {};
        return std::string(bytes);
    }
    TextRepairs found;
    std::string kept;
    kept.reserve(bytes.size());
    int marks = 0;
    bool after_carriage_return = false;
    walk(bytes, [&](UChar32 c, bool valid) {
        if (!valid) found.invalid_utf8 = true;
        const bool line_end = c == '\r' || c == 0x85;
        if (line_end || (c == '\n' && !after_carriage_return)) {
            while (!kept.empty() && kept.back() == ' ') kept.pop_back();
            if (!kept.empty()) kept += '\n';
        } else if (is_plain_space(c)) {
            if (!kept.empty() && kept.back() != ' ' && kept.back() != '\n') kept += ' ';
        } else if (c == '\n') {
            // the second half of CR LF
        } else if (is_trick(c)) {
            found.controls = true;
        } else if (is_mark(c)) {
            if (++marks <= most_marks)
                append(kept, c);
            else
                found.marks = true;
        } else {
            append(kept, c);
        }
        if (!is_mark(c)) marks = 0;
        after_carriage_return = c == '\r';
    });
    while (!kept.empty() && (kept.back() == ' ' || kept.back() == '\n')) kept.pop_back();
    std::string composed = to_nfc(kept);
    found.decomposed = composed != kept;
    if (repairs) *repairs = found;
    return composed;
}

std::string to_nfc(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    std::string composed;
    icu::StringByteSink<std::string> sink(&composed, static_cast<int32_t>(text.size()));
    nfc().normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, status);
    return U_SUCCESS(status) ? composed : std::string(text);
}

std::string to_upper(std::string_view text) {
    auto wide = to_icu(text);
    wide.toUpper(icu::Locale("vi"));
    return to_nfc(from_icu(wide));
}

std::string fold(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    auto wide = icu::Normalizer2::getNFDInstance(status)->normalize(to_icu(text), status);
    wide.foldCase();
    std::string folded;
    for (int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
        const UChar32 c = wide.char32At(at);
        if (is_mark(c)) continue;
        if (u_isUWhiteSpace(c)) {
            if (!folded.empty() && folded.back() != ' ') folded += ' ';
        } else {
            append(folded, c == 0x111 ? 'd' : c);
        }
    }
    if (!folded.empty() && folded.back() == ' ') folded.pop_back();
    return folded;
}

int compare_vietnamese(std::string_view left, std::string_view right) {
    static const std::unique_ptr<const icu::Collator> collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("vi"), status));
        assert(U_SUCCESS(status));
        return made;
    }();
    UErrorCode status = U_ZERO_ERROR;
    return collator->compareUTF8(icu::StringPiece(left.data(), static_cast<int32_t>(left.size())),
                                 icu::StringPiece(right.data(), static_cast<int32_t>(right.size())), status);
}

std::u32string to_code_points(std::string_view text) {
    std::u32string code_points;
    code_points.reserve(text.size());
    walk(text, [&](UChar32 c, bool) { code_points += static_cast<char32_t>(c); });
    return code_points;
}

std::string to_utf8(std::u32string_view code_points) {
    std::string utf8;
    for (const char32_t c : code_points) append(utf8, U_IS_UNICODE_CHAR(c) ? static_cast<UChar32>(c) : replacement);
    return utf8;
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    walk(text, [&](UChar32 c, bool) { count += is_mark(c) ? 0U : 1U; });
    return count;
}

std::vector<std::string_view> tokens(std::string_view text) {
    std::vector<std::string_view> pieces;
    for (auto at = text.find_first_not_of(space); at != std::string_view::npos;) {
        const auto end = std::min(text.find_first_of(space, at), text.size());
        pieces.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(space, end);
    }
    return pieces;
}

std::size_t count_tokens(std::string_view text) {
    std::size_t count = 0;
    bool between = true;
    for (const char c : text) {
        const bool is_space = c == space[0] || c == space[1] || c == space[2];
        count += between && !is_space ? 1U : 0U;
        between = is_space;
    }
    return count;
}

std::string escape_for_log(std::string_view text, std::size_t limit) {
    static constexpr std::string_view more = "...";
    std::string line;
    std::size_t cut = 0;  // so much of the line leaves room for `more`
    const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
    const auto length = static_cast<int32_t>(text.size());
    for (int32_t at = 0; at < length;) {
        const int32_t from = at;
        UChar32 c = 0;
        U8_NEXT(bytes, at, length, c);
        std::string piece;
        if (c < 0x20 || c == 0x7F || c == '\\' || is_trick(c)) {
            for (int32_t i = from; i < at; ++i) piece += fmt::format("\\x{:02x}", bytes[i]);
        } else {
            piece = text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(at - from));
        }
        line += piece;
        if (line.size() > limit) return line.substr(0, cut).append(more.substr(0, limit));
        if (line.size() + more.size() <= limit) cut = line.size();
    }
    return line;
}

std::size_t edit_distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t changed = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = std::exchange(row[j + 1], std::min({row[j + 1] + 1, row[j] + 1, changed}));
        }
    }
    return row.back();
}

}  // namespace hall
