#include "status/play_log.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "net/temporary_folder.h"

namespace hall {
namespace {

const Instant evening = *parse_instant("2026-11-20T20:00:00+07:00", TimeZone());

Play play(std::size_t step) { return {evening, step, 60, "award-reveal", Cover::black, Cause::operated}; }

TEST(Plays, come_back_in_their_order) {
    const test::TemporaryFolder folder;
    const Path file = play_log_file(folder.path() / "state");
    PlayLog log(file);
    for (const std::size_t step : {1U, 2U, 3U}) log.add(play(step));
    EXPECT_EQ(read_plays(file), (std::vector<Play>{play(1), play(2), play(3)}));
    EXPECT_EQ(plays_as_text({play(7)}, TimeZone(), Language::english),
              "2026-11-20 20:00:00 +07:00       7/60  award-reveal [BLACK]  (operator)\n");
}

TEST(Plays, tell_what_covered_the_page) {
    Play covered = play(7);
    const auto told = [&](Cover cover) {
        covered.cover = cover;
        return plays_as_text({covered}, TimeZone(), Language::english);
    };
    EXPECT_NE(told(Cover::hold).find("award-reveal [HOLD]  ("), std::string::npos);
    EXPECT_NE(told(Cover::none).find("award-reveal  ("), std::string::npos);
}

TEST(Plays, can_be_read_by_everyone_whatever_the_mask) {
    const test::TemporaryFolder folder;
    const Path file = play_log_file(folder.path());
    const mode_t mask = umask(0077);
    PlayLog(file).add(play(1));
    umask(mask);
    struct stat facts {};
    ASSERT_EQ(stat(file.c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0644U);
}

TEST(Plays, calls_and_remarks_come_back_too) {
    const test::TemporaryFolder folder;
    const Path file = play_log_file(folder.path());
    Play called = play(4), noted = play(5);
    called.cause = Cause::called;
    called.call = {"http://127.0.0.1:8088", 503};
    noted.cause = Cause::remarked;
    noted.remark = {"ab12", Attendance::represented};
    PlayLog log(file);
    for (const Play& one : {called, noted}) log.add(one);
    EXPECT_EQ(read_plays(file), (std::vector<Play>{called, noted}));
    const std::string text = plays_as_text({called, noted}, TimeZone(), Language::english);
    EXPECT_NE(text.find("(call http://127.0.0.1:8088: 503)"), std::string::npos) << text;
    EXPECT_NE(text.find("(remark: represented)"), std::string::npos) << text;
    called.call.status = 0;
    EXPECT_NE(plays_as_text({called}, TimeZone(), Language::english).find(": not reached)"), std::string::npos);
}

TEST(Plays, take_bounded_room_and_the_newest_stay) {
    const test::TemporaryFolder folder;
    const Path file = play_log_file(folder.path());
    constexpr std::size_t most = 4096, many = 500;
    PlayLog log(file, most);
    for (std::size_t step = 1; step <= many; ++step) log.add(play(step));
    std::uintmax_t bytes = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) bytes += entry.file_size();
    EXPECT_LE(bytes, 2 * most);
    const auto plays = read_plays(file);
    ASSERT_GT(plays.size(), 20U);
    EXPECT_EQ(plays.back(), play(many));
    EXPECT_EQ(plays.front().step, many - plays.size() + 1) << "none is missing between";
}

TEST(Plays, a_line_that_a_power_cut_left_half_is_left_out) {
    const test::TemporaryFolder folder;
    const Path file = folder.write("plays.jsonl", play_as_line(play(1)) + "\n{\"at\":\"2026-11-2");
    EXPECT_EQ(read_plays(file), std::vector<Play>{play(1)});
}

TEST(Plays, what_follows_a_cut_line_is_kept) {
    const test::TemporaryFolder folder;
    const Path file = play_log_file(folder.path());
    std::ofstream(file) << play_as_line(play(1)) << "\n" << play_as_line(play(2)).substr(0, 20);
    PlayLog(file).add(play(3));
    EXPECT_EQ(read_plays(file), (std::vector<Play>{play(1), play(3)}));
}

TEST(Plays, a_line_with_an_absurd_number_is_left_out) {
    Play called = play(4);
    called.cause = Cause::called;
    called.call = {"http://127.0.0.1:8088", 503};
    const std::string line = play_as_line(called);
    ASSERT_EQ(play_from_line(line), called);
    for (const std::string member : {"\"step\":4", "\"steps\":60", "\"status\":503"})
        for (const std::string absurd :
             {"-1", "4.0", "1e3", "4294967296", "9223372036854775808", "18446744073709551615", "\"4\""}) {
            std::string bent = line;
            bent.replace(bent.find(member), member.size(), member.substr(0, member.find(':') + 1) + absurd);
            EXPECT_FALSE(play_from_line(bent)) << bent;
        }
}

TEST(Plays, a_folder_that_cannot_be_written_stops_nothing) {
    const test::TemporaryFolder folder;
    PlayLog log(folder.write("file", "") / "plays.jsonl");
    log.add(play(1));
    EXPECT_EQ(*read_file(folder.path() / "file", 10), "");
}

}  // namespace
}  // namespace hall
