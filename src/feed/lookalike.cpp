#include "feed/lookalike.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "feed/decoder.h"

namespace hall {
namespace {

constexpr std::size_t looked_at = 64U << 10U;  // bytes of a page that are searched for what it is
constexpr std::array<std::string_view, 5> html_roots{"html", "head", "body", "script", "meta"};

std::string lower(std::string_view text) {
    std::string lowered(text);
    std::transform(lowered.begin(), lowered.end(), lowered.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lowered;
}

bool mentions(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

Error web_page(std::string_view text) {
    const std::string page = lower(text.substr(0, looked_at));
    if (mentions(page, {"accounts.google.com", "servicelogin"}))
        return fault(
            "Nhận được trang đăng nhập Google thay cho bảng tính. Chia sẻ bảng cho \"Bất kỳ ai có đường liên "
            "kết\", hoặc dùng Tệp > Chia sẻ > Công bố lên web (CSV).",
            "Google's login page came instead of the sheet. Share the sheet with \"Anyone with the link\", or "
            "use File > Share > Publish to web (CSV).");
    if (mentions(page, {"docs.google.com/spreadsheets", "docs-ml-promotion"}))
        return fault("Đây là trang xem của Google Trang tính, không phải dữ liệu. Dùng địa chỉ .../export?format=csv.",
                     "This is Google Sheets' own page, not the data. Use the address .../export?format=csv.");
    if (mentions(page, {"class=\"waffle\"", "urn:schemas-microsoft-com:office:excel"}))
        return fault(
            "Đây là bảng tính xuất thành trang web, không phải bảng tính. Tải về hoặc lưu lại dạng .xlsx hoặc CSV.",
            "This is a spreadsheet exported as a web page. Download or save it as .xlsx or CSV instead.");
    if (mentions(page, {"login.microsoftonline.com", "type=\"password\"", "type='password'", "type=password"}))
        return fault(
            "Nhận được trang đăng nhập thay cho dữ liệu. Mở địa chỉ này bằng trình duyệt để kiểm tra quyền truy "
            "cập.",
            "A login page came instead of the data. Open the address in a browser to see who may read it.");
    return fault(
        "Nhận được trang web (HTML) thay cho dữ liệu: có thể mạng đòi đăng nhập hoặc địa chỉ sai. Mở địa chỉ này "
        "bằng trình duyệt để kiểm tra.",
        "A web page (HTML) came instead of the data: the network may ask for a login, or the address is wrong. "
        "Open it in a browser.");
}

}  // namespace

std::string root_element(std::string_view text) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos && at + 1 < text.size();
         at = text.find('<', at)) {
        const std::string_view rest = text.substr(at);
        if (rest[1] != '?' && rest[1] != '!') {
            const auto end = std::min(rest.find_first_of(" \t\r\n/>", 1), rest.size());
            const std::string name = lower(rest.substr(1, std::min<std::size_t>(end, 80) - 1));
            return name.substr(name.find(':') + 1);  // npos + 1 = 0
        }
        if (lower(rest.substr(0, 14)) == "<!doctype html") return "html";
        const auto end = rest.starts_with("<!--") ? rest.find("-->") : rest.find('>');
        if (end == std::string_view::npos) return {};
        at += end;
    }
    return {};
}

Result<FeedKind> recognise_markup(std::string_view text) {
    const std::string root = root_element(text);
    if (std::find(html_roots.begin(), html_roots.end(), root) != html_roots.end()) return web_page(text);
    if (mentions(text.substr(0, looked_at), {"{{", "{%"}))
        return fault(
            "Đây là bản mẫu chưa dựng (còn {{ }} hoặc {% %}), không phải dữ liệu. Kiểm tra máy chủ tạo tệp này.",
            "This is a template that was never filled in ({{ }} or {% %}), not data. Look at the server that "
            "makes it.");
    if (root == "schedule") return FeedKind::frab_xml;
    if (root == "rss" || root == "feed" || root == "rdf")
        return fault("Đây là tin RSS/Atom, không phải chương trình hay bảng tính. Kiểm tra địa chỉ nguồn.",
                     "This is an RSS or Atom news feed, neither a schedule nor a sheet. Check the source's address.");
    const std::string named = escape_for_log(root, 40);
    return fault(
        fmt::format("Đây là XML có phần tử gốc <{}>; phiên bản này chỉ đọc <schedule> (frab, pretalx). Kiểm tra "
                    "địa chỉ nguồn.",
                    named),
        fmt::format("This is XML whose root is <{}>; this version reads <schedule> (frab, pretalx) only. Check "
                    "the source's address.",
                    named));
}

Result<FeedKind> recognise_json(std::string_view text) {
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    // The decoder says better what is wrong with a document that cannot be parsed.
    if (text.find("\"hoitruong/") != std::string_view::npos || text.size() > most_document_bytes ||
        parser.allocate(text.size(), most_depth) != simdjson::SUCCESS ||
        parser.parse(simdjson::padded_string(text)).get(root) != simdjson::SUCCESS)
        return FeedKind::own_json;
    simdjson::dom::object schedule;
    if (root["schedule"].get_object().get(schedule) != simdjson::SUCCESS) return FeedKind::own_json;
    simdjson::dom::array days;
    if (schedule["conference"]["days"].get_array().get(days) == simdjson::SUCCESS)
        for (const simdjson::dom::element day : days)
            if (simdjson::dom::element rooms; day["rooms"].get(rooms) == simdjson::SUCCESS) return FeedKind::frab_json;
    return fault(
        "Đây là schedule.json kiểu khác (có thể phiên bản 2): không có conference.days[].rooms. Dùng bản xuất "
        "schedule.json của pretalx, hoặc schedule.xml.",
        "This is a schedule.json of another kind (version 2?): it has no conference.days[].rooms. Use pretalx's export "
        "schedule.json, or schedule.xml.");
}

}  // namespace hall
