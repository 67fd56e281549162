#include "proof/issue_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/json.h"
#include "base/place_words.h"

namespace hall {
namespace {

/// "1 error, 2 notes": Vietnamese has no plural.
std::string counted(std::ptrdiff_t count, const char* what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string paragraph(const char* word, const Issue& issue, Language language) {
    return fmt::format("{} {} [{}]\n    {}\n", word, issue.place.empty() ? "/" : place_in_words(issue.place, language),
                       issue.code, issue.sentence.in(language));
}

nlohmann::ordered_json as_json(const Issues& issues) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Issue& issue : issues)
        list.push_back({{"severity", issue.severity == Severity::error ? "error" : "warning"},
                        {"code", issue.code},
                        {"place", issue.place},
                        {"vi", issue.sentence.vi},
                        {"en", issue.sentence.en}});
    return list;
}

}  // namespace

std::string report_as_text(const CheckReport& report, Language language) {
    const bool vietnamese = language == Language::vietnamese;
    std::string text;
    for (const Issue& issue : report.issues)
        if (issue.severity == Severity::error) text += paragraph(vietnamese ? "LỖI" : "ERROR", issue, language);
    for (const Issue& issue : report.issues)
        if (issue.severity == Severity::warning) text += paragraph(vietnamese ? "LƯU Ý" : "NOTE", issue, language);
    for (const Issue& issue : report.exempt) text += paragraph(vietnamese ? "MIỄN" : "EXEMPT", issue, language);
    if (report.issues.empty()) return text + (vietnamese ? "Không có gì phải sửa.\n" : "Nothing to mend.\n");
    const auto errors = std::ranges::count(report.issues, Severity::error, &Issue::severity);
    const auto notes = std::ranges::ssize(report.issues) - errors;
    if (errors == 0) text += vietnamese ? "Không có lỗi; " : "No errors; ";
    if (vietnamese)
        return text + (errors == 0 ? "" : fmt::format("{} lỗi, ", errors)) + fmt::format("{} lưu ý.\n", notes);
    return text + (errors == 0 ? "" : counted(errors, "error") + ", ") + counted(notes, "note") + ".\n";
}

std::string report_as_json(const CheckReport& report) {
    // A place may quote a key of the feed as it stands, so what is no UTF-8 is replaced rather than thrown at.
    return write_json({{"issues", as_json(report.issues)}, {"exempt", as_json(report.exempt)}}, 2) + "\n";
}

}  // namespace hall
