#include "app/options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "app/configuration.h"
#include "base/text.h"
#include "base/time.h"
#include "draw/theme.h"
#include "remote/address.h"

namespace hall {
namespace {

constexpr double most_reserve_left = 60, most_reserve_bottom = 45, most_overscan = 10;
constexpr int longest_lead = 1000;  // milliseconds
constexpr std::array renderers = {"auto", "software", "opengl", "opengles2"};

bool starts_vietnamese(const std::string& locale) { return locale.rfind("vi", 0) == 0; }

/// What the command line said; taken over only where it said something.
struct Line {
    std::string feed, configuration, theme, at, cache, window, display, renderer, certificates, language, size, out,
        screen, step, text_file, key_file, help_of;
    std::string region, key, metrics, heartbeat, seal_keys, kind, console, mc, remote_api;
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

Error wrong_usage(const std::string& detail) {
    return fault(fmt::format("Lệnh không đúng: {} Xem: hoitruong --help", detail),
                 fmt::format("Wrong usage: {} See: hoitruong --help", detail));
}

/// A word that is no file, no folder and no address: most likely a command with a slip in it.
bool is_one_word(const std::string& feed) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; };
    std::error_code ignored;
    return !feed.empty() && std::all_of(feed.begin(), feed.end(), is_letter) && !std::filesystem::exists(feed, ignored);
}

Error unknown_command(const CLI::App& app, const std::string& word) {
    std::string nearest;
    for (const CLI::App* one : app.get_subcommands({}))
        if (nearest.empty() || edit_distance(one->get_name(), word) < edit_distance(nearest, word))
            nearest = one->get_name();
    return fault(fmt::format("Không có lệnh “{}”, cũng không có tệp hay thư mục nào tên như vậy. Có phải “{}”? Xem: "
                             "hoitruong --help",
                             escape_for_log(word), nearest),
                 fmt::format("There is no command “{}”, nor a file or folder of that name. Did you mean “{}”? See: "
                             "hoitruong --help",
                             escape_for_log(word), nearest));
}

void add_common(CLI::App& app, Line& line) {
    app.add_option("--config", line.configuration, "configuration file (TOML) / tệp cấu hình");
    app.add_option("--theme", line.theme, "theme, e.g. le-dai / chủ đề");
    app.add_option("--at", line.at, "the moment to show, RFC 3339 or local / thời điểm");
    app.add_option("--cache", line.cache, "folder for what was fetched / thư mục lưu tạm");
    app.add_option("--certificates", line.certificates, "CA bundle to trust besides the system's / chứng chỉ tin cậy");
    app.add_option("--distance", line.distance, "farthest viewer in image heights, 4-10 / khoảng cách xem")
        ->check(CLI::Range(4.0, 10.0));
    app.add_option("--reserve-left", line.reserve_left, "percent of the width kept free for flags, 0-60 / chừa cờ")
        ->check(CLI::Range(0.0, most_reserve_left));
    app.add_option("--reserve-bottom", line.reserve_bottom,
                   "percent of the height kept free for people on stage, 0-45 / chừa người trên sân khấu")
        ->check(CLI::Range(0.0, most_reserve_bottom));
    app.add_option("--overscan", line.overscan, "percent the display cuts off at every edge, 0-10 / viền bị cắt")
        ->check(CLI::Range(0.0, most_overscan));
    app.add_option("--lang", line.language, "language of messages / ngôn ngữ thông báo")
        ->check(CLI::IsMember({"vi", "en"}));
    app.add_flag("--offline", line.offline, "no network: what is kept on this machine / không dùng mạng");
}

void add_show(CLI::App& app, Line& line) {
    app.add_option("FEED", line.feed, "URL, folder or file; default: the bundled conference");
    add_common(app, line);
    app.add_option("--window", line.window, "a window of WxH pixels instead of full screen / cửa sổ");
    app.add_flag("--fullscreen", line.fullscreen, "full screen (the default) / toàn màn hình");
    app.add_option("--region", line.region, "the part X,Y,W,H of the picture that is ours, pixels / vùng hiển thị");
    app.add_option("--key", line.key, "only lower thirds and notices, on a colour to cut out: green, blue, #RRGGBB");
    app.add_flag("--reduced-motion", line.reduced_motion, "short fades instead of movement / giảm chuyển động");
    app.add_option("--display", line.display, "display by number (from 1) or name / màn hình");
    app.add_option("--show", line.show,
                   "main (the default), or one screen's pages alone: agenda, members... / chỉ chiếu");
    app.add_option("--renderer", line.renderer, "auto, software, opengl, opengles2");
    app.add_option("--poll", line.poll, "seconds between requests, 1-3600 / giây giữa hai lần hỏi")
        ->check(CLI::Range(1.0, 3600.0));
    app.add_option("--metrics", line.metrics, "Prometheus text file to keep up to date / tệp số đo");
    app.add_option("--heartbeat", line.heartbeat, "URL asked once a minute while the show is alive / tín hiệu sống");
    app.add_option("--follow", line.follow, "channel to obey: this screen shows what another machine commands / theo");
    app.add_option("--publish", line.publish, "channel to command the following screens on / điều khiển các màn hình");
    app.add_option("--token", line.token, "file with the channel's token / tệp mã truy cập của kênh");
    app.add_option("--name", line.name, "this screen's name for the operator / tên màn hình");
    app.add_option("--lead", line.lead, "ms from a command until all screens change together, 0-1000 / cùng lúc")
        ->check(CLI::Range(0, longest_lead));
    app.add_option("--keys", line.seal_keys, "key file of sealed awards, on the operator's machine only / tệp khóa");
    app.add_option("--remote-api", line.remote_api, "ADDRESS:PORT for button panels / cổng cho bảng nút bấm");
    app.add_option("--call-host", line.call_hosts, "HOST[:PORT] that the feed's cues may call / máy được phép gọi")
        ->allow_extra_args(false);
    app.add_option("--replay", line.replay, "play log of a day to play again / nhật ký để chiếu lại");
    app.add_option("--speed", line.speed, "rehearsal: the clock goes so many times as fast, 1-60 / tập dượt")
        ->check(CLI::Range(1.0, 60.0));
    app.add_flag("--console{beside}", line.console,
                 "open the operator's window; --console=over: over the show, if need be / cửa sổ người vận hành")
        ->check(CLI::IsMember({"beside", "over"}));
    app.add_flag(
        "--mc{beside}", line.mc,
        "the MC's page on a further display; --mc=NAME: on that one; --mc=only: and nothing else / màn hình MC");
}

void add_setup(CLI::App& app, Line& line) {
    app.add_option("--feed", line.feed, "URL, folder or file; asked where it is left out / nguồn dữ liệu");
    app.add_option("--display", line.display, "display by name or number / màn hình");
    app.add_option("--stack", line.stack, "what draws: x11, cage, kms; default: the first installed / nền đồ họa")
        ->check(CLI::IsMember({"x11", "cage", "kms"}));
    app.add_option("--root", line.root, "the tree to set up instead of / / cây thư mục khác");
    app.add_option("--certificates", line.certificates, "CA bundle to trust besides the system's / chứng chỉ tin cậy");
    app.add_flag("--unchecked", line.unchecked, "do not read the feed now / không đọc thử nguồn");
    app.add_flag("--dry-run", line.dry_run, "only say what would be done / chỉ nói sẽ làm gì");
    app.add_option("--lang", line.language, "language of messages / ngôn ngữ thông báo")
        ->check(CLI::IsMember({"vi", "en"}));
}

void take_line(const Line& line, Options& options) {
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

void take_environment(const Environment& environment, Options& options) {
    const auto take = [&](const char* name, auto& to) {
        if (const auto value = environment(name); value && !value->empty()) to = *value;
    };
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

Language language_of(const Environment& environment) {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const auto value = environment(name); value && !value->empty())
            return starts_vietnamese(*value) ? Language::vietnamese : Language::english;
    return Language::english;
}

/// What command line, environment and file alike can get wrong.
Status validate(Options& options) {
    if (!options.at.empty() && !parse_instant(options.at, TimeZone{}))
        return wrong_usage(fmt::format("“{}” is no moment; write it like 2022-12-20T08:00.", options.at));
    if (!options.channel.follow.empty() && !options.channel.publish.empty())
        return wrong_usage("a machine either follows or publishes, not both.");
    if (options.show && !(options.channel.follow.empty() && options.channel.publish.empty()))
        return wrong_usage(
            "one screen's pages alone have other steps than the other machines: no --show on a channel.");
    if (!options.replay.empty() && !options.channel.follow.empty())
        return wrong_usage("a replay commands by itself and cannot follow.");
    if (!options.remote_api.empty() && !parse_remote_address(options.remote_api))
        return wrong_usage(
            fmt::format("“{}” is no address to listen at; write it like 127.0.0.1:8088.", options.remote_api));
    const auto& known = renderers;
    if (std::find(known.begin(), known.end(), options.renderer) == known.end())
        return wrong_usage(
            fmt::format("there is no renderer “{}”; there are {}.", options.renderer, fmt::join(known, ", ")));
    const bool every = options.command == CommandName::snapshot && options.theme == every_theme;
    if (!every && !options.theme.empty() && theme_named(options.theme).name != options.theme)
        options.notes.push_back(
            {fmt::format("Không có chủ đề “{}”; dùng “{}”.", options.theme, theme_named("").name),
             fmt::format("There is no theme \"{}\"; using \"{}\".", options.theme, theme_named("").name)});
    return Done{};
}

}  // namespace

std::string version() { return HALL_VERSION; }

Result<Options> read_options(const std::vector<std::string>& arguments, const Environment& environment,
                             const Path& default_configuration) {
    Options options;
    options.language = language_of(environment);
    Line line;
    CLI::App app{"Hội Trường: the screens of a conference hall / màn hình hội nghị", "hoitruong"};
    app.set_version_flag("--version", "hoitruong " + version());
    app.require_subcommand(0, 1);
    CLI::App* show = app.add_subcommand("show", "the show, full screen (the default command) / trình chiếu");
    CLI::App* check = app.add_subcommand("check", "says what is wrong in a feed and on its pages / kiểm tra");
    CLI::App* snapshot = app.add_subcommand("snapshot", "pictures of pages, PNG or PDF / xuất ảnh các trang");
    CLI::App* bench = app.add_subcommand("bench", "whether this machine keeps up / máy này có đủ nhanh không");
    CLI::App* seal = app.add_subcommand("seal", "results as ciphertext, for the screens / niêm phong kết quả");
    CLI::App* unseal = app.add_subcommand("unseal", "a sealed feed made readable again, for the desk / mở niêm phong");
    CLI::App* sheet = app.add_subcommand("sheet", "the MC's running order and other papers / kịch bản, biển tên, nhãn");
    CLI::App* make_template = app.add_subcommand("template", "spreadsheets to fill in for a feed / bảng mẫu để điền");
    CLI::App* compare =
        app.add_subcommand("compare", "recipients' names against a decision's text / so tên với quyết định");
    CLI::App* sign = app.add_subcommand("sign", "signs a feed's file for the screens / ký bản tin");
    CLI::App* status = app.add_subcommand("status", "what the show on this machine does / tình trạng trình chiếu");
    CLI::App* log = app.add_subcommand("log", "what was shown when / nhật ký trình chiếu");
    CLI::App* identify =
        app.add_subcommand("identify", "every display says which one it is / mỗi màn hình hiện số và tên");
    CLI::App* setup =
        app.add_subcommand("setup", "makes this machine show a feed from boot on / cài đặt máy trình chiếu");
    add_setup(*setup, line);
    identify->add_option("--theme", line.theme, "theme, e.g. le-dai / chủ đề");
    identify->add_option("--renderer", line.renderer, "auto, software, opengl, opengles2");
    identify->add_option("--lang", line.language, "language of messages / ngôn ngữ thông báo")
        ->check(CLI::IsMember({"vi", "en"}));
    CLI::App* help = app.add_subcommand("help", "explains a command / giải thích một lệnh");
    add_show(app, line);
    add_show(*show, line);
    add_show(*bench, line);
    make_template->add_option("DIR", line.out, "folder to write into / thư mục")->required();
    make_template->add_option("--lang", line.language, "language of messages / ngôn ngữ thông báo")
        ->check(CLI::IsMember({"vi", "en"}));
    compare->add_option("FEED", line.feed, "URL, folder or file")->required();
    compare->add_option("TEXT", line.text_file, "the decision's text, a .txt file / văn bản quyết định")->required();
    add_common(*compare, line);
    compare->add_flag("--json", line.json, "machine-readable / dạng JSON");
    sign->add_option("FILE", line.feed, "the feed's file / tệp bản tin")->required();
    sign->add_option("--key", line.key_file, "the desk's secret key, made where it is absent / tệp khóa ký")
        ->required();
    sign->add_option("--lang", line.language, "language of messages / ngôn ngữ thông báo")
        ->check(CLI::IsMember({"vi", "en"}));
    for (CLI::App* one : {seal, unseal}) {
        one->add_option("FEED", line.feed, "URL, folder or file")->required();
        one->add_option("--out", line.out, "folder to write into / thư mục ghi")->required();
        one->add_option("--keys", line.seal_keys, "key file / tệp khóa")->required();
        add_common(*one, line);
    }
    seal->add_flag("--rehearsal", line.rehearsal, "for a rehearsal: every page says so / cho buổi tổng duyệt");
    for (CLI::App* one : {check, snapshot, sheet}) {
        one->add_option("FEED", line.feed, "URL, folder or file")->required();
        add_common(*one, line);
        one->add_option("--size", line.size, "picture size, WxH / kích thước");
    }
    sheet->add_option("--out", line.out, "a PDF; for press pictures a folder / nơi ghi")->required();
    sheet->add_option("--kind", line.kind, "order (the default), plates, labels or press / loại giấy tờ")
        ->check(CLI::IsMember({"order", "plates", "labels", "press"}));
    check->add_flag("--json", line.json, "machine-readable / dạng JSON");
    snapshot->add_option("--out", line.out, "folder for PNG files, a .pdf, or a .png for all on one sheet / nơi ghi")
        ->required();
    snapshot->add_option("--screen", line.screen,
                         "a screen's name, all, or each: one page of every screen / tên màn hình");
    snapshot->add_option("--step", line.step, "a step's number from 1, or all / số bước");
    for (CLI::App* one : {status, log}) {
        one->add_option("--lang", line.language, "language of messages / ngôn ngữ thông báo")
            ->check(CLI::IsMember({"vi", "en"}));
        one->add_option("--config", line.configuration, "configuration file (TOML) / tệp cấu hình");
        one->add_flag("--json", line.json, "machine-readable / dạng JSON");
    }
    log->add_option("--lines", line.lines, "only the newest so many / chỉ số dòng mới nhất");
    snapshot->add_option("--frames", line.frames, "moments of each page's entrance, 2-120 / số khung chuyển động")
        ->check(CLI::Range(2, 120));
    help->add_option("COMMAND", line.help_of, "a command's name / tên lệnh");

    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        app.parse(std::move(reversed));
    } catch (const CLI::CallForHelp&) {
        options.command = CommandName::help;
        options.text = app.help();
        return options;
    } catch (const CLI::CallForVersion&) {
        options.command = CommandName::version;
        options.text = "hoitruong " + version() + "\n";
        return options;
    } catch (const CLI::ParseError& error) {
        return wrong_usage(std::string(error.what()) + ".");
    }

    if (help->parsed()) {
        options.command = CommandName::help;
        if (line.help_of.empty()) {
            // App::help would explain the command "help" itself.
            options.text = app.get_formatter()->make_help(&app, app.get_name(), CLI::AppFormatMode::Normal);
            return options;
        }
        for (const CLI::App* one : app.get_subcommands({}))
            if (one->get_name() == line.help_of) options.text = one->help(app.get_name());
        if (options.text.empty()) return unknown_command(app, line.help_of);
        return options;
    }
    if (app.get_subcommands().empty() && is_one_word(line.feed)) return unknown_command(app, line.feed);
    if (identify->parsed()) options.command = CommandName::identify;
    if (setup->parsed()) options.command = CommandName::setup;
    if (sheet->parsed()) options.command = CommandName::sheet;
    if (line.kind == "plates") options.paper = PaperKind::plates;
    if (line.kind == "labels") options.paper = PaperKind::labels;
    if (line.kind == "press") options.paper = PaperKind::press;
    if (seal->parsed()) options.command = CommandName::seal;
    if (unseal->parsed()) options.command = CommandName::unseal;
    if (check->parsed()) options.command = CommandName::check;
    if (bench->parsed()) options.command = CommandName::bench;
    if (make_template->parsed()) options.command = CommandName::make_template;
    if (compare->parsed()) options.command = CommandName::compare;
    if (sign->parsed()) options.command = CommandName::sign;
    if (status->parsed()) options.command = CommandName::status;
    if (log->parsed()) options.command = CommandName::log;
    if (snapshot->parsed()) options.command = CommandName::snapshot;

    std::error_code error;
    const Path file = line.configuration.empty() ? default_configuration : Path(line.configuration);
    // What `setup` writes is what it is told, not what stands in a file already.
    const bool reads = options.command != CommandName::setup;
    if (reads && (!line.configuration.empty() || std::filesystem::exists(file, error)))
        if (const Status read = read_configuration(file, options); !read) return read.error();
    if (reads) take_environment(environment, options);
    take_line(line, options);
    if (!line.show.empty()) {
        options.show = role_named(line.show);
        if (!options.show && line.show != "main")
            return wrong_usage(fmt::format("“{}” cannot stand alone; write main, or a screen like agenda.", line.show));
    }
    if (!line.call_hosts.empty()) options.call_hosts.clear();
    for (const std::string& text : line.call_hosts) {
        const auto host = parse_call_host(text);
        if (!host) return wrong_usage(fmt::format("“{}” is no machine; write it like 192.168.1.20:8088.", text));
        options.call_hosts.push_back(*host);
    }
    for (const auto& [text, where] : {std::pair{line.window, 0}, std::pair{line.size, 1}}) {
        if (text.empty()) continue;
        const auto size = parse_size(text);
        if (!size)
            return wrong_usage(fmt::format("“{}” is no size; write it like 1280x720 (64 to 16384 a side).", text));
        if (where == 0)
            options.window = size;
        else
            options.size = *size;
    }
    if (!line.region.empty()) {
        options.wall.region = parse_region(line.region);
        if (!options.wall.region)
            return wrong_usage(fmt::format("“{}” is no region; write it like 0,0,1280,360 (pixels).", line.region));
    }
    if (!line.key.empty()) {
        options.wall.key = parse_key(line.key);
        if (!options.wall.key)
            return wrong_usage(fmt::format("“{}” is no key colour; write green, blue or #00B140.", line.key));
    }
    if (const Status valid = validate(options); !valid) return valid.error();
    return options;
}

}  // namespace hall
