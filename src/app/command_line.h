#pragma once
/// The program's commands and their options, as they are typed and explained.
#include <optional>
#include <string>
#include <vector>

#include "app/options.h"
#include "base/result.h"

namespace hall {

/// What was said, word for word; what was not said is empty, 0 or false.
struct CommandLine {
    CommandName command = CommandName::show;
    PaperKind paper = PaperKind::order;
    std::string text;  ///< for help and version: what they print
    std::string feed, configuration, theme, at, cache, window, display, renderer, certificates, language, size, out,
        screen, step, text_file, key_file;
    std::string region, key, metrics, heartbeat, seal_keys, console, mc, remote_api;
    double speed = 0;
    std::string replay, show;
    std::vector<std::string> call_hosts;
    std::size_t lines = 0;
    std::string follow, publish, token, name;
    std::optional<int> lead;
    double poll = 0, distance = 0;
    std::size_t frames = 0;
    std::optional<float> reserve_left, reserve_bottom, overscan;
    std::string root, stack;
    bool dry_run = false, unchecked = false;
    bool offline = false, reduced_motion = false, fullscreen = false, json = false, rehearsal = false;
};

/// `arguments` are those after the program's name. A slip comes back as one sentence; thread: any.
Result<CommandLine> read_command_line(const std::vector<std::string>& arguments);

/// Whether a running program was called for a show. What cannot be read here it has read: by an older version, or from
/// a folder where that word is a feed.
bool names_show(const std::vector<std::string>& arguments);

/// The sentence that a wrong command line is answered by; `detail` is a sentence too.
Error wrong_usage(const Sentence& detail);

}  // namespace hall
