#include "feed/sheet_link.h"

namespace hall {
namespace {

constexpr std::string_view sheets = "https://docs.google.com/spreadsheets/d/";
constexpr std::string_view published = "e/";
constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

/// The number behind "gid=", wherever it stands; "" where there is none.
std::string_view sheet_number(std::string_view link) {
    const auto at = link.rfind("gid=");
    if (at == std::string_view::npos) return {};
    const std::string_view number = link.substr(at + 4);
    return number.substr(0, number.find_first_not_of("0123456789"));
}

}  // namespace

std::string export_link(std::string_view link, SheetScope scope) {
    if (!link.starts_with(sheets)) return std::string(link);
    std::string_view rest = link.substr(sheets.size());
    const bool is_published = rest.starts_with(published);
    if (is_published) rest.remove_prefix(published.size());
    const std::string_view id = rest.substr(0, rest.find_first_not_of(letters));
    const std::string_view page = rest.substr(id.size());
    // An export link already says what its author wants.
    if (id.empty() || page.starts_with("/export") || page.starts_with("/pub?") || page.starts_with("/gviz"))
        return std::string(link);
    const std::string_view number = scope == SheetScope::one_sheet ? sheet_number(page) : std::string_view();
    std::string found(sheets);
    if (is_published) found += published;
    found += id;
    found += is_published ? "/pub?output=" : "/export?format=";
    found += number.empty() ? "xlsx" : "csv&gid=" + std::string(number);
    if (is_published && !number.empty()) found += "&single=true";
    return found;
}

}  // namespace hall
