/// The commands as a technician meets them: exit codes, sentences, files.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/program.h"
#include "base/file.h"
#include "net/temporary_folder.h"

namespace hall {
namespace {

const std::string bundled = HALL_SOURCE_DIR "/assets/conference";
constexpr std::size_t plenty = 64U << 20U;

class Commands : public testing::Test {
protected:
    test::TemporaryFolder home_;
    test::Program program_{home_.path(), ""};
};

TEST_F(Commands, check_finds_nothing_to_mend_in_the_bundled_conference) {
    EXPECT_EQ(program_.run({"check", bundled}), 0) << program_.output();
}

TEST_F(Commands, check_names_what_is_wrong_and_where) {
    const auto feed = home_.write("feed.json", R"({"format": "hoitruong/1", "members": [{"id": "a"}]})");
    EXPECT_EQ(program_.run({"check", feed.string()}), 1);
    EXPECT_NE(program_.output().find("/members/0"), std::string::npos) << program_.output();
}

TEST_F(Commands, check_reports_a_character_that_no_font_has) {
    const auto feed = home_.write("feed.json", R"({"format": "hoitruong/1", "conference": {"title": "Hội nghị 漢"}})");
    EXPECT_EQ(program_.run({"check", feed.string()}), 1);
    EXPECT_NE(program_.output().find("U+6F22"), std::string::npos) << program_.output();
}

TEST_F(Commands, a_text_that_fits_nowhere_is_reported_with_its_step) {
    std::string title;
    for (int i = 0; i < 200; ++i) title += "nghiêng ";
    const auto feed =
        home_.write("feed.json", R"({"format": "hoitruong/1", "conference": {"title": ")" + title + "\"}}");
    EXPECT_EQ(program_.run({"check", feed.string()}), 1);
    EXPECT_NE(program_.output().find("[fit]"), std::string::npos) << program_.output();
}

TEST_F(Commands, the_agenda_is_checked_at_every_hour_of_the_day) {
    const auto feed = home_.write("feed.json", R"({"format": "hoitruong/1", "agenda": [
        {"id": "a", "start": "2022-12-20T08:00", "end": "2022-12-20T16:00", "title": "Báo cáo"},
        {"id": "b", "start": "2022-12-20T16:00", "end": "2022-12-20T16:30", "title": "Bế mạc",
         "speaker": {"name": "Nguyễn 漢"}}]})");
    EXPECT_EQ(program_.run({"check", feed.string()}), 1);
    EXPECT_NE(program_.output().find("(agenda)"), std::string::npos) << program_.output();
}

TEST_F(Commands, what_is_no_feed_is_told_in_a_sentence) {
    const auto feed = home_.write("feed.json", "<html>log in</html>");
    EXPECT_EQ(program_.run({"check", feed.string()}), 2);
    EXPECT_NE(program_.output().find("HTML"), std::string::npos) << program_.output();
}

TEST_F(Commands, snapshots_are_the_same_to_the_byte_on_every_run) {
    for (const char* folder : {"one", "two"})
        ASSERT_EQ(program_.run({"snapshot", bundled, "--out", (home_.path() / folder).string(), "--size", "640x360"}),
                  0)
            << program_.output();
    std::size_t pages = 0;
    for (const auto& entry : std::filesystem::directory_iterator(home_.path() / "one")) {
        const auto one = read_file(entry.path(), plenty);
        const auto two = read_file(home_.path() / "two" / entry.path().filename(), plenty);
        ASSERT_TRUE(one && two);
        EXPECT_EQ(sha256_hex(*one), sha256_hex(*two)) << entry.path();
        ++pages;
    }
    EXPECT_GT(pages, 10U);
}

TEST_F(Commands, one_step_becomes_one_picture_and_a_pdf_holds_pages) {
    EXPECT_EQ(program_.run({"snapshot", bundled, "--step", "1", "--out", (home_.path() / "one").string()}), 0);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(home_.path() / "one"), {}), 1);
    const Path pdf = home_.path() / "pages.pdf";
    EXPECT_EQ(program_.run({"snapshot", bundled, "--size", "640x360", "--out", pdf.string()}), 0) << program_.output();
    const auto bytes = read_file(pdf, plenty);
    ASSERT_TRUE(bytes);
    EXPECT_EQ(bytes->substr(0, 5), "%PDF-");
}

TEST_F(Commands, a_step_that_does_not_exist_and_wrong_words_are_wrong_usage) {
    const std::string out = (home_.path() / "out").string();
    EXPECT_EQ(program_.run({"snapshot", bundled, "--out", out, "--step", "999"}), 64);
    EXPECT_EQ(program_.run({"snapshot", bundled, "--out", out, "--screen", "nothing"}), 64);
    EXPECT_EQ(program_.run({"show", "--windw", "1280x720"}), 64);
    EXPECT_EQ(program_.run({"show", "--window", "12"}), 64);
    EXPECT_EQ(program_.run({"show", "--at", "nonsense"}), 64);
    EXPECT_EQ(program_.run({"show", "--renderer", "vulkan"}), 64);
}

TEST_F(Commands, without_a_display_the_show_says_so) {
    EXPECT_EQ(program_.run({"show", bundled}), 69);
    EXPECT_FALSE(program_.output().empty());
}

TEST_F(Commands, help_and_version_answer) {
    EXPECT_EQ(program_.run({"--version"}), 0);
    EXPECT_EQ(program_.output().substr(0, 10), "hoitruong ");
    EXPECT_EQ(program_.run({"help", "snapshot"}), 0);
    EXPECT_NE(program_.output().find("--out"), std::string::npos);
}

}  // namespace
}  // namespace hall
