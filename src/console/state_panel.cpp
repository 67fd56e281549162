/// How the sources, the screens and the disk fare, and what has happened.
#include <fmt/format.h>

#include "console/panel.h"

namespace hall {
namespace {

std::string age_of(const ConsolePanel& panel) {
    const FeedStatus& feed = panel.in.feed;
    if (!feed.from_cache) return age_in_words(feed.last_success, panel.in.real_time, panel.language);
    return fmt::format(fmt::runtime(panel.say("bản lưu trên máy, nhận {}", "copy kept here, received {}")),
                       age_in_words(feed.content_since, panel.in.real_time, panel.language));
}

void draw_part(const ConsolePanel& panel, const SourceStatus& one) {
    const auto since = one.fault.empty() ? one.last_success : one.content_since;
    const std::string line =
        fmt::format("{}: {}   ({})", one.section, age_in_words(since, panel.in.real_time, panel.language), one.name);
    panel.text(line, panel.colours.quiet);
    if (!one.fault.empty()) panel.warn(one.fault.in(panel.language));
}

constexpr Milliseconds noticed_clock_error{2000};

void draw_clock_error(const ConsolePanel& panel, Milliseconds error) {
    if (std::chrono::abs(error) < noticed_clock_error) return;
    panel.warn(
        fmt::format(fmt::runtime(panel.say("Đồng hồ máy lệch {:+} giây so với máy chủ (hoitruong status).",
                                           "This machine's clock is {:+} s off the server's (hoitruong status).")),
                    std::chrono::round<std::chrono::seconds>(error).count()));
}

}  // namespace

void draw_faults(const ConsolePanel& panel) {
    const FeedStatus& feed = panel.in.feed;
    if (panel.in.lies == Lies::over_the_hall) {
        panel.warn(
            panel.say("Cửa sổ này đè lên hình mà khán phòng đang xem.", "This window lies over what the hall sees."));
        panel.clicked.close |=
            panel.button(panel.say("Trả hình cho khán phòng [O]", "Give the hall its picture [O]"), {0, 0});
    }
    if (panel.in.occasion == Occasion::rehearsal)
        panel.warn(panel.say("Tập dượt: hội trường chạy theo giờ đặt bằng --at, --speed, không phải giờ thật.",
                             "A rehearsal: the hall goes by the clock of --at and --speed, not by the day's."));
    if (panel.in.occasion == Occasion::replay)
        panel.warn(panel.say("Chiếu lại một ngày trong nhật ký: các bước tự chuyển như hôm đó.",
                             "A day of the play log is shown again: steps move as they did then."));
    panel.text(fmt::format("{} {}", panel.say("Dữ liệu:", "Data:"), age_of(panel)), panel.colours.quiet);
    ImGui::SameLine();
    panel.clicked.refresh |= panel.small_button(panel.say("Hỏi lại [R]", "Ask again [R]"));
    if (!feed.fault.empty()) {
        std::string line = feed.fault.in(panel.language);
        if (feed.next_try && *feed.next_try > panel.in.real_time)
            line += fmt::format(fmt::runtime(panel.say(" Thử lại sau {} giây.", " Next try in {} s.")),
                                std::chrono::ceil<std::chrono::seconds>(*feed.next_try - panel.in.real_time).count());
        panel.warn(line);
    }
    if (feed.server_ahead)
        draw_clock_error(panel, panel.in.real_time.time_since_epoch() - panel.in.now.steady - *feed.server_ahead);
    if (!panel.in.channel_fault.empty()) panel.warn(panel.in.channel_fault.in(panel.language));
    if (!panel.in.screens_summary.empty()) panel.text(panel.in.screens_summary.in(panel.language));
    if (!panel.in.save_fault.empty()) panel.warn(panel.in.save_fault.in(panel.language));
}

void draw_sources(const ConsolePanel& panel) {
    const FeedStatus& feed = panel.in.feed;
    const std::string& revision = panel.in.snapshot.conference.revision;
    panel.text(fmt::format(fmt::runtime(panel.say("{}, bản {}", "{}, revision {}")), feed.source,
                           revision.empty() ? "-" : revision));
    for (const SourceStatus& one : feed.sources) draw_part(panel, one);
    if (!panel.in.snapshot.issues.empty())
        panel.text(fmt::format(fmt::runtime(panel.say("{} điểm cần xem lại trong dữ liệu (hoitruong check).",
                                                      "To look at in the feed: {} (hoitruong check).")),
                               panel.in.snapshot.issues.size()));
}

void draw_screens(const ConsolePanel& panel) {
    if (panel.in.screens.empty())
        panel.text(panel.say("Không có màn hình nào khác kết nối.", "No other screen is connected."),
                   panel.colours.quiet);
    for (const ScreenLine& one : panel.in.screens) {
        const std::string step =
            one.step == 0 ? std::string("-") : fmt::format(fmt::runtime(panel.say("bước {}", "step {}")), one.step);
        const std::string line = fmt::format("{}   {}   {}", one.name, step, one.state.in(panel.language));
        panel.text(line, one.state.empty() ? panel.colours.ink : panel.colours.warning);
    }
}

void draw_log(const ConsolePanel& panel) {
    for (auto line = panel.in.log.rbegin(); line != panel.in.log.rend(); ++line) panel.text(*line, panel.colours.quiet);
}

}  // namespace hall
