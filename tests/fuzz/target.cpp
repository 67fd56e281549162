#include "fuzz/target.h"

namespace hall::fuzz {
namespace {

constexpr std::string_view feeds =
    "assets/conference/conference.json tests/feed/fixtures/complete.json tests/feed/fixtures/twenty-faults.json";
constexpr std::string_view pictures =
    "tests/platform/fixtures/alpha.webp tests/platform/fixtures/corners.jpg tests/platform/fixtures/lossless.webp "
    "tests/platform/fixtures/lossy.webp tests/platform/fixtures/progressive.jpg tests/platform/fixtures/plain.gif";

constexpr Target table[] = {
    {"decode", decode, feeds},
    {"csv", csv, {}},
    {"workbook", workbook, {}},
    {"workbook-parts", workbook_parts, {}},
    {"calendar", calendar, {}},
    {"frab-xml", frab_xml, {}},
    {"frab-json", frab_json, {}},
    {"recognise", recognise, feeds},
    {"text", text, feeds},
    {"layout", layout, {}},
    {"cache-index", cache_index, {}},
    {"event-stream", event_stream, {}},
    {"channel", channel, {}},
    {"url", url, {}},
    {"picture-header", picture_header, pictures},
    {"picture", picture, pictures},
    {"decision", decision, {}},
    {"answer-header", answer_header, {}},
    {"configuration", configuration, "assets/hoitruong.toml"},
    {"keys", keys, {}},
    {"sealed", sealed, {}},
    {"contents", contents, {}},
    {"play", play, {}},
    {"report", report, {}},
};

}  // namespace

std::span<const Target> targets() { return table; }

}  // namespace hall::fuzz
