#include "base/file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

namespace hall {
namespace {

class File : public ::testing::Test {
protected:
    File() {
        std::string pattern = (std::filesystem::temp_directory_path() / "hall-file-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
    }
    ~File() override {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    Path in(const std::string& name) const { return folder_ / name; }
    std::size_t count() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder_), {}));
    }

    Path folder_;
};

TEST_F(File, what_is_written_is_read) {
    const std::string bytes("a\0b\xff\n", 5);
    ASSERT_TRUE(write_file_atomic(in("a"), bytes));
    const auto read = read_file(in("a"), 100);
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, bytes);
    EXPECT_EQ(count(), 1U);
}

TEST_F(File, only_what_is_to_be_passed_on_is_readable_for_others) {
    using std::filesystem::perms;
    ASSERT_TRUE(write_file_atomic(in("own"), "x"));
    ASSERT_TRUE(write_file_atomic(in("given"), "x", Readers::everyone));
    EXPECT_EQ(std::filesystem::status(in("own")).permissions() & perms::others_read, perms::none);
    EXPECT_EQ(std::filesystem::status(in("given")).permissions() & perms::others_read, perms::others_read);
}

TEST_F(File, a_second_writing_replaces_the_first_and_leaves_nothing_beside_it) {
    ASSERT_TRUE(write_file_atomic(in("a"), std::string(100'000, 'x')));
    ASSERT_TRUE(write_file_atomic(in("a"), "new"));
    EXPECT_EQ(*read_file(in("a"), 100), "new");
    EXPECT_EQ(count(), 1U);
}

TEST_F(File, a_failed_writing_leaves_no_temporary_file_and_the_old_content) {
    ASSERT_TRUE(write_file_atomic(in("a"), "old"));
    std::filesystem::create_directories(in("occupied") / "by something");
    const auto onto_folder = write_file_atomic(in("occupied"), "x");
    EXPECT_FALSE(onto_folder);
    EXPECT_EQ(count(), 2U);
    EXPECT_EQ(*read_file(in("a"), 100), "old");
    EXPECT_NE(onto_folder.error().sentence.vi.find("occupied"), std::string::npos);
    EXPECT_NE(onto_folder.error().sentence.en.find("occupied"), std::string::npos);
}

TEST_F(File, a_folder_that_cannot_be_written_is_an_error) {
    EXPECT_FALSE(write_file_atomic(in("none") / "a", "x"));
    // Not by permissions: root may write everywhere but into the kernel's own folders.
    const Status nowhere = write_file_atomic("/proc/hall", "x");
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().sentence.en.find("old content"), std::string::npos) << "there was none";
    EXPECT_EQ(nowhere.error().sentence.vi.find("Nội dung cũ"), std::string::npos);
    const Status kept = write_file_atomic("/proc/version", "x");
    ASSERT_FALSE(kept);
    EXPECT_NE(kept.error().sentence.en.find("The old content stands."), std::string::npos) << kept.error().sentence.en;
}

TEST_F(File, the_limit_is_exact) {
    ASSERT_TRUE(write_file_atomic(in("a"), std::string(70'000, 'x')));
    EXPECT_TRUE(read_file(in("a"), 70'000));
    EXPECT_FALSE(read_file(in("a"), 69'999));
}

TEST_F(File, what_is_no_regular_file_is_refused_at_once) {
    ASSERT_EQ(::mkfifo(in("pipe").c_str(), 0600), 0);
    EXPECT_FALSE(read_file(in("pipe"), 100));
    EXPECT_FALSE(read_file(folder_, 100));
    EXPECT_FALSE(read_file("/dev/zero", 100));
    EXPECT_FALSE(read_file(in("nothing"), 100));
}

TEST(Sha256, is_that_of_the_standard) {
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    // Large ones go another way.
    EXPECT_EQ(sha256_hex(std::string(1U << 20U, '\0')),
              "30e14955ebf1352266dc2ff8067e68104607e750abb9d3b36582b8af909fcb58");
}

TEST_F(File, why_it_cannot_be_read_or_written_is_told_in_both_languages_with_what_to_do) {
    const Sentence missing = read_file(folder_ / "a.json", 10).error().sentence;
    EXPECT_EQ(missing.vi,
              "Không đọc được tệp " + (folder_ / "a.json").string() + ": không có ở đó; kiểm tra tên và thư mục.");
    EXPECT_TRUE(missing.en.ends_with("it is not there; check the name and the folder.")) << missing.en;
    ASSERT_TRUE(write_file_atomic(folder_ / "long", std::string(11, 'x')));
    EXPECT_TRUE(read_file(folder_ / "long", 10).error().sentence.vi.ends_with("tệp lớn hơn 10 byte."));
    const Status written = write_file_atomic(folder_ / "none" / "b", "x");
    EXPECT_NE(written.error().sentence.vi.find("không có ở đó"), std::string::npos) << written.error().sentence.vi;
}

}  // namespace
}  // namespace hall
