#include "app/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/text.h"
#include "platform/picture_apart.h"

namespace hall {
namespace {

constexpr double most_reserve_left = 60, most_reserve_bottom = 45, most_overscan = 10;
constexpr int longest_lead = 1000;  // milliseconds

/// A word that is no file, no folder and no address: most likely a command with a slip in it.
bool is_one_word(const std::string& feed) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; };
    std::error_code ignored;
    return !feed.empty() && std::all_of(feed.begin(), feed.end(), is_letter) && !std::filesystem::exists(feed, ignored);
}

constexpr std::pair<const char*, PaperKind> papers[] = {{"order", PaperKind::order},
                                                        {"plates", PaperKind::plates},
                                                        {"labels", PaperKind::labels},
                                                        {"press", PaperKind::press}};

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

/// The first that no option and no place takes, as it was typed; empty where there is none.
std::string not_taken(const CLI::App& app, const std::vector<std::string>& arguments) {
    const std::vector<std::string> left = app.remaining(true);
    const auto first = std::ranges::find_first_of(arguments, left);
    return first == arguments.end() ? std::string() : *first;
}

/// The option of the command that is spelt most like it, where that is only a slip; of two alike the one that the
/// command cannot do without. Else empty.
std::string nearest_option(const CLI::App& command, const std::string& typed) {
    std::string nearest;
    std::size_t distance = typed.size() / 3 + 1;
    for (const CLI::Option* option : command.get_options())
        for (const std::string& name : option->get_lnames())
            if (const std::size_t one = edit_distance("--" + name, typed);
                one < distance || (one == distance && !nearest.empty() && option->get_required())) {
                nearest = "--" + name;
                distance = one;
            }
    return nearest;
}

Sentence not_understood(const CLI::App& app, const std::string& word) {
    if (!word.starts_with('-'))
        return {fmt::format("không hiểu “{}”.", escape_for_log(word)),
                fmt::format("“{}” is not understood.", escape_for_log(word))};
    const auto commands = app.get_subcommands();
    const std::string name = commands.empty() ? "show" : commands.front()->get_name();
    const std::string option = word.substr(0, word.find('='));
    const std::string nearest = nearest_option(*app.get_subcommand(name), option);
    const std::string shown = escape_for_log(option);
    if (nearest.empty())
        return {fmt::format("{} không có “{}”; hoitruong help {} nêu mọi tùy chọn.", name, shown, name),
                fmt::format("{} has no “{}”; hoitruong help {} lists every option.", name, shown, name)};
    return {fmt::format("{} không có “{}”; có phải “{}”?", name, shown, nearest),
            fmt::format("{} has no “{}”; did you mean “{}”?", name, shown, nearest)};
}

/// What CLI11 says in English, by its kind and the option that is meant.
std::string in_vietnamese(const CLI::ParseError& error) {
    const std::string said = error.what();
    const auto is = [&](CLI::ExitCodes code) { return error.get_exit_code() == static_cast<int>(code); };
    if (is(CLI::ExitCodes::RequiredError)) return fmt::format("thiếu {}.", said.substr(0, said.find(" is required")));
    const auto option = said.find("--");
    if (option == std::string::npos) return "có một giá trị không dùng được.";
    return fmt::format("giá trị của {} không dùng được hoặc còn thiếu.",
                       said.substr(option, said.find_first_of(": ,", option) - option));
}

void add_language(CLI::App& app, CommandLine& line) {
    app.add_option("--lang", line.language, "language of messages / ngôn ngữ thông báo")
        ->check(CLI::IsMember({"vi", "en"}));
}

void add_common(CLI::App& app, CommandLine& line) {
    app.add_option("--config", line.configuration, "configuration file (TOML) / tệp cấu hình");
    app.add_option("--theme", line.theme, "theme, e.g. le-dai / chủ đề");
    app.add_option("--at", line.at, "the moment to show, RFC 3339 or the conference's local time / thời điểm");
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
    add_language(app, line);
    app.add_flag("--offline", line.offline, "no network: what is kept on this machine / không dùng mạng");
}

void add_show(CLI::App& app, CommandLine& line) {
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

void add_setup(CLI::App& app, CommandLine& line) {
    app.add_option("--feed", line.feed, "URL, folder or file; asked where it is left out / nguồn dữ liệu");
    app.add_option("--display", line.display, "display by name or number / màn hình");
    app.add_option("--stack", line.stack, "what draws: x11, cage, kms; default: the first installed / nền đồ họa")
        ->check(CLI::IsMember({"x11", "cage", "kms"}));
    app.add_option("--root", line.root, "the tree to set up instead of / / cây thư mục khác");
    app.add_option("--certificates", line.certificates, "CA bundle to trust besides the system's / chứng chỉ tin cậy");
    app.add_flag("--unchecked", line.unchecked, "do not read the feed now / không đọc thử nguồn");
    app.add_flag("--dry-run", line.dry_run, "only say what would be done / chỉ nói sẽ làm gì");
    add_language(app, line);
}

}  // namespace

Error wrong_usage(const Sentence& detail) {
    return fault(fmt::format("Lệnh không đúng: {} Xem: hoitruong --help", detail.vi),
                 fmt::format("Wrong usage: {} See: hoitruong --help", detail.en));
}

Result<CommandLine> read_command_line(const std::vector<std::string>& arguments) {
    CommandLine line;
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
    const std::pair<const CLI::App*, CommandName> named[] = {
        {show, CommandName::show},         {check, CommandName::check},
        {snapshot, CommandName::snapshot}, {bench, CommandName::bench},
        {seal, CommandName::seal},         {unseal, CommandName::unseal},
        {sheet, CommandName::sheet},       {make_template, CommandName::make_template},
        {compare, CommandName::compare},   {sign, CommandName::sign},
        {status, CommandName::status},     {log, CommandName::log},
        {identify, CommandName::identify}, {setup, CommandName::setup}};
    std::string help_of, kind;
    add_setup(*setup, line);
    identify->add_option("--theme", line.theme, "theme, e.g. le-dai / chủ đề");
    identify->add_option("--renderer", line.renderer, "auto, software, opengl, opengles2");
    add_language(*identify, line);
    CLI::App* help = app.add_subcommand("help", "explains a command / giải thích một lệnh");
    add_show(app, line);
    add_show(*show, line);
    add_show(*bench, line);
    make_template->add_option("DIR", line.out, "folder to write into / thư mục")->required();
    add_language(*make_template, line);
    compare->add_option("FEED", line.feed, "URL, folder or file")->required();
    compare->add_option("TEXT", line.text_file, "the decision's text, a .txt file / văn bản quyết định")->required();
    add_common(*compare, line);
    compare->add_flag("--json", line.json, "machine-readable / dạng JSON");
    sign->add_option("FILE", line.feed, "the feed's file / tệp bản tin")->required();
    sign->add_option("--key", line.key_file, "the desk's secret key, made where it is absent / tệp khóa ký")
        ->required();
    add_language(*sign, line);
    for (CLI::App* one : {seal, unseal}) {
        one->add_option("FEED", line.feed, "URL, folder or file")->required();
        one->add_option("--out", line.out, "folder to write into / thư mục ghi")->required();
        one->add_option("--keys", line.seal_keys, "key file / tệp khóa")->required();
        add_common(*one, line);
    }
    seal->add_flag("--rehearsal", line.rehearsal, "for a rehearsal: every page says so / cho buổi tổng duyệt");
    for (CLI::App* one : {check, snapshot, sheet}) {
        if (one == check)
            one->add_option("FEED", line.feed, "URL, folder or file; default: the configured one");
        else
            one->add_option("FEED", line.feed, "URL, folder or file")->required();
        add_common(*one, line);
        one->add_option("--size", line.size, "picture size, WxH / kích thước");
        one->add_option("--keys", line.seal_keys, "key file of sealed awards: pages with their names / tệp khóa");
    }
    sheet->add_option("--out", line.out, "a PDF; for press pictures a folder / nơi ghi")->required();
    sheet->add_option("--kind", kind, "order (the default), plates, labels or press / loại giấy tờ")
        ->check(CLI::IsMember({"order", "plates", "labels", "press"}));
    check->add_flag("--json", line.json, "machine-readable / dạng JSON");
    snapshot->add_option("--out", line.out, "folder for PNG files, a .pdf, or a .png for all on one sheet / nơi ghi")
        ->required();
    snapshot->add_option("--screen", line.screen,
                         "a screen's name, all, or each: one page of every screen / tên màn hình");
    snapshot->add_option("--step", line.step, "a step's number from 1, or all / số bước");
    for (CLI::App* one : {status, log}) {
        add_language(*one, line);
        one->add_option("--config", line.configuration, "configuration file (TOML) / tệp cấu hình");
        one->add_flag("--json", line.json, "machine-readable / dạng JSON");
    }
    log->add_option("--lines", line.lines, "only the newest so many / chỉ số dòng mới nhất");
    snapshot->add_option("--frames", line.frames, "moments of each page's entrance, 2-120 / số khung chuyển động")
        ->check(CLI::Range(2, 120));
    help->add_option("COMMAND", help_of, "a command's name / tên lệnh");
    add_language(*help, line);

    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        app.parse(std::move(reversed));
    } catch (const CLI::CallForHelp&) {
        line.command = CommandName::help;
        line.text = app.help();
        return line;
    } catch (const CLI::CallForVersion&) {
        line.command = CommandName::version;
        line.text = "hoitruong " + version() + "\n";
        return line;
    } catch (const CLI::ParseError& error) {
        const std::string word = not_taken(app, arguments);
        if (app.get_subcommands().empty() && !word.empty() && is_one_word(line.feed))
            return unknown_command(app, line.feed);
        if (!word.empty()) return wrong_usage(not_understood(app, word));
        return wrong_usage({in_vietnamese(error), std::string(error.what()) + "."});
    }

    if (help->parsed()) {
        line.command = CommandName::help;
        if (help_of.empty()) {
            // App::help would explain the command "help" itself.
            line.text = app.get_formatter()->make_help(&app, app.get_name(), CLI::AppFormatMode::Normal);
            return line;
        }
        for (const CLI::App* one : app.get_subcommands({}))
            if (one->get_name() == help_of) line.text = one->help(app.get_name());
        if (line.text.empty()) return unknown_command(app, help_of);
        return line;
    }
    if (app.get_subcommands().empty() && is_one_word(line.feed)) return unknown_command(app, line.feed);
    for (const auto& [command, name] : named)
        if (command->parsed()) line.command = name;
    for (const auto& [word, paper] : papers)
        if (kind == word) line.paper = paper;
    return line;
}

bool names_show(const std::vector<std::string>& arguments) {
    if (!arguments.empty() && arguments.front() == picture_command) return false;
    const auto said = read_command_line(arguments);
    return !said || said->command == CommandName::show;
}

}  // namespace hall
