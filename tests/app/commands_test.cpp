/// The commands as a technician meets them: exit codes, sentences, files.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <utility>

#include "app/program.h"
#include "base/file.h"
#include "net/temporary_folder.h"
#include "platform/picture_file.h"

namespace hall {
namespace {

using test::bundled;
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

struct Planted {
    std::string code, place;
};

const std::vector<Planted> planted = {{"conference.timezone-unknown", "/conference/timezone"},
                                      {"date.unreadable", "/conference/date"},
                                      {"conference.viewing-distance", "/conference/viewing_distance"},
                                      {"time.unreadable", "/agenda/0/start"},
                                      {"agenda.start-missing", "/agenda/0/start"},
                                      {"agenda.end-before-start", "/agenda/1/end"},
                                      {"agenda.title-missing", "/agenda/2/title"},
                                      {"word.unknown", "/agenda/3/kind"},
                                      {"member.name-missing", "/members/0/name"},
                                      {"id.repeated", "/members/2/id"},
                                      {"type.wrong", "/awards/0/rank"},
                                      {"recipient.member-unknown", "/awards/0/batches/0/recipients/0/member"},
                                      {"recipient.name-missing", "/awards/0/batches/0/recipients/0/name"},
                                      {"recipient.name-missing", "/awards/0/batches/0/recipients/1/name"},
                                      {"text.missing", "/tasks/items/0/heading"},
                                      {"signatory.member-unknown", "/covenant/signatories/2"},
                                      {"notice.until-before-from", "/notices/0/until"},
                                      {"rundown.screen-unknown", "/rundown/0/screen"},
                                      {"rundown.award-unknown", "/rundown/1/award"},
                                      {"rundown.dwell", "/rundown/2/dwell"},
                                      {"conference.theme-unknown", "/conference/theme"},
                                      {"award.decision-missing", "/awards/0/decision"},
                                      {"award.no-recipients", "/awards/0/batches"},
                                      {"signatory.repeated", "/covenant/signatories/1"}};

/// One fault of every kind that secretaries make, each with the code and the place that `check` must name.
TEST_F(Commands, check_names_two_dozen_planted_faults_with_their_places) {
    const auto feed = home_.write("feed.json", R"({"format": "hoitruong/1",
      "conference": {"title": "Hội nghị", "timezone": "Asia/Ha_Noi", "theme": "tím", "date": "2022-13-45",
                     "viewing_distance": 25},
      "agenda": [{"id": "a", "start": "8 giờ", "title": "Chào cờ"},
                 {"id": "b", "start": "2022-12-20T09:00", "end": "2022-12-20T08:00", "title": "Báo cáo"},
                 {"id": "c", "start": "2022-12-20T10:00"},
                 {"id": "d", "start": "2022-12-20T11:00", "title": "Bế mạc", "kind": "tiệc"}],
      "members": [{"id": "m"}, {"id": "n", "name": "Hội N"}, {"id": "n", "name": "Hội O"}],
      "awards": [{"id": "x", "name": "Bằng khen", "rank": "cao", "batches": [{"recipients": [{"member": "zz"}, {}]}]}],
      "tasks": {"items": [{"detail": "Không có tiêu đề"}]},
      "covenant": {"signatories": ["n", "n", "không có"]},
      "notices": [{"text": "Nước uống", "from": "2022-12-20T10:00", "until": "2022-12-20T09:00"}],
      "rundown": [{"screen": "agenta"}, {"screen": "award-intro", "award": "y"}, {"screen": "agenda", "dwell": -1}]})");
    EXPECT_EQ(program_.run({"check", feed.string(), "--lang", "en"}), 1);
    const std::string said = program_.output();
    for (const auto& [code, place] : planted) {
        const std::string line = fmt::format("{} [{}]", place, code);
        EXPECT_NE(said.find(line), std::string::npos) << line << '\n' << said;
    }
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

TEST_F(Commands, a_paper_on_which_a_name_has_no_room_is_not_printed) {
    std::string name;
    for (int i = 0; i < 30; ++i) name += "Liên hiệp các Hội ";
    const auto feed = home_.write("feed.json", R"({"format": "hoitruong/1", "awards": [{"id": "a", "name": "Cờ thi đua",
      "batches": [{"recipients": [{"name": "Hội Nông dân"}, {"name": ")" +
                                                   name + R"("}]}]}]})");
    const Path out = home_.path() / "labels.pdf";
    EXPECT_EQ(program_.run({"sheet", feed.string(), "--kind", "labels", "--out", out.string()}), 1);
    EXPECT_NE(program_.output().find("label 2 "), std::string::npos) << program_.output();
    EXPECT_FALSE(std::filesystem::exists(out));
}

TEST_F(Commands, a_sheet_holds_every_page_in_every_theme_and_a_reveal_frame_by_frame) {
    const auto size_of = [&](const Path& png) {
        const auto bytes = read_file(png, plenty);
        const auto image = bytes ? decode_picture(*bytes) : Result<Image>(Image());
        return image ? std::pair(image->width, image->height) : std::pair(0, 0);
    };
    const std::string screen = "welcome", sheet = (home_.path() / "sheets" / "welcome.png").string();
    EXPECT_EQ(
        program_.run({"snapshot", bundled, "--size", "640x360", "--screen", screen, "--theme", "all", "--out", sheet}),
        0)
        << program_.output();
    // Three pages take two columns and two rows of 640x360, with 16 pixels around.
    EXPECT_EQ(size_of(sheet), std::pair(2 * 656 + 16, 2 * 376 + 16));
    const Path each = home_.path() / "each";
    EXPECT_EQ(program_.run({"snapshot", bundled, "--size", "320x180", "--screen", "each", "--out", each.string()}), 0);
    std::set<std::string> screens;
    for (const auto& entry : std::filesystem::directory_iterator(each)) {
        const std::string name = entry.path().stem().string();
        EXPECT_TRUE(screens.insert(name.substr(name.find('-'))).second) << name;
    }
    EXPECT_GE(screens.size(), 15U);
    const Path frames = home_.path() / "frames";
    EXPECT_EQ(program_.run({"snapshot", bundled, "--size", "640x360", "--step", "2", "--frames", "12", "--out",
                            frames.string()}),
              0)
        << program_.output();
    std::set<std::string> different;
    for (const auto& entry : std::filesystem::directory_iterator(frames))
        different.insert(sha256_hex(*read_file(entry.path(), plenty)));
    EXPECT_GE(different.size(), 5U);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(frames), {}), 12);
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
    EXPECT_EQ(program_.run({"snapshot", bundled, "--out", "/proc/nowhere"}), 70);
    EXPECT_EQ(program_.run({"show", "--windw", "1280x720"}), 64);
    EXPECT_EQ(program_.run({"show", "--window", "12"}), 64);
    EXPECT_EQ(program_.run({"show", "--at", "nonsense"}), 64);
    EXPECT_EQ(program_.run({"show", "--renderer", "vulkan"}), 64);
}

/// The file of the screen's only page.
std::string page_of(test::Program& program, const std::string& feed, const std::string& screen, const Path& out) {
    EXPECT_EQ(program.run({"snapshot", feed, "--screen", screen, "--size", "1280x720", "--out", out.string()}), 0)
        << program.output();
    return read_file(std::filesystem::directory_iterator(out)->path(), plenty).value();
}

TEST_F(Commands, names_written_with_loose_marks_are_the_same_pictures) {
    const auto feed = [&](const char* name, const std::string& organisation) {
        return home_
            .write(name, R"({"format": "hoitruong/1", "members": [{"id": "a", "name": ")" + organisation + "\"}]}")
            .string();
    };
    const std::string composed = feed("nfc.json", "Hội Nữ trí thức tỉnh Thừa Thiên Huế");
    // The same letters with their marks apart, as macOS writes them.
    const std::string loose = feed("nfd.json",
                                   "Ho\u0302\u0323i Nu\u031b\u0303 tri\u0301 thu\u031b\u0301c ti\u0309nh "
                                   "Thu\u031b\u0300a Thie\u0302n Hue\u0302\u0301");
    const std::string one = page_of(program_, composed, "members", home_.path() / "one");
    EXPECT_EQ(one, page_of(program_, loose, "members", home_.path() / "two"));
    const std::string without = feed("plain.json", "Hoi Nu tri thuc tinh Thua Thien Hue");
    EXPECT_NE(one, page_of(program_, without, "members", home_.path() / "three"));
}

TEST_F(Commands, ten_thousand_members_are_shown_to_the_last) {
    std::string feed = R"({"format": "hoitruong/1", "rundown": [{"screen": "members"}], "members": [)";
    for (int i = 1; i <= 10'000; ++i)
        feed += std::string(i > 1 ? "," : "") + R"({"id": ")" + std::to_string(i) +
                R"(", "name": "Hội Nông dân xã số )" + std::to_string(i) + "\"}";
    const std::string file = home_.write("many.json", feed + "]}").string();
    const std::string out = (home_.path() / "out").string();
    // Eight names a page.
    EXPECT_EQ(program_.run({"snapshot", file, "--step", "1250", "--size", "640x360", "--out", out}), 0)
        << program_.output();
    EXPECT_TRUE(std::filesystem::exists(home_.path() / "out" / "1250-members.png"));
    EXPECT_EQ(program_.run({"snapshot", file, "--step", "1251", "--size", "640x360", "--out", out}), 64);
}

TEST_F(Commands, without_a_display_the_show_says_so) {
    program_.set("XDG_RUNTIME_DIR", "");
    EXPECT_EQ(program_.run({"show", bundled}), 69);
    EXPECT_EQ(program_.output().find("No display can be opened"), 0U) << program_.output();
}

TEST_F(Commands, template_writes_a_feed_and_never_over_one) {
    const std::string folder = (home_.path() / "new").string();
    EXPECT_EQ(program_.run({"template", folder}), 0) << program_.output();
    for (const char* name : {"conference.json", "thanh-vien.csv", "chuong-trinh.csv", "khen-thuong.csv"})
        EXPECT_TRUE(std::filesystem::exists(home_.path() / "new" / name)) << name;
    std::filesystem::remove(home_.path() / "new" / "conference.json");
    EXPECT_EQ(program_.run({"template", folder}), 70);
    EXPECT_FALSE(std::filesystem::exists(home_.path() / "new" / "conference.json"));
}

TEST_F(Commands, compare_lists_the_names_that_the_decision_has_otherwise) {
    const std::string feed = home_
                                 .write("feed.json", R"({"format": "hoitruong/1", "conference": {"title": "A"},
      "awards": [{"id": "x", "name": "Bằng khen", "batches": [{"recipients": [{"name": "Hội Nông dân"}]}]}]})")
                                 .string();
    const std::string right = home_.write("right.txt", "1. HỘI NÔNG DÂN;\n").string();
    const std::string wrong = home_.write("wrong.txt", "1. Hội Nông dan;\n").string();
    EXPECT_EQ(program_.run({"compare", feed, right}), 0) << program_.output();
    EXPECT_NE(program_.output().find("Names of the feed found in the text: 1 of 1."), std::string::npos)
        << program_.output();
    const std::string more = home_.write("more.txt", "1. HỘI NÔNG DÂN;\n2. Hội Phụ nữ.\n").string();
    EXPECT_EQ(program_.run({"compare", feed, more}), 1);
    EXPECT_NE(program_.output().find("more.txt, line 2 [name.not-in-feed]"), std::string::npos) << program_.output();
    EXPECT_EQ(program_.run({"compare", feed, wrong}), 1);
    EXPECT_NE(program_.output().find("Bằng khen, 1 [name.marks]"), std::string::npos) << program_.output();
    EXPECT_EQ(program_.run({"compare", feed, home_.write("a.txt", "%PDF-1.7").string()}), 70);
    EXPECT_EQ(program_.run({"compare", feed}), 64);
}

TEST_F(Commands, help_and_version_answer) {
    EXPECT_EQ(program_.run({"--version"}), 0);
    EXPECT_EQ(program_.output().substr(0, 10), "hoitruong ");
    EXPECT_EQ(program_.run({"help", "snapshot"}), 0);
    EXPECT_NE(program_.output().find("Usage: hoitruong snapshot"), std::string::npos) << program_.output();
    EXPECT_NE(program_.output().find("--out"), std::string::npos);
    EXPECT_EQ(program_.run({"help"}), 0);
    EXPECT_NE(program_.output().find("compare"), std::string::npos) << program_.output();
}

TEST_F(Commands, bench_plays_every_screen_even_without_a_display) {
    const auto feed = home_.write("feed.json", R"({"format": "hoitruong/1", "conference": {"title": "Hội nghị"},
        "rundown": [{"screen": "flag"}, {"screen": "closing"}]})");
    EXPECT_EQ(program_.run({"bench", feed.string(), "--window", "320x180"}), 0) << program_.output();
    for (const char* words : {"320x180", "\nflag ", "\nclosing ", "First picture after"})
        EXPECT_NE(program_.output().find(words), std::string::npos) << words << program_.output();
    EXPECT_EQ(program_.run({"bench", (home_.path() / "none.json").string()}), 2) << program_.output();
}

TEST_F(Commands, a_slip_in_a_command_is_no_feed) {
    EXPECT_EQ(program_.run({"chekc"}), 64);
    EXPECT_NE(program_.output().find("check"), std::string::npos) << program_.output();
    EXPECT_EQ(program_.run({"help", "snapshto"}), 64);
    EXPECT_NE(program_.output().find("snapshot"), std::string::npos) << program_.output();
}

TEST_F(Commands, notes_alone_leave_nothing_that_must_be_mended) {
    const auto feed = [&](const std::string& name) {
        return home_
            .write("feed.json",
                   R"({"format": "hoitruong/1", "conference": {"title": "Hội nghị"}, "members": [)" + name + "]}")
            .string();
    };
    EXPECT_EQ(program_.run({"check", feed(R"({"name": "Liên đoàn Lao động"})")}), 0) << program_.output();
    EXPECT_NE(program_.output().find("id.missing"), std::string::npos) << program_.output();
    EXPECT_EQ(program_.run({"check", feed(R"({"id": "a", "name": "Tá»•ng LiÃªn Ä‘oÃ n"})")}), 1) << program_.output();
    EXPECT_NE(program_.output().find("text.mojibake"), std::string::npos) << program_.output();
}

TEST_F(Commands, a_desk_signs_and_only_its_screens_key_fits) {
    const auto feed = home_.write("feed.json", R"({"format": "hoitruong/1", "conference": {"title": "T"}})").string();
    const std::string key = (home_.path() / "desk.key").string();
    ASSERT_EQ(program_.run({"sign", feed, "--key", key}), 0) << program_.output();
    const std::string said = program_.output();
    const auto line = said.find("feed.public_key = ");
    ASSERT_NE(line, std::string::npos) << said;
    const std::string value = said.substr(said.find('"', line));
    const auto configuration = home_.write("signed.toml", "[feed]\npublic_key = " + value);
    EXPECT_EQ(program_.run({"check", feed, "--config", configuration.string()}), 0) << program_.output();
    home_.write("feed.json", R"({"format": "hoitruong/1", "conference": {"title": "X"}})");
    EXPECT_EQ(program_.run({"check", feed, "--config", configuration.string()}), 2) << program_.output();
    EXPECT_NE(program_.output().find("not the desk's"), std::string::npos) << program_.output();
    ASSERT_EQ(program_.run({"sign", feed, "--key", key}), 0) << program_.output();
    EXPECT_EQ(program_.run({"check", feed, "--config", configuration.string()}), 0) << "by the same key again";
    std::filesystem::permissions(key, std::filesystem::perms::group_read, std::filesystem::perm_options::add);
    EXPECT_EQ(program_.run({"sign", feed, "--key", key}), 70);
    EXPECT_NE(program_.output().find("chmod 600"), std::string::npos) << program_.output();
}

TEST_F(Commands, a_desk_signs_nothing_that_its_screens_would_refuse) {
    const auto feed = home_.write("feed.json", R"({"format": "hoitruong/1", "conference": {"title": "T"},
        "sources": {"members": {"href": "thanh-vien.csv"}}})");
    const std::string key = (home_.path() / "desk.key").string();
    EXPECT_EQ(program_.run({"sign", feed.string(), "--key", key}), 70) << program_.output();
    EXPECT_NE(program_.output().find("members (thanh-vien.csv)"), std::string::npos) << program_.output();
    EXPECT_FALSE(std::filesystem::exists(feed.string() + ".sig"));
    EXPECT_FALSE(std::filesystem::exists(key));
}

TEST_F(Commands, a_signed_sheet_is_a_feed_of_its_own) {
    const std::string feed = home_.write("thanh-vien.csv", "Tên đơn vị,Đại diện\nHội A,Bà B\n").string();
    const std::string key = (home_.path() / "desk.key").string();
    ASSERT_EQ(program_.run({"sign", feed, "--key", key}), 0) << program_.output();
    const std::string said = program_.output();
    const auto configuration =
        home_.write("signed.toml", "[feed]\npublic_key = " + said.substr(said.find('"', said.find("public_key"))));
    EXPECT_LT(program_.run({"check", feed, "--config", configuration.string()}), 2) << program_.output();
    home_.write("thanh-vien.csv", "Tên đơn vị,Đại diện\nHội A,Bà C\n");
    EXPECT_EQ(program_.run({"check", feed, "--config", configuration.string()}), 2) << program_.output();
}

}  // namespace
}  // namespace hall
