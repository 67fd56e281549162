#include "net/url.h"

#include <gtest/gtest.h>

namespace hall {
namespace {

TEST(Url, only_web_addresses_without_credentials_are_accepted) {
    for (const char* bad : {"", "conference.json", "file:///etc/passwd", "ftp://host/x", "https://user:secret@host/x",
                            "http://", "https://host/a b", "https://host/\r\nX: y", "javascript:alert(1)"}) {
        const auto url = Url::parse(bad);
        ASSERT_FALSE(url) << bad;
        EXPECT_EQ(url.error().sentence.en.find("secret"), std::string::npos);
        EXPECT_EQ(url.error().sentence.vi.find("secret"), std::string::npos);
        EXPECT_EQ(url.error().sentence.en.find('\n'), std::string::npos);
    }
}

TEST(Url, the_display_form_hides_the_query) {
    const auto url = Url::parse("https://hoinghi.example.vn/feed.json?token=secret#part");
    ASSERT_TRUE(url);
    EXPECT_EQ(url->display(), "https://hoinghi.example.vn/feed.json");
    EXPECT_EQ(url->text(), "https://hoinghi.example.vn/feed.json?token=secret");
    EXPECT_EQ(url->host(), "hoinghi.example.vn");
    EXPECT_TRUE(url->secure());
}

TEST(Url, references_resolve_as_in_a_browser) {
    const Url base = Url::parse("https://host/a/conference.json?x=1").value();
    const auto resolved = [&](const char* reference) { return base.resolve(reference).value().text(); };
    EXPECT_EQ(resolved("photos/an.jpg"), "https://host/a/photos/an.jpg");
    EXPECT_EQ(resolved("../b.png"), "https://host/b.png");
    EXPECT_EQ(resolved("/c.png"), "https://host/c.png");
    EXPECT_EQ(resolved("https://other/d.png"), "https://other/d.png");
    EXPECT_EQ(resolved("//other/e.png"), "https://other/e.png");
}

TEST(Url, a_reference_leads_neither_down_to_http_nor_to_files) {
    const Url base = Url::parse("https://host/conference.json").value();
    EXPECT_FALSE(base.resolve("http://host/a.png"));
    EXPECT_FALSE(base.resolve("file:///etc/passwd"));
    EXPECT_FALSE(base.resolve(""));
}

}  // namespace
}  // namespace hall
