/// A feed that was good once, and then everything that can go wrong between its server and this machine.
#include <gtest/gtest.h>
#include <malloc.h>

#include <atomic>
#include <iterator>
#include <memory>

#include "base/text.h"
#include "bent_world.h"
#include "black_hole.h"
#include "fault_table.h"
#include "faults.h"
#include "feed/cache.h"
#include "net/temporary_folder.h"
#include "screen.h"

namespace hall {
namespace {

using test::answer_name;
using test::BlackHole;
using test::Blemish;
using test::document;
using test::Fault;
using test::FaultyServer;
using test::Recovery;
using test::Screen;
using test::TemporaryFolder;
using test::whole;

/// What the hall's picture may wait for the worker at most.
constexpr std::chrono::milliseconds longest_look{250};
constexpr int most_polls_until_well = 2;

const std::string good = document("Tốt", "logo.png");

std::size_t open_descriptors() {
    namespace fs = std::filesystem;
    return static_cast<std::size_t>(std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator()));
}

std::size_t memory_in_use() {
    const auto now = ::mallinfo2();
    return now.uordblks + now.hblkhd;
}

FeedSettings impatient(FeedSettings settings) {
    settings.timeouts = {Seconds(0.5), Seconds(1.5), Seconds(1)};
    return settings;
}

bool is_for_the_document(const FaultyServer& server) { return server.request().starts_with("GET /conference.json"); }

/// A server that is good until it is told otherwise.
class TurningServer {
public:
    explicit TurningServer(FaultyServer::Script bad) : bad_(std::move(bad)), server_(script()) {}

    std::string url() const { return server_.url(); }
    void turn_bad() { is_bad_ = true; }
    void turn_bad(FaultyServer::Script bad) {
        const std::lock_guard lock(mutex_);
        bad_ = std::move(bad);
        is_bad_ = true;
    }
    /// The requests for the document are counted from now on.
    void turn_good() {
        polls_ = 0;
        is_bad_ = false;
    }
    int polls() const { return polls_; }

private:
    FaultyServer::Script script() {
        return [this](const FaultyServer& self, int connection) {
            if (is_for_the_document(self)) ++polls_;
            if (!is_bad_) {
                self.send(connection, whole(is_for_the_document(self) ? good : "pixels"));
                return;
            }
            FaultyServer::Script bad;
            {
                const std::lock_guard lock(mutex_);
                bad = bad_;
            }
            bad(self, connection);
        };
    }

    std::mutex mutex_;
    FaultyServer::Script bad_;
    std::atomic<bool> is_bad_ = false;
    std::atomic<int> polls_ = 0;
    FaultyServer server_;
};

bool shows_all_that_is_good(FeedWorker& worker, Screen& screen) {
    return screen.shows(worker, "Tốt") &&
           screen.wait(worker, [](const Screen& s) { return s.snapshot->pictures.size() == 1; }) &&
           screen.is_well(worker);
}

bool fails(FeedWorker& worker, Screen& screen, const std::string& says) {
    return screen.wait(worker, [&](const Screen& s) {
        return s.status && !s.status->fault.empty() && s.status->fault.en.find(says) != std::string::npos;
    });
}

class HostileServer : public testing::TestWithParam<Fault> {};

TEST_P(HostileServer, leaves_the_last_good_conference_on_screen_and_on_disk) {
    TurningServer server(GetParam().answer);
    const TemporaryFolder cache;
    Screen screen;
    FeedWorker worker(impatient(screen.settings(server.url(), cache.path())));
    ASSERT_TRUE(shows_all_that_is_good(worker, screen));
    const std::size_t descriptors = open_descriptors();
    const auto shown = screen.snapshot;

    server.turn_bad();
    worker.refresh();
    ASSERT_TRUE(fails(worker, screen, GetParam().says)) << screen.status->fault.en;
    EXPECT_FALSE(screen.status->fault.vi.empty());
    EXPECT_EQ(screen.status->fault.en.find(test::canary), std::string::npos);
    EXPECT_EQ(screen.snapshot->conference.identity.title, "Tốt");
    EXPECT_EQ(screen.snapshot->generation, shown->generation);
    EXPECT_EQ(screen.snapshot->pictures, shown->pictures);
    EXPECT_FALSE(test::holds(cache.path(), test::canary));
    const auto kept = Cache(cache.path(), server.url()).load();
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->document, good);

    const std::string outcome = screen.status->fault.en;
    server.turn_good();
    const Recovery recovery(GetParam().name, outcome, worker);
    ASSERT_TRUE(screen.is_well(worker));
    recovery.is_well();
    EXPECT_LE(server.polls(), most_polls_until_well);
    EXPECT_LT(screen.longest_look, longest_look);
    EXPECT_TRUE(screen.wait(worker, [&](const Screen&) { return open_descriptors() <= descriptors; }))
        << open_descriptors() << " instead of " << descriptors;
}

const auto name_of_fault = [](const auto& test) { return test.param.name; };
INSTANTIATE_TEST_SUITE_P(Http, HostileServer, testing::ValuesIn(test::http_faults()), name_of_fault);
INSTANTIATE_TEST_SUITE_P(Document, HostileServer, testing::ValuesIn(test::document_faults()), name_of_fault);

class BlemishedDocument : public testing::TestWithParam<Blemish> {};

TEST_P(BlemishedDocument, is_shown_as_far_as_it_is_good) {
    const FaultyServer server([&](const FaultyServer& self, int connection) {
        self.send(connection, is_for_the_document(self) ? whole(GetParam().document, "Content-Type: text/html\r\n")
                                                        : "HTTP/1.1 404 No\r\nConnection: close\r\n\r\n");
    });
    const TemporaryFolder cache;
    Screen screen;
    auto worker = std::make_unique<FeedWorker>(screen.settings(server.url(), cache.path()));
    const auto has_issue = [&](const Screen& s) {
        if (!s.snapshot) return false;
        if (GetParam().code.empty()) return true;
        for (const Issue& issue : s.snapshot->issues)
            if (issue.code == GetParam().code) return true;
        return false;
    };
    ASSERT_TRUE(screen.wait(*worker, has_issue)) << GetParam().code;
    EXPECT_EQ(screen.snapshot->conference.identity.title, "Tốt");
    for (const Person& guest : screen.snapshot->conference.guests) EXPECT_EQ(guest.name, clean_text(guest.name));
    for (const AgendaItem& item : screen.snapshot->conference.agenda) EXPECT_LE(item.start, item.end);
    EXPECT_FALSE(test::holds(cache.path(), "root:"));
    worker.reset();  // what it was writing has its name by now
    for (const auto& entry : std::filesystem::directory_iterator(cache.path()))
        EXPECT_EQ(entry.path().stem().string().find_first_not_of("0123456789abcdef"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(All, BlemishedDocument, testing::ValuesIn(test::blemishes()), name_of_fault);

TEST(HostileWorld, faults_one_after_another_leave_no_memory_and_no_descriptor_behind) {
    TurningServer server({});
    const TemporaryFolder cache;
    Screen screen;
    FeedWorker worker(impatient(screen.settings(server.url(), cache.path())));
    ASSERT_TRUE(shows_all_that_is_good(worker, screen));
    std::vector<Fault> faults = test::document_faults();
    for (Fault& fault : test::http_faults())
        if (fault.says != "in time") faults.push_back(std::move(fault));
    const auto one_round = [&] {
        for (const Fault& fault : faults) {
            server.turn_bad(fault.answer);
            worker.refresh();
            ASSERT_TRUE(fails(worker, screen, fault.says)) << fault.name;
            server.turn_good();
            worker.refresh();
            ASSERT_TRUE(screen.is_well(worker)) << fault.name;
        }
    };
    one_round();
    const std::size_t descriptors = open_descriptors();
    const std::size_t memory = memory_in_use();
    one_round();
    EXPECT_LT(memory_in_use(), memory + (256U << 10U));
    EXPECT_TRUE(screen.wait(worker, [&](const Screen&) { return open_descriptors() <= descriptors; }));
    EXPECT_LT(screen.longest_look, longest_look);
}

/// A place that may be taken by nobody, a black hole, or a server.
class Place {
public:
    Place() { open(); }
    void open() {
        server_ = std::make_unique<FaultyServer>(
            [](const FaultyServer& self, int connection) {
                self.send(connection, whole(is_for_the_document(self) ? good : "pixels"));
            },
            port_);
        port_ = server_->port();
    }
    void close() { server_.reset(); }
    int port() const { return port_; }
    std::string url(const std::string& host) const {
        return "http://" + host + ":" + std::to_string(port_) + "/conference.json";
    }

private:
    std::unique_ptr<FaultyServer> server_;
    int port_ = 0;
};

TEST(HostileWorld, a_server_that_refuses_and_one_that_swallows_connections_change_nothing) {
    Place place;
    const TemporaryFolder cache;
    Screen screen;
    FeedWorker worker(impatient(screen.settings(place.url("127.0.0.1"), cache.path())));
    ASSERT_TRUE(shows_all_that_is_good(worker, screen));
    place.close();
    worker.refresh();
    ASSERT_TRUE(fails(worker, screen, "Cannot connect"));
    {
        const BlackHole hole("127.0.0.1", place.port());
        ASSERT_TRUE(hole.open());
        worker.refresh();
        ASSERT_TRUE(fails(worker, screen, "in time")) << screen.status->fault.en;
    }
    EXPECT_EQ(screen.snapshot->conference.identity.title, "Tốt");
    const std::string outcome = screen.status->fault.en;
    place.open();
    const Recovery recovery("refused, then swallowed", outcome, worker);
    EXPECT_TRUE(screen.is_well(worker));
    recovery.is_well();
    EXPECT_LT(screen.longest_look, longest_look);
}

TEST(HostileWorld, one_dead_address_among_good_ones_costs_only_a_moment) {
    const Place place;
    for (const char* dead : {"::1", "127.0.0.2"}) {
        const BlackHole hole(dead, place.port());
        if (!hole.open()) continue;  // a machine without IPv6
        answer_name("feed.hall.test", {{dead, "127.0.0.1"}});
        const TemporaryFolder cache;
        Screen screen;
        // With the product's own patience: libcurl 7.88 needs 3.5 s of it to give the first address up.
        FeedWorker worker(screen.settings(place.url("feed.hall.test"), cache.path()));
        EXPECT_TRUE(screen.shows(worker, "Tốt")) << dead;
        EXPECT_TRUE(screen.is_well(worker));
    }
}

struct BadName {
    const char* name;
    test::Answer answer;
    const char* says;
    friend void PrintTo(const BadName& one, std::ostream* out) { *out << one.name; }
};

class HostileResolver : public testing::TestWithParam<BadName> {};

TEST_P(HostileResolver, leaves_the_kept_conference_on_screen_until_it_is_mended) {
    const Place place;
    const std::string host = std::string(GetParam().name) + ".hall.test";
    answer_name(host, GetParam().answer);
    const TemporaryFolder cache;
    ASSERT_TRUE(Cache(cache.path(), place.url(host)).store({document("Hôm qua"), {}, Instant(Milliseconds(1)), {}}));
    Screen screen;
    FeedWorker worker(impatient(screen.settings(place.url(host), cache.path())));
    ASSERT_TRUE(screen.shows(worker, "Hôm qua"));
    ASSERT_TRUE(fails(worker, screen, GetParam().says)) << screen.status->fault.en;
    EXPECT_TRUE(screen.status->from_cache);
    EXPECT_EQ(screen.snapshot->conference.identity.title, "Hôm qua");
    const std::string outcome = screen.status->fault.en;
    answer_name(host, {{"127.0.0.1"}});
    const Recovery recovery(std::string("resolver_") + GetParam().name, outcome, worker);
    EXPECT_TRUE(shows_all_that_is_good(worker, screen));
    recovery.is_well();
    EXPECT_LT(screen.longest_look, longest_look);
}

INSTANTIATE_TEST_SUITE_P(All, HostileResolver,
                         testing::Values(BadName{"no_such_name", {{}, EAI_NONAME}, "was not found"},
                                         BadName{"server_failure", {{}, EAI_AGAIN}, "was not found"},
                                         BadName{"hangs", {{}, EAI_AGAIN, std::chrono::seconds(6)}, "in time"}),
                         [](const auto& test) { return test.param.name; });

TEST(HostileWorld, a_name_that_leads_to_another_machine_changes_nothing) {
    const Place place;
    const FaultyServer stranger(
        [](const FaultyServer& self, int connection) {
            self.send(connection, whole("<html>CANARY</html>", "Content-Type: text/html\r\n"));
        },
        place.port(), FaultyServer::After::request, INADDR_LOOPBACK + 2);
    answer_name("moved.hall.test", {{"127.0.0.3"}});
    const TemporaryFolder cache;
    ASSERT_TRUE(Cache(cache.path(), place.url("moved.hall.test"))
                    .store({document("Hôm qua"), {}, Instant(Milliseconds(1)), {}}));
    Screen screen;
    FeedWorker worker(impatient(screen.settings(place.url("moved.hall.test"), cache.path())));
    ASSERT_TRUE(fails(worker, screen, "web page"));
    EXPECT_EQ(screen.snapshot->conference.identity.title, "Hôm qua");
    EXPECT_FALSE(test::holds(cache.path(), test::canary));
}

TEST(HostileWorld, the_worker_ends_at_once_while_the_resolver_hangs) {
    answer_name("hangs.hall.test", {{}, EAI_AGAIN, std::chrono::seconds(20)});
    Screen screen;
    auto worker = std::make_unique<FeedWorker>(screen.settings("http://hangs.hall.test/conference.json", {}));
    ASSERT_FALSE(screen.wait(*worker, [turns = 0](const Screen& s) mutable { return s.snapshot || ++turns > 5; }) &&
                 screen.snapshot);
    const auto before = std::chrono::steady_clock::now();
    worker.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(10));
}

TEST(HostileWorld, a_clock_that_steps_neither_stops_the_polls_nor_hurries_them) {
    using std::chrono::seconds;
    const seconds year = std::chrono::hours(24 * 365);
    std::atomic<int> polls = 0;
    const FaultyServer server([&](const FaultyServer& self, int connection) {
        ++polls;
        self.send(connection, whole(document("Tốt")));
    });
    const TemporaryFolder cache;
    Screen screen;
    FeedWorker worker(screen.settings(server.url(), cache.path()));
    ASSERT_TRUE(screen.is_well(worker));
    const auto start = std::chrono::steady_clock::now();
    const int polls_before = polls;
    for (const seconds step : {seconds(1), seconds(-1), seconds(3600), seconds(-3600), 10 * year, -10 * year}) {
        const int polled = polls;
        test::set_clock_off_by(step);
        ASSERT_TRUE(screen.wait(worker, [&](const Screen&) { return polls > polled; })) << step.count();
        EXPECT_TRUE(screen.is_well(worker));
    }
    const auto passed = std::chrono::steady_clock::now() - start;
    EXPECT_LE(polls - polls_before, passed / seconds(1) + 1) << "more than a poll a second";
    test::set_clock_off_by(-10 * year);
    EXPECT_TRUE(Cache(cache.path(), server.url()).load());
    test::set_clock_off_by(seconds(0));
}

}  // namespace
}  // namespace hall
