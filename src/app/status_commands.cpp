#include "app/status_commands.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

#include "app/command_line.h"
#include "status/health.h"
#include "status/last_word.h"
#include "status/play_log.h"
#include "status/process_facts.h"
#include "status/report_file.h"
#include "status/report_text.h"

namespace hall {
namespace {

Now clocks() {
    return {std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()),
            std::chrono::floor<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch())};
}

void complain(const Options& options, const Sentence& sentence) {
    fmt::print(stderr, "{}\n", sentence.in(options.language));
}

Sentence nothing_runs() {
    return {
        "Không thấy chương trình nào đang trình chiếu trên máy này. Mở: sudo systemctl start hoitruong.service, hoặc "
        "hoitruong show.",
        "No show is seen to run on this machine. Start one: sudo systemctl start hoitruong.service, or hoitruong "
        "show."};
}

/// What it shows may stand in its session's folder, which nobody else may look into.
Sentence runs_for_another(const ForeignProcess& process) {
    const passwd* const entry = getpwuid(process.user);
    const std::string user = entry != nullptr ? entry->pw_name : fmt::format("'#{}'", process.user);
    return {fmt::format("Người dùng {0} đang chạy hoitruong (pid {1}); chỉ người ấy xem được: sudo -u {0} hoitruong "
                        "status.",
                        user, process.pid),
            fmt::format("The user {0} runs hoitruong (pid {1}), and only that user may see how it is: sudo -u {0} "
                        "hoitruong status.",
                        user, process.pid)};
}

Sentence ended_badly(const StatusReport& report) {
    const std::string at = format_moment(report.written, TimeZone());
    return {fmt::format("Chương trình (pid {}) đã ngừng đột ngột sau {} và chưa chạy lại. Xem nguyên nhân: journalctl "
                        "-u 'hoitruong*'.",
                        report.process.pid, at),
            fmt::format("The show (pid {}) ended without being asked to, after {}, and has not come back. See why: "
                        "journalctl -u 'hoitruong*'.",
                        report.process.pid, at)};
}

/// It is started again and again by systemd; somebody has to mend what keeps it.
Sentence cannot_begin(const Sentence& why) {
    return {"Chưa có hình: lần mở gần nhất không thành. " + why.vi,
            "No picture: the last start came to none. " + why.en};
}

}  // namespace

Exit run_status(const Options& options, const Paths& paths) {
    std::vector<Path> folders{paths.runtime, paths.state, service_runtime, service_state};
    auto found = find_report(folders);
    const std::vector<Path> sessions = session_runtimes();
    if (!found) found = find_report(sessions);  // it never stands for the machine's own
    folders.insert(folders.end(), sessions.begin(), sessions.end());
    if (!found || !found->running) {
        std::optional<LastWord> word;
        for (const Path& folder : folders)
            if (auto one = last_word(folder); one && (!word || word->at < one->at)) word = std::move(one);
        const auto foreign = foreign_show(geteuid(), names_show);
        const bool newest = word && (!found || found->report.written < word->at);
        std::vector<Sentence> why;
        if (newest)
            why.push_back(cannot_begin(word->why));
        else if (found)
            why.push_back(ended_badly(found->report));
        else if (!foreign)
            why.push_back(nothing_runs());
        if (foreign) why.push_back(runs_for_another(*foreign));
        if (options.json)
            fmt::print("{}", absence_as_json(why));
        else
            for (const Sentence& one : why) complain(options, one);
        return Exit::no_show;
    }
    const Now now = clocks();
    const auto wrong = wrongs(found->report, now);
    fmt::print("{}", options.json ? verdict_as_json(found->report, wrong)
                                  : report_as_text(found->report, wrong, now, options.language));
    return wrong.empty() ? Exit::done : Exit::to_mend;
}

Exit run_log(const Options& options, const Paths& paths) {
    auto plays = read_plays(play_log_file(paths.state));
    if (plays.empty()) plays = read_plays(play_log_file(service_state));
    if (plays.empty()) {
        complain(options,
                 {fmt::format("Chưa có nhật ký trình chiếu trong {} hay {}.", paths.state.string(), service_state),
                  fmt::format("There is no play log in {} or {}.", paths.state.string(), service_state)});
        return Exit::no_show;
    }
    if (options.lines > 0 && plays.size() > options.lines)
        plays.erase(plays.begin(), plays.end() - static_cast<std::ptrdiff_t>(options.lines));
    if (options.json)
        for (const Play& play : plays) fmt::print("{}\n", play_as_line(play));
    else
        fmt::print("{}", plays_as_text(plays, TimeZone(), options.language));
    return Exit::done;
}

}  // namespace hall
