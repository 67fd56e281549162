/// Secure connections that are not: what a wrong certificate or a broken handshake does to a feed that was good once.
#include <gtest/gtest.h>

#include <cstdlib>

#include "fault_table.h"
#include "faults.h"
#include "feed/cache.h"
#include "net/nginx.h"
#include "screen.h"

namespace hall {
namespace {

using test::FaultyServer;
using test::Nginx;
using test::Screen;
using test::TemporaryFolder;
namespace fs = std::filesystem;

/// An authority of the test's own and certificates by it.
class Authority {
public:
    explicit Authority(const std::string& name) : name_(name) {
        run("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=" + name +
            " -keyout ca.key -out ca.pem");
        folder_.write("serial", "01");
        folder_.write("index", "");
    }
    fs::path root() const { return folder_.path() / "ca.pem"; }

    /// Writes `certificate` and its key in place of those a server has.
    void issue(const std::string& names, const std::string& from, const std::string& until,
               const fs::path& certificate) const {
        folder_.write("index", "");
        folder_.write("ca.conf",
                      "[ca]\ndefault_ca=d\n[d]\ndatabase=index\nserial=serial\nnew_certs_dir=.\n"
                      "default_md=sha256\npolicy=p\nx509_extensions=x\n[p]\ncommonName=supplied\n"
                      "[x]\nsubjectAltName=" +
                          names + "\n");
        run("req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=" + name_ +
            ".leaf -keyout leaf.key -out leaf.csr");
        run("ca -batch -notext -config ca.conf -cert ca.pem -keyfile ca.key -in leaf.csr -out leaf.pem -startdate " +
            from + " -enddate " + until);
        fs::copy_file(folder_.path() / "leaf.pem", certificate, fs::copy_options::overwrite_existing);
        fs::copy_file(folder_.path() / "leaf.key", certificate.parent_path() / "key.pem",
                      fs::copy_options::overwrite_existing);
    }

private:
    void run(const std::string& command) const {
        const std::string whole = "cd " + folder_.path().string() + " && openssl " + command + " >>log 2>&1";
        ASSERT_EQ(std::system(whole.c_str()), 0) << read_file(folder_.path() / "log", 1U << 20U).value();
    }

    std::string name_;
    TemporaryFolder folder_;
};

constexpr const char* past = "20200101000000Z";
constexpr const char* long_past = "20190101000000Z";
constexpr const char* future = "20900101000000Z";
constexpr const char* far_future = "20910101000000Z";
constexpr const char* own_names = "DNS:localhost,IP:127.0.0.1";

struct BadHandshake {
    const char* name;
    FaultyServer::Script script;
    const char* says;
};

std::string bytes_of(std::initializer_list<int> values) {
    std::string text;
    for (const int value : values) text += static_cast<char>(value);
    return text;
}

/// A ServerHello that knows nothing newer than TLS 1.0.
std::string hello_of_tls_1_0() {
    return bytes_of({0x16, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1}) + std::string(32, 'r') + bytes_of({0, 0, 0x2f, 0});
}

class HostileTls : public testing::Test {
protected:
    HostileTls() : authority_("hall-test"), server_({}, test::Scheme::https) {
        authority_.issue(own_names, past, future, server_.certificate());
        restart();
        server_.serve("conference.json", test::document("Tốt"));
    }
    void restart() {
        server_.stop();
        server_.start();
    }
    FeedSettings settings() {
        FeedSettings made = screen_.settings(server_.url("conference.json"), cache_.path());
        made.certificates = authority_.root().string();
        made.timeouts = {Seconds(1), Seconds(2), Seconds(1)};
        return made;
    }
    void fails(FeedWorker& worker, const std::string& says) {
        worker.refresh();
        ASSERT_TRUE(screen_.wait(worker, [&](const Screen& s) {
            return s.status->fault.en.find(says) != std::string::npos;
        })) << screen_.status->fault.en;
        EXPECT_EQ(screen_.snapshot->conference.identity.title, "Tốt");
        EXPECT_EQ(screen_.snapshot->number, 1U);
        EXPECT_FALSE(test::holds(cache_.path(), test::canary));
    }
    void is_good_again(FeedWorker& worker, const char* kind) {
        const test::Recovery recovery(kind, screen_.status->fault.en, worker);
        ASSERT_TRUE(screen_.is_well(worker)) << screen_.status->fault.en;
        recovery.is_well();
        EXPECT_LT(screen_.longest_look, std::chrono::milliseconds(250));
    }

    Authority authority_;
    Nginx server_;
    TemporaryFolder cache_;
    Screen screen_;
};

TEST_F(HostileTls, a_certificate_that_is_expired_early_for_another_or_by_nobody_known_changes_nothing) {
    const Authority stranger("stranger");
    FeedWorker worker(settings());
    ASSERT_TRUE(screen_.shows(worker, "Tốt"));
    ASSERT_TRUE(screen_.is_well(worker));
    const auto swap = [&](const Authority& by, const char* names, const char* from, const char* until) {
        by.issue(names, from, until, server_.certificate());
        restart();
    };
    server_.serve("conference.json", test::document(test::canary));
    swap(authority_, own_names, long_past, past);
    fails(worker, "has expired");
    swap(authority_, own_names, future, far_future);
    fails(worker, "not yet valid");
    swap(authority_, "DNS:other.invalid", past, future);
    fails(worker, "cannot be trusted");
    swap(stranger, own_names, past, future);
    fails(worker, "cannot be trusted");
    server_.serve("conference.json", test::document("Tốt"));
    swap(authority_, own_names, past, future);
    is_good_again(worker, "certificates");
}

TEST_F(HostileTls, a_broken_handshake_changes_nothing) {
    const std::vector<BadHandshake> handshakes = {
        {"reset", [](const FaultyServer& self, int connection) { self.reset(connection); }, "secure"},
        {"never_ends", [](const FaultyServer& self, int connection) { self.hang(connection); }, "in time"},
        {"tls_1_0_only", [](const FaultyServer& self, int connection) { self.send(connection, hello_of_tls_1_0()); },
         "TLS 1.2"},
        {"no_tls_at_all",
         [](const FaultyServer& self, int connection) {
             self.send(connection, test::whole(test::document(test::canary)));
         },
         "TLS 1.2"}};
    FeedWorker worker(settings());
    ASSERT_TRUE(screen_.shows(worker, "Tốt"));
    ASSERT_TRUE(screen_.is_well(worker));
    server_.stop();
    for (const BadHandshake& one : handshakes) {
        SCOPED_TRACE(one.name);
        const FaultyServer bad(one.script, server_.port(), FaultyServer::After::first_bytes);
        fails(worker, one.says);
    }
    server_.start();
    is_good_again(worker, "handshakes");
}

TEST_F(HostileTls, a_redirect_down_to_plain_http_is_not_followed) {
    const FaultyServer plain(test::whole(test::document(test::canary)));
    const Nginx leading("location /conference.json { return 302 " + plain.url() + "; }", test::Scheme::https);
    FeedSettings made = screen_.settings(leading.url("conference.json"), cache_.path());
    made.certificates = leading.certificate().string();
    ASSERT_TRUE(Cache(cache_.path(), made.feed).store({test::document("Tốt"), {}, Instant(Milliseconds(1)), {}}));
    FeedWorker worker(made);
    ASSERT_TRUE(screen_.hears(worker, "forbidden address"));
    EXPECT_EQ(screen_.snapshot->conference.identity.title, "Tốt");
    EXPECT_EQ(plain.connections(), 0);
}

}  // namespace
}  // namespace hall
