#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "feed/feed_words.h"
#include "feed/foreign.h"
#include "feed/sections.h"

namespace hall {
namespace {

constexpr std::array not_sections{"format", "revision", "sources", "sealing"};

bool is_section(std::string_view name) {
    return std::find(words::feed.begin(), words::feed.end(), name) != words::feed.end() &&
           std::find(not_sections.begin(), not_sections.end(), name) == not_sections.end();
}

std::string encoding_of(const Object& source) {
    std::string encoding = source.text("encoding");
    if (encoding.empty() || encoding_named(encoding)) return encoding;
    source.error(
        "sources.encoding-unknown", "encoding",
        {fmt::format("Không biết bảng mã \"{}\". Ghi utf-8, tcvn3, vni hoặc windows-1258.", escape_for_log(encoding)),
         fmt::format("The encoding \"{}\" is unknown. Write utf-8, tcvn3, vni or windows-1258.",
                     escape_for_log(encoding))});
    return {};
}

}  // namespace

std::vector<SourceRef> read_sources(const Object& feed) {
    std::vector<SourceRef> found;
    const auto value = feed.find("sources");
    if (!value) return found;
    simdjson::dom::object sources;
    if (value->json().get_object().get(sources) != simdjson::SUCCESS) {
        value->wrong_type(Value::WantedType::record);
        return found;
    }
    for (const auto field : sources) {
        const Value one(field.value, DocumentPlace(value->place(), field.key), feed.findings());
        const auto said_before = [&](const SourceRef& source) { return source.section == field.key; };
        if (!is_section(field.key) || std::any_of(found.begin(), found.end(), said_before)) {
            one.error("sources.unknown",
                      {fmt::format("Không có mục \"{}\" để lấy từ nguồn khác, hoặc đã khai báo rồi. Sửa tên mục.",
                                   escape_for_log(field.key)),
                       fmt::format("There is no section \"{}\" to be read from elsewhere, or it was named before. Mend "
                                   "its name.",
                                   escape_for_log(field.key))});
            continue;
        }
        const Object source(one, words::source);
        std::string href = source.text("href");
        if (href.empty())
            source.error("sources.href-missing", "href",
                         {"Nguồn phụ này không có địa chỉ (href). Bổ sung.", "This source has no href. Add it."});
        else
            found.push_back({std::string(field.key), std::move(href), encoding_of(source)});
    }
    return found;
}

}  // namespace hall
