/// Kills, full disks and folders that cannot be written: what was kept once is there at the next start.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <random>

#include "feed/cache.h"
#include "net/faulty_server.h"
#include "net/temporary_folder.h"
#include "screen.h"

namespace hall {
namespace {

using test::document;
using test::FaultyServer;
using test::Screen;
using test::TemporaryFolder;
using test::whole;
namespace fs = std::filesystem;

constexpr const char* feed = "https://host/conference.json";
constexpr int kills = 200;

CachedGeneration generation(std::string text) { return {std::move(text), {}, Instant(Milliseconds(1)), {}}; }

/// The generation before would hide that the newest one is damaged.
void forget_the_generation_before(const Path& folder, const std::string& of_feed) {
    fs::remove(folder / (sha256_hex(of_feed) + ".previous"));
}

pid_t start_follower(const std::string& url, const std::string& cache) {
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::execl(HALL_FOLLOWER, HALL_FOLLOWER, url.c_str(), cache.c_str(), nullptr);
        ::_exit(127);
    }
    return pid;
}

/// "Bản 12" and a tail that makes a commit take a while.
std::string numbered(int number) {
    return R"({"format":"hoitruong/1","revision":")" + std::to_string(number) + R"(","conference":{"title":"Bản )" +
           std::to_string(number) + R"(","logo":"logo-)" + std::to_string(number) + R"(.png"},"x":")" +
           std::string(60'000, 'x') + "\"}";
}

int number_of(const std::string& text) {
    const std::string mark = "\"revision\":\"";
    return std::stoi(text.substr(text.find(mark) + mark.size()));
}

TEST(BrokenDisk, two_hundred_kills_lose_no_kept_generation_and_corrupt_none) {
    std::atomic<int> newest = 0;
    std::atomic<int> requests = 0;
    const FaultyServer server([&](const FaultyServer& self, int connection) {
        ++requests;
        const bool is_picture = self.request().find(".png") != std::string::npos;
        self.send(connection,
                  whole(is_picture ? std::string(20'000, 'p') + std::to_string(newest) : numbered(++newest)));
    });
    const TemporaryFolder folder;
    std::minstd_rand generator(20221220);
    std::uniform_int_distribution<useconds_t> moment(0, 60'000);
    std::uniform_int_distribution<int> progress(1, 4);
    int kept = 0, generations = 0, pictures = 0;
    for (int i = 0; i < kills; ++i) {
        const pid_t pid = start_follower(server.url(), folder.path().string());
        // Every other one is killed only once it has asked for a document, or for the picture of one it has kept: on a
        // busy machine, too, the kills meet commits.
        const int enough = requests + (i % 2 == 0 ? 0 : progress(generator));
        for (int turn = 0; requests < enough && turn < 20'000; ++turn) ::usleep(500);
        ::usleep(moment(generator));
        ::kill(pid, SIGKILL);
        int status = 0;
        ::waitpid(pid, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the follower ended by itself";
        forget_the_generation_before(folder.path(), server.url());
        Cache cache(folder.path(), server.url());
        const auto loaded = cache.load();
        if (!loaded) {
            ASSERT_EQ(kept, 0) << "a kept generation was lost";
            continue;
        }
        const int number = number_of(loaded->document);
        ASSERT_EQ(loaded->document, numbered(number));
        ASSERT_GE(number, kept) << "a kept generation was lost";
        generations += number > kept ? 1 : 0;
        kept = number;
        for (const CachedPicture& picture : loaded->pictures) {
            ASSERT_TRUE(cache.picture(picture.hash));
            ++pictures;
        }
    }
    // Else the kills come too early to meet a commit.
    EXPECT_GT(generations, kills / 4);
    EXPECT_GT(pictures, 0);
}

/// Runs in a child of its own, so that its limits are not the test's. True where it says so.
template <class Work>
bool in_a_child(Work work) {
    const pid_t pid = ::fork();
    if (pid == 0) ::_exit(work() ? 0 : 1);
    int status = 0;
    ::waitpid(pid, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST(BrokenDisk, a_commit_that_ends_at_any_byte_leaves_the_old_generation) {
    const std::string old = document("Cũ"), next = document("Mới, dài hơn");
    for (rlim_t room = 0; room < 400; room += 7) {
        const TemporaryFolder folder;
        ASSERT_TRUE(Cache(folder.path(), feed).store(generation(old)));
        const bool stored = in_a_child([&] {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{room, room};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            CachedGeneration longer = generation(next);
            longer.validators.etag = "\"so that its index is longer, too\"";
            return Cache(folder.path(), feed).store(longer).ok();
        });
        forget_the_generation_before(folder.path(), feed);
        const auto loaded = Cache(folder.path(), feed).load();
        ASSERT_TRUE(loaded) << room;
        EXPECT_EQ(loaded->document, stored ? next : old) << room;
        for (const auto& entry : fs::directory_iterator(folder.path()))
            EXPECT_EQ(entry.path().filename().string().find_first_of("XYZ"), std::string::npos) << entry.path();
        ASSERT_TRUE(Cache(folder.path(), feed).store(generation(next))) << "when there is room again";
        EXPECT_EQ(Cache(folder.path(), feed).load()->document, next);
        if (stored) return;
    }
    FAIL() << "no commit ever fitted: the test no longer reaches the end of one";
}

/// A disk of so many pages and files.
class SmallDisk {
public:
    explicit SmallDisk(const std::string& size) {
        mounted_ = ::mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, size.c_str()) == 0;
    }
    ~SmallDisk() {
        if (mounted_) ::umount2(folder_.path().c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    bool mounted() const { return mounted_; }
    Path path() const { return folder_.path() / "cache"; }
    Path ballast() const { return folder_.path() / "ballast"; }
    const TemporaryFolder& folder() const { return folder_; }

private:
    TemporaryFolder folder_;
    bool mounted_ = false;
};

TEST(BrokenDisk, a_full_disk_is_told_what_is_shown_stays_and_it_mends_itself_when_there_is_room) {
    const SmallDisk disk("size=256k");
    if (!disk.mounted()) GTEST_SKIP() << "mounting a small disk needs root";
    std::atomic<int> version = 1;
    const FaultyServer server([&](const FaultyServer& self, int connection) {
        self.send(connection, whole(document("Bản " + std::to_string(version)) + std::string(20'000, ' ')));
    });
    Screen screen;
    FeedWorker worker(screen.settings(server.url(), disk.path()));
    ASSERT_TRUE(screen.shows(worker, "Bản 1"));
    ASSERT_TRUE(screen.is_well(worker));
    disk.folder().write("ballast", std::string(256U << 10U, 'b'));
    version = 2;
    worker.refresh();
    ASSERT_TRUE(screen.shows(worker, "Bản 2"));
    ASSERT_TRUE(screen.hears(worker, "Cannot write"));
    const auto kept = Cache(disk.path(), server.url()).load();
    ASSERT_TRUE(kept);
    EXPECT_NE(kept->document.find("Bản 1"), std::string::npos);
    fs::remove(disk.ballast());
    worker.refresh();
    ASSERT_TRUE(screen.is_well(worker));
    EXPECT_NE(Cache(disk.path(), server.url()).load()->document.find("Bản 2"), std::string::npos);
}

TEST(BrokenDisk, a_disk_without_room_for_one_more_file_keeps_the_old_generation) {
    for (int files = 5; files < 12; ++files) {
        const SmallDisk disk("size=1m,nr_inodes=" + std::to_string(files));
        if (!disk.mounted()) GTEST_SKIP() << "mounting a small disk needs root";
        Cache cache(disk.path(), feed);
        if (!cache.store(generation("1"))) continue;
        const bool stored = cache.store(generation("2")).ok();
        ASSERT_TRUE(cache.load());
        EXPECT_EQ(cache.load()->document, stored ? "2" : "1") << files;
    }
}

/// As a user who owns nothing here.
template <class Work>
bool as_a_stranger(Work work) {
    constexpr uid_t nobody = 65534;
    return in_a_child([&] {
        if (::geteuid() == 0 && ::setresuid(nobody, nobody, nobody) != 0) return false;
        return work();
    });
}

TEST(BrokenDisk, a_folder_that_may_only_be_read_still_gives_what_it_holds) {
    const TemporaryFolder folder;
    ASSERT_TRUE(Cache(folder.path(), feed).store(generation("1")));
    for (const auto& entry : fs::directory_iterator(folder.path())) fs::permissions(entry.path(), fs::perms(0444));
    fs::permissions(folder.path(), fs::perms(0555));
    const auto reads_but_cannot_write = [&] {
        Cache cache(folder.path(), feed);
        const Status refused = cache.store(generation("2"));
        return !refused && !refused.error().sentence.vi.empty() && cache.load() && cache.load()->document == "1";
    };
    EXPECT_TRUE(as_a_stranger(reads_but_cannot_write));
    fs::permissions(folder.path(), fs::perms(0755));
    EXPECT_EQ(Cache(folder.path(), feed).load()->document, "1");
}

TEST(BrokenDisk, a_cache_that_vanishes_while_its_feed_is_shown_is_written_anew) {
    std::atomic<int> version = 1;
    const FaultyServer server([&](const FaultyServer& self, int connection) {
        self.send(connection, whole(document("Bản " + std::to_string(version))));
    });
    const TemporaryFolder folder;
    const Path cache = folder.path() / "cache";
    Screen screen;
    FeedWorker worker(screen.settings(server.url(), cache));
    ASSERT_TRUE(screen.shows(worker, "Bản 1"));
    ASSERT_TRUE(screen.is_well(worker));
    fs::remove_all(cache);
    version = 2;
    worker.refresh();
    ASSERT_TRUE(screen.shows(worker, "Bản 2"));
    EXPECT_TRUE(screen.wait(worker, [&](const Screen&) {
        const auto kept = Cache(cache, server.url()).load();
        return kept && kept->document == document("Bản 2");
    }));
}

}  // namespace
}  // namespace hall
