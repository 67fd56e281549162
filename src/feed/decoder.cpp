#include "feed/decoder.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <exception>

#include "base/text.h"
#include "feed/diagnosis.h"
#include "feed/feed_words.h"
#include "feed/sections.h"

namespace hall {
namespace {

/// Records are the objects in lists. Recursion is bounded: the parser has refused deeper documents.
std::size_t count_records(simdjson::dom::element json) {
    std::size_t count = 0;
    if (simdjson::dom::array array; json.get_array().get(array) == simdjson::SUCCESS) {
        for (const simdjson::dom::element each : array) count += count_records(each) + (each.is_object() ? 1 : 0);
    } else if (simdjson::dom::object object; json.get_object().get(object) == simdjson::SUCCESS) {
        for (const auto field : object) count += count_records(field.value);
    }
    return count;
}

std::optional<Error> check_size(std::string_view bytes) {
    if (bytes.size() <= most_document_bytes) return {};
    return fault(
        fmt::format("Tài liệu quá lớn: {} byte, giới hạn {} byte.", bytes.size(), most_document_bytes),
        fmt::format("The document is too large: {} bytes, the limit is {}.", bytes.size(), most_document_bytes));
}

std::optional<Error> check_records(simdjson::dom::element json) {
    const std::size_t count = count_records(json);
    if (count <= most_records) return {};
    return fault(fmt::format("Tài liệu có {} mục, giới hạn {} mục.", count, most_records),
                 fmt::format("The document has {} records, the limit is {}.", count, most_records));
}

/// Another version or another program's document is refused; one that only forgot the line is read.
std::optional<Error> check_format(const Object& feed) {
    const auto value = feed.find("format");
    if (!value && !feed.has("conference") && !feed.has("agenda") && !feed.has("members") && !feed.has("awards"))
        return fault(
            "JSON này không phải nguồn hội nghị: không có \"format\": \"hoitruong/1\". Kiểm tra địa chỉ nguồn.",
            "This JSON is no conference feed: it has no \"format\": \"hoitruong/1\". Check the feed's address.");
    if (!value) {
        feed.error("format.missing", "format",
                   {"Thiếu dòng \"format\": \"hoitruong/1\"; tài liệu được đọc như vậy. Bổ sung dòng này.",
                    "\"format\": \"hoitruong/1\" is missing; the document is read as such. Add it."});
        return {};
    }
    const std::string format = value->text();
    if (format == words::format) return {};
    return fault(
        fmt::format("Không đọc được định dạng \"{}\"; phiên bản này đọc \"{}\". Cập nhật chương trình hoặc sửa nguồn.",
                    escape_for_log(format), words::format),
        fmt::format("The format \"{}\" is unknown; this version reads \"{}\". Update the program or the feed.",
                    escape_for_log(format), words::format));
}

Conference read_conference(const Object& feed) {
    Conference conference;
    conference.revision = feed.text("revision");
    conference.identity = read_identity(feed);
    conference.branding = read_branding(feed, conference.identity);
    const TimeZone& zone = conference.identity.timezone;
    MemberIds ids;
    conference.agenda = read_agenda(feed, conference.identity);
    conference.members = read_members(feed, ids);
    conference.awards = read_awards(feed, zone, conference.members, ids);
    conference.tasks = read_tasks(feed);
    conference.presidium = read_persons(feed, "presidium");
    conference.guests = read_persons(feed, "guests");
    conference.report = read_report(feed);
    conference.speeches = read_speeches(feed);
    conference.movements = read_movements(feed);
    conference.covenant = read_covenant(feed, ids);
    conference.handover = read_handover(feed, ids);
    conference.photos = read_photos(feed);
    conference.notices = read_notices(feed, zone);
    conference.rundown = read_rundown(feed, conference.awards);
    if (feed.has("sources"))
        feed.warning("sources.unsupported", "sources",
                     {"Phiên bản này chưa đọc các nguồn phụ (sources). Đưa nội dung vào cùng tài liệu.",
                      "This version does not read further sources yet. Put their content into this document."});
    return conference;
}

Result<Decoded> decode(std::string_view bytes) {
    if (auto error = check_size(bytes)) return *error;
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) bytes.remove_prefix(byte_order_mark.size());
    if (auto foreign = foreign_format(bytes)) return Error{std::move(*foreign)};

    simdjson::dom::parser parser;
    simdjson::dom::element root;
    if (parser.allocate(bytes.size(), most_depth) != simdjson::SUCCESS)
        return fault("Không đủ bộ nhớ để đọc nguồn.", "Not enough memory to read the feed.");
    const simdjson::padded_string padded(bytes);
    if (parser.parse(padded).get(root) != simdjson::SUCCESS) return Error{where_json_breaks(bytes)};
    if (auto error = check_records(root)) return *error;

    Findings findings;
    const Object feed(Value(root, Place(), findings), words::feed);
    if (auto error = check_format(feed)) return *error;
    Decoded decoded;
    decoded.conference = read_conference(feed);
    decoded.issues = std::move(findings).take();
    return decoded;
}

}  // namespace

Result<Decoded> decode_feed(std::string_view bytes) {
    try {
        return decode(bytes);
    } catch (const std::exception& exception) {  // memory ran out, or a library broke its word
        return fault(fmt::format("Không đọc được nguồn: {}.", escape_for_log(exception.what())),
                     fmt::format("The feed cannot be read: {}.", escape_for_log(exception.what())));
    }
}

}  // namespace hall
