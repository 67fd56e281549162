#include "app/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/command_line.h"
#include "app/configuration.h"
#include "base/text.h"
#include "base/time.h"
#include "draw/theme.h"
#include "remote/address.h"

namespace hall {
namespace {

bool starts_vietnamese(const std::string& locale) { return locale.rfind("vi", 0) == 0; }

std::string theme_names() {
    std::string names;
    for (const Theme& theme : themes()) names += (names.empty() ? "" : ", ") + theme.name;
    return names;
}

void take_line(const CommandLine& line, Options& options) {
    const auto take = [](const auto& from, auto& to) {
        if (!from.empty()) to = from;
    };
    take(line.feed, options.feed);
    take(line.theme, options.theme);
    take(line.at, options.at);
    take(line.cache, options.cache);
    take(line.display, options.display);
    take(line.renderer, options.renderer);
    take(line.certificates, options.certificates);
    take(line.metrics, options.metrics);
    take(line.heartbeat, options.heartbeat);
    take(line.follow, options.channel.follow);
    take(line.publish, options.channel.publish);
    take(line.token, options.channel.token);
    take(line.name, options.channel.name);
    if (line.lead) options.channel.lead = *line.lead;
    take(line.seal_keys, options.seal_keys);
    take(line.remote_api, options.remote_api);
    take(line.mc, options.mc);
    if (line.speed > 0) options.speed = line.speed;
    take(line.replay, options.replay);
    take(line.out, options.out);
    take(line.text_file, options.text_file);
    take(line.key_file, options.key_file);
    take(line.screen, options.screen);
    take(line.step, options.step);
    if (!line.language.empty()) options.language = line.language == "vi" ? Language::vietnamese : Language::english;
    options.frames = line.frames;
    if (line.poll > 0) options.poll = line.poll;
    if (line.distance > 0) options.distance = line.distance;
    if (line.reserve_left) options.wall.reserve_left = *line.reserve_left;
    if (line.reserve_bottom) options.wall.reserve_bottom = *line.reserve_bottom;
    if (line.overscan) options.wall.overscan = *line.overscan;
    if (line.fullscreen) options.window.reset();
    options.offline |= line.offline;
    options.console |= !line.console.empty();
    options.console_over |= line.console == "over";
    options.reduced_motion |= line.reduced_motion;
    options.json |= line.json;
    options.rehearsal |= line.rehearsal;
    options.lines = line.lines;
    take(line.root, options.root);
    take(line.stack, options.stack);
    options.dry_run = line.dry_run;
    options.unchecked = line.unchecked;
}

/// Calls `take` with every variable's name and what it sets.
template <class Take>
void each_variable(Options& options, const Take& take) {
    take("HOITRUONG_FEED", options.feed);
    take("HOITRUONG_THEME", options.theme);
    take("HOITRUONG_CACHE", options.cache);
    take("HOITRUONG_DISPLAY", options.display);
    take("HOITRUONG_RENDERER", options.renderer);
    take("HOITRUONG_CERTIFICATES", options.certificates);
    take("HOITRUONG_METRICS", options.metrics);
    take("HOITRUONG_HEARTBEAT", options.heartbeat);
    take("HOITRUONG_FOLLOW", options.channel.follow);
    take("HOITRUONG_PUBLISH", options.channel.publish);
    take("HOITRUONG_TOKEN", options.channel.token);
    take("HOITRUONG_NAME", options.channel.name);
    take("HOITRUONG_REMOTE_API", options.remote_api);
    take("HOITRUONG_REMOTE_TOKEN", options.remote_token);
}

void take_environment(const Environment& environment, Options& options) {
    each_variable(options, [&](const char* name, auto& to) {
        if (const auto value = environment(name); value && !value->empty()) to = *value;
    });
}

Language language_of(const Environment& environment) {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const auto value = environment(name); value && !value->empty())
            return starts_vietnamese(*value) ? Language::vietnamese : Language::english;
    return Language::english;
}

/// What command line, environment and file alike can get wrong.
Status validate(Options& options) {
    if (!options.at.empty() && !parse_instant(options.at, TimeZone{}))
        return wrong_usage({fmt::format("“{}” không phải thời điểm; hãy viết như 2022-12-20T08:00.", options.at),
                            fmt::format("“{}” is no moment; write it like 2022-12-20T08:00.", options.at)});
    if (!options.channel.follow.empty() && !options.channel.publish.empty())
        return fault(
            "Một máy chỉ theo máy khác hoặc chỉ điều khiển: hãy bỏ một trong hai khóa channel.follow và "
            "channel.publish của tệp cấu hình (trên dòng lệnh: --follow và --publish).",
            "A machine either follows or commands: take one of the keys channel.follow and channel.publish out of "
            "the configuration (on the command line: --follow and --publish).");
    if (options.show && !(options.channel.follow.empty() && options.channel.publish.empty()))
        return fault(
            "Một máy chỉ chiếu các trang của một màn hình có số bước khác các máy kia: hãy bỏ khóa display.show "
            "(--show), hoặc bỏ channel.follow và channel.publish (--follow, --publish).",
            "One screen's pages alone have other steps than the other machines: take out display.show (--show), or "
            "channel.follow and channel.publish (--follow, --publish).");
    if (!options.replay.empty() && !options.channel.follow.empty())
        return wrong_usage({"chiếu lại thì tự điều khiển, không theo máy khác được: hãy bỏ --replay hoặc --follow.",
                            "a replay commands by itself and cannot follow: leave --replay or --follow out."});
    if (!options.remote_api.empty() && !parse_remote_address(options.remote_api))
        return wrong_usage(
            {fmt::format("“{}” không phải địa chỉ để nghe; hãy viết như 127.0.0.1:8088.", options.remote_api),
             fmt::format("“{}” is no address to listen at; write it like 127.0.0.1:8088.", options.remote_api)});
    if (options.command == CommandName::check && options.feed.empty())
        return fault(
            "Chưa biết kiểm tra nguồn nào: hãy viết hoitruong check NGUỒN (URL, thư mục hoặc tệp), hoặc ghi address ở "
            "mục [feed] của tệp cấu hình.",
            "No feed is named or configured: write hoitruong check FEED (a URL, a folder or a file), or set address "
            "under [feed] in the configuration.");
    const bool prints = options.command == CommandName::sheet && options.paper != PaperKind::press;
    if (prints && options.out.extension() != ".pdf") {
        const std::string pdf = Path(options.out).replace_extension(".pdf").string();
        return wrong_usage({fmt::format("giấy tờ được ghi thành PDF; hãy viết --out {}.", pdf),
                            fmt::format("papers are written as PDF; write --out {}.", pdf)});
    }
    if (!is_renderer(options.renderer))
        return wrong_usage(
            {fmt::format("không có bộ vẽ “{}”; chỉ có {}.", options.renderer, renderer_names()),
             fmt::format("there is no renderer “{}”; there are {}.", options.renderer, renderer_names())});
    const bool every = options.command == CommandName::snapshot && options.theme == every_theme;
    if (!every && !options.theme.empty() && theme_named(options.theme).name != options.theme)
        options.notes.push_back({fmt::format("Không có chủ đề “{}”; dùng “{}”. Chỉ có {}.", options.theme,
                                             theme_named("").name, theme_names()),
                                 fmt::format("There is no theme \"{}\"; using \"{}\". There are {}.", options.theme,
                                             theme_named("").name, theme_names())});
    return Done{};
}

/// What line, environment and `file` come to; a file that nobody named need not exist.
Result<Options> options_from(const CommandLine& line, const Environment& environment, const Path& file) {
    Options options;
    options.language = language_of(environment);
    options.command = line.command;
    options.paper = line.paper;
    std::error_code error;
    // What `setup` writes is what it is told, not what stands in a file already.
    const bool reads = options.command != CommandName::setup;
    if (reads && (!line.configuration.empty() || std::filesystem::exists(file, error))) {
        options.configuration = file;
        if (const Status read = read_configuration(file, options); !read) {
            // What a broken file ended is to be seen all the same.
            if (options.command != CommandName::status && options.command != CommandName::log) return read.error();
            options.notes.push_back(read.error().sentence);
        }
    }
    if (reads) take_environment(environment, options);
    take_line(line, options);
    if (!line.show.empty()) {
        options.show = role_named(line.show);
        if (!options.show && line.show != "main")
            return wrong_usage(
                {fmt::format("“{}” không chiếu riêng được; hãy viết main, hoặc một màn hình như agenda.", line.show),
                 fmt::format("“{}” cannot stand alone; write main, or a screen like agenda.", line.show)});
    }
    if (!line.call_hosts.empty()) options.call_hosts.clear();
    for (const std::string& text : line.call_hosts) {
        const auto host = parse_call_host(text);
        if (!host)
            return wrong_usage({fmt::format("“{}” không phải máy; hãy viết như 192.168.1.20:8088.", text),
                                fmt::format("“{}” is no machine; write it like 192.168.1.20:8088.", text)});
        options.call_hosts.push_back(*host);
    }
    for (const auto& [text, where] : {std::pair{line.window, 0}, std::pair{line.size, 1}}) {
        if (text.empty()) continue;
        const auto size = parse_size(text);
        if (!size)
            return wrong_usage(
                {fmt::format("“{}” không phải kích thước; hãy viết như 1280x720 (mỗi cạnh từ 64 đến 16384).", text),
                 fmt::format("“{}” is no size; write it like 1280x720 (64 to 16384 a side).", text)});
        if (where == 0)
            options.window = size;
        else
            options.size = *size;
    }
    if (!line.region.empty()) {
        options.wall.region = parse_region(line.region);
        if (!options.wall.region)
            return wrong_usage(
                {fmt::format("“{}” không phải vùng hiển thị; hãy viết như 0,0,1280,360 (điểm ảnh).", line.region),
                 fmt::format("“{}” is no region; write it like 0,0,1280,360 (pixels).", line.region)});
    }
    if (!line.key.empty()) {
        options.wall.key = parse_key(line.key);
        if (!options.wall.key)
            return wrong_usage(
                {fmt::format("“{}” không phải màu nền để ghép; hãy viết green, blue hoặc #00B140.", line.key),
                 fmt::format("“{}” is no key colour; write green, blue or #00B140.", line.key)});
    }
    if (const Status valid = validate(options); !valid) return valid.error();
    const bool shows = options.command == CommandName::show && options.feed.empty();
    if (shows && (!line.configuration.empty() || std::filesystem::exists(file, error)))
        options.notes.push_back(
            {"Chưa cấu hình nguồn dữ liệu: đang chiếu hội nghị minh họa. Đặt feed.address, hoặc chạy "
             "sudo hoitruong setup.",
             "No feed is configured: the sample conference is shown. Set feed.address, or run sudo "
             "hoitruong setup."});
    return options;
}

}  // namespace

std::string version() { return HALL_VERSION; }

Result<Options> read_options(const std::vector<std::string>& arguments, const Environment& environment,
                             const Path& default_configuration, const Path& services, const Path& kept) {
    const auto said = read_command_line(arguments);
    if (!said) return said.error();
    const CommandLine& line = *said;
    if (line.command == CommandName::help || line.command == CommandName::version) {
        Options options;
        options.command = line.command;
        options.text = line.text;
        return options;
    }
    std::error_code error;
    Path file = line.configuration.empty() ? default_configuration : Path(line.configuration);
    // `status` tells a technician of the service's feed, too.
    const bool names_none = line.command == CommandName::check && line.feed.empty() && line.configuration.empty();
    if (names_none && !std::filesystem::exists(file, error)) file = services;
    auto options = options_from(line, environment, file);
    const bool goes_on =
        line.command == CommandName::show && line.configuration.empty() && std::filesystem::exists(file, error);
    if (options || !goes_on) return options;
    // A slip in the file must not leave a hall dark in which nobody is.
    const Sentence why = options.error().sentence;
    const auto go_on = [&](const Path& other, const Sentence& meanwhile) {
        auto without = options_from(line, environment, other);
        if (without) without->notes.insert(without->notes.begin(), {why.vi + meanwhile.vi, why.en + meanwhile.en});
        return without;
    };
    if (std::filesystem::exists(kept, error))
        if (auto before = go_on(kept, {" Cho đến khi sửa: dùng thiết lập đọc được lần trước.",
                                       " Until it is mended what was read before holds."}))
            return before;
    if (auto bare = go_on({}, {" Cho đến khi sửa: dùng thiết lập mặc định.", " Until it is mended the defaults hold."}))
        return bare;
    return options;
}

std::vector<Sentence> unknown_variables(const std::vector<std::string>& names) {
    std::vector<std::string> known{"HOITRUONG_HOME"};
    Options unused;
    each_variable(unused, [&](const char* name, const auto&) { known.emplace_back(name); });
    std::vector<Sentence> notes;
    for (const std::string& name : names) {
        if (!name.starts_with("HOITRUONG_") || std::ranges::find(known, name) != known.end()) continue;
        const std::string nearest =
            *std::ranges::min_element(known, {}, [&](const std::string& one) { return edit_distance(one, name); });
        const std::string shown = escape_for_log(name);
        notes.push_back({fmt::format("Không có biến môi trường “{}”; có phải “{}”?", shown, nearest),
                         fmt::format("There is no environment variable \"{}\"; did you mean \"{}\"?", shown, nearest)});
    }
    return notes;
}

}  // namespace hall
