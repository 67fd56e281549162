/// What a screen that stands armed tells of who is coming: the real program, its memory, its files, its picture.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/capability.h>
#include <sys/syscall.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>

#include "app/program.h"
#include "base/file.h"
#include "link/broker.h"
#include "net/temporary_folder.h"
#include "platform/xvfb.h"

namespace hall {
namespace {

using namespace std::chrono_literals;

/// Every sealed field, each with a word that stands nowhere else.
struct Names {
    std::string person, unit, citation, position, organisation, representative;

    std::vector<std::string> all() const { return {person, unit, citation, position, organisation, representative}; }
};

// Longer than what a std::string keeps in place, and no word of the program's own.
const Names first{"Zhukvan Qwimelor Batrudi", "Xephonika Lumbratte Gordi", "Wurdelin chokavanti brem",
                  "Plokhamir quendarosh",     "Jandiweko stiltramone",     "Ymorrande kitashuvel"};
const Names second{"Fe", "Ovvelin Drasquatch Merrimoten Vandelabrook Siltrahimmer", "Hrunjafeld",
                   "Ka", "Tsvelinkobra uddermathen pliskowendral bruntashilko",     "Bryndavesk"};

std::string feed_of(const Names& names) {
    return R"({"format": "hoitruong/1", "conference": {"title": "Hội nghị Tổng kết"},
      "awards": [{"id": "co", "rank": 1, "name": "Cờ thi đua", "visibility": "held", "decision": {"number": "12/QĐ"},
        "batches": [{"recipients": [
          {"kind": "person", "name": ")" +
           names.person + R"(", "position": ")" + names.position + R"(", "organisation": ")" + names.organisation +
           R"(", "citation": ")" + names.citation + R"("},
          {"kind": "collective", "name": ")" +
           names.unit + R"(", "representative": ")" + names.representative + R"("},
          {"kind": "collective", "name": "Đơn vị thứ ba"}]}]}],
      "rundown": [{"screen": "welcome"}, {"screen": "award-intro", "award": "co"}, {"screen": "closing"}]})";
}

constexpr int intro = 2, armed = 3;  // as operators count

class Leak : public testing::Test {
protected:
    Leak() : screen_(640, 360) { program_.set("ASAN_OPTIONS", "detect_leaks=0"); }

    void seal(const Names& names, const std::string& to) {
        folder_.write(to + "/desk/conference.json", feed_of(names));
        test::Program desk(home(to), "");
        ASSERT_EQ(desk.run({"seal", path(to + "/desk"), "--out", path(to + "/sealed"), "--keys", path(to + "/keys")}),
                  0)
            << desk.output();
    }
    std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
    std::string home(const std::string& name) const {
        std::filesystem::create_directories(folder_.path() / name);
        return path(name);
    }

    void show(const std::string& feed, const std::vector<std::string>& more = {}) {
        std::vector<std::string> arguments{"show",    path(feed), "--renderer", "software", "--reduced-motion",
                                           "--theme", "dem"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        program_.start(arguments);
    }
    void press(const std::string& keys) { screen_.run("xdotool key --delay 60 " + keys); }

    /// The picture once the play log says that this step stands, and nothing moves any more.
    std::string picture_of(int step) {
        const std::string wanted = "\"step\":" + std::to_string(step) + ",";
        for (int i = 0; i < 300 && last_play().find(wanted) == std::string::npos; ++i)
            std::this_thread::sleep_for(50ms);
        EXPECT_NE(last_play().find(wanted), std::string::npos) << last_play() << program_.output();
        std::string before, now;
        for (int i = 0; i < 100; ++i) {
            now = screen_.run("import -silent -window root -depth 8 rgb:-");
            if (!now.empty() && now == before) break;
            before = std::exchange(now, {});
            std::this_thread::sleep_for(100ms);
        }
        return before;
    }
    std::string last_play() const {
        std::string last;
        for (const auto& entry : files_of("screen"))
            if (entry.string().find("play") != std::string::npos) {
                std::ifstream file(entry);
                for (std::string line; std::getline(file, line);) last = line;
            }
        return last;
    }
    std::vector<Path> files_of(const std::string& folder) const {
        std::vector<Path> files;
        std::error_code error;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.path() / folder, error))
            if (entry.is_regular_file()) files.push_back(entry.path());
        return files;
    }

    /// All that the process could read of itself; nothing where the system forbids us to look.
    std::optional<std::string> memory() const {
        const std::string process = "/proc/" + std::to_string(program_.pid());
        const int memory = open((process + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
        if (memory < 0) return {};
        std::string all;
        std::ifstream maps(process + "/maps");
        for (std::string line; std::getline(maps, line);) {
            unsigned long from = 0, to = 0;
            char readable = '-';
            if (std::sscanf(line.c_str(), "%lx-%lx %c", &from, &to, &readable) != 3 || readable != 'r') continue;
            std::string part(to - from, '\0');
            const auto got = pread(memory, part.data(), part.size(), static_cast<off_t>(from));
            if (got > 0) all.append(part, 0, static_cast<std::size_t>(got));
        }
        close(memory);
        return all;
    }

    static std::string wide(const std::string& text, std::size_t bytes) {
        std::string made;
        for (const char c : text) made += c + std::string(bytes - 1, '\0');
        return made;
    }
    static void expect_none(const std::string& bytes, const Names& names, const std::string& where) {
        for (const std::string& name : names.all()) {
            const std::string head = name.substr(0, 16);  // what is cut off is readable, too
            for (const std::size_t width : {1U, 2U, 4U})
                EXPECT_EQ(bytes.find(wide(head, width)), std::string::npos) << where << " tells " << name;
        }
    }

    test::TemporaryFolder folder_;
    Xvfb screen_;
    test::Program program_{home("screen"), screen_.display()};
};

TEST_F(Leak, an_armed_screen_tells_nobody_who_is_coming) {
    seal(first, "a");
    show("a/sealed");
    picture_of(1);
    press(std::to_string(intro) + " Return");
    picture_of(intro);
    press("Page_Down");
    picture_of(armed);
    if (const auto bytes = memory())
        expect_none(*bytes, first, "the memory");
    else
        EXPECT_NE(geteuid(), 0U) << "root reads it";
    for (const Path& file : files_of("screen")) expect_none(*read_file(file, 64U << 20U), first, file.string());
    expect_none(program_.output(), first, "the output");

    press("Page_Down");  // no key here
    std::this_thread::sleep_for(500ms);
    EXPECT_NE(last_play().find("\"step\":3,"), std::string::npos) << last_play();
    EXPECT_EQ(program_.end(SIGTERM), 0);
}

TEST_F(Leak, with_the_key_the_name_is_in_the_memory_and_on_no_disk) {
    seal(first, "a");
    show("a/sealed", {"--keys", path("a/keys")});
    picture_of(1);
    press(std::to_string(armed) + " Return");
    const std::string before = picture_of(armed);
    if (const auto bytes = memory()) expect_none(*bytes, first, "the operator's memory before the step");
    press("Page_Down");
    EXPECT_NE(picture_of(armed + 1), before);
    if (const auto bytes = memory()) {
        EXPECT_NE(bytes->find(first.person), std::string::npos) << "else the scan sees nothing";
    }
    for (const Path& file : files_of("screen")) expect_none(*read_file(file, 64U << 20U), first, file.string());
    EXPECT_EQ(program_.end(SIGTERM), 0);
    expect_none(program_.output(), first, "the output");
}

TEST_F(Leak, a_screen_that_follows_learns_a_name_with_its_step_and_not_before) {
    seal(first, "a");
    test::Broker broker;
    Xvfb desk(640, 360);
    test::Program chair(home("chair"), desk.display());
    chair.set("ASAN_OPTIONS", "detect_leaks=0");
    const auto token = [&](const std::string& words) {
        const Path file = folder_.path() / words;
        EXPECT_TRUE(write_file_atomic(file, words + "\n"));
        return file.string();
    };
    chair.start({"show", path("a/sealed"), "--keys", path("a/keys"), "--renderer", "software", "--publish",
                 broker.url(), "--token", token(test::operators_token)});
    show("a/sealed", {"--follow", broker.url(), "--token", token(test::screens_token)});
    for (int i = 0; i < 50 && last_play().find("\"step\":3,") == std::string::npos; ++i) {
        desk.run("xdotool key --delay 60 " + std::to_string(armed) + " Return");
        std::this_thread::sleep_for(200ms);
    }
    const std::string armed_picture = picture_of(armed);
    if (const auto bytes = memory()) expect_none(*bytes, first, "the screen's memory before the step");
    desk.run("xdotool key Page_Down");
    EXPECT_NE(picture_of(armed + 1), armed_picture) << chair.output();
    if (const auto bytes = memory()) {
        EXPECT_NE(bytes->find(first.person), std::string::npos) << "the key came with the step";
    }
    for (const Path& file : files_of("screen")) expect_none(*read_file(file, 64U << 20U), first, file.string());
    EXPECT_EQ(program_.end(SIGTERM), 0);
    expect_none(program_.output(), first, "the output");
}

TEST_F(Leak, other_winners_give_the_same_pictures) {
    std::vector<std::string> pictures;
    for (const auto& [names, folder] : {std::pair{first, "a"}, std::pair{second, "b"}}) {
        seal(names, folder);
        std::filesystem::remove_all(folder_.path() / "screen");
        home("screen");
        show(std::string(folder) + "/sealed");
        picture_of(1);
        for (const int step : {intro, armed}) {
            press(std::to_string(step) + " Return");
            pictures.push_back(picture_of(step));
        }
        EXPECT_EQ(program_.end(SIGTERM), 0) << program_.output();
    }
    EXPECT_FALSE(pictures[0].empty());
    EXPECT_TRUE(pictures[0] == pictures[2]) << "the award's own page";
    EXPECT_TRUE(pictures[1] == pictures[3]) << "armed";
    EXPECT_FALSE(pictures[0] == pictures[1]);
}

/// Opens a process's memory as its own user would: root's privilege of reading everybody's is laid down meanwhile.
class Onlooker {
public:
    Onlooker() {
        syscall(SYS_capget, &header_, before_.data());
        auto less = before_;
        less[CAP_TO_INDEX(CAP_SYS_PTRACE)].effective &= ~CAP_TO_MASK(CAP_SYS_PTRACE);
        syscall(SYS_capset, &header_, less.data());
    }
    ~Onlooker() { syscall(SYS_capset, &header_, before_.data()); }
    Onlooker(const Onlooker&) = delete;
    Onlooker& operator=(const Onlooker&) = delete;

    /// 0, or why not.
    int open_memory(pid_t pid) const {
        const int file = ::open(("/proc/" + std::to_string(pid) + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
        const int why = file < 0 ? errno : 0;
        if (file >= 0) ::close(file);
        return why;
    }

private:
    __user_cap_header_struct header_{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> before_{};
};

TEST_F(Leak, not_even_the_same_user_can_read_a_screens_memory) {
    seal(first, "a");
    program_.start_without(CAP_SYS_PTRACE);
    show("a/sealed");
    picture_of(1);
    std::ifstream limits("/proc/" + std::to_string(program_.pid()) + "/limits");
    std::stringstream text;
    text << limits.rdbuf();
    const std::string line = text.str().substr(text.str().find("Max core file size"), 60);
    EXPECT_NE(line.find(" 0 "), std::string::npos) << line;
    EXPECT_EQ(Onlooker().open_memory(program_.pid()), EACCES);
    EXPECT_EQ(program_.end(SIGTERM), 0);

    const pid_t open_one = fork();
    if (open_one == 0) {
        prctl(PR_CAPBSET_DROP, CAP_SYS_PTRACE, 0, 0, 0);
        execlp("sleep", "sleep", "60", nullptr);
        _exit(127);
    }
    int why = EACCES;
    for (int i = 0; i < 100 && why != 0; ++i) {
        why = Onlooker().open_memory(open_one);
        std::this_thread::sleep_for(50ms);
    }
    EXPECT_EQ(why, 0) << "the memory of any other program can be read";
    kill(open_one, SIGKILL);
    waitpid(open_one, nullptr, 0);
}

}  // namespace
}  // namespace hall
