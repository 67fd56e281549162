#include "feed/decoder.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <deque>
#include <exception>
#include <iterator>
#include <map>
#include <optional>

#include "base/text.h"
#include "feed/diagnosis.h"
#include "feed/feed_words.h"
#include "feed/kept_members.h"
#include "feed/records.h"
#include "feed/sections.h"

namespace hall {
namespace {

/// Those of the members' list, which keep_members counts by the change.
std::size_t count_member_records(simdjson::dom::element feed) {
    simdjson::dom::element members;
    return feed["members"].get(members) == simdjson::SUCCESS ? count_records(members) : 0;
}

std::optional<Error> check_size(std::string_view bytes) {
    if (bytes.size() <= most_document_bytes) return {};
    return fault(
        fmt::format("Tài liệu quá lớn: {} byte, giới hạn {} byte.", bytes.size(), most_document_bytes),
        fmt::format("The document is too large: {} bytes, the limit is {}.", bytes.size(), most_document_bytes));
}

std::optional<Error> check_records(std::size_t count) {
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

/// The document and its parts: for every section the record that holds it.
class Sections {
public:
    explicit Sections(const Object& feed) : feed_(feed) {}
    void replace(std::string_view section, const Object& part) { parts_.emplace(section, &part); }
    const Object& holding(std::string_view section) const {
        const auto found = parts_.find(section);
        return found == parts_.end() ? feed_ : *found->second;
    }

private:
    const Object& feed_;
    std::map<std::string_view, const Object*> parts_;
};

Conference read_conference(const Object& feed, const Sections& sections, const KeptMembers* kept) {
    Conference conference;
    conference.revision = feed.text("revision");
    conference.identity = read_identity(sections.holding("conference"));
    conference.sealing = read_sealing(feed);
    conference.branding = read_branding(sections.holding("branding"), conference.identity);
    const TimeZone& zone = conference.identity.timezone;
    MemberIds ids("member");
    conference.agenda = read_agenda(sections.holding("agenda"), conference.identity);
    conference.members = kept ? kept->members : read_members(sections.holding("members"), ids);
    if (kept) ids.know(conference.members);
    conference.awards = read_awards(sections.holding("awards"), zone, conference.members, ids);
    conference.tasks = read_tasks(sections.holding("tasks"));
    conference.presidium = read_persons(sections.holding("presidium"), "presidium");
    conference.guests = read_persons(sections.holding("guests"), "guests");
    conference.report = read_report(sections.holding("report"));
    conference.speeches = read_speeches(sections.holding("speeches"));
    conference.movements = read_movements(sections.holding("movements"));
    conference.covenant = read_covenant(sections.holding("covenant"), ids);
    conference.handover = read_handover(sections.holding("handover"), ids);
    conference.photos = read_photos(sections.holding("photos"));
    conference.notices = read_notices(sections.holding("notices"), zone);
    conference.rundown = read_rundown(sections.holding("rundown"), conference.awards);
    return conference;
}

/// A parsed document; its values live as long as it does.
struct Parsed {
    simdjson::dom::parser parser;
    simdjson::dom::element root;
};

std::optional<Error> parse(std::string_view bytes, Parsed& parsed) {
    if (auto error = check_size(bytes)) return error;
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) bytes.remove_prefix(byte_order_mark.size());
    if (auto foreign = foreign_format(bytes)) return Error{std::move(*foreign)};
    if (parsed.parser.allocate(bytes.size(), most_depth) != simdjson::SUCCESS)
        return fault("Không đủ bộ nhớ để đọc nguồn.", "Not enough memory to read the feed.");
    const simdjson::padded_string padded(bytes);
    if (parsed.parser.parse(padded).get(parsed.root) != simdjson::SUCCESS) return Error{where_json_breaks(bytes)};
    return {};
}

/// A part being read: its places refer to it.
struct OpenPart {
    explicit OpenPart(const PartDocument& given) : part(given) {}

    const PartDocument& part;
    Parsed parsed;
    Findings findings;
    std::optional<Object> object;
};

Error named(const PartDocument& part, const Error& error) {
    return fault(fmt::format("{} ({}): {}", part.section, part.name, error.sentence.vi),
                 fmt::format("{} ({}): {}", part.section, part.name, error.sentence.en));
}

std::optional<Error> open(OpenPart& opened) {
    const PartDocument& part = opened.part;
    if (auto error = parse(part.document, opened.parsed)) return named(part, *error);
    opened.object.emplace(Value(opened.parsed.root, DocumentPlace(), opened.findings), words::feed);
    if (opened.object->has(part.section)) return {};
    for (const Issue& issue : part.issues)  // why nothing came of it
        if (issue.severity == Severity::error) return named(part, Error{issue.sentence});
    return named(part, fault(fmt::format("Không có mục \"{}\" trong tài liệu này. Kiểm tra địa chỉ.", part.section),
                             fmt::format("This document has no section \"{}\". Check its address.", part.section)));
}

/// What was found in a part is told by the part's own places.
void take_issues(OpenPart& opened, Issues& into) {
    Issues found = std::move(opened.findings).take();
    move_issues(found, opened.part.places);
    if (opened.part.places.empty())
        for (Issue& issue : found) issue.place = opened.part.name + issue.place;
    into.insert(into.end(), opened.part.issues.begin(), opened.part.issues.end());
    into.insert(into.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

Result<Decoded> decode(std::string_view bytes, const std::vector<PartDocument>& parts, const KeptMembers* kept) {
    Parsed parsed;
    if (auto error = parse(bytes, parsed)) return *error;
    const std::size_t member_records = kept ? kept->records : count_member_records(parsed.root);
    std::size_t records = count_records(parsed.root) + (kept ? kept->records : 0);
    if (auto error = check_records(records)) return *error;

    Findings findings;
    const Object feed(Value(parsed.root, DocumentPlace(), findings), words::feed);
    if (auto error = check_format(feed)) return *error;
    Sections sections(feed);
    std::deque<OpenPart> opened;
    for (const PartDocument& part : parts) {
        OpenPart& one = opened.emplace_back(part);
        if (auto error = open(one)) return *error;
        records += count_records(one.parsed.root);
        if (auto error = check_records(records)) return named(part, *error);
        sections.replace(part.section, *one.object);
    }
    Decoded decoded;
    decoded.conference = read_conference(feed, sections, kept);
    decoded.sources = read_sources(feed);
    decoded.member_records = member_records;
    decoded.issues = std::move(findings).take();
    for (OpenPart& one : opened) take_issues(one, decoded.issues);
    return decoded;
}

/// Nothing where all has to be read: only that knows every fault and where it stands.
std::optional<Decoded> decode_what_changed(std::string_view bytes, const Earlier& earlier) {
    if (check_size(bytes)) return std::nullopt;
    const auto kept = keep_members(bytes, earlier);
    if (!kept) return std::nullopt;
    Result<Decoded> decoded = decode(kept->rest, {}, &*kept);
    if (!decoded || tells_of_members(decoded->issues)) return std::nullopt;
    decoded->member_texts = kept->texts;
    return *std::move(decoded);
}

}  // namespace

std::size_t count_records(simdjson::dom::element json) {
    std::size_t count = 0;
    if (simdjson::dom::array array; json.get_array().get(array) == simdjson::SUCCESS) {
        for (const simdjson::dom::element each : array) count += count_records(each) + (each.is_object() ? 1 : 0);
    } else if (simdjson::dom::object object; json.get_object().get(object) == simdjson::SUCCESS) {
        for (const auto field : object) count += count_records(field.value);
    }
    return count;
}

Result<Decoded> decode_feed(std::string_view bytes, const std::vector<PartDocument>& parts,
                            const std::optional<Earlier>& earlier) {
    try {
        if (earlier && parts.empty())
            if (auto decoded = decode_what_changed(bytes, *earlier)) return *std::move(decoded);
        return decode(bytes, parts, nullptr);
    } catch (const std::exception& exception) {  // memory ran out, or a library broke its word
        return fault(fmt::format("Không đọc được nguồn: {}.", escape_for_log(exception.what())),
                     fmt::format("The feed cannot be read: {}.", escape_for_log(exception.what())));
    }
}

}  // namespace hall
