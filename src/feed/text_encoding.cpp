#include "feed/text_encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "feed/legacy_text.h"

namespace hall {
namespace {

using namespace std::string_view_literals;

enum class ByteOrder { little, big };

std::string from_utf16(std::string_view bytes, ByteOrder order) {
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(order == ByteOrder::little ? first | second << 8 : first << 8 | second);
    };
    const auto is_high = [](char32_t c) { return c >= 0xD800 && c < 0xDC00; };
    const auto is_low = [](char32_t c) { return c >= 0xDC00 && c < 0xE000; };
    std::u32string points;
    points.reserve(bytes.size() / 2);
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const char32_t c = unit(at);
        if (is_high(c) && at + 3 < bytes.size() && is_low(unit(at + 2))) {
            points += static_cast<char32_t>(0x10000 + ((c - 0xD800) << 10) + (unit(at + 2) - 0xDC00));
            at += 2;
        } else {
            points += is_high(c) || is_low(c) ? U'\uFFFD' : c;
        }
    }
    return to_utf8(points);
}

/// Text whose first characters are Latin has a zero in every second byte.
bool has_zeros(std::string_view bytes, std::size_t parity) {
    if (bytes.size() < 4) return false;
    return bytes[parity] == '\0' && bytes[parity + 2] == '\0' && bytes[1 - parity] != '\0';
}

bool is_utf8(std::string_view bytes) {
    TextRepairs repairs;
    clean_text(bytes, &repairs);
    return !repairs.invalid_utf8;
}

Error not_utf8(TextEncoding guess) {
    const std::string_view name = guess == TextEncoding::windows1258 ? "windows-1258"
                                  : guess == TextEncoding::tcvn3     ? "tcvn3"
                                  : guess == TextEncoding::vni       ? "vni"
                                                                     : "";
    const std::string vi = "Lưu lại bằng UTF-8 (Excel: \"CSV UTF-8\"; Google Trang tính: Tải xuống, .csv)";
    const std::string en = "Save it as UTF-8 (Excel: \"CSV UTF-8\"; Google Sheets: Download, .csv)";
    if (name.empty()) return fault("Tệp không phải UTF-8. " + vi + ".", "The file is not UTF-8. " + en + ".");
    return fault(
        fmt::format("Tệp không phải UTF-8, có vẻ theo bảng mã {0}. {1}, hoặc ghi \"encoding\": \"{0}\" cạnh địa "
                    "chỉ nguồn.",
                    name, vi),
        fmt::format("The file is not UTF-8; it seems to be {0}. {1}, or write \"encoding\": \"{0}\" beside the "
                    "source's address.",
                    name, en));
}

struct EncodingName {
    std::string_view name;
    TextEncoding encoding;
};

constexpr std::array encoding_names{
    EncodingName{"utf-8", TextEncoding::unicode},      EncodingName{"utf8", TextEncoding::unicode},
    EncodingName{"utf-16", TextEncoding::unicode},     EncodingName{"windows-1258", TextEncoding::windows1258},
    EncodingName{"cp1258", TextEncoding::windows1258}, EncodingName{"tcvn3", TextEncoding::tcvn3},
    EncodingName{"abc", TextEncoding::tcvn3},          EncodingName{"vni", TextEncoding::vni},
};

}  // namespace

std::optional<TextEncoding> encoding_named(std::string_view name) {
    const std::string wanted = fold(name);
    for (const EncodingName& each : encoding_names)
        if (each.name == wanted) return each.encoding;
    return {};
}

Result<std::string> to_unicode(std::string_view bytes, TextEncoding encoding) {
    if (bytes.substr(0, 2) == "\xFF\xFE"sv) return from_utf16(bytes.substr(2), ByteOrder::little);
    if (bytes.substr(0, 2) == "\xFE\xFF"sv) return from_utf16(bytes.substr(2), ByteOrder::big);
    if (has_zeros(bytes, 1)) return from_utf16(bytes, ByteOrder::little);
    if (has_zeros(bytes, 0)) return from_utf16(bytes, ByteOrder::big);
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF"sv) bytes.remove_prefix(3);
    if (is_utf8(bytes)) return std::string(bytes);
    switch (encoding) {
        case TextEncoding::windows1258: return from_windows1258(bytes);
        case TextEncoding::tcvn3:
        case TextEncoding::vni: return from_latin1(bytes);
        case TextEncoding::unicode: break;
    }
    return not_utf8(guess_encoding(bytes));
}

}  // namespace hall
