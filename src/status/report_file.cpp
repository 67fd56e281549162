#include "status/report_file.h"

#include <unistd.h>

#include <array>
#include <limits>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/json.h"
#include "status/json_number.h"
#include "status/process_facts.h"

namespace hall {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t largest_report = 1U << 16U;
constexpr std::uint64_t most_of_anything = 1'000'000'000;
constexpr std::uint64_t most_pixels = 1U << 20U;                // a display's side
constexpr std::uint64_t largest_pid = 1U << 22U;                // the kernel's PID_MAX_LIMIT
constexpr std::uint64_t most_memory = std::uint64_t{1} << 50U;  // bytes
constexpr std::uint64_t any_ticks = std::numeric_limits<std::uint64_t>::max();
constexpr std::int64_t longest = 253402300799999;  // ms; from 1970 to the end of 9999
constexpr double longest_poll = 1e6;               // seconds
constexpr std::array cover_names = {"none", "hold", "black"};
constexpr std::array drive_names = {"clock", "operator"};
constexpr std::array part_names = {"none", "follows", "publishes", "replaced"};
constexpr std::array wait_names = {"nothing", "award", "acceptance"};

template <class Enum, std::size_t N>
Enum named(const std::array<const char*, N>& names, const std::string& name) {
    for (std::size_t i = 0; i < N; ++i)
        if (name == names[i]) return static_cast<Enum>(i);
    return Enum{};
}

Json moment(const std::optional<Instant>& instant) { return instant ? Json(format_rfc3339(*instant)) : Json(); }
Json moment(Instant instant) { return format_rfc3339(instant); }

std::optional<Instant> moment_in(const Json& from, const char* name) {
    const Json value = from.value(name, Json());
    return value.is_string() ? parse_instant(value.get<std::string>(), TimeZone()) : std::nullopt;
}

template <class Count>
Count count_or_none(const Json& from, const char* name, std::uint64_t most = most_of_anything) {
    return from.contains(name) ? count_in<Count>(from, name, most) : Count{0};
}

Json sentence(const Sentence& said) { return said.empty() ? Json() : Json{{"vi", said.vi}, {"en", said.en}}; }

Sentence sentence_of(const Json& value) {
    if (!value.is_object()) return {};
    return {value.value("vi", std::string()), value.value("en", std::string())};
}

Sentence sentence_in(const Json& from, const char* name) { return sentence_of(from.value(name, Json())); }

Json sentences(const std::vector<Sentence>& all) {
    Json made = Json::array();
    for (const Sentence& one : all) made.push_back(sentence(one));
    return made;
}

std::vector<Sentence> sentences_in(const Json& from) {
    std::vector<Sentence> all;
    for (const Json& one : from) all.push_back(sentence_of(one));
    return all;
}

Json feed_as_json(const StatusReport& report) {
    const FeedStatus& feed = report.feed;
    return {{"address", feed.source},
            {"last_success", moment(feed.last_success)},
            {"content_since", moment(feed.content_since)},
            {"next_try", moment(feed.next_try)},
            {"from_cache", feed.from_cache},
            {"failures", feed.failures},
            {"fault", sentence(feed.fault)},
            {"issues", report.issues},
            {"poll_seconds", report.poll.count()},
            {"offline", report.offline},
            {"waits_for", wait_names[static_cast<std::size_t>(report.waits_for)]},
            {"differences", report.differences}};
}

void read_feed(const Json& from, StatusReport& report) {
    report.feed.source = from.at("address").get<std::string>();
    report.feed.last_success = moment_in(from, "last_success");
    report.feed.content_since = moment_in(from, "content_since");
    report.feed.next_try = moment_in(from, "next_try");
    report.feed.from_cache = from.value("from_cache", false);
    report.feed.failures = count_or_none<unsigned>(from, "failures");
    report.feed.fault = sentence_in(from, "fault");
    report.issues = count_or_none<std::size_t>(from, "issues");
    report.poll = Seconds(from.value("poll_seconds", report.poll.count()));
    if (!(report.poll.count() >= 0 && report.poll.count() <= longest_poll)) throw AbsurdNumber();
    report.offline = from.value("offline", false);
    report.waits_for = named<WaitsFor>(wait_names, from.value("waits_for", std::string()));
    report.differences = count_or_none<std::size_t>(from, "differences");
}

Json duration(const std::optional<Milliseconds>& length) { return length ? Json(length->count()) : Json(); }

std::optional<Milliseconds> duration_in(const Json& from, const char* name) {
    const Json value = from.value(name, Json());
    if (value.is_null()) return std::nullopt;
    const bool wraps = value.is_number_unsigned() && value.get<std::uint64_t>() > std::uint64_t{longest};
    if (!value.is_number_integer() || wraps) throw AbsurdNumber();
    const auto length = value.get<std::int64_t>();
    if (length < -longest || length > longest) throw AbsurdNumber();
    return Milliseconds(length);
}

Json absent_as_json(const std::vector<AbsentDisplay>& absent) {
    Json all = Json::array();
    for (const AbsentDisplay& one : absent)
        all.push_back({{"display", one.display}, {"page", one.page}, {"fault", sentence(one.fault)}});
    return all;
}

std::vector<AbsentDisplay> absent_in(const Json& from) {
    std::vector<AbsentDisplay> all;
    for (const Json& one : from)
        all.push_back(
            {one.at("display").get<std::string>(), one.at("page").get<std::string>(), sentence_in(one, "fault")});
    return all;
}

Json link_as_json(const LinkReport& link) {
    return {{"part", part_names[static_cast<std::size_t>(link.part)]},
            {"open", link.open},
            {"fault", sentence(link.fault)},
            {"screens", sentence(link.screens)},
            {"astray", link.astray},
            {"clock_error_ms", duration(link.clock_error)},
            {"clock_unsure_ms", duration(link.clock_unsure)}};
}

LinkReport link_in(const Json& from) {
    LinkReport link;
    link.part = named<LinkPart>(part_names, from.value("part", std::string()));
    link.open = from.value("open", false);
    link.fault = sentence_in(from, "fault");
    link.screens = sentence_in(from, "screens");
    link.astray = count_or_none<std::size_t>(from, "astray");
    link.clock_error = duration_in(from, "clock_error_ms");
    link.clock_unsure = duration_in(from, "clock_unsure_ms");
    return link;
}

void read_clock(const Json& from, ClockReport& clock) {
    clock.error = duration_in(from, "error_ms");
    clock.corrected = from.value("corrected", false);
}

StatusReport report_in(const Json& from) {
    StatusReport report;
    report.version = from.at("version").get<std::string>();
    report.written = moment_in(from, "written").value_or(Instant{});
    report.alive = Milliseconds(count_in<std::int64_t>(from, "alive_steady_ms", longest));
    const Json& process = from.at("process");
    report.process.pid = count_in<int>(process, "pid", largest_pid);
    report.process.start_ticks = count_in<std::uint64_t>(process, "start_ticks", any_ticks);
    report.process.started = moment_in(process, "started").value_or(Instant{});
    report.process.restarts = count_or_none<std::uint32_t>(process, "restarts");
    const Json& page = from.at("page");
    report.page.step = count_in<std::size_t>(page, "step", most_steps);
    report.page.steps = count_in<std::size_t>(page, "steps", most_steps);
    report.page.screen = page.at("screen").get<std::string>();
    report.page.cover = named<Cover>(cover_names, page.value("cover", std::string()));
    report.page.drive = named<Drive>(drive_names, page.value("drive", std::string()));
    report.page.since = moment_in(page, "since").value_or(Instant{});
    report.page.quiet = page.value("quiet", false);
    const Json& display = from.at("display");
    report.display.name = display.at("name").get<std::string>();
    report.display.width = count_in<int>(display, "width", most_pixels);
    report.display.height = count_in<int>(display, "height", most_pixels);
    report.display.renderer = display.value("renderer", std::string());
    report.display.driver = display.value("driver", std::string());
    report.display.rebuilds = count_or_none<std::uint32_t>(display, "rebuilds");
    report.display.textures = count_or_none<std::size_t>(display, "textures");
    report.display.absent = absent_in(display.value("absent", Json::array()));
    read_clock(from.value("clock", Json::object()), report.clock);
    read_feed(from.at("feed"), report);
    if (const auto link = from.find("link"); link != from.end()) report.link = link_in(*link);
    report.place_fault = sentence_in(from, "place_fault");
    report.faults = sentences_in(from.value("faults", Json::array()));
    const Json& memory = from.at("memory");
    report.memory.resident = count_or_none<std::uint64_t>(memory, "resident_bytes", most_memory);
    report.memory.proportional = count_or_none<std::uint64_t>(memory, "proportional_bytes", most_memory);
    return report;
}

bool runs(const ProcessReport& process) { return start_ticks_of(process.pid) == process.start_ticks; }

}  // namespace

Path report_file(const Path& folder) { return folder / "status.json"; }

std::string report_as_json(const StatusReport& report) {
    const PageReport& page = report.page;
    const DisplayReport& display = report.display;
    const Json json = {
        {"version", report.version},
        {"written", moment(report.written)},
        {"alive_steady_ms", report.alive.count()},
        {"process",
         {{"pid", report.process.pid},
          {"start_ticks", report.process.start_ticks},
          {"started", moment(report.process.started)},
          {"restarts", report.process.restarts}}},
        {"page",
         {{"step", page.step},
          {"steps", page.steps},
          {"screen", page.screen},
          {"cover", cover_names[static_cast<std::size_t>(page.cover)]},
          {"drive", drive_names[static_cast<std::size_t>(page.drive)]},
          {"since", moment(page.since)},
          {"quiet", page.quiet}}},
        {"feed", feed_as_json(report)},
        {"link", link_as_json(report.link)},
        {"place_fault", sentence(report.place_fault)},
        {"faults", sentences(report.faults)},
        {"display",
         {{"name", display.name},
          {"width", display.width},
          {"height", display.height},
          {"renderer", display.renderer},
          {"driver", display.driver},
          {"rebuilds", display.rebuilds},
          {"textures", display.textures},
          {"absent", absent_as_json(display.absent)}}},
        {"clock", {{"error_ms", duration(report.clock.error)}, {"corrected", report.clock.corrected}}},
        {"memory", {{"resident_bytes", report.memory.resident}, {"proportional_bytes", report.memory.proportional}}}};
    return write_json(json, 2) + "\n";
}

std::optional<StatusReport> report_from_json(const std::string& text) {
    try {
        return report_in(parse_json(text));
    } catch (const Json::exception&) {
        return std::nullopt;
    } catch (const AbsurdNumber&) {
        return std::nullopt;
    }
}

Status write_report(const Path& file, const StatusReport& report) {
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    return write_file_atomic(file, report_as_json(report), Readers::everyone, Outlives::process);
}

std::optional<StatusReport> read_report(const Path& file) {
    const auto text = read_file(file, largest_report);
    return text ? report_from_json(*text) : std::nullopt;
}

std::optional<FoundReport> find_report(const std::vector<Path>& folders) {
    std::optional<FoundReport> best;
    for (const Path& folder : folders) {
        auto report = read_report(report_file(folder));
        if (!report) continue;
        if (runs(report->process)) return FoundReport{*std::move(report), true};
        if (!best || best->report.written < report->written) best = FoundReport{*std::move(report), false};
    }
    return best;
}

std::optional<int> another_show_in(const Path& file) {
    const auto report = read_report(file);
    const bool another = report && report->process.pid != getpid() && runs(report->process);
    return another ? std::optional(report->process.pid) : std::nullopt;
}

ProcessReport own_process(const Path& file, Instant now) {
    ProcessReport process;
    process.pid = static_cast<int>(getpid());
    process.start_ticks = start_ticks_of(process.pid).value_or(0);
    process.started = now;
    // A show that is ended on purpose takes its report away; one that is still there belongs to a crash.
    const auto earlier = read_report(file);
    if (earlier && !runs(earlier->process)) process.restarts = earlier->process.restarts + 1;
    return process;
}

}  // namespace hall
