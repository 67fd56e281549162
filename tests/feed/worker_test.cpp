#include "feed/worker.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "feed/backoff.h"
#include "feed/cache.h"
#include "feed/clocks.h"
#include "net/faulty_server.h"
#include "net/nginx.h"
#include "screen.h"

namespace hall {
namespace {

using test::document;
using test::FaultyServer;
using test::holds;
using test::Nginx;
using test::Screen;
using test::TemporaryFolder;
using test::whole;
namespace fs = std::filesystem;

TEST(FeedWorker, a_change_at_the_server_reaches_the_screen_and_what_is_unchanged_does_not) {
    const Nginx server;
    const TemporaryFolder cache;
    server.serve("c.json", document("Một"));
    Screen screen;
    FeedWorker worker(screen.settings(server.url("c.json"), cache.path()));
    ASSERT_TRUE(screen.shows(worker, "Một"));
    EXPECT_EQ(screen.snapshot->number, 1U);
    server.serve("c.json", document("Hai là khác"));
    worker.refresh();
    ASSERT_TRUE(screen.shows(worker, "Hai là khác"));
    EXPECT_EQ(screen.snapshot->number, 2U);
    EXPECT_FALSE(screen.status->from_cache);
}

TEST(FeedWorker, without_a_server_the_cached_generation_is_shown_with_its_pictures) {
    const TemporaryFolder cache;
    std::string feed;
    {
        Nginx server;
        feed = server.url("c.json");
        server.serve("c.json", document("Đã lưu", "logo.png"));
        server.serve("logo.png", "pixels");
        Screen screen;
        FeedWorker worker(screen.settings(feed, cache.path()));
        ASSERT_TRUE(
            screen.wait(worker, [](const Screen& s) { return s.snapshot && s.snapshot->pictures.size() == 1; }));
        // Stopping under the worker: what is shown stays, the operator hears why nothing new comes.
        server.stop();
        worker.refresh();
        ASSERT_TRUE(screen.hears(worker, "Cannot connect"));
        EXPECT_EQ(screen.snapshot->conference.identity.title, "Đã lưu");
        server.start();
        worker.refresh();
        ASSERT_TRUE(screen.is_well(worker));
    }
    for (const Network network : {Network::offline, Network::online}) {
        Screen screen;
        FeedSettings settings = screen.settings(feed, cache.path());
        settings.network = network;
        FeedWorker worker(settings);
        ASSERT_TRUE(screen.shows(worker, "Đã lưu"));
        EXPECT_EQ(screen.snapshot->pictures.count("logo.png"), 1U);
        ASSERT_TRUE(screen.wait(worker, [](const Screen& s) { return s.status && s.status->from_cache; }));
    }
}

TEST(FeedWorker, a_folders_pictures_may_lie_on_a_server_which_is_not_asked_again_with_every_look_at_the_folder) {
    const TemporaryFolder cache, folder;
    Nginx server;
    server.serve("logo.png", "pixels");
    const std::string logo = server.url("logo.png");
    folder.write("conference.json", document("Một", logo));
    {
        Screen screen;
        FeedWorker worker(screen.settings(folder.path().string(), cache.path()));
        ASSERT_TRUE(
            screen.wait(worker, [&](const Screen& s) { return s.snapshot && s.snapshot->pictures.count(logo) == 1; }));
        folder.write("conference.json", document("Hai là khác", logo));
        ASSERT_TRUE(screen.shows(worker, "Hai là khác"));
        std::this_thread::sleep_for(std::chrono::seconds(1));  // the pictures come after the document
        EXPECT_EQ(server.requests_for("logo.png"), 1U);
    }
    server.stop();
    Screen screen;
    FeedWorker worker(screen.settings(folder.path().string(), cache.path()));
    EXPECT_TRUE(screen.wait(worker, [&](const Screen& s) {
        return s.snapshot && s.snapshot->pictures.count(logo) == 1;
    })) << "it was kept";
}

Instant real_now() { return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()); }

/// As if it had been fetched yesterday.
void store_yesterdays(const std::string& feed, const Path& cache, const std::string& title) {
    ASSERT_TRUE(Cache(cache, feed).store({document(title), {}, real_now() - std::chrono::hours(24), {}}));
}

TEST(FeedWorker, content_is_as_old_as_its_fetch_from_the_cache_and_when_the_server_confirms_it) {
    Nginx server;
    const std::string feed = server.url("c.json");
    const TemporaryFolder cache;
    store_yesterdays(feed, cache.path(), "Một");
    server.stop();
    const Instant start = real_now();
    const auto is_yesterdays = [&](const FeedStatus& status) {
        return status.content_since && *status.content_since < start - std::chrono::hours(23);
    };
    Screen screen;
    FeedWorker worker(screen.settings(feed, cache.path()));
    ASSERT_TRUE(screen.hears(worker, "Cannot connect"));
    EXPECT_TRUE(is_yesterdays(*screen.status));
    EXPECT_TRUE(screen.status->from_cache);
    EXPECT_FALSE(screen.status->last_success);
    server.serve("c.json", document("Một"));
    server.start();
    worker.refresh();
    ASSERT_TRUE(screen.is_well(worker));
    EXPECT_TRUE(is_yesterdays(*screen.status));
    EXPECT_FALSE(screen.status->from_cache);
    EXPECT_GE(*screen.status->last_success, start);
    server.serve("c.json", document("Hai là khác"));
    worker.refresh();
    ASSERT_TRUE(screen.wait(worker, [&](const Screen& s) { return *s.status->content_since >= start; }));
    // And the newer one's own time is what the next start without a server tells.
    ASSERT_TRUE(screen.is_well(worker));
    const Instant fetched = *screen.status->content_since;
    server.stop();
    Screen next;
    FeedWorker again(next.settings(feed, cache.path()));
    ASSERT_TRUE(next.hears(again, "Cannot connect"));
    EXPECT_EQ(next.status->content_since, fetched);
}

TEST(FeedWorker, a_local_file_is_as_old_as_its_last_reading) {
    const TemporaryFolder folder;
    const Path file = folder.write("conference.json", document("Một"));
    fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(48));
    const Instant start = real_now();
    Screen screen;
    FeedWorker worker(screen.settings(file.string(), {}));
    ASSERT_TRUE(screen.is_well(worker));
    EXPECT_GE(*screen.status->content_since, start);
    EXPECT_FALSE(screen.status->from_cache);
    const Instant changed = real_now();
    folder.write("conference.json", document("Hai"));
    ASSERT_TRUE(screen.shows(worker, "Hai"));
    EXPECT_TRUE(screen.wait(worker, [&](const Screen& s) { return *s.status->content_since >= changed; }));
}

TEST(FeedWorker, nothing_cached_and_no_network_is_said) {
    const TemporaryFolder cache;
    Screen screen;
    FeedSettings settings = screen.settings("https://name.invalid/c.json", cache.path());
    settings.network = Network::offline;
    FeedWorker worker(settings);
    EXPECT_TRUE(screen.hears(worker, "no copy"));
}

TEST(FeedWorker, a_bad_address_is_said) {
    Screen screen;
    FeedWorker worker(screen.settings("ftp://host/c.json", {}));
    EXPECT_TRUE(screen.hears(worker, "only http and https"));
}

/// A feed that was good once and then answers like this.
void expect_last_good_stays(const std::string& bad_answer, std::string_view canary) {
    std::atomic<bool> bad = false;
    const std::string good = document("Tốt");
    const FaultyServer server([&](const FaultyServer& self, int connection) {
        self.send(connection, bad ? bad_answer
                                  : "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " +
                                        std::to_string(good.size()) + "\r\n\r\n" + good);
    });
    const TemporaryFolder cache;
    Screen screen;
    FeedWorker worker(screen.settings(server.url(), cache.path()));
    ASSERT_TRUE(screen.shows(worker, "Tốt"));
    ASSERT_TRUE(screen.is_well(worker));
    bad = true;
    worker.refresh();
    ASSERT_TRUE(screen.wait(worker, [](const Screen& s) { return s.status && !s.status->fault.empty(); }))
        << bad_answer;
    EXPECT_FALSE(screen.status->fault.vi.empty());
    EXPECT_EQ(screen.snapshot->conference.identity.title, "Tốt");
    EXPECT_EQ(screen.snapshot->number, 1U);
    EXPECT_FALSE(holds(cache.path(), canary)) << bad_answer;
    bad = false;
    worker.refresh();
    EXPECT_TRUE(screen.is_well(worker)) << bad_answer;
}

TEST(FeedWorker, after_a_bad_answer_the_last_good_conference_stays_on_screen_and_on_disk) {
    const std::string canary = "CANARY";
    const std::string changed = document("CANARY");
    expect_last_good_stays(whole("<!DOCTYPE html><html>CANARY</html>", "Content-Type: text/html\r\n"), canary);
    expect_last_good_stays(whole(""), canary);
    expect_last_good_stays(whole(changed.substr(0, changed.size() - 3)), canary);
    expect_last_good_stays(whole(R"({"format":"other/9","conference":{"title":"CANARY"}})"), canary);
    expect_last_good_stays("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n" + changed, canary);
    expect_last_good_stays("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff0\r\n" + changed, canary);
    expect_last_good_stays("HTTP/1.1 500 Oops\r\nConnection: close\r\nContent-Length: 6\r\n\r\nCANARY", canary);
    expect_last_good_stays("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n", canary);
}

TEST(FeedWorker, a_gzip_body_that_stops_early_changes_nothing) {
    const TemporaryFolder scratch;
    std::string body = document("CANARY");
    for (int i = 0; i < 4000; ++i)
        body.insert(body.size() - 1, ",\"k" + std::to_string(i * 7919) + "\":" + std::to_string(i));
    const std::string file = scratch.write("body", body).string();
    ASSERT_EQ(std::system(("gzip -k " + file).c_str()), 0);
    const std::string packed = read_file(file + ".gz", 1U << 20U).value();
    expect_last_good_stays(whole(packed.substr(0, packed.size() / 2), "Content-Encoding: gzip\r\n"), "CANARY");
}

TEST(FeedWorker, the_document_is_posted_before_its_pictures_and_a_missing_one_is_an_issue) {
    const Nginx server;
    const TemporaryFolder cache;
    server.serve("c.json", document("Có ảnh", "missing.png"));
    Screen screen;
    FeedWorker worker(screen.settings(server.url("c.json"), cache.path()));
    const auto has_issue = [](const Screen& s) {
        if (!s.snapshot) return false;
        for (const Issue& issue : s.snapshot->issues)
            if (issue.code == "picture.missing" && issue.place == "missing.png") return true;
        return false;
    };
    ASSERT_TRUE(screen.wait(worker, has_issue));
    EXPECT_TRUE(screen.snapshot->pictures.empty());
    EXPECT_EQ(screen.snapshot->number, 2U);
    // It is asked for again by itself, and the issue goes when it comes.
    server.serve("missing.png", "pixels");
    ASSERT_TRUE(screen.wait(worker, [](const Screen& s) { return s.snapshot->pictures.size() == 1; }));
    EXPECT_FALSE(has_issue(screen));
}

TEST(FeedWorker, the_destructor_does_not_wait_for_a_hanging_server) {
    std::atomic<bool> asked = false;
    const FaultyServer server([&](const FaultyServer& self, int connection) {
        asked = true;
        asked.notify_all();
        self.hang(connection);
    });
    Screen screen;
    auto worker = std::make_unique<FeedWorker>(screen.settings(server.url(), {}));
    asked.wait(false);
    const auto before = std::chrono::steady_clock::now();
    worker.reset();
    // The transfer alone would end after 15 s of silence.
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(10));
}

TEST(FeedWorker, a_folder_is_a_feed_and_an_editor_that_renames_is_noticed) {
    const TemporaryFolder folder;
    folder.write("conference.json", document("Trước", "logo.png"));
    folder.write("logo.png", "pixels");
    Screen screen;
    FeedSettings settings = screen.settings(folder.path().string(), {});
    settings.poll = Seconds(3600);  // so that only the watch can see the change
    FeedWorker worker(settings);
    ASSERT_TRUE(screen.shows(worker, "Trước"));
    ASSERT_TRUE(screen.wait(worker, [](const Screen& s) { return s.snapshot->pictures.size() == 1; }));
    folder.write("draft", document("Sau", "logo.png"));
    fs::rename(folder.path() / "draft", folder.path() / "conference.json");
    ASSERT_TRUE(screen.shows(worker, "Sau"));
    folder.write("logo.png", "new pixels");
    ASSERT_TRUE(screen.wait(worker, [](const Screen& s) {
        const auto found = s.snapshot->pictures.find("logo.png");
        return found != s.snapshot->pictures.end() && found->second->width == 10;
    }));
    fs::remove(folder.path() / "conference.json");
    ASSERT_TRUE(screen.hears(worker, "Cannot read"));
    EXPECT_EQ(screen.snapshot->conference.identity.title, "Sau");
}

TEST(ReadFeedOnce, pictures_outside_the_folder_are_refused) {
    const TemporaryFolder outside;
    outside.write("secret.png", "pixels");
    const TemporaryFolder folder;
    fs::create_symlink(outside.path() / "secret.png", folder.path() / "link.png");
    fs::create_directory_symlink(outside.path(), folder.path() / "way");
    for (const std::string& name :
         {std::string("link.png"), std::string("way/secret.png"),
          "../" + outside.path().filename().string() + "/secret.png", (outside.path() / "secret.png").string()}) {
        folder.write("conference.json", document("Ảnh lạ", name));
        Screen screen;
        const auto snapshot = read_feed_once(screen.settings(folder.path().string(), {}));
        ASSERT_TRUE(snapshot) << name;
        EXPECT_TRUE(snapshot->pictures.empty()) << name;
    }
    folder.write("conference.json", document("Ảnh nhà", "in/logo.png"));
    folder.write("in/logo.png", "pixels");
    Screen screen;
    const auto snapshot = read_feed_once(screen.settings((folder.path() / "conference.json").string(), {}));
    ASSERT_TRUE(snapshot);
    EXPECT_EQ(snapshot->pictures.size(), 1U);
}

TEST(ReadFeedOnce, an_absent_feed_is_an_error) {
    Screen screen;
    EXPECT_FALSE(read_feed_once(screen.settings("/nowhere/conference", {})));
}

TEST(Backoff, waits_grow_within_their_bounds_and_the_server_may_ask_for_more) {
    std::minstd_rand generator(3);
    for (unsigned failures = 0; failures < 400; ++failures) {
        const Seconds wait = wait_after(failures, std::nullopt, generator, longest_wait);
        EXPECT_GE(wait, Seconds(1));
        EXPECT_LE(wait, Seconds(std::min(60.0, std::exp2(failures))));
        EXPECT_LE(wait_after(failures, std::nullopt, generator, longest_wait_for(Seconds(5))), Seconds(7.5));
    }
    EXPECT_EQ(longest_wait_for(Seconds(0)), Seconds(1.5));
    EXPECT_EQ(longest_wait_for(Seconds(3600)), Seconds(60));
    EXPECT_EQ(wait_after(1, Seconds(99'999'999), generator, longest_wait), Seconds(900));
    EXPECT_EQ(wait_after(1, Seconds(-5), generator, longest_wait), Seconds(1));
    EXPECT_EQ(wait_after(9, Seconds(7), generator, longest_wait_for(Seconds(1))), Seconds(7));
}

/// The next try as the operator reads it, however often it failed before.
TEST(Backoff, a_server_that_failed_often_is_asked_again_within_a_poll_and_a_half) {
    const FaultyServer server("HTTP/1.1 500 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    const TemporaryFolder cache;
    Screen screen;
    FeedSettings settings = screen.settings(server.url(), cache.path());
    settings.poll = Seconds(5);
    FeedWorker worker(settings);
    for (std::uint32_t failures = 1; failures < 16; ++failures) {
        ASSERT_TRUE(screen.wait(worker, [&](const Screen& s) { return s.status && s.status->failures >= failures; }));
        // Looked at a moment later than the wait was chosen: what is left of it is no more.
        EXPECT_LE(*screen.status->next_try - now_on_the_clock(), Milliseconds(7500)) << failures;
        worker.refresh();
    }
}

}  // namespace
}  // namespace hall
