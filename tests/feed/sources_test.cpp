/// Sections that live elsewhere: merged, each with its own faults, kept together on disk.
#include <gtest/gtest.h>

#include <cstdlib>

#include "feed/cache.h"
#include "feed/sheet_link.h"
#include "net/faulty_server.h"
#include "net/nginx.h"
#include "screen.h"

namespace hall {
namespace {

using test::FaultyServer;
using test::Nginx;
using test::Screen;
using test::TemporaryFolder;
namespace fs = std::filesystem;

const std::string members_csv = "Tên đơn vị,Vai trò\nHội Nông dân,Cụm trưởng\nĐoàn Thanh niên,Cụm phó\n";

std::string main_document(const std::string& sources, const std::string& more = {}) {
    return R"({"format":"hoitruong/1","conference":{"title":"Hội nghị","date":"2022-12-20"},"sources":{)" + sources +
           "}" + more + "}";
}

std::string source(const std::string& section, const std::string& href) {
    return "\"" + section + R"(":{"href":")" + href + "\"}";
}

std::vector<std::string> member_names(const Snapshot& snapshot) {
    std::vector<std::string> names;
    for (const Member& member : snapshot.conference.members) names.push_back(member.name);
    return names;
}
using Names = std::vector<std::string>;
const Names both = {"Hội Nông dân", "Đoàn Thanh niên"};

bool shows_members(Screen& screen, FeedWorker& worker, const Names& wanted) {
    return screen.wait(worker, [&](const Screen& s) { return s.snapshot && member_names(*s.snapshot) == wanted; });
}

bool source_fails(Screen& screen, FeedWorker& worker, std::size_t index, const std::string& says) {
    return screen.wait(worker, [&](const Screen& s) {
        return s.status && s.status->sources.size() > index &&
               s.status->sources[index].fault.en.find(says) != std::string::npos;
    });
}

bool all_well(Screen& screen, FeedWorker& worker) {
    return screen.is_well(worker) && screen.wait(worker, [](const Screen& s) {
        for (const SourceStatus& one : s.status->sources)
            if (!one.fault.empty() || !one.last_success) return false;
        return true;
    });
}

TEST(Sources, a_section_in_the_same_folder_or_on_the_same_server_takes_the_place_of_the_documents_own) {
    const std::string document =
        main_document(source("members", "in/members.csv"), R"(,"members":[{"name":"Bản cũ"}])");
    const TemporaryFolder folder;
    folder.write("conference.json", document);
    folder.write("in/members.csv", members_csv);
    const Nginx server;
    fs::create_directories(server.root() / "in");
    server.serve("conference.json", document);
    server.serve("in/members.csv", members_csv);
    for (const std::string& feed : {folder.path().string(), server.url("conference.json")}) {
        Screen screen;
        const auto snapshot = read_feed_once(screen.settings(feed, {}));
        ASSERT_TRUE(snapshot) << snapshot.error().sentence.en;
        EXPECT_EQ(member_names(*snapshot), both);
        EXPECT_TRUE(snapshot->issues.empty()) << snapshot->issues[0].sentence.en;
    }
}

TEST(Sources, a_folders_document_may_take_a_section_from_a_server_and_keeps_it_for_a_day_without) {
    Nginx server;
    server.serve("members.csv", members_csv);
    const TemporaryFolder folder, cache;
    folder.write("conference.json", main_document(source("members", server.url("members.csv"))));
    const std::string feed = folder.path().string();
    {
        Screen screen;
        FeedWorker worker(screen.settings(feed, cache.path()));
        ASSERT_TRUE(shows_members(screen, worker, both));
        ASSERT_TRUE(all_well(screen, worker));
    }
    server.stop();
    for (const Network network : {Network::online, Network::offline}) {
        Screen screen;
        FeedSettings settings = screen.settings(feed, cache.path());
        settings.network = network;
        FeedWorker worker(settings);
        ASSERT_TRUE(shows_members(screen, worker, both));
        EXPECT_TRUE(source_fails(screen, worker, 0, network == Network::online ? "Cannot connect" : "--offline"));
        EXPECT_EQ(member_names(*screen.snapshot), both);
    }
}

TEST(Sources, when_one_fails_it_keeps_its_last_good_content_and_the_others_go_on) {
    Nginx server;
    server.serve("c.json", main_document(source("members", "members.csv") + "," + source("guests", "guests.json")));
    server.serve("members.csv", members_csv);
    server.serve("guests.json", R"([{"name":"Trần Văn Bình"}])");
    const TemporaryFolder cache;
    Screen screen;
    FeedWorker worker(screen.settings(server.url("c.json"), cache.path()));
    ASSERT_TRUE(shows_members(screen, worker, both));
    ASSERT_TRUE(all_well(screen, worker));
    EXPECT_EQ(screen.status->sources[0].section, "members");
    EXPECT_EQ(screen.status->sources[0].name, "members.csv");
    const auto guest_is = [&](const std::string& name) {
        return screen.wait(worker, [&](const Screen& s) {
            return s.snapshot->conference.guests.size() == 1 && s.snapshot->conference.guests[0].name == name;
        });
    };
    ASSERT_TRUE(guest_is("Trần Văn Bình"));

    server.serve("members.csv", "<!DOCTYPE html><html>CANARY: sign in</html>");
    server.serve("guests.json", R"([{"name":"Lê Thị Chi"}])");
    worker.refresh();
    ASSERT_TRUE(guest_is("Lê Thị Chi"));
    ASSERT_TRUE(source_fails(screen, worker, 0, "web page"));
    EXPECT_EQ(member_names(*screen.snapshot), both);
    EXPECT_TRUE(screen.status->fault.empty()) << "the document itself is well";
    EXPECT_FALSE(test::holds(cache.path(), "CANARY"));
    const auto has_issue = [](const Screen& s) {
        for (const Issue& issue : s.snapshot->issues)
            if (issue.code == "sources.failed" && issue.place == "/sources/members") return true;
        return false;
    };
    EXPECT_TRUE(screen.wait(worker, has_issue));

    server.remove("members.csv");
    worker.refresh();
    ASSERT_TRUE(source_fails(screen, worker, 0, "no document"));
    server.serve("members.csv", "Tên đơn vị\nHội Cựu chiến binh\n");
    worker.refresh();
    ASSERT_TRUE(shows_members(screen, worker, {"Hội Cựu chiến binh"}));
    EXPECT_TRUE(all_well(screen, worker));
    EXPECT_FALSE(has_issue(screen));
}

TEST(Sources, without_a_server_all_parts_of_the_newest_generation_are_shown) {
    const TemporaryFolder cache;
    std::string feed;
    {
        const Nginx server;
        feed = server.url("c.json");
        server.serve("c.json", main_document(source("members", "members.csv")));
        server.serve("members.csv", members_csv);
        Screen screen;
        FeedWorker worker(screen.settings(feed, cache.path()));
        ASSERT_TRUE(shows_members(screen, worker, both));
        ASSERT_TRUE(all_well(screen, worker));
    }
    Screen screen;
    FeedWorker worker(screen.settings(feed, cache.path()));
    ASSERT_TRUE(screen.wait(worker, [](const Screen& s) { return s.snapshot != nullptr; }));
    EXPECT_EQ(member_names(*screen.snapshot), both) << "the document alone was shown first";
    EXPECT_TRUE(screen.wait(worker, [](const Screen& s) {
        return s.status && s.status->sources.size() == 1 && s.status->sources[0].content_since;
    }));
}

TEST(Sources, each_asks_whether_it_changed_and_none_more_than_once_a_second) {
    std::mutex mutex;
    std::vector<std::pair<std::chrono::steady_clock::time_point, std::string>> asked;
    const FaultyServer server([&](const FaultyServer& self, int connection) {
        const std::string& request = self.request();
        const std::lock_guard lock(mutex);
        asked.emplace_back(std::chrono::steady_clock::now(), request);
        if (request.find("If-None-Match") != std::string::npos)
            self.send(connection, "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n");
        else if (request.starts_with("GET /conference.json"))
            self.send(connection,
                      test::whole(main_document(source("members", "m.csv") + "," + source("guests", "g.csv")),
                                  "ETag: \"1\"\r\n"));
        else
            self.send(connection, test::whole(request.starts_with("GET /m.csv") ? members_csv : "Họ và tên\nLê An\n",
                                              "ETag: \"1\"\r\nContent-Type: text/csv\r\n"));
    });
    const TemporaryFolder cache;
    Screen screen;
    FeedWorker worker(screen.settings(server.url(), cache.path()));
    const auto count = [&](const std::string& what) {
        const std::lock_guard lock(mutex);
        return std::count_if(asked.begin(), asked.end(), [&](const auto& one) {
            return one.second.starts_with("GET /" + what) &&
                   one.second.find("If-None-Match: \"1\"") != std::string::npos;
        });
    };
    ASSERT_TRUE(screen.wait(worker, [&](const Screen&) {
        return count("m.csv") >= 1 && count("g.csv") >= 1 && count("conference.json") >= 2;
    })) << "one of them starves";
    const std::lock_guard lock(mutex);
    for (std::size_t i = 4; i < asked.size(); ++i)
        EXPECT_GE(asked[i].first - asked[i - 1].first, std::chrono::milliseconds(900)) << i;
}

TEST(Sources, a_csv_that_may_have_lost_its_end_is_refused) {
    std::atomic<bool> bad = false;
    const FaultyServer server([&](const FaultyServer& self, int connection) {
        if (self.request().starts_with("GET /conference.json"))
            self.send(connection, test::whole(main_document(source("members", "m.csv"))));
        else if (!bad)
            self.send(connection, test::whole(members_csv, "Content-Type: text/csv\r\n"));
        else if (self.request().find("gzip") != std::string::npos)
            self.send(connection, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/csv\r\n\r\n");
        else
            self.send(connection, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/csv\r\n\r\n" +
                                      members_csv.substr(0, members_csv.size() - 30));
    });
    const TemporaryFolder cache;
    Screen screen;
    FeedWorker worker(screen.settings(server.url(), cache.path()));
    ASSERT_TRUE(shows_members(screen, worker, both));
    ASSERT_TRUE(all_well(screen, worker));
    bad = true;
    worker.refresh();
    ASSERT_TRUE(source_fails(screen, worker, 0, "last rows"));
    EXPECT_EQ(member_names(*screen.snapshot), both);
    bad = false;
    worker.refresh();
    EXPECT_TRUE(all_well(screen, worker));
}

TEST(Sources, a_document_on_a_server_leads_to_no_file_and_one_in_a_folder_to_none_outside) {
    const TemporaryFolder outside;
    outside.write("members.csv", members_csv);
    const std::string secret = (outside.path() / "members.csv").string();
    const Nginx server;
    server.serve("c.json", main_document(source("members", "file://" + secret)));
    const TemporaryFolder folder;
    fs::create_symlink(secret, folder.path() / "link.csv");
    for (const std::string& href : {secret, std::string("link.csv"), "file://" + secret,
                                    "../" + outside.path().filename().string() + "/members.csv"}) {
        folder.write("conference.json", main_document(source("members", href)));
        Screen screen;
        const auto snapshot = read_feed_once(screen.settings(folder.path().string(), {}));
        ASSERT_TRUE(snapshot);
        EXPECT_TRUE(snapshot->conference.members.empty()) << href;
        ASSERT_EQ(snapshot->issues.size(), 1U) << href;
        EXPECT_EQ(snapshot->issues[0].code, "sources.failed");
    }
    Screen screen;
    const auto snapshot = read_feed_once(screen.settings(server.url("c.json"), {}));
    ASSERT_TRUE(snapshot);
    EXPECT_TRUE(snapshot->conference.members.empty());
}

TEST(Sources, issues_name_the_row_and_column_of_the_part_they_stand_in) {
    const TemporaryFolder folder;
    folder.write("conference.json",
                 main_document(source("members", "members.csv") + "," + source("guests", "guests.json")));
    folder.write("members.csv", "Tên đơn vị,Vai trò\nHội Nông dân,\n,Cụm phó\n");
    folder.write("guests.json", R"({"guests":[{"position":"Chủ tịch"},{"name":"Lê An"}]})");
    Screen screen;
    const auto snapshot = read_feed_once(screen.settings(folder.path().string(), {}));
    ASSERT_TRUE(snapshot);
    Names places;
    for (const Issue& issue : snapshot->issues) places.push_back(issue.place);
    std::sort(places.begin(), places.end());
    ASSERT_EQ(places.size(), 2U) << testing::PrintToString(places);
    EXPECT_TRUE(places[0].starts_with("guests.json/guests/0")) << places[0];
    EXPECT_TRUE(places[1].starts_with("members.csv!3:")) << places[1];
}

TEST(Sources, a_file_of_another_format_is_a_feed_alone_or_alone_in_its_folder) {
    const TemporaryFolder folder;
    folder.write("Thành viên.csv", members_csv);
    folder.write("~$lock.xlsx", "");
    folder.write("notes.txt", "");
    Screen screen;
    for (const std::string& feed : {folder.path().string(), (folder.path() / "Thành viên.csv").string()}) {
        const auto snapshot = read_feed_once(screen.settings(feed, {}));
        ASSERT_TRUE(snapshot) << snapshot.error().sentence.en;
        EXPECT_EQ(member_names(*snapshot), both);
    }
    folder.write("second.csv", members_csv);
    const auto torn = read_feed_once(screen.settings(folder.path().string(), {}));
    ASSERT_FALSE(torn);
    EXPECT_NE(torn.error().sentence.en.find("several files"), std::string::npos);
    folder.write("conference.json", test::document("Hội nghị"));
    EXPECT_TRUE(read_feed_once(screen.settings(folder.path().string(), {})));
}

TEST(Sources, a_table_as_the_whole_feed_is_kept_and_shown_without_its_server) {
    const TemporaryFolder cache;
    std::string feed;
    {
        const Nginx server;
        feed = server.url("members.csv");
        server.serve("members.csv", members_csv);
        Screen screen;
        FeedWorker worker(screen.settings(feed, cache.path()));
        ASSERT_TRUE(shows_members(screen, worker, both));
        ASSERT_TRUE(screen.is_well(worker));
    }
    Screen screen;
    FeedWorker worker(screen.settings(feed, cache.path()));
    EXPECT_TRUE(shows_members(screen, worker, both));
}

CachedGeneration with_part(const std::string& text, const std::string& part) {
    CachedGeneration made{text, {}, Instant(Milliseconds(1)), {}, FeedKind::own_json, {}, {}};
    made.parts.push_back({"members", "m.csv", part, FeedKind::csv, "m.csv", {"\"p\"", ""}, Instant(Milliseconds(7))});
    return made;
}

TEST(CachedParts, come_back_whole_and_a_damaged_one_gives_way_to_the_generation_before) {
    const TemporaryFolder folder;
    Cache cache(folder.path(), "feed", {.grace = std::chrono::seconds(0)});
    ASSERT_TRUE(cache.store(with_part("1", "old")));
    ASSERT_TRUE(cache.store(with_part("1", "new")));
    const auto loaded = cache.load();
    ASSERT_TRUE(loaded);
    ASSERT_EQ(loaded->parts.size(), 1U);
    EXPECT_EQ(loaded->parts[0].bytes, "new");
    EXPECT_EQ(loaded->parts[0].section, "members");
    EXPECT_EQ(loaded->parts[0].href, "m.csv");
    EXPECT_EQ(loaded->parts[0].kind, FeedKind::csv);
    EXPECT_EQ(loaded->parts[0].validators.etag, "\"p\"");
    EXPECT_EQ(loaded->parts[0].fetched, Instant(Milliseconds(7)));
    folder.write(sha256_hex("new"), "damaged");
    ASSERT_TRUE(cache.load());
    EXPECT_EQ(cache.load()->parts.at(0).bytes, "old");
    folder.write(sha256_hex("old"), "damaged");
    ASSERT_TRUE(cache.load());
    EXPECT_TRUE(cache.load()->parts.empty());
    EXPECT_EQ(cache.load()->document, "1");
}

TEST(CachedParts, a_generation_of_before_there_were_parts_still_loads) {
    const TemporaryFolder folder;
    folder.write(sha256_hex("{}"), "{}");
    folder.write(sha256_hex("feed") + ".index", R"({"version":1,"document":")" + sha256_hex("{}") +
                                                    R"(","etag":"","last_modified":"","fetched_ms":5,"pictures":[]})");
    const auto loaded = Cache(folder.path(), "feed").load();
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->document, "{}");
    EXPECT_EQ(loaded->kind, FeedKind::own_json);
}

TEST(SheetLink, a_link_for_reading_becomes_one_to_the_data) {
    const std::string sheet = "https://docs.google.com/spreadsheets/d/1aB-c_9";
    const auto whole = [](const std::string& link) { return export_link(link, SheetScope::whole_workbook); };
    const auto one = [](const std::string& link) { return export_link(link, SheetScope::one_sheet); };
    EXPECT_EQ(whole(sheet + "/edit#gid=7"), sheet + "/export?format=xlsx");
    EXPECT_EQ(one(sheet + "/edit#gid=7"), sheet + "/export?format=csv&gid=7");
    EXPECT_EQ(one(sheet + "/edit?gid=12#gid=12"), sheet + "/export?format=csv&gid=12");
    EXPECT_EQ(one(sheet + "/edit?usp=sharing"), sheet + "/export?format=xlsx");
    EXPECT_EQ(one(sheet), sheet + "/export?format=xlsx");
    EXPECT_EQ(one(sheet + "/edit#gid=7&x=\r\nA: b"), sheet + "/export?format=csv&gid=7");
    const std::string published = "https://docs.google.com/spreadsheets/d/e/2PACX-1";
    EXPECT_EQ(whole(published + "/pubhtml"), published + "/pub?output=xlsx");
    EXPECT_EQ(one(published + "/pubhtml?gid=3&single=true"), published + "/pub?output=csv&gid=3&single=true");
    for (const std::string& other :
         {sheet + "/export?format=csv&gid=7", published + "/pub?output=csv", std::string("https://host/x.csv"),
          std::string("members.csv"), std::string("https://docs.google.com/spreadsheets/d/")}) {
        EXPECT_EQ(whole(other), other);
        EXPECT_EQ(one(other), other);
    }
}

}  // namespace
}  // namespace hall
