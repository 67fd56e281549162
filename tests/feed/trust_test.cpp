/// Whom a screen believes: feeds signed by the desk, secrets for one server, and where a document may lead.
#include <gtest/gtest.h>

#include "base/base64.h"
#include "base/ed25519.h"
#include "feed/signature.h"
#include "net/faulty_server.h"
#include "net/nginx.h"
#include "screen.h"

namespace hall {
namespace {

using test::Nginx;
using test::Screen;
using test::TemporaryFolder;

TEST(Signature, is_for_one_document_one_number_and_one_key) {
    const std::string key = new_signing_key(), other = new_signing_key();
    const std::string text = sign_document("{}", 7, key);
    EXPECT_EQ(*verify_document("{}", text, public_key_of(key)), 7U);
    EXPECT_EQ(claimed_sequence(text), 7U);
    EXPECT_FALSE(verify_document("{ }", text, public_key_of(key)));
    EXPECT_FALSE(verify_document("{}", text, public_key_of(other)));
    EXPECT_FALSE(verify_document("{}", text, ""));
    std::string newer = text;
    newer.replace(newer.find("sequence 7"), 10, "sequence 8");
    EXPECT_FALSE(verify_document("{}", newer, public_key_of(key))) << "the number is signed too";
    for (const char* nothing : {"", "hoitruong-signature/1", "hoitruong-signature/1\nsequence -1\nsignature AA==\n",
                                "hoitruong-signature/1\nsequence 1\nsignature \n", "<html>"})
        EXPECT_FALSE(verify_document("{}", nothing, public_key_of(key))) << nothing;
}

TEST(Signature, stands_beside_its_document) {
    EXPECT_EQ(signature_name("https://example.org/a/conference.json?key=1"), "conference.json.sig?key=1");
    EXPECT_EQ(signature_name("/srv/feed/conference.json"), "conference.json.sig");
}

class SignedFeed : public testing::Test {
protected:
    void publish(const std::string& title, Sequence sequence, const std::string& key) {
        const std::string document = test::document(title);
        server_.serve("conference.json.sig", sign_document(document, sequence, key));
        server_.serve("conference.json", document);
    }
    FeedSettings settings() {
        FeedSettings made = screen_.settings(server_.url("conference.json"), folder_.path() / "cache");
        made.signed_by = public_key_of(desk_);
        made.sequence = folder_.path() / "state" / "sequence";
        return made;
    }
    void keeps(FeedWorker& worker, const std::string& title, const std::string& says) {
        worker.refresh();
        ASSERT_TRUE(screen_.hears(worker, says)) << screen_.status->fault.en;
        EXPECT_EQ(screen_.snapshot->conference.identity.title, title);
    }

    const std::string desk_ = new_signing_key(), stranger_ = new_signing_key();
    Nginx server_;
    TemporaryFolder folder_;
    Screen screen_;
};

TEST_F(SignedFeed, only_what_the_desk_signed_is_shown_and_nothing_older) {
    publish("Một", 10, desk_);
    FeedWorker worker(settings());
    ASSERT_TRUE(screen_.shows(worker, "Một"));
    publish("Kẻ lạ", 11, stranger_);
    keeps(worker, "Một", "not the desk's");
    publish("Cũ", 9, desk_);
    keeps(worker, "Một", "signed but old");
    server_.remove("conference.json.sig");
    keeps(worker, "Một", "conference.json.sig");
    publish("Hai", 12, desk_);
    worker.refresh();
    EXPECT_TRUE(screen_.shows(worker, "Hai"));
    EXPECT_FALSE(test::holds(folder_.path() / "cache", "Kẻ lạ"));
}

TEST_F(SignedFeed, the_newest_number_outlives_the_program_and_a_wiped_cache) {
    publish("Mười", 10, desk_);
    {
        FeedWorker worker(settings());
        ASSERT_TRUE(screen_.shows(worker, "Mười"));
    }
    std::filesystem::remove_all(folder_.path() / "cache");
    publish("Chín", 9, desk_);
    screen_.snapshot.reset();
    FeedWorker worker(settings());
    ASSERT_TRUE(screen_.hears(worker, "signed but old"));
    EXPECT_FALSE(screen_.snapshot);
}

TEST_F(SignedFeed, what_was_kept_unsigned_is_not_shown_once_a_key_is_configured) {
    server_.serve("conference.json", test::document("Chưa ký"));
    {
        FeedSettings unsigned_feed = settings();
        unsigned_feed.signed_by.clear();
        FeedWorker worker(std::move(unsigned_feed));
        ASSERT_TRUE(screen_.shows(worker, "Chưa ký"));
        ASSERT_TRUE(screen_.is_well(worker));
    }
    screen_.snapshot.reset();
    FeedWorker worker(settings());
    ASSERT_TRUE(screen_.hears(worker, "conference.json.sig"));
    EXPECT_FALSE(screen_.snapshot);
}

TEST_F(SignedFeed, a_folder_is_held_to_the_same) {
    const std::string document = test::document("Thư mục");
    folder_.write("conference.json", document);
    FeedSettings made = settings();
    made.feed = folder_.path().string();
    const auto unsigned_feed = read_feed_once(made);
    EXPECT_FALSE(unsigned_feed);
    folder_.write("conference.json.sig", sign_document(document, 1, desk_));
    const auto snapshot = read_feed_once(made);
    ASSERT_TRUE(snapshot) << snapshot.error().sentence.en;
    EXPECT_EQ(snapshot->conference.identity.title, "Thư mục");
}

TEST_F(SignedFeed, its_sections_stand_in_it) {
    const std::string document =
        R"({"format":"hoitruong/1","conference":{"title":"T"},"sources":{"members":{"href":"members.csv"}}})";
    server_.serve("members.csv", "Tên đơn vị\nKẻ lạ\n");
    server_.serve("conference.json.sig", sign_document(document, 1, desk_));
    server_.serve("conference.json", document);
    FeedWorker worker(settings());
    ASSERT_TRUE(screen_.wait(worker, [](const Screen& s) {
        return s.status && !s.status->sources.empty() && !s.status->sources[0].fault.empty();
    }));
    EXPECT_TRUE(screen_.snapshot->conference.members.empty());
    EXPECT_EQ(server_.requests_for("members.csv"), 0U);
}

TEST(Token, goes_to_the_feeds_own_server_and_to_no_other) {
    const test::FaultyServer other(test::whole("pixels"));
    const Nginx server(
        "location /conference.json { if ($http_authorization != \"Bearer s3cret\") { return 401; } }"
        "location /logo.png { if ($http_authorization != \"Bearer s3cret\") { return 401; } }");
    server.serve("conference.json", R"({"format":"hoitruong/1","conference":{"title":"T","logo":"logo.png"},
        "branding":{"background":")" + other.url() +
                                        R"("}})");
    server.serve("logo.png", "pixels");
    const TemporaryFolder cache;
    Screen screen;
    FeedSettings settings = screen.settings(server.url("conference.json"), cache.path());
    settings.token = "s3cret";
    FeedWorker worker(std::move(settings));
    ASSERT_TRUE(screen.wait(worker, [](const Screen& s) { return s.snapshot && s.snapshot->pictures.size() == 2; }));
    EXPECT_EQ(other.request().find("s3cret"), std::string::npos);
    EXPECT_NE(other.request().find("GET"), std::string::npos);
}

TEST(Pins, need_a_secure_address) {
    FeedSettings settings;
    settings.feed = "http://127.0.0.1:1/conference.json";
    settings.pins = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    const auto snapshot = read_feed_once(settings);
    ASSERT_FALSE(snapshot);
    EXPECT_NE(snapshot.error().sentence.en.find("https://"), std::string::npos);
}

}  // namespace
}  // namespace hall
