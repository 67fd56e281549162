#include "feed/cache.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <random>

#include "net/temporary_folder.h"

namespace hall {
namespace {

using test::TemporaryFolder;
constexpr const char* cached_feed = "https://host/conference.json";

CachedGeneration generation(std::string document, std::vector<CachedPicture> pictures = {}) {
    return {std::move(document),
            {"\"tag\"", "Tue, 20 Dec 2022 01:00:00 GMT"},
            Instant(Milliseconds(123)),
            std::move(pictures)};
}

void overwrite(const Path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

TEST(Cache, what_was_stored_is_loaded_with_its_validators_and_pictures) {
    const TemporaryFolder folder;
    Cache cache(folder.path() / "new", cached_feed);
    EXPECT_FALSE(cache.load());
    const auto hash = cache.store_picture("pixels");
    ASSERT_TRUE(hash);
    ASSERT_TRUE(cache.store(generation("{}", {{"../../etc/passwd", *hash, {"\"p\"", ""}}})));
    const auto loaded = Cache(folder.path() / "new", cached_feed).load();
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->document, "{}");
    EXPECT_EQ(loaded->validators, generation("").validators);
    EXPECT_EQ(loaded->fetched, Instant(Milliseconds(123)));
    ASSERT_EQ(loaded->pictures.size(), 1U);
    EXPECT_EQ(loaded->pictures[0].source, "../../etc/passwd");
    EXPECT_EQ(cache.picture(loaded->pictures[0].hash), "pixels");
}

TEST(Cache, only_hashes_become_file_names) {
    const TemporaryFolder folder;
    Cache cache(folder.path(), cached_feed);
    ASSERT_TRUE(cache.store(generation("{}", {{"../escape.png", sha256_hex("x"), {}}})));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        EXPECT_EQ(entry.path().stem().string().find_first_not_of("0123456789abcdef"), std::string::npos)
            << entry.path();
    EXPECT_FALSE(cache.picture("../" + std::string(61, 'a')));
}

TEST(Cache, feeds_do_not_see_each_other) {
    const TemporaryFolder folder;
    Cache cache(folder.path(), cached_feed);
    ASSERT_TRUE(cache.store(generation("{}")));
    EXPECT_FALSE(Cache(folder.path(), "https://host/other.json").load());
}

TEST(Cache, a_damaged_or_truncated_document_falls_back_to_the_generation_before) {
    for (const char* damage : {"", "{\"ne", "{\"new\":2}"}) {
        const TemporaryFolder folder;
        Cache cache(folder.path(), cached_feed);
        ASSERT_TRUE(cache.store(generation("{\"old\":1}")));
        ASSERT_TRUE(cache.store(generation("{\"new\":1}")));
        overwrite(folder.path() / sha256_hex("{\"new\":1}"), damage);
        const auto loaded = cache.load();
        ASSERT_TRUE(loaded) << damage;
        EXPECT_EQ(loaded->document, "{\"old\":1}");
    }
}

TEST(Cache, a_damaged_index_falls_back_and_is_not_kept_as_the_generation_before) {
    const TemporaryFolder folder;
    Cache cache(folder.path(), cached_feed);
    ASSERT_TRUE(cache.store(generation("1")));
    ASSERT_TRUE(cache.store(generation("2")));
    const Path index = folder.path() / (sha256_hex(cached_feed) + ".index");
    for (const char* damage : {"", "{", "[]", "{\"version\":2}", "\xff\xfe"}) {
        overwrite(index, damage);
        ASSERT_TRUE(cache.load()) << damage;
        EXPECT_EQ(cache.load()->document, "1");
    }
    ASSERT_TRUE(cache.store(generation("3")));
    EXPECT_EQ(cache.load()->document, "3");
    overwrite(index, "");
    EXPECT_EQ(cache.load()->document, "1");
}

TEST(Cache, stale_bodies_are_collected_and_foreign_files_left_alone) {
    const TemporaryFolder folder;
    Cache cache(folder.path(), cached_feed, {.most_bytes = 1U << 20U, .grace = std::chrono::seconds(0)});
    folder.write("notes.txt", "mine");
    for (const char* document : {"1", "2", "3"}) ASSERT_TRUE(cache.store(generation(document)));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / sha256_hex("1")));
    EXPECT_TRUE(std::filesystem::exists(folder.path() / sha256_hex("2")));
    EXPECT_TRUE(std::filesystem::exists(folder.path() / sha256_hex("3")));
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "notes.txt"));
}

TEST(Cache, a_full_cache_says_so_and_keeps_what_it_has) {
    const TemporaryFolder folder;
    Cache cache(folder.path(), cached_feed, {.most_bytes = 4096});
    ASSERT_TRUE(cache.store(generation("{}")));
    const Status full = cache.store(generation(std::string(8192, ' ')));
    ASSERT_FALSE(full);
    EXPECT_NE(full.error().sentence.en.find("full"), std::string::npos);
    EXPECT_EQ(cache.load()->document, "{}");
}

/// Stored that many hours ago.
void age(const Path& folder, const char* of_feed, int hours) {
    std::filesystem::last_write_time(folder / (sha256_hex(of_feed) + ".index"),
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(hours));
}

TEST(Cache, when_full_what_nothing_names_any_more_makes_room_for_a_document_and_for_a_picture) {
    const TemporaryFolder folder;
    Cache cache(folder.path(), cached_feed, {.most_bytes = 4096, .grace = std::chrono::seconds(0)});
    ASSERT_TRUE(cache.store_picture(std::string(3000, 'a')));
    ASSERT_TRUE(cache.store_picture(std::string(3000, 'b')));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / sha256_hex(std::string(3000, 'a'))));
    ASSERT_TRUE(cache.store(generation(std::string(3000, ' '))));
    EXPECT_EQ(cache.load()->document.size(), 3000U);
}

TEST(Cache, when_full_the_generation_before_makes_room_unless_it_is_the_last_sound_one) {
    const TemporaryFolder folder;
    Cache cache(folder.path(), cached_feed, {.most_bytes = 4096});
    const std::string first(1500, '1'), second(1500, '2'), third(1500, '3'), fourth(1500, '4');
    for (const std::string& document : {first, second, third}) ASSERT_TRUE(cache.store(generation(document)));
    EXPECT_EQ(cache.load()->document, third);
    overwrite(folder.path() / sha256_hex(third), std::string(1500, 'x'));
    EXPECT_FALSE(cache.store(generation(fourth)));
    EXPECT_EQ(cache.load()->document, second);
}

TEST(Cache, when_full_the_feed_that_was_stored_longest_ago_makes_room_and_no_more_than_needed) {
    const TemporaryFolder folder;
    const CacheLimits limits{.most_bytes = 4096};
    Cache oldest(folder.path(), "oldest", limits), newer(folder.path(), "newer", limits),
        own(folder.path(), cached_feed, limits);
    ASSERT_TRUE(newer.store(generation(std::string(1000, 'n'))));
    ASSERT_TRUE(oldest.store(generation(std::string(2000, 'o'))));
    age(folder.path(), "oldest", 48);
    age(folder.path(), "newer", 24);
    ASSERT_TRUE(own.store(generation(std::string(2000, '1'))));
    EXPECT_EQ(own.load()->document.size(), 2000U);
    EXPECT_FALSE(oldest.load());
    EXPECT_TRUE(newer.load());
    // What cannot be kept whatever goes, takes nothing away.
    EXPECT_FALSE(own.store(generation(std::string(3000, '2'))));
    EXPECT_FALSE(own.store_picture(std::string(5000, '2')));
    EXPECT_TRUE(newer.load());
    EXPECT_EQ(own.load()->document, std::string(2000, '1'));
}

TEST(Cache, a_vanished_folder_is_made_again_and_an_impossible_one_is_an_error) {
    const TemporaryFolder folder;
    Cache cache(folder.path() / "cache", cached_feed);
    ASSERT_TRUE(cache.store(generation("1")));
    std::filesystem::remove_all(folder.path() / "cache");
    ASSERT_TRUE(cache.store(generation("2")));
    EXPECT_EQ(cache.load()->document, "2");
    folder.write("file", "");
    EXPECT_FALSE(Cache(folder.path() / "file", cached_feed).store(generation("1")));
}

TEST(Cache, a_kill_in_the_middle_of_a_commit_leaves_the_old_generation_or_the_new) {
    const TemporaryFolder folder;
    const std::string first(200'000, 'a');
    const std::string second(200'000, 'b');
    ASSERT_TRUE(Cache(folder.path(), cached_feed).store(generation(first)));
    std::minstd_rand generator(7);
    std::uniform_int_distribution<useconds_t> moment(0, 15'000);
    for (int i = 0; i < 60; ++i) {
        const pid_t child = ::fork();
        if (child == 0) {
            Cache cache(folder.path(), cached_feed, {.grace = std::chrono::seconds(0)});
            for (;;) {
                if (!cache.store(generation(second)) || !cache.store(generation(first))) ::_exit(1);
            }
        }
        ::usleep(moment(generator));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "a commit failed";
        const auto loaded = Cache(folder.path(), cached_feed).load();
        ASSERT_TRUE(loaded);
        ASSERT_TRUE(loaded->document == first || loaded->document == second);
    }
}

}  // namespace
}  // namespace hall
