#include "app/setup.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <iostream>
#include <optional>
#include <utility>

#include "app/configuration.h"
#include "app/proofs.h"
#include "app/setup_file.h"
#include "feed/worker.h"
#include "net/url.h"
#include "platform/connectors.h"

namespace hall {
namespace {

constexpr std::size_t largest_configuration = 1U << 20U;

struct Stack {
    std::string_view name;      ///< of the option
    std::string_view unit;      ///< systemd's
    std::string_view program;   ///< below the root; what the stack needs, empty for nothing
    std::string_view packages;  ///< that bring it
};
/// The first whose program is there is the usual one.
constexpr std::array<Stack, 3> stacks{{{"x11", "hoitruong.service", "usr/lib/xorg/Xorg", "xserver-xorg"},
                                       {"cage", "hoitruong-cage.service", "usr/bin/cage", "cage"},
                                       {"kms", "hoitruong-kms.service", "", ""}}};

/// Below the root.
Path configuration_place() { return Path(service_configuration).relative_path(); }

/// Absolute, without `.` and `..`, and without the slash that names a folder.
Path full_path(const Path& path) {
    std::error_code error;
    const Path whole = std::filesystem::absolute(path, error).lexically_normal();
    if (error) return path;
    return whole.has_filename() || whole == whole.root_path() ? whole : whole.parent_path();
}

/// By the units' ProtectHome and PrivateTmp.
bool is_hidden_from_services(std::string_view path) {
    for (const std::string_view hidden : {"/home/", "/root/", "/tmp/", "/var/tmp/"})
        if (path.starts_with(hidden)) return true;
    return false;
}

/// The monitor's own name outlives a cable in another socket; two of one model are told by their sockets.
std::string name_among(const std::vector<Connector>& plugged, const Connector& one) {
    const bool unique = std::ranges::count(plugged, one.monitor, &Connector::monitor) == 1;
    return one.monitor.empty() || !unique ? one.name : one.monitor;
}

class Setup {
public:
    Setup(const Options& options, const Paths& paths)
        : options_(options), paths_(paths), wish_(options), plugged_(plugged_in(options.root / "sys/class/drm")) {}

    Exit run();

private:
    void say(const Sentence& sentence) const { fmt::print("{}\n", sentence.in(options_.language)); }
    void complain(const Sentence& sentence) const { fmt::print(stderr, "{}\n", sentence.in(options_.language)); }
    std::optional<std::string> ask(const Sentence& question) const;
    bool asks() const { return isatty(STDIN_FILENO) != 0; }
    Status read_present();
    Status needs_no_answer() const;
    bool find_feed();
    bool feed_is_readable() const;
    bool settle_feed();
    void mind_number() const;
    void mind_desktop() const;
    bool find_display();
    void end_without_answer() const;
    Status write_configuration() const;
    Status enable(const Stack& stack) const;
    const Stack& stack() const;

    const Options& options_;
    const Paths& paths_;
    Options present_;  ///< as the machine is configured already
    Options wish_;     ///< with what was answered
    const std::vector<Connector> plugged_;
};

std::optional<std::string> Setup::ask(const Sentence& question) const {
    fmt::print("{} ", question.in(options_.language));
    std::fflush(stdout);
    std::string answer;
    if (!std::getline(std::cin, answer)) return std::nullopt;
    while (!answer.empty() && (answer.back() == ' ' || answer.back() == '\r')) answer.pop_back();
    return answer;
}

/// A file that cannot be read would stop the show: it is mended before anything is added to it.
Status Setup::read_present() {
    const Path file = options_.root / configuration_place();
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return Done{};
    if (const Status read = read_configuration(file, present_); !read)
        return fault(read.error().sentence.vi + " Hãy sửa hoặc xóa tệp rồi chạy lại setup.",
                     read.error().sentence.en + " Mend or delete the file, then run setup again.");
    for (const Sentence& note : present_.notes) complain(note);
    return Done{};
}

/// A script that forgot an option is no machine's owner who pressed Enter.
Status Setup::needs_no_answer() const {
    if (asks() || options_.dry_run) return Done{};
    const bool feed = !wish_.feed.empty() || !present_.feed.empty();
    const bool display = plugged_.size() < 2 || !wish_.display.empty() || !present_.display.empty();
    if (feed && display) return Done{};
    const std::string_view missing = feed ? "--display" : display ? "--feed" : "--feed, --display";
    return fault(
        fmt::format("Chưa ghi gì: không có bàn phím để hỏi, hãy cho biết {}. Thử trước: --dry-run.", missing),
        fmt::format("Nothing was written: there is no terminal to ask at, so say {}. --dry-run tells what would "
                    "be done.",
                    missing));
}

bool Setup::feed_is_readable() const {
    if (options_.unchecked || wish_.feed.empty()) return true;
    const auto snapshot = read_feed_once(feed_settings(wish_, paths_.cache));
    if (!snapshot) {
        complain(snapshot.error().sentence);
        return false;
    }
    const Conference& conference = snapshot->conference;
    say({fmt::format(
             "Đọc được nguồn: {} mục chương trình, {} thành viên, {} hạng mục khen thưởng, {} điểm cần xem lại.",
             conference.agenda.size(), conference.members.size(), conference.awards.size(), snapshot->issues.size()),
         fmt::format("The feed can be read: {} agenda items, {} members, {} awards, {} things to look at.",
                     conference.agenda.size(), conference.members.size(), conference.awards.size(),
                     snapshot->issues.size())});
    return true;
}

/// The service starts in another folder than whoever set it up: a path is written in full.
bool Setup::settle_feed() {
    if (!feed_is_readable()) return false;
    if (wish_.feed.empty() || looks_like_url(wish_.feed)) return true;
    wish_.feed = full_path(wish_.feed).string();
    if (is_hidden_from_services(wish_.feed))
        complain(
            {fmt::format("Lưu ý: dịch vụ không thấy được {}; hãy để nguồn ở nơi khác, ví dụ /srv.", wish_.feed),
             fmt::format("Mind: the service cannot see {}; put the feed elsewhere, in /srv for example.", wish_.feed)});
    return true;
}

bool Setup::find_feed() {
    if (!wish_.feed.empty() || !asks()) return settle_feed();
    Sentence otherwise{"hội nghị minh họa", "the bundled conference"};
    if (!present_.feed.empty()) otherwise = {"giữ " + present_.feed, "as it is, " + present_.feed};
    while (const auto answer = ask({fmt::format("Địa chỉ nguồn dữ liệu (URL; để trống: {}):", otherwise.vi),
                                    fmt::format("The feed's address (a URL; empty: {}):", otherwise.en)})) {
        if (answer->empty() && !present_.feed.empty()) return true;
        wish_.feed = *answer;
        if (settle_feed()) return true;
    }
    end_without_answer();
    return false;
}

/// Ctrl-D is no Enter.
void Setup::end_without_answer() const {
    complain({"\nChưa trả lời nên đã dừng: chưa ghi và chưa bật gì.",
              "\nEnded without an answer: nothing was written or enabled."});
}

void Setup::mind_number() const {
    const std::string& wanted = wish_.display;
    std::size_t number = 0;
    const auto [stop, wrong] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    if (wrong != std::errc{} || stop != wanted.data() + wanted.size() || number <= plugged_.size()) return;
    complain(
        {fmt::format("Lưu ý: máy đang cắm {} màn hình, chưa có màn hình số {}. Hãy cắm thêm, hoặc chạy lại với số "
                     "hoặc tên khác; tên xem bằng hoitruong identify.",
                     plugged_.size(), number),
         fmt::format("Mind: {} display(s) are plugged in, so there is no number {} yet. Plug it in, or run this again "
                     "with another number or a name that hoitruong identify tells.",
                     plugged_.size(), number)});
}

/// It and our units conflict.
void Setup::mind_desktop() const {
    std::error_code error;
    const Path link = options_.root / "etc/systemd/system/display-manager.service";
    const Path unit = std::filesystem::read_symlink(link, error).filename();
    if (error) return;
    complain(
        {fmt::format("Lưu ý: máy này có màn hình đăng nhập của desktop; hễ nó được mở, cả khi tự nâng cấp, thì buổi "
                     "chiếu bị ngừng. Tắt nó: sudo systemctl disable --now {}",
                     unit.string()),
         fmt::format("Mind: this machine has a desktop's login screen; whenever that is started, by its own upgrade "
                     "too, the show ends. Disable it: sudo systemctl disable --now {}",
                     unit.string())});
}

/// False where nobody answers.
bool Setup::find_display() {
    if (plugged_.empty() && wish_.display.empty() && present_.display.empty())
        say({"Chưa thấy màn hình nào được cắm; chương trình sẽ dùng màn hình đầu tiên được cắm.",
             "No display is plugged in yet; the first one that is will be used."});
    for (std::size_t i = 0; i < plugged_.size(); ++i)
        fmt::print("  {}  {}  {}\n", i + 1, plugged_[i].name, plugged_[i].monitor);
    mind_number();
    if (!wish_.display.empty() || plugged_.size() < 2 || !asks()) return true;
    Sentence otherwise{"màn hình đầu tiên", "the first"};
    if (!present_.display.empty()) otherwise = {"giữ " + present_.display, "as it is, " + present_.display};
    while (const auto answer = ask({fmt::format("Màn hình của khán phòng (số; để trống: {}):", otherwise.vi),
                                    fmt::format("The hall's display (its number; empty: {}):", otherwise.en)})) {
        if (answer->empty()) return true;
        for (std::size_t i = 0; i < plugged_.size(); ++i) {
            if (*answer != std::to_string(i + 1)) continue;
            // On the bare kernel display SDL knows neither connectors nor monitors.
            wish_.display = stack().name == "kms" ? *answer : name_among(plugged_, plugged_[i]);
            return true;
        }
        say({fmt::format("Hãy gõ một số từ 1 đến {}.", plugged_.size()),
             fmt::format("Type a number from 1 to {}.", plugged_.size())});
    }
    end_without_answer();
    return false;
}

Status Setup::write_configuration() const {
    const Path file = options_.root / configuration_place();
    std::error_code error;
    const bool there = std::filesystem::exists(file, error);
    const auto before = read_file(there ? file : paths_.assets / "hoitruong.toml", largest_configuration);
    if (!before) return before.error();
    const auto text = configured(*before, {wish_.feed, wish_.display}, file);
    if (!text) return text.error();
    if (const auto line = main_screen_line(*text); line && !wish_.display.empty())
        say({fmt::format(
                 "Màn hình chính đứng ở mục [[screen]] có show = \"main\" (dòng {}), được ưu tiên hơn [display]: "
                 "“{}” ghi ở đó.",
                 *line, wish_.display),
             fmt::format(
                 "The hall's display stands in the entry of [[screen]] for \"main\" (line {}), which goes before "
                 "[display]: \"{}\" is written there.",
                 *line, wish_.display)});
    if (options_.dry_run) {
        fmt::print("# {}\n{}", file.string(), *text);
        return Done{};
    }
    std::filesystem::create_directories(file.parent_path(), error);
    const Status written = write_file_atomic(file, *text, Readers::everyone);
    if (!written)
        return fault(written.error().sentence.vi + " Hãy chạy lại với sudo.",
                     written.error().sentence.en + " Run it again with sudo.");
    say({"Đã ghi " + file.string() + ".", "Written: " + file.string() + "."});
    const std::string& feed = wish_.feed.empty() ? present_.feed : wish_.feed;
    const std::string& display = wish_.display.empty() ? present_.display : wish_.display;
    say({fmt::format("Nguồn: {}. Màn hình: {}.", feed.empty() ? "hội nghị minh họa (chưa có nguồn thật)" : feed,
                     display.empty() ? "màn hình đầu tiên" : display),
         fmt::format("Feed: {}. Display: {}.", feed.empty() ? "the bundled conference (no feed of your own yet)" : feed,
                     display.empty() ? "the first" : display)});
    return Done{};
}

const Stack& Setup::stack() const {
    std::error_code error;
    for (const Stack& one : stacks)
        if (options_.stack.empty() ? one.program.empty() || std::filesystem::exists(options_.root / one.program, error)
                                   : options_.stack == one.name)
            return one;
    return stacks.back();
}

/// False where it ended otherwise than well, or cannot be started.
bool call(const std::vector<std::string>& words) {
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
    pointers.push_back(nullptr);
    pid_t child = 0;
    int status = 0;
    return posix_spawnp(&child, pointers[0], nullptr, nullptr, pointers.data(), environ) == 0 &&
           waitpid(child, &status, 0) == child && status == 0;
}

/// The other stacks' units are disabled: two shows would fight for the screen.
Status Setup::enable(const Stack& chosen) const {
    const std::string root = "--root=" + (options_.root.empty() ? std::string("/") : options_.root.string());
    for (const bool enabling : {false, true})
        for (const Stack& one : stacks) {
            if ((&one == &chosen) != enabling) continue;
            const std::vector<std::string> words{"systemctl", root, "--quiet", enabling ? "enable" : "disable",
                                                 std::string(one.unit)};
            if (options_.dry_run) {
                fmt::print("{}\n", fmt::join(words, " "));
            } else if (!call(words) && enabling) {
                return fault(
                    fmt::format("Không bật được {}: gói hoitruong đã cài chưa? Có chạy với sudo không?", one.unit),
                    fmt::format("{} cannot be enabled: is the package installed, and did you use sudo?", one.unit));
            }
        }
    if (options_.dry_run) return Done{};
    say({fmt::format("Đã bật {}: màn hình tự chiếu sau khi khởi động máy.", chosen.unit),
         fmt::format("Enabled: {}. The show starts with the machine.", chosen.unit)});
    return Done{};
}

Exit Setup::run() {
    Status begun = read_present();
    if (begun) begun = needs_no_answer();
    if (!begun) {
        complain(begun.error().sentence);
        return Exit::usage;
    }
    if (!find_feed()) return Exit::unusable_feed;
    if (!find_display()) return Exit::usage;
    const Stack& chosen = stack();
    std::error_code error;
    if (!chosen.program.empty() && !std::filesystem::exists(options_.root / chosen.program, error))
        complain({fmt::format("Lưu ý: chưa có /{}. Cài: sudo apt install {}", chosen.program, chosen.packages),
                  fmt::format("Mind: /{} is not there yet. Install it: sudo apt install {}", chosen.program,
                              chosen.packages)});
    mind_desktop();
    Status done = write_configuration();
    if (done) done = enable(chosen);
    if (!done) {
        complain(done.error().sentence);
        return Exit::failed;
    }
    if (options_.dry_run) {
        say({"Chạy thử: chưa ghi và chưa bật gì.", "A dry run: nothing was written or enabled."});
        return Exit::done;
    }
    say({fmt::format(
             "Việc tiếp theo:\n  sudo systemctl start {}\n  hoitruong status\n  sudo nano /{}   (các khóa khác)",
             chosen.unit, configuration_place().string()),
         fmt::format(
             "What to do next:\n  sudo systemctl start {}\n  hoitruong status\n  sudo nano /{}   (the other keys)",
             chosen.unit, configuration_place().string())});
    return Exit::done;
}

}  // namespace

Exit run_setup(const Options& options, const Paths& paths) { return Setup(options, paths).run(); }

}  // namespace hall
