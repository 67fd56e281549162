/// Who is asked, and by whose word: reach of addresses, pinned keys.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <string>

#include "faulty_server.h"
#include "net/http_client.h"
#include "net/reach.h"
#include "nginx.h"

namespace hall {
namespace {

TEST(Reach, of_every_kind_of_address) {
    for (const char* own : {"127.0.0.1", "127.8.9.10", "0.0.0.0", "169.254.169.254", "::1", "::", "fe80::1%eth0",
                            "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::1", "no address"})
        EXPECT_EQ(reach_of(own), Reach::own_link) << own;
    for (const char* house : {"10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "fd00::1",
                              "fc00::1", "::ffff:192.168.0.1", "2002:c0a8:1::1", "fec0::1"})
        EXPECT_EQ(reach_of(house), Reach::network) << house;
    for (const char* far : {"8.8.8.8", "172.15.0.1", "172.32.0.1", "192.167.0.1", "100.128.0.1", "128.0.0.1",
                            "2001:4860:4860::8888", "::ffff:8.8.8.8", "2002:808:808::1"})
        EXPECT_EQ(reach_of(far), Reach::internet) << far;
}

HttpRequest request_for(const std::string& url) { return {*Url::parse(url), {}, 1000}; }

TEST(Reach, what_a_document_far_away_names_is_not_asked_near_by_unless_configured) {
    const test::Nginx server;
    server.serve("key", "{}");
    HttpClient client;
    for (const Reach from : {Reach::network, Reach::internet}) {
        HttpRequest request = request_for(server.url("key"));
        request.named_from = from;
        const auto refused = client.fetch(request);
        ASSERT_FALSE(refused);
        EXPECT_NE(refused.error().sentence.en.find("forbidden address"), std::string::npos);
        EXPECT_EQ(server.requests_for("key"), 0U);
    }
    HttpRequest request = request_for(server.url("key"));
    request.named_from = Reach::internet;
    request.inward = Inward::allowed;
    const auto answer = client.fetch(request);
    ASSERT_TRUE(answer) << answer.error().sentence.en;
    EXPECT_EQ(answer->body, "{}");
    EXPECT_EQ(client.fetch(request_for(server.url("key")))->reach, Reach::own_link);
}

std::string pin_of(const std::string& certificate) {
    const std::string command = "openssl x509 -in " + certificate +
                                " -pubkey -noout | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | "
                                "openssl base64";
    FILE* pipe = popen(command.c_str(), "r");
    std::array<char, 100> line{};
    EXPECT_NE(std::fgets(line.data(), line.size(), pipe), nullptr);
    pclose(pipe);
    std::string pin = line.data();
    while (!pin.empty() && pin.back() == '\n') pin.pop_back();
    return "sha256//" + pin;
}

TEST(Pins, only_a_server_with_one_of_the_keys_is_believed) {
    const test::Nginx server({}, test::Scheme::https);
    server.serve("conference.json", "{}");
    HttpClient client(server.certificate().string());
    const std::string other = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    HttpRequest request = request_for(server.url("conference.json"));
    request.pins = other;
    const auto refused = client.fetch(request);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().sentence.en.find("feed.pins"), std::string::npos) << refused.error().sentence.en;
    EXPECT_EQ(server.requests_for("conference.json"), 0U);
    request.pins = other + ";" + pin_of(server.certificate().string());
    EXPECT_TRUE(client.fetch(request));
    HttpRequest unpinned = request_for(server.url("conference.json"));
    ASSERT_TRUE(client.fetch(unpinned));
    request.pins = other;
    EXPECT_FALSE(client.fetch(request)) << "a connection that is open already is pinned too";
}

}  // namespace
}  // namespace hall
