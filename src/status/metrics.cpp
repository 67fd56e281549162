#include "status/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "status/health.h"

namespace hall {
namespace {

/// A label's value: quotes, backslashes and line feeds are escaped, as the text format asks.
std::string label(std::string_view text) {
    std::string made;
    for (const char letter : text) {
        if (letter == '\n') {
            made += "\\n";
            continue;
        }
        if (letter == '"' || letter == '\\') made += '\\';
        made += letter;
    }
    return made;
}

double seconds_of(Instant instant) { return Seconds(instant.time_since_epoch()).count(); }

class Exposition {
public:
    void gauge(const char* name, const char* meaning, double value, const std::string& labels = {}) {
        add(name, meaning, "gauge", value, labels);
    }
    void counter(const char* name, const char* meaning, double value) { add(name, meaning, "counter", value, {}); }
    void moment(const char* name, const char* meaning, const std::optional<Instant>& instant) {
        if (instant) gauge(name, meaning, seconds_of(*instant));
    }
    const std::string& text() const { return text_; }

private:
    void add(const char* name, const char* meaning, const char* kind, double value, const std::string& labels) {
        text_ += fmt::format("# HELP hoitruong_{} {}\n# TYPE hoitruong_{} {}\nhoitruong_{}{} {}\n", name, meaning, name,
                             kind, name, labels, value);
    }

    std::string text_;
};

}  // namespace

std::string report_as_metrics(const StatusReport& report, Now now) {
    Exposition out;
    out.gauge("build_info", "Version, renderer and video driver.", 1,
              fmt::format("{{version=\"{}\",renderer=\"{}\",driver=\"{}\"}}", label(report.version),
                          label(report.display.renderer), label(report.display.driver)));
    out.gauge("problems", "What hoitruong status would name as wrong.",
              static_cast<double>(wrongs(report, now).size()));
    out.gauge("loop_age_seconds", "Time since the render loop's last turn, when this was written.",
              Seconds(now.steady - report.alive).count());
    out.gauge("start_time_seconds", "When the program started.", seconds_of(report.process.started));
    out.counter("restarts_total", "Starts after an end that nobody asked for.", report.process.restarts);
    out.gauge("step", "Number of the step on screen, from 1.", static_cast<double>(report.page.step));
    out.gauge("steps", "Steps in the rundown.", static_cast<double>(report.page.steps));
    out.gauge("screen", "The screen that is shown.", 1, fmt::format("{{screen=\"{}\"}}", label(report.page.screen)));
    out.gauge("covered", "1 while HOLD or BLACK covers the page.", report.page.cover == Cover::none ? 0 : 1);
    out.gauge("quiet", "1 in quiet hours, when there is no picture.", report.page.quiet ? 1 : 0);
    out.gauge("operator", "1 while an operator drives the show.", report.page.drive == Drive::by_operator ? 1 : 0);
    out.gauge("feed_failures", "Failed requests in a row.", report.feed.failures);
    out.gauge("feed_issues", "Records to look at in the feed.", static_cast<double>(report.issues));
    out.gauge("feed_from_cache", "1 while nothing newer than the copy on this machine was seen.",
              report.feed.from_cache ? 1 : 0);
    out.gauge(
        "feed_differences_waiting", "Edits that wait for an award to end or for the operator.",
        report.waits_for == WaitsFor::nothing ? 0 : static_cast<double>(std::max<std::size_t>(1, report.differences)));
    out.moment("feed_last_success_timestamp_seconds", "When the feed last answered.", report.feed.last_success);
    out.moment("feed_content_timestamp_seconds", "When the content on screen was fetched.", report.feed.content_since);
    out.gauge("display_width_pixels", "Width of the window.", report.display.width);
    out.gauge("display_height_pixels", "Height of the window.", report.display.height);
    out.gauge("displays_absent", "Displays that the configuration names and that show nothing of ours.",
              static_cast<double>(report.display.absent.size()));
    if (report.link.part == LinkPart::publishes)
        out.gauge("screens_astray", "Screens elsewhere that do not show the commanded step.",
                  static_cast<double>(report.link.astray));
    out.counter("renderer_rebuilds_total", "How often the renderer was lost and made anew.", report.display.rebuilds);
    out.gauge("textures", "Textures that the hall's renderer holds.", static_cast<double>(report.display.textures));
    if (report.clock.error)
        out.gauge("clock_error_seconds", "This machine's clock minus the server's.",
                  Seconds(*report.clock.error).count());
    out.gauge("resident_memory_bytes", "RSS.", static_cast<double>(report.memory.resident));
    out.gauge("proportional_memory_bytes", "PSS.", static_cast<double>(report.memory.proportional));
    return out.text();
}

Status write_metrics(const Path& file, const StatusReport& report, Now now) {
    return write_file_atomic(file, report_as_metrics(report, now), Readers::everyone);
}

}  // namespace hall
