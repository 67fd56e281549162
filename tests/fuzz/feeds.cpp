#include <zip.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <string>

#include "base/log.h"
#include "conference/compare_names.h"
#include "conference/differences.h"
#include "feed/cache_index.h"
#include "feed/decoder.h"
#include "feed/foreign.h"
#include "feed/workbook_fixture.h"
#include "fuzz/target.h"
#include "show/rundown.h"

namespace hall::fuzz {
namespace {

/// What is converted must be readable by our own decoder: the converters' promise.
void convert_and_read(std::string_view bytes, FeedKind kind, std::string section) {
    ForeignWish wish;
    wish.section = std::move(section);
    wish.name = "document";
    wish.days = {LocalTime{2022, 12, 20, 0, 0, 0}};
    const auto converted = convert(bytes, kind, wish);
    if (!converted) return;
    const auto read = decode_feed(converted->document);
    if (!read) std::abort();
    make_rundown(read->conference);
}

/// Reading what changed in a document says what reading all of it says.
void edit_and_read_again(std::string_view bytes, const Decoded& earlier) {
    constexpr std::string_view slips = "a7 \"}],{:\\";
    const std::size_t chance = std::hash<std::string_view>{}(bytes);
    std::string edited(bytes);
    edited[chance % edited.size()] = slips[(chance >> 32U) % slips.size()];
    const auto quickly = decode_feed(edited, {}, Earlier{bytes, earlier}), slowly = decode_feed(edited);
    if (quickly.ok() != slowly.ok()) std::abort();
    if (!quickly) {
        if (quickly.error().sentence != slowly.error().sentence) std::abort();
        return;
    }
    const Conference &one = quickly->conference, &other = slowly->conference;
    if (quickly->issues != slowly->issues || one.awards != other.awards ||
        !std::equal(one.members.begin(), one.members.end(), other.members.begin(), other.members.end()))
        std::abort();
}

}  // namespace

void decode(std::string_view bytes) {
    const auto read = decode_feed(bytes);
    if (!read) return;
    make_rundown(read->conference);
    // Read anew, since what two of them share is not compared.
    if (!differences(read->conference, decode_feed(bytes)->conference).empty()) std::abort();
    edit_and_read_again(bytes, *read);
}

void csv(std::string_view bytes) {
    if (bytes.empty()) return;
    const char* sections[] = {"", "members", "agenda", "awards"};
    convert_and_read(bytes.substr(1), FeedKind::csv, sections[static_cast<unsigned char>(bytes[0]) % 4]);
}

void workbook(std::string_view bytes) { convert_and_read(bytes, FeedKind::workbook, ""); }

/// "NAME\x1eCONTENT\x1f..." zipped: no mutation of a compressed file keeps its checksums.
void workbook_parts(std::string_view bytes) {
    Parts parts;
    while (!bytes.empty() && parts.size() < 12) {
        const std::string_view part = bytes.substr(0, bytes.find('\x1f'));
        bytes.remove_prefix(std::min(bytes.size(), part.size() + 1));
        const auto name = part.find('\x1e');
        if (name != std::string_view::npos && name > 0 && name < 60)
            parts[std::string(part.substr(0, name))] = std::string(part.substr(name + 1));
    }
    if (!parts.empty()) convert_and_read(zipped(parts), FeedKind::workbook, "");
}

void calendar(std::string_view bytes) { convert_and_read(bytes, FeedKind::calendar, "agenda"); }
void frab_xml(std::string_view bytes) { convert_and_read(bytes, FeedKind::frab_xml, "agenda"); }
void frab_json(std::string_view bytes) { convert_and_read(bytes, FeedKind::frab_json, "agenda"); }

void recognise(std::string_view bytes) {
    for (const char* type : {"", "text/csv", "application/json; charset=utf-8"}) (void)hall::recognise(bytes, type, "");
}

void cache_index(std::string_view bytes) {
    const auto index = read_index(bytes);
    if (index && !read_index(write_index(*index))) std::abort();
}

void decision(std::string_view bytes) {
    static const Conference conference =
        decode_feed(R"({"format": "hoitruong/1", "awards": [{"name": "Cờ", "batches": [{"recipients": [
            {"kind": "person", "name": "Nguyễn Thị Hà"}, {"kind": "person", "name": "Hội Nông dân Việt Nam"}]}]}]})")
            ->conference;
    compare_names(conference, bytes);
}

}  // namespace hall::fuzz
