/// Pictures in a process of their own: what it may not do, and what its end costs.
#include "platform/picture_apart.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stop_token>
#include <string>
#include <thread>

#include "platform/picture_file.h"

namespace hall {
namespace {

using namespace std::chrono_literals;

std::string fixture(const std::string& name) {
    return read_file(Path(HALL_SOURCE_DIR) / "tests/platform/fixtures" / name, 1 << 20).value();
}

/// 128 + signal, or the exit code.
int end_of_probe(const std::string& deed) {
    const Path output = std::filesystem::temp_directory_path() / ("hall-probe-" + std::to_string(getpid()));
    const pid_t child = fork();
    if (child == 0) {
        const int file = open(output.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
        dup2(file, STDOUT_FILENO);
        signal(SIGXFSZ, SIG_DFL);
        execl(HALL_PROBE, "probe", deed.c_str(), nullptr);
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    std::filesystem::remove(output);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

TEST(Sandbox, computes_and_does_nothing_else) {
    EXPECT_EQ(end_of_probe("compute"), 0);
    for (const char* deed : {"open", "socket", "unix-socket", "fork", "execute", "kill", "code"})
        EXPECT_EQ(end_of_probe(deed), 128 + SIGSYS) << deed;
}

TEST(Sandbox, has_little_time_memory_and_room) {
    EXPECT_EQ(end_of_probe("output"), 128 + SIGXFSZ);
    EXPECT_EQ(end_of_probe("time"), 128 + SIGKILL);
#if !defined(HALL_SANITIZED)
    EXPECT_EQ(end_of_probe("memory"), 4);
#endif
}

/// A stand-in for a decoder that a picture has taken over.
class EvilDecoder {
public:
    explicit EvilDecoder(const std::string& deed)
        : path_(std::filesystem::temp_directory_path() / ("hall-evil-" + std::to_string(getpid()))) {
        std::ofstream(path_) << "#!/bin/sh\n" << deed << "\n";
        chmod(path_.c_str(), 0700);
    }
    ~EvilDecoder() { std::filesystem::remove(path_); }
    EvilDecoder(const EvilDecoder&) = delete;
    EvilDecoder& operator=(const EvilDecoder&) = delete;

    Result<Image> decode(ApartSettings settings = {}) const {
        settings.program = path_;
        return decode_picture_apart(fixture("photo.jpg"), settings);
    }

private:
    Path path_;
};

ApartSettings real() {
    ApartSettings settings;
    settings.program = HALL_PROGRAM;
    return settings;
}

TEST(PictureApart, every_format_comes_back_as_if_decoded_here) {
    for (const char* name :
         {"photo.jpg", "progressive.jpg", "corners.jpg", "alpha.webp", "lossless.webp", "lossy.webp"}) {
        const auto here = decode_picture(fixture(name)), apart = decode_picture_apart(fixture(name), real());
        ASSERT_TRUE(apart) << name << ": " << apart.error().sentence.en;
        EXPECT_EQ(apart->width, here->width) << name;
        EXPECT_EQ(apart->rgba, here->rgba) << name;
    }
    Image large(6000, 4000);
    for (std::size_t i = 0; i < large.rgba.size(); ++i) large.rgba[i] = static_cast<std::uint8_t>(i / 7);
    const auto bytes = encode_png(large);
    ASSERT_LT(bytes->size(), std::size_t{16} << 20) << "the picture of this test grew too large";
    const auto apart = decode_picture_apart(*bytes, real());
    ASSERT_TRUE(apart) << apart.error().sentence.en;
    EXPECT_EQ(apart->rgba, large.rgba);
}

TEST(PictureApart, the_largest_picture_finds_room) {
    const auto bytes = encode_png(Image(7300, 5400));
    const auto apart = decode_picture_apart(*bytes, real());
    ASSERT_TRUE(apart) << apart.error().sentence.en;
    EXPECT_EQ(apart->width, 7300);
}

TEST(PictureApart, a_damaged_picture_is_told_as_such) {
    std::string bytes = *encode_png(Image(200, 200));
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
    ASSERT_TRUE(decodable_header(bytes)) << "what is wrong is for the child to find";
    const auto apart = decode_picture_apart(bytes, real());
    const auto here = decode_picture(bytes);
    ASSERT_FALSE(here);
    ASSERT_FALSE(apart);
    EXPECT_EQ(apart.error().sentence, here.error().sentence);
}

TEST(PictureApart, a_decoder_that_breaks_costs_one_picture) {
    for (const char* deed : {"kill -SEGV $$", "kill -SYS $$", "exit 1", "exit 0", "cat", "head -c 9000000 /dev/zero"}) {
        const auto picture = EvilDecoder(deed).decode();
        ASSERT_FALSE(picture) << deed;
        EXPECT_NE(picture.error().sentence.en.find("broke its decoder"), std::string::npos) << deed;
    }
    EXPECT_TRUE(decode_picture_apart(fixture("photo.jpg"), real())) << "the next one is decoded";
}

TEST(PictureApart, a_decoder_that_hangs_is_ended) {
    int beats = 0;
    ApartSettings settings;
    settings.patience = 1500ms;
    settings.waiting = [&] { ++beats; };
    const auto before = std::chrono::steady_clock::now();
    const auto picture = EvilDecoder("while :; do :; done").decode(settings);
    ASSERT_FALSE(picture);
    EXPECT_NE(picture.error().sentence.en.find("too long"), std::string::npos);
    EXPECT_LT(std::chrono::steady_clock::now() - before, 8s);
    EXPECT_GE(beats, 1);
}

TEST(PictureApart, whoever_ends_waits_for_no_decoder) {
    const Path begun = std::filesystem::temp_directory_path() / ("hall-begun-" + std::to_string(getpid()));
    std::stop_source end;
    const std::jthread ends([&](const std::stop_token& over) {
        while (!over.stop_requested() && !std::filesystem::exists(begun)) std::this_thread::sleep_for(1ms);
        end.request_stop();
    });
    ApartSettings settings;
    settings.patience = 10s;
    settings.stop = end.get_token();
    int beats_after = 0;
    settings.waiting = [&] { beats_after += end.stop_requested() ? 1 : 0; };
    const EvilDecoder hangs("touch " + begun.string() + "\nwhile :; do :; done");
    const auto picture = hangs.decode(settings);
    ASSERT_FALSE(picture);
    EXPECT_NE(picture.error().sentence.en.find("The program ends"), std::string::npos) << picture.error().sentence.en;
    EXPECT_FALSE(hangs.decode(settings)) << "nor for the next one";
    EXPECT_LE(beats_after, 2) << "it was waited for";
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "no child is left";
    std::filesystem::remove(begun);
}

TEST(PictureApart, the_decoder_inherits_nothing) {
    // An open file, and a variable with a secret in it.
    const int file = open("/etc/hostname", O_RDONLY);
    ASSERT_GT(file, 2);
    setenv("HALL_SECRET", "token", 1);
    const auto clean =
        EvilDecoder("[ -z \"$HALL_SECRET\" ] && [ ! -e /proc/self/fd/" + std::to_string(file) + " ] && exit 10\nexit 1")
            .decode();
    close(file);
    ASSERT_FALSE(clean);
    EXPECT_NE(clean.error().sentence.en.find("damaged"), std::string::npos) << clean.error().sentence.en;
}

/// The kernel's word for it, while the program's own decoder waits for its picture.
TEST(PictureApart, the_programs_decoder_is_locked_in_before_it_reads) {
    std::array<int, 2> input{};
    ASSERT_EQ(pipe2(input.data(), O_CLOEXEC), 0);
    const pid_t child = fork();
    if (child == 0) {
        dup2(input[0], STDIN_FILENO);
        execl(HALL_PROGRAM, HALL_PROGRAM, picture_command, nullptr);
        _exit(127);
    }
    close(input[0]);
    const auto locked_in = [&] {
        std::ifstream file("/proc/" + std::to_string(child) + "/status");
        return std::string(std::istreambuf_iterator<char>(file), {}).find("Seccomp:\t2") != std::string::npos;
    };
    bool locked = false;
    for (int i = 0; i < 6000 && !locked; ++i) {
        locked = locked_in();
        std::this_thread::sleep_for(10ms);
    }
    EXPECT_TRUE(locked);
    int first_to_go = 0;
    std::ifstream("/proc/" + std::to_string(child) + "/oom_score_adj") >> first_to_go;
    EXPECT_EQ(first_to_go, 1000) << "before the show does";
    close(input[1]);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status)) << "no bytes are a damaged picture, and no reason to die";
}

TEST(PictureApart, nothing_of_the_pictures_before_stays) {
    const auto descriptors = [] {
        const std::filesystem::directory_iterator files("/proc/self/fd");
        return std::distance(begin(files), end(files));
    };
    const auto before = descriptors();
    for (int i = 0; i < 10; ++i) {
        EXPECT_TRUE(decode_picture_apart(fixture("photo.jpg"), real()));
        EXPECT_FALSE(EvilDecoder("exit 1").decode());
    }
    EXPECT_EQ(descriptors(), before);
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "no child is left";
}

}  // namespace
}  // namespace hall
