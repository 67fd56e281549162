#include "feed/diagnosis.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "base/text.h"
#include "feed/decoder.h"

namespace hall {
namespace {

using namespace std::string_view_literals;

bool begins_with(std::string_view text, std::string_view start) {
    return text.size() >= start.size() && std::equal(start.begin(), start.end(), text.begin(), [](char a, char b) {
               const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
               return lower(a) == lower(b);
           });
}

struct Signature {
    std::string_view start;
    Sentence sentence;
};

const std::array<Signature, 14>& signatures() {
    static const std::array<Signature, 14> table{{
        {"\x1F\x8B"sv,
         {"Dữ liệu còn nén gzip. Máy chủ phải khai báo Content-Encoding: gzip, hoặc gửi tệp chưa nén.",
          "The bytes are still gzip. The server must declare Content-Encoding: gzip, or send the plain file."}},
        {"\xFF\xFE"sv, {"Tệp ở bảng mã UTF-16. Lưu lại bằng UTF-8.", "The file is UTF-16. Save it as UTF-8."}},
        {"\xFE\xFF"sv, {"Tệp ở bảng mã UTF-16. Lưu lại bằng UTF-8.", "The file is UTF-16. Save it as UTF-8."}},
        {"PK\x03\x04"sv,
         {"Đây là tệp nén hoặc bảng tính (zip, xlsx, ods), không phải JSON. Kiểm tra địa chỉ nguồn.",
          "This is a zip or spreadsheet (xlsx, ods), not JSON. Check the feed's address."}},
        {"%PDF"sv,
         {"Đây là tệp PDF, không đọc được thành bảng. Dùng tệp bảng tính gốc (.xlsx, .ods) hoặc CSV.",
          "This is a PDF, which cannot be read as a table. Use the spreadsheet it was made of (.xlsx, .ods), or CSV."}},
        {"{\\rtf"sv,
         {"Đây là văn bản RTF, không phải bảng tính. Đưa bảng vào tệp .xlsx hoặc .csv.",
          "This is an RTF text, no spreadsheet. Put the table into an .xlsx or .csv file."}},
        {"\xFF\xD8\xFF"sv,
         {"Đây là tệp ảnh, không phải nguồn hội nghị. Kiểm tra địa chỉ nguồn.",
          "This is a picture, not a conference feed. Check the feed's address."}},
        {"\x89PNG"sv,
         {"Đây là tệp ảnh, không phải nguồn hội nghị. Kiểm tra địa chỉ nguồn.",
          "This is a picture, not a conference feed. Check the feed's address."}},
        {"MIME-Version:"sv,
         {"Đây là trang web lưu thành một tệp (MHT), không phải bảng tính. Mở bằng Excel và lưu lại dạng .xlsx.",
          "This is a web page saved as one file (MHT), no spreadsheet. Open it in Excel and save it as .xlsx."}},
        {"BEGIN:VCALENDAR"sv,
         {"Đây là lịch iCalendar, không phải nguồn hội nghị. Kiểm tra địa chỉ nguồn.",
          "This is an iCalendar, not a conference feed. Check the feed's address."}},
        {"<!doctype html"sv,
         {"Nhận được trang web (HTML) thay cho dữ liệu: có thể mạng đòi đăng nhập hoặc địa chỉ sai. Mở địa chỉ này "
          "bằng "
          "trình duyệt để kiểm tra.",
          "A web page (HTML) came instead of the feed: the network may ask for a login, or the address is wrong. Open "
          "it in a browser."}},
        {"<html"sv,
         {"Nhận được trang web (HTML) thay cho dữ liệu: có thể mạng đòi đăng nhập hoặc địa chỉ sai. Mở địa chỉ này "
          "bằng "
          "trình duyệt để kiểm tra.",
          "A web page (HTML) came instead of the feed: the network may ask for a login, or the address is wrong. Open "
          "it in a browser."}},
        {"<?xml"sv,
         {"Đây là XML, không phải JSON. Kiểm tra địa chỉ nguồn.", "This is XML, not JSON. Check the feed's address."}},
        {"<"sv,
         {"Đây là HTML hoặc XML, không phải JSON. Kiểm tra địa chỉ nguồn.",
          "This is HTML or XML, not JSON. Check the feed's address."}},
    }};
    return table;
}

/// Reads without building anything: only where it stops matters.
class Probe {
public:
    explicit Probe(std::size_t most) : most_(most) {}
    bool null() { return true; }
    bool boolean(bool) { return true; }
    bool number_integer(std::int64_t) { return true; }
    bool number_unsigned(std::uint64_t) { return true; }
    bool number_float(double, const std::string&) { return true; }
    bool string(std::string&) { return true; }
    bool binary(std::vector<std::uint8_t>&) { return true; }
    bool key(std::string&) { return true; }
    bool start_object(std::size_t) { return deeper(); }
    bool start_array(std::size_t) { return deeper(); }
    bool end_object() { return --depth_, true; }
    bool end_array() { return --depth_, true; }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& exception) {
        position_ = position;
        number_ = exception.id == number_out_of_range;
        return false;
    }

    bool too_deep() const { return depth_ > most_; }
    bool number() const { return number_; }
    std::size_t position() const { return position_; }

private:
    static constexpr int number_out_of_range = 406;
    bool deeper() { return ++depth_ <= most_; }

    std::size_t most_;
    std::size_t depth_ = 0;
    std::size_t position_ = 0;
    bool number_ = false;
};

struct LineColumn {
    std::size_t line = 1;
    std::size_t column = 1;
};

LineColumn line_column(std::string_view bytes, std::size_t offset) {
    const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
    const auto line_start = before.rfind('\n') + 1;  // npos + 1 = 0
    const std::string_view line = before.substr(line_start);
    // A column is a character, as an editor counts: continuation bytes do not count.
    const auto column = std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; });
    return {static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
            static_cast<std::size_t>(column) + 1};
}

std::size_t offset_of_bad_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const auto c = static_cast<unsigned char>(bytes[i]);
        const std::size_t length = c < 0x80 ? 1 : c < 0xC2 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF5 ? 4 : 0;
        if (length == 0 || i + length > bytes.size()) return i;
        if (length > 1) {
            TextRepairs repairs;
            clean_text(bytes.substr(i, length), &repairs);
            if (repairs.invalid_utf8) return i;
        }
        i += length;
    }
    return std::string_view::npos;
}

}  // namespace

std::optional<Sentence> foreign_format(std::string_view bytes) {
    const auto first = bytes.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return Sentence{"Nguồn trống, không có nội dung. Kiểm tra tệp hoặc máy chủ.",
                        "The feed is empty. Check the file or the server."};
    const std::string_view text = bytes.substr(first);
    if (text.size() > 1 && text[0] != '\0' && text[1] == '\0')
        return Sentence{"Tệp ở bảng mã UTF-16. Lưu lại bằng UTF-8.", "The file is UTF-16. Save it as UTF-8."};
    for (const Signature& signature : signatures())
        if (begins_with(text, signature.start)) return signature.sentence;
    if (text[0] == '{') return std::nullopt;
    if (text[0] == '[')
        return Sentence{"Tài liệu là danh sách [...], phải là đối tượng {...} có \"format\": \"hoitruong/1\".",
                        "The document is a list [...]; it must be an object {...} with \"format\": \"hoitruong/1\"."};
    const std::string_view line = text.substr(0, text.find('\n'));
    if (line.find_first_of(",;\t") != std::string_view::npos && line.find('{') == std::string_view::npos)
        return Sentence{"Đây có vẻ là bảng CSV, không phải JSON. Kiểm tra địa chỉ nguồn.",
                        "This looks like CSV, not JSON. Check the feed's address."};
    const std::string start = escape_for_log(line, 40);
    return Sentence{
        fmt::format("Đây không phải JSON, cũng không phải bảng; bắt đầu bằng \"{}\". Kiểm tra địa chỉ nguồn; "
                    "danh sách thì đưa vào bảng có hàng tiêu đề (hoitruong template viết bảng mẫu).",
                    start),
        fmt::format("This is neither JSON nor a table; it begins with \"{}\". Check the feed's address; a list "
                    "belongs in a sheet with a heading row (hoitruong template writes some).",
                    start)};
}

Sentence where_json_breaks(std::string_view bytes) {
    if (const auto bad = offset_of_bad_utf8(bytes); bad != std::string_view::npos) {
        const auto [line, column] = line_column(bytes, bad);
        return {fmt::format("Dòng {}, cột {}: có byte không phải UTF-8. Lưu lại tệp bằng UTF-8.", line, column),
                fmt::format("Line {}, column {}: a byte that is not UTF-8. Save the file as UTF-8.", line, column)};
    }
    Probe probe(most_depth);
    nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &probe);
    if (probe.too_deep())
        return {fmt::format("Tài liệu lồng nhau quá {} tầng. Đây không phải nguồn hội nghị.", most_depth),
                fmt::format("The document nests more than {} levels deep. This is no conference feed.", most_depth)};
    if (probe.position() == 0)
        return {"JSON có ký tự NUL, ký tự thay thế lẻ hoặc số quá lớn. Xuất lại tệp.",
                "The JSON holds a NUL, a lone surrogate or too large a number. Export the file again."};
    const auto [line, column] = line_column(bytes, probe.position() - 1);
    if (probe.number())
        return {fmt::format("Dòng {}, cột {}: số quá lớn. Viết số nhỏ hơn.", line, column),
                fmt::format("Line {}, column {}: the number is too large. Write a smaller one.", line, column)};
    if (probe.position() > bytes.size())
        return {fmt::format("Tài liệu bị cắt giữa chừng ở dòng {}, cột {}. Tải lại hoặc xuất lại tệp.", line, column),
                fmt::format("The document is cut off at line {}, column {}. Fetch or export it again.", line, column)};
    return {fmt::format("Dòng {}, cột {}: sai cú pháp JSON (thường do thiếu hoặc thừa dấu phẩy, ngoặc). Sửa chỗ này.",
                        line, column),
            fmt::format("Line {}, column {}: JSON syntax error (often a missing or extra comma or bracket). Mend it.",
                        line, column)};
}

}  // namespace hall
