/// Sealing a whole feed, and what its files tell.
#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <nlohmann/json.hpp>

#include "app/on_air.h"
#include "app/program.h"
#include "app/seal_text.h"
#include "net/temporary_folder.h"
#include "sealing/seal.h"
#include "show/readable.h"
#include "show/remarks.h"
#include "show/rundown.h"

namespace hall {
namespace {

const std::string winner = "Nguyễn Thị Kín Đáo";

std::string feed_of(const std::string& name, const std::string& more = "") {
    return R"({"format": "hoitruong/1", "conference": {"title": "Hội nghị Tổng kết"}, "secret_note": ")" + name + R"(",
      "members": [{"id": "a", "name": "Tổng Liên đoàn Lao động Việt Nam"}],
      "sources": {"awards": {"href": "awards.json"}})" +
           more + "}";
}

std::string awards_of(const std::string& name) {
    return R"({"awards": [
      {"id": "co", "rank": 1, "name": "Cờ thi đua", "visibility": "held", "decision": {"number": "12/QĐ"},
       "comment": ")" +
           name + R"(",
       "batches": [{"recipients": [{"kind": "person", "name": ")" +
           name + R"(", "photo": "anh.png",
                                    "citation": "Đạt giải nhất cuộc thi"}]}]},
      {"id": "bang", "rank": 2, "name": "Bằng khen", "visibility": "held", "decision": {"number": "13/QĐ"},
       "batches": [{"recipients": [{"member": "a"}, {"kind": "person", "name": "Lê Văn Thứ Hai"}]}]},
      {"id": "de-xuat", "rank": 3, "name": "Giấy khen", "status": "proposed",
       "batches": [{"recipients": [{"member": "a"}]}]}]})";
}

class SealCommand : public testing::Test {
protected:
    void write(const std::string& name = winner, const std::string& more = "") {
        folder_.write("feed/conference.json", feed_of(name, more));
        folder_.write("feed/awards.json", awards_of(name));
        folder_.write("feed/anh.png", "\x89PNG of " + name);
    }
    int run(const std::vector<std::string>& arguments) { return program_.run(arguments); }
    std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
    int seal(std::vector<std::string> more = {}) {
        std::vector<std::string> all{"seal", path("feed"), "--out", path("sealed"), "--keys", path("keys.json")};
        all.insert(all.end(), more.begin(), more.end());
        return run(all);
    }
    std::string file(const std::string& name) const { return *read_file(folder_.path() / name, 16U << 20U); }
    FeedFiles files(const std::string& name) const {
        FeedSettings settings;
        settings.feed = path(name);
        auto read = read_feed_files(settings);
        EXPECT_TRUE(read) << read.error().sentence.en;
        return *std::move(read);
    }
    /// name -> size, of everything in the sealed folder
    std::map<std::string, std::uintmax_t> sizes() const {
        std::map<std::string, std::uintmax_t> found;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.path() / "sealed"))
            found.emplace(entry.path().filename(), entry.is_regular_file() ? entry.file_size() : 0);
        return found;
    }

    test::TemporaryFolder folder_;
    test::Program program_{folder_.path() / "home", ""};
    SealCommand() { std::filesystem::create_directories(folder_.path() / "home"); }
};

TEST_F(SealCommand, leaves_no_secret_in_any_file_and_comes_back_with_its_keys) {
    write();
    ASSERT_EQ(seal(), 0) << program_.output();
    for (const auto& [name, size] : sizes()) {
        const std::string bytes = file("sealed/" + name);
        for (const std::string& secret : {winner, std::string("Lê Văn Thứ Hai"), std::string("Đạt giải nhất"),
                                          std::string("anh.png"), std::string("PNG of")})
            EXPECT_EQ(bytes.find(secret), std::string::npos) << name << " tells " << secret;
    }
    EXPECT_EQ(sizes().size(), 1U) << "neither the awards' own file nor a winner's picture";
    const Conference sealed = files("sealed").decoded.conference;
    ASSERT_EQ(sealed.awards.size(), 3U);
    EXPECT_TRUE(sealed.awards[0].is_closed());
    EXPECT_EQ(sealed.awards[0].decision.number, "12/QĐ");
    EXPECT_EQ(sealed.awards[1].batches[0].places, 2U);
    EXPECT_FALSE(sealed.awards[2].is_closed()) << "a public proposal stays readable";

    ASSERT_EQ(run({"unseal", path("sealed"), "--keys", path("keys.json"), "--out", path("again")}), 0)
        << program_.output();
    EXPECT_EQ(files("again").decoded.conference.awards, files("feed").decoded.conference.awards);
    EXPECT_EQ(file("again/anh.png"), file("feed/anh.png"));
}

TEST_F(SealCommand, of_a_sealed_feed_the_pages_with_names_can_be_approved) {
    write();
    ASSERT_EQ(seal(), 0) << program_.output();
    ASSERT_EQ(run({"check", path("sealed"), "--keys", path("keys.json"), "--lang", "en"}), 0) << program_.output();
    EXPECT_EQ(run({"snapshot", path("sealed"), "--keys", path("keys.json"), "--screen", "award-reveal", "--step", "all",
                   "--size", "320x180", "--out", path("named")}),
              0)
        << program_.output();
    EXPECT_EQ(run({"snapshot", path("sealed"), "--screen", "award-reveal", "--step", "all", "--size", "320x180",
                   "--out", path("armed")}),
              0)
        << program_.output();
    const auto differing = [&] {
        std::size_t count = 0;
        for (const auto& one : std::filesystem::directory_iterator(path("armed")))
            count += file("armed/" + one.path().filename().string()) != file("named/" + one.path().filename().string());
        return count;
    };
    EXPECT_GT(differing(), 0U);
    folder_.write("none.json", "");
    EXPECT_NE(run({"check", path("sealed"), "--keys", path("none.json")}), 0) << "an award stays closed";
}

TEST_F(SealCommand, keeps_pictures_of_a_usual_size) {
    write();
    folder_.write("feed/anh.png", std::string(300'000, '\x89'));
    ASSERT_EQ(seal(), 0) << program_.output();
    const FeedFiles sealed = files("sealed");
    for (const Award& award : sealed.decoded.conference.awards)
        EXPECT_EQ(award.sealed.has_value(), award.id != "de-xuat") << award.id;
    const auto ring = read_key_file(path("keys.json"));
    ASSERT_TRUE(ring);
    Conference opened = sealed.decoded.conference;
    const auto contents = open_award(opened, 0, ring->keys[0].key);
    ASSERT_TRUE(contents) << contents.error().sentence.en;
    EXPECT_EQ(contents->photos.at("anh.png").size(), 300'000U);
}

TEST_F(SealCommand, of_other_winners_looks_the_same) {
    write("Lê A");
    ASSERT_EQ(seal(), 0) << program_.output();
    const auto before = sizes();
    const auto shape = [&] {
        auto json = nlohmann::json::parse(file("sealed/conference.json"));
        json["sealing"].erase("event");
        for (auto& award : json["awards"])
            if (award.contains("sealed")) award["sealed"] = award["sealed"]["text"].size();
        return json;
    };
    const auto first = shape();
    for (const char* name : {"sealed", "keys.json", "feed"}) std::filesystem::remove_all(folder_.path() / name);
    write("Công Tằng Tôn Nữ Thị Một Cái Tên Dài Hơn Nhiều Lắm Lắm");
    ASSERT_EQ(seal(), 0) << program_.output();
    EXPECT_EQ(sizes(), before);
    EXPECT_EQ(shape(), first);
}

TEST_F(SealCommand, says_where_a_secret_can_be_read_all_the_same) {
    write(winner, R"(, "notices": [{"text": "Chúc mừng nguyễn thị kín đáo!"}])");
    EXPECT_EQ(seal(), 1);
    EXPECT_NE(program_.output().find("/notices/0/text"), std::string::npos) << program_.output();
}

TEST_F(SealCommand, finds_a_short_name_as_words_of_its_own) {
    write("Lê An", R"(, "notices": [{"text": "Chúc mừng ông Lê An."}, {"text": "Lễ an táng"}])");
    EXPECT_EQ(seal(), 1);
    EXPECT_NE(program_.output().find("/notices/0/text"), std::string::npos) << program_.output();
    std::filesystem::remove_all(path("sealed"));
    std::filesystem::remove(path("keys.json"));
    write("Lê An", R"(, "notices": [{"text": "Lễ ăn mừng kết thúc lúc 11 giờ, các lề anh em"}])");
    EXPECT_EQ(seal(), 1) << "without marks it is the same";
    std::filesystem::remove_all(path("sealed"));
    std::filesystem::remove(path("keys.json"));
    write("Lê An", R"(, "notices": [{"text": "Các lề anh em"}])");
    EXPECT_EQ(seal(), 0) << program_.output();
}

TEST_F(SealCommand, of_a_rehearsal_and_of_the_day_do_not_open_each_other) {
    write();
    ASSERT_EQ(seal({"--rehearsal"}), 0) << program_.output();
    EXPECT_EQ(files("sealed").decoded.conference.sealing.kind, SealKind::rehearsal);
    std::filesystem::rename(path("sealed"), path("rehearsal"));
    std::filesystem::rename(path("keys.json"), path("rehearsal.json"));
    ASSERT_EQ(seal(), 0);
    EXPECT_EQ(run({"unseal", path("sealed"), "--keys", path("rehearsal.json"), "--out", path("x")}), 70);
    EXPECT_EQ(run({"unseal", path("rehearsal"), "--keys", path("keys.json"), "--out", path("y")}), 70);
    EXPECT_FALSE(std::filesystem::exists(path("x")));
    EXPECT_EQ(run({"unseal", path("rehearsal"), "--keys", path("rehearsal.json"), "--out", path("z")}), 0);
    EXPECT_EQ(std::filesystem::status(path("z")).permissions(), std::filesystem::perms::owner_all);
}

TEST_F(SealCommand, replaces_neither_keys_nor_a_feed) {
    write();
    ASSERT_EQ(seal(), 0);
    const std::string keys = file("keys.json"), feed = file("sealed/conference.json");
    EXPECT_EQ(seal(), 70);
    std::filesystem::remove_all(path("sealed"));
    EXPECT_EQ(seal(), 70) << "the keys are there still";
    EXPECT_EQ(file("keys.json"), keys);
}

// --- On air ----------------------------------------------------------------------------------------------------------

constexpr Now at(int seconds) { return {Instant{}, std::chrono::seconds(seconds)}; }

class SealedOnAir : public SealCommand {
protected:
    SealedOnAir() {
        write();
        EXPECT_EQ(seal(), 0) << program_.output();
        snapshot_ = std::make_shared<Snapshot>();
        snapshot_->number = 1;
        snapshot_->conference = files("sealed").decoded.conference;
    }
    OnAir with(const std::string& keys, std::unique_ptr<SealedPhotos> photos = nullptr) {
        OnAir on_air(folder_.path() / "place.toml", at(0), Role::drives,
                     Vault(keys.empty() ? Path() : Path(path(keys)), std::move(photos)));
        on_air.take(snapshot_, at(0));
        return on_air;
    }
    static std::size_t step_of(const OnAir& on_air, const std::string& key) {
        const auto& steps = on_air.rundown().steps;
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (steps[i].key == key) return i;
        ADD_FAILURE() << key;
        return 0;
    }
    static void jump(OnAir& on_air, const std::string& key, int second) {
        on_air.command({Verb::jump, step_of(on_air, key)}, at(second));
    }
    static std::string name(const OnAir& on_air, std::size_t award) {
        return on_air.snapshot().conference.awards[award].batches[0].recipients[0].name;
    }
    std::shared_ptr<Snapshot> snapshot_;
};

TEST_F(SealedOnAir, the_key_is_released_at_its_step_and_not_before) {
    OnAir on_air = with("keys.json");
    const auto steps = on_air.rundown().steps.size();
    jump(on_air, "award:co/b0/r0/armed", 1);
    EXPECT_TRUE(on_air.released_keys().empty());
    EXPECT_EQ(name(on_air, 0), "");
    on_air.command({Verb::next}, at(2));
    EXPECT_EQ(on_air.state().key, "award:co/b0/r0");
    EXPECT_EQ(name(on_air, 0), winner);
    EXPECT_EQ(name(on_air, 1), "") << "the next award stays closed";
    EXPECT_EQ(on_air.released_keys().size(), 1U);
    EXPECT_EQ(on_air.rundown().steps.size(), steps) << "nothing shifts under the operator";
    EXPECT_TRUE(on_air.as_fed().conference.awards[0].is_closed());

    OnAir follower = with("");
    jump(follower, "award:co/b0/r0/armed", 1);
    follower.take_keys(on_air.released_keys(), at(2));
    EXPECT_EQ(follower.state().key, "award:co/b0/r0/armed");
    EXPECT_EQ(name(follower, 0), winner);
    EXPECT_EQ(name(follower, 1), "");
}

TEST_F(SealedOnAir, a_name_does_not_wait_for_its_picture) {
    std::latch decoder_may_go(1), came(1);
    std::atomic<int> decoded = 0;
    OnAir on_air = with("keys.json", std::make_unique<SealedPhotos>(
                                         [&](std::string_view bytes, const std::stop_token&) -> Result<Image> {
                                             EXPECT_EQ(bytes, "\x89PNG of " + winner);
                                             decoder_may_go.wait();
                                             ++decoded;
                                             return Image(2, 3);
                                         },
                                         [&] { came.count_down(); }));
    jump(on_air, "award:co/b0/r0/armed", 1);
    on_air.command({Verb::next}, at(2));
    EXPECT_EQ(name(on_air, 0), winner);
    EXPECT_FALSE(on_air.take_photos());
    EXPECT_TRUE(on_air.snapshot().pictures.empty());

    decoder_may_go.count_down();
    came.wait();
    EXPECT_TRUE(on_air.take_photos());
    EXPECT_FALSE(on_air.take_photos());
    EXPECT_EQ(on_air.state().key, "award:co/b0/r0");
    ASSERT_TRUE(on_air.snapshot().pictures.contains("anh.png"));
    EXPECT_EQ(on_air.snapshot().pictures.at("anh.png")->height, 3);
    on_air.take(std::make_shared<Snapshot>(*snapshot_), at(3));
    EXPECT_TRUE(on_air.snapshot().pictures.contains("anh.png")) << "newer content shows it at once";
    EXPECT_EQ(decoded, 1);
}

TEST_F(SealedOnAir, under_a_cover_the_key_stays_at_the_desk) {
    OnAir on_air = with("keys.json");
    on_air.command({Verb::hold}, at(1));
    jump(on_air, "award:co/b0/r0", 2);
    EXPECT_EQ(on_air.state().key, "award:co/b0/r0");
    EXPECT_TRUE(on_air.released_keys().empty());
    EXPECT_EQ(name(on_air, 0), "");
    on_air.command({Verb::hold}, at(3));
    EXPECT_EQ(on_air.released_keys().size(), 1U);
    EXPECT_EQ(name(on_air, 0), winner);

    OnAir keyless = with("");
    keyless.command({Verb::home}, at(4));
    keyless.command({Verb::black}, at(5));
    const std::string before = keyless.state().key;
    jump(keyless, "award:co/b0/r0", 6);
    EXPECT_EQ(keyless.state().key, before) << "a page that could not be shown is not prepared";
    EXPECT_FALSE(keyless.key_fault().empty());
}

TEST_F(SealedOnAir, without_a_key_the_award_stays_armed) {
    OnAir on_air = with("");
    jump(on_air, "award:co/b0/r0/armed", 1);
    on_air.command({Verb::next}, at(2));
    EXPECT_EQ(on_air.state().key, "award:co/b0/r0/armed");
    EXPECT_NE(on_air.key_fault().en.find("Cờ thi đua"), std::string::npos);
    EXPECT_NE(on_air.key_fault().en.find("Press F9"), std::string::npos) << on_air.key_fault().en;
    on_air.command({Verb::back}, at(4));
    EXPECT_TRUE(on_air.key_fault().empty());
}

TEST_F(SealedOnAir, the_key_file_of_another_sealing_is_called_that) {
    std::filesystem::rename(path("sealed"), path("another"));
    std::filesystem::rename(path("keys.json"), path("another.json"));
    ASSERT_EQ(seal(), 0) << program_.output();
    OnAir on_air = with("keys.json");  // of the sealing since
    jump(on_air, "award:co/b0/r0/armed", 1);
    on_air.command({Verb::next}, at(2));
    EXPECT_EQ(on_air.state().key, "award:co/b0/r0/armed");
    EXPECT_NE(on_air.key_fault().en.find("another sealing"), std::string::npos) << on_air.key_fault().en;
}

TEST_F(SealedOnAir, a_machine_that_takes_over_stands_on_the_name_that_was_commanded) {
    OnAir before = with("keys.json");
    jump(before, "award:co/b0/r0/armed", 1);
    before.command({Verb::next}, at(2));
    ASSERT_EQ(before.state().key, "award:co/b0/r0");
    OnAir spare(folder_.path() / "spare.toml", at(3));
    spare.take(snapshot_, at(3));
    spare.take_keys(before.released_keys(), at(4));
    ASSERT_TRUE(spare.follow(before.state(), at(4).steady, Entry::settled, at(4)));
    EXPECT_EQ(spare.state().key, "award:co/b0/r0");
    EXPECT_EQ(name(spare, 0), winner);
}

TEST_F(SealedOnAir, an_altered_text_or_another_awards_key_opens_nothing) {
    auto swapped = std::make_shared<Snapshot>(*snapshot_);
    std::swap(swapped->conference.awards[0].sealed, swapped->conference.awards[1].sealed);
    auto altered = std::make_shared<Snapshot>(*snapshot_);
    altered->conference.awards[0].sealed->bytes[100] ^= 1;
    for (const auto& bad : {swapped, altered}) {
        snapshot_ = bad;
        OnAir on_air = with("keys.json");
        jump(on_air, "award:co/b0/r0/armed", 1);
        on_air.command({Verb::next}, at(2));
        EXPECT_EQ(on_air.state().key, "award:co/b0/r0/armed");
        EXPECT_EQ(name(on_air, 0), "");
        EXPECT_FALSE(on_air.key_fault().empty());
    }
}

TEST_F(SealedOnAir, a_typed_key_waits_for_its_step) {
    const auto ring = read_key_file(path("keys.json"));
    ASSERT_TRUE(ring);
    OnAir on_air = with("");
    jump(on_air, "award:co/b0/r0/armed", 1);
    const auto held = on_air.hold_key(ring->keys[0].key.words());
    ASSERT_TRUE(held) << held.error().sentence.en;
    EXPECT_EQ(*held, "Cờ thi đua");
    EXPECT_EQ(name(on_air, 0), "");
    EXPECT_FALSE(on_air.hold_key(SealKey::random().words()));
    on_air.command({Verb::next}, at(2));
    EXPECT_EQ(name(on_air, 0), winner);
}

TEST_F(SealedOnAir, whoever_is_skipped_while_sealed_is_never_named) {
    const std::string first = "Tổng Liên đoàn", second = "Lê Văn Thứ Hai";
    const auto recipients = [](const OnAir& on_air) {
        return on_air.snapshot().conference.awards[1].batches[0].recipients;
    };
    Remark skip{*recipient_mark(snapshot_->conference, {}, 1, 0, 0)};
    skip.attendance = Attendance::skipped;
    {
        OnAir on_air = with("keys.json");
        jump(on_air, "award:bang/b0/r0/armed", 1);
        on_air.command({Verb::remark, 0, skip}, at(2));
        EXPECT_EQ(on_air.state().key, "award:bang/b0/r0/armed");
        EXPECT_EQ(recipients(on_air).size(), 1U);
        EXPECT_TRUE(on_air.released_keys().empty());
        for (const std::string& name : {first, second}) EXPECT_EQ(file("place.toml").find(name), std::string::npos);
    }
    OnAir on_air = with("keys.json");
    EXPECT_EQ(recipients(on_air).size(), 1U) << "after a power cut, too";
    on_air.command({Verb::next}, at(4));
    EXPECT_EQ(on_air.state().key, "award:bang/b0/r0");
    ASSERT_EQ(recipients(on_air).size(), 1U);
    EXPECT_EQ(recipients(on_air)[0].name, second);
    skip.attendance = Attendance::present;
    on_air.command({Verb::remark, 0, skip}, at(6));
    ASSERT_EQ(recipients(on_air).size(), 2U);
    const Step& step = on_air.rundown().steps[on_air.state().step];
    for (const ReadablePlace& place : readable_on(step, on_air.rundown()))
        EXPECT_EQ(place.recipient, 1U) << "whoever the hall has not seen waits for NEXT";
}

TEST_F(SealedOnAir, no_name_that_is_typed_opens_a_sealed_place) {
    OnAir on_air = with("");
    jump(on_air, "award:co/b0/r0/armed", 1);
    Remark typed{*recipient_mark(snapshot_->conference, {}, 0, 0, 0)};
    typed.name = "Bà Ai Đó";
    on_air.command({Verb::remark, 0, typed}, at(2));
    EXPECT_EQ(name(on_air, 0), "");
    on_air.command({Verb::next}, at(4));
    EXPECT_EQ(on_air.state().key, "award:co/b0/r0/armed");
}

TEST_F(SealedOnAir, a_power_cut_after_the_reveal_comes_back_to_the_name_where_the_keys_are) {
    {
        OnAir on_air = with("keys.json");
        jump(on_air, "award:co/b0/r0/armed", 1);
        on_air.command({Verb::next}, at(2));
    }
    const std::string place = file("place.toml");
    EXPECT_EQ(place.find(winner), std::string::npos);
    const auto ring = read_key_file(path("keys.json"));
    ASSERT_TRUE(ring);
    for (const NamedKey& one : ring->keys) EXPECT_EQ(place.find(one.key.text()), std::string::npos);
    const OnAir again = with("keys.json");
    EXPECT_EQ(again.state().key, "award:co/b0/r0");
    EXPECT_EQ(name(again, 0), winner);
    const OnAir without = with("");
    EXPECT_EQ(without.state().key, "award:co/b0/r0/armed");
}

}  // namespace
}  // namespace hall
