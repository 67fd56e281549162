#include "status/report_text.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/json.h"
#include "base/text.h"
#include "show/rundown.h"
#include "status/report_file.h"

namespace hall {
namespace {

constexpr std::size_t longest_value = 600;  // bytes
constexpr double bytes_per_mebibyte = 1024.0 * 1024.0;

/// Label and value in two columns; what comes from outside cannot forge a line.
class Lines {
public:
    explicit Lines(Language language) : language_(language) {}

    std::string say(const char* vi, const char* en) const { return language_ == Language::vietnamese ? vi : en; }
    void add(const char* vi, const char* en, const std::string& value) {
        const std::string label = say(vi, en);
        const std::size_t wide = count_characters(label);
        text_ += label + std::string(wide < label_width ? label_width - wide : 1, ' ') +
                 escape_for_log(value, longest_value) + "\n";
    }
    void heading(const std::string& line) { text_ += line + "\n"; }
    void point(const std::string& line) { text_ += "- " + escape_for_log(line, longest_value) + "\n"; }
    std::string length(Milliseconds duration) const { return length_in_words(duration, language_); }
    std::string ago(Instant then, Instant now) const {
        const std::string long_ago = length(now - then);
        return language_ == Language::vietnamese ? long_ago + " trước" : long_ago + " ago";
    }
    /// "Award (award-reveal)": people's word, and the feed's.
    std::string screen(const std::string& name) const {
        const auto known = screen_named(name);
        return known ? fmt::format("{} ({})", title_of(*known).in(language_), name) : name;
    }
    const std::string& text() const { return text_; }

private:
    static constexpr std::size_t label_width = 14;

    Language language_;
    std::string text_;
};

void add_page(Lines& lines, const StatusReport& report, Instant now) {
    const PageReport& page = report.page;
    std::string what =
        fmt::format("{} {}/{}: {}", lines.say("bước", "step"), page.step, page.steps, lines.screen(page.screen));
    if (page.quiet) what += lines.say(", giờ nghỉ: không có hình", ", quiet hours: no picture");
    if (page.cover == Cover::hold) what += lines.say(", đang tạm dừng (HOLD)", ", covered by HOLD");
    if (page.cover == Cover::black) what += lines.say(", đang tắt hình (BLACK)", ", covered by BLACK");
    what += ", " + lines.ago(page.since, now);
    what += page.drive == Drive::by_operator ? lines.say(" (người vận hành)", " (an operator drives)")
                                             : lines.say(" (tự chạy)", " (by the clock)");
    lines.add("Đang chiếu", "On screen", what);
}

void add_feed(Lines& lines, const StatusReport& report, Instant now) {
    const FeedStatus& feed = report.feed;
    lines.add("Nguồn", "Feed", feed.source);
    std::string age = feed.content_since
                          ? lines.say("nội dung từ ", "content fetched ") + lines.ago(*feed.content_since, now)
                          : lines.say("chưa có nội dung", "no content yet");
    if (feed.from_cache) age += lines.say(" (bản lưu trên máy)", " (the copy on this machine)");
    if (report.offline)
        age += lines.say("; không dùng mạng (cấu hình)", "; offline by configuration");
    else if (feed.last_success)
        age += lines.say("; trả lời lần cuối ", "; last answer ") + lines.ago(*feed.last_success, now);
    lines.add("Dữ liệu", "Content", age);
    if (report.waits_for != WaitsFor::nothing)
        lines.add("Đang chờ", "Waiting",
                  fmt::format("{} {}", report.differences,
                              report.waits_for == WaitsFor::award
                                  ? lines.say("chỗ sửa, đến khi trao xong", "edits, until the award is left")
                                  : lines.say("chỗ sửa, chờ chấp nhận", "edits, to be accepted")));
    if (report.issues > 0)
        lines.add("Cần xem lại", "To look at",
                  fmt::format("{} ({})", report.issues, lines.say("xem: hoitruong check", "see: hoitruong check")));
}

void add_link(Lines& lines, const LinkReport& link) {
    if (link.part == LinkPart::none) return;
    std::string line = lines.say("điều khiển các màn hình", "commands the screens");
    if (link.part == LinkPart::follows) line = lines.say("theo máy điều khiển", "follows an operator's machine");
    if (link.part == LinkPart::replaced)
        line =
            lines.say("không còn điều khiển các màn hình: máy khác đã nhận", "commands no more: another machine does");
    if (!link.open) line += lines.say(", kênh đang đứt", ", the channel is cut");
    if (link.clock_error && link.clock_unsure)
        line += fmt::format("{} {:+} ms (± {})", lines.say("; đồng hồ lệch", "; this clock is off by"),
                            link.clock_error->count(), link.clock_unsure->count());
    lines.add("Kênh", "Channel", line);
    const std::string screens = lines.say(link.screens.vi.c_str(), link.screens.en.c_str());
    if (!screens.empty() && link.astray == 0) lines.add("Các màn hình", "Screens", screens);
}

void add_machine(Lines& lines, const StatusReport& report, Instant now) {
    const DisplayReport& display = report.display;
    std::string screen =
        fmt::format("{} {}x{}, {}, {}", display.name, display.width, display.height, display.renderer, display.driver);
    if (display.rebuilds > 0)
        screen += fmt::format(", {} {}", display.rebuilds,
                              lines.say("lần dựng lại bộ vẽ", "time(s) the renderer was made anew"));
    lines.add("Màn hình", "Display", screen);
    if (report.clock.wrong())
        lines.add("Đồng hồ", "Clock",
                  fmt::format("{:+.1f} s{}", Seconds(*report.clock.error).count(),
                              report.clock.corrected ? lines.say(" so với máy chủ; trình chiếu theo giờ máy chủ",
                                                                 " from the server's; the show goes by the server's")
                                                     : lines.say(" so với máy chủ", " from the server's")));
    lines.add(
        "Bộ nhớ", "Memory",
        fmt::format("{:.0f} MiB (PSS {:.0f} MiB)", static_cast<double>(report.memory.resident) / bytes_per_mebibyte,
                    static_cast<double>(report.memory.proportional) / bytes_per_mebibyte));
    std::string run = fmt::format("pid {}, {} {}", report.process.pid, lines.say("chạy", "running for"),
                                  lines.length(now - report.process.started));
    if (report.process.restarts > 0)
        run += fmt::format(", {} {}", report.process.restarts, lines.say("lần tự khởi động lại", "restart(s)"));
    lines.add("Chương trình", "Program", fmt::format("{}, {}", run, report.version));
}

nlohmann::ordered_json problems(const std::vector<Sentence>& wrong) {
    auto all = nlohmann::ordered_json::array();
    for (const Sentence& sentence : wrong) all.push_back({{"vi", sentence.vi}, {"en", sentence.en}});
    return all;
}

}  // namespace

std::string length_in_words(Milliseconds duration, Language language) {
    using namespace std::chrono;
    const bool vietnamese = language == Language::vietnamese;
    const auto whole = floor<seconds>(std::max(duration, Milliseconds{0}));
    const auto two = [](long long most, const char* most_unit, long long rest, const char* rest_unit) {
        return fmt::format("{} {} {} {}", most, most_unit, rest, rest_unit);
    };
    const long long d = duration_cast<days>(whole).count(), h = duration_cast<hours>(whole).count(),
                    m = duration_cast<minutes>(whole).count();
    constexpr long long hours_a_day = 24, minutes_an_hour = 60;
    if (d > 0) return two(d, vietnamese ? "ngày" : "d", h % hours_a_day, vietnamese ? "giờ" : "h");
    if (h > 0) return two(h, vietnamese ? "giờ" : "h", m % minutes_an_hour, vietnamese ? "phút" : "min");
    if (m > 0) return fmt::format("{} {}", m, vietnamese ? "phút" : "min");
    return fmt::format("{} {}", whole.count(), vietnamese ? "giây" : "s");
}

std::string report_as_text(const StatusReport& report, const std::vector<Sentence>& wrong, Now now, Language language) {
    Lines lines(language);
    if (wrong.empty()) {
        lines.heading(lines.say("Tốt: màn hình đang chiếu.", "All is well: the show is on."));
    } else {
        lines.heading(lines.say("Cần xem:", "Something is wrong:"));
        for (const Sentence& sentence : wrong) lines.point(sentence.in(language));
    }
    add_page(lines, report, now.wall);
    add_feed(lines, report, now.wall);
    add_link(lines, report.link);
    add_machine(lines, report, now.wall);
    return lines.text();
}

std::string verdict_as_json(const StatusReport& report, const std::vector<Sentence>& wrong) {
    auto json = parse_json(report_as_json(report));
    json["running"] = true;
    json["healthy"] = wrong.empty();
    json["problems"] = problems(wrong);
    return write_json(json, 2) + "\n";
}

std::string absence_as_json(const std::vector<Sentence>& why) {
    const nlohmann::ordered_json json{{"running", false}, {"healthy", false}, {"problems", problems(why)}};
    return write_json(json, 2) + "\n";
}

}  // namespace hall
