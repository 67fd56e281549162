#include "feed/pictures.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <semaphore>
#include <thread>

#include "feed/cache.h"
#include "feed/worker.h"
#include "net/temporary_folder.h"

namespace hall {
namespace {

using test::TemporaryFolder;
using Names = std::vector<std::string>;

std::string feed_with_photos(const Names& photos) {
    std::string recipients;
    for (const std::string& photo : photos)
        recipients += (recipients.empty() ? "" : ",") + std::string(R"({"kind":"person","name":"Lê An","photo":")") +
                      photo + "\"}";
    return R"({"format":"hoitruong/1","conference":{"title":"Hội nghị","logo":"logo.png"},)"
           R"("members":[{"id":"a","name":"Đơn vị A","logo":"member.png","representatives":[)"
           R"({"name":"Lê Bình","photo":"representative.png"}]}],)"
           R"("awards":[{"id":"co","name":"Cờ thi đua","batches":[{"recipients":[)" +
           recipients + "]}]}]}";
}

/// A picture of so many pixels as its file has bytes.
FeedSettings settings(const TemporaryFolder& folder, std::size_t memory) {
    FeedSettings made;
    made.feed = folder.path().string();
    made.picture_memory = memory;
    made.decode_picture = [](std::string_view bytes, const std::stop_token&) -> Result<Image> {
        return Image(static_cast<int>(bytes.size()), 1);
    };
    return made;
}

Names names(const Snapshot& snapshot) {
    Names found;
    for (const auto& [source, image] : snapshot.pictures) found.push_back(source);
    return found;
}

Names without_room(const Snapshot& snapshot) {
    Names found;
    for (const Issue& issue : snapshot.issues)
        if (issue.code == "picture.no-room") found.push_back(issue.place);
    return found;
}

TemporaryFolder& with_files(TemporaryFolder& folder) {
    for (const char* name :
         {"logo.png", "member.png", "representative.png", "guest.png", "photo.png", "a.png", "b.png", "c.png"})
        folder.write(name, std::string(100, 'x'));
    return folder;
}

TEST(FeedPictures, only_what_a_screen_draws_is_fetched) {
    TemporaryFolder folder;
    std::string feed = feed_with_photos({"b.png", "a.png", "b.png"});
    feed.insert(feed.size() - 1, R"(,"guests":[{"name":"Lê Chi","photo":"guest.png"}],"photos":[{"src":"photo.png"}])"
                                 R"(,"branding":{"background":"c.png"})");
    with_files(folder).write("conference.json", feed);
    const auto snapshot = read_feed_once(settings(folder, 1U << 20U));
    ASSERT_TRUE(snapshot);
    EXPECT_EQ(names(*snapshot), (Names{"a.png", "b.png", "c.png", "guest.png", "logo.png", "member.png", "photo.png"}))
        << "no screen draws representatives";
}

TEST(FeedPictures, beyond_the_memory_for_pictures_the_later_ones_are_issues_and_not_kept) {
    TemporaryFolder folder;
    with_files(folder).write("conference.json", feed_with_photos({"c.png", "b.png", "a.png"}));
    const auto snapshot = read_feed_once(settings(folder, 1200));
    ASSERT_TRUE(snapshot);
    EXPECT_EQ(names(*snapshot), (Names{"c.png", "logo.png", "member.png"}));
    EXPECT_EQ(without_room(*snapshot), (Names{"b.png", "a.png"}));
}

TEST(FeedPictures, a_picture_without_room_is_loaded_once_another_is_no_longer_named_or_smaller) {
    TemporaryFolder folder;
    with_files(folder).write("conference.json", feed_with_photos({"a.png", "b.png"}));
    std::counting_semaphore<1 << 20> woken(0);
    FeedSettings made = settings(folder, 1200);
    made.wake = [&] { woken.release(); };
    FeedWorker worker(made);
    const auto shows = [&](const Names& wanted, std::size_t issues) {
        std::shared_ptr<const Snapshot> newest;
        do {
            if (auto taken = worker.snapshots().take()) newest = taken;
            if (newest && names(*newest) == wanted && without_room(*newest).size() == issues) return true;
        } while (woken.try_acquire_for(std::chrono::seconds(30)));
        return false;
    };
    ASSERT_TRUE(shows({"a.png", "logo.png", "member.png"}, 1));
    folder.write("next", feed_with_photos({"b.png"}));
    std::filesystem::rename(folder.path() / "next", folder.path() / "conference.json");
    ASSERT_TRUE(shows({"b.png", "logo.png", "member.png"}, 0));
    // Following the advice to make pictures smaller helps as well.
    folder.write("next", feed_with_photos({"b.png", "c.png"}));
    folder.write("c.png", std::string(99, 'x'));
    std::filesystem::rename(folder.path() / "next", folder.path() / "conference.json");
    ASSERT_TRUE(shows({"b.png", "logo.png", "member.png"}, 1));
    folder.write("b.png", "x");
    EXPECT_TRUE(shows({"b.png", "c.png", "logo.png", "member.png"}, 0));
}

/// A decoder that a picture makes hang until it is stopped, or for longer than any test.
class Hanging {
public:
    FeedSettings settings(std::string feed, Path cache) {
        FeedSettings made;
        made.feed = std::move(feed);
        made.cache = std::move(cache);
        made.decode_picture = [this](std::string_view, const std::stop_token& stop) -> Result<Image> {
            begun_.release();
            const auto late = std::chrono::steady_clock::now() + std::chrono::seconds(60);
            while (!stop.stop_requested() && std::chrono::steady_clock::now() < late)
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            stopped_ = stop.stop_requested();
            return fault("Ảnh hỏng.", "A broken picture.");
        };
        return made;
    }
    bool begins() { return begun_.try_acquire_for(std::chrono::seconds(60)); }
    bool again() { return begun_.try_acquire(); }
    bool stopped() const { return stopped_; }

private:
    std::counting_semaphore<> begun_{0};
    std::atomic<bool> stopped_ = false;
};

TEST(FeedPictures, whoever_ends_waits_for_none_that_was_fetched) {
    TemporaryFolder folder;
    with_files(folder).write("conference.json", feed_with_photos({"a.png", "b.png"}));
    Hanging decoder;
    {
        FeedWorker worker(decoder.settings(folder.path().string(), {}));
        ASSERT_TRUE(decoder.begins());
    }
    EXPECT_TRUE(decoder.stopped());
    EXPECT_FALSE(decoder.again()) << "the next one is not begun";
}

TEST(FeedPictures, whoever_ends_waits_for_none_that_was_kept) {
    const TemporaryFolder folder;
    const std::string feed = "http://127.0.0.1:9/conference.json";
    Cache cache(folder.path(), feed);
    const auto logo = cache.store_picture("logo"), photo = cache.store_picture("photo");
    ASSERT_TRUE(logo);
    ASSERT_TRUE(photo);
    ASSERT_TRUE(
        cache.store({feed_with_photos({"a.png"}), {}, Instant{}, {{"logo.png", *logo, {}}, {"a.png", *photo, {}}}}));
    Hanging decoder;
    {
        FeedWorker worker(decoder.settings(feed, folder.path()));
        ASSERT_TRUE(decoder.begins());
    }
    EXPECT_TRUE(decoder.stopped());
    EXPECT_FALSE(decoder.again()) << "the next one is not begun";
}

}  // namespace
}  // namespace hall
