#include "sealing/key_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "net/temporary_folder.h"
#include "sealing/seal.h"

namespace hall {
namespace {

TEST(KeyFile, comes_back_as_it_was_and_only_its_owner_reads_it) {
    const test::TemporaryFolder folder;
    const Path file = folder.path() / "keys.json";
    const KeyRing ring{new_sealing(SealKind::rehearsal),
                       {{"co", "Cờ thi đua", SealKey::random()}, {"x", "", SealKey::random()}}};
    ASSERT_TRUE(write_key_file(file, ring).ok());
    struct stat facts {};
    ASSERT_EQ(::stat(file.c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0600U);

    const auto read = read_key_file(file);
    ASSERT_TRUE(read) << read.error().sentence.en;
    EXPECT_EQ(read->sealing, ring.sealing);
    ASSERT_EQ(read->keys.size(), 2U);
    EXPECT_EQ(read->keys[0].award, "co");
    EXPECT_EQ(read->keys[0].name, "Cờ thi đua");
    EXPECT_EQ(read->keys[1].key, ring.keys[1].key);
}

TEST(KeyFile, is_never_replaced) {
    const test::TemporaryFolder folder;
    const Path file = folder.path() / "keys.json";
    const KeyRing first{new_sealing(SealKind::real), {{"co", "", SealKey::random()}}};
    ASSERT_TRUE(write_key_file(file, first).ok());
    EXPECT_FALSE(write_key_file(file, {new_sealing(SealKind::real), {{"co", "", SealKey::random()}}}).ok());
    EXPECT_EQ(read_key_file(file)->keys[0].key, first.keys[0].key);
}

TEST(KeyFile, may_be_words_copied_by_hand) {
    const test::TemporaryFolder folder;
    const Path file = folder.path() / "keys.txt";
    const SealKey one = SealKey::random(), other = SealKey::random();
    ASSERT_TRUE(write_file_atomic(file, "# bàn thư ký\n\n" + one.words() + "\r\n" + other.text() + "\n").ok());
    const auto read = read_key_file(file);
    ASSERT_TRUE(read) << read.error().sentence.en;
    ASSERT_EQ(read->keys.size(), 2U);
    EXPECT_EQ(read->keys[0].key, one);
    EXPECT_EQ(read->keys[1].key, other);
    EXPECT_TRUE(read->sealing.empty());
}

TEST(KeyFile, that_is_none_is_refused_with_a_sentence_that_tells_no_key) {
    const test::TemporaryFolder folder;
    const Path file = folder.path() / "keys";
    for (const std::string text : {"", "{}", "{\"format\": \"hoitruong-keys/1\"}", "xin chao", "[1, 2"}) {
        ASSERT_TRUE(write_file_atomic(file, text).ok());
        const auto read = read_key_file(file);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().sentence.en.find("xin"), std::string::npos);
    }
    EXPECT_FALSE(read_key_file(folder.path() / "none"));
}

}  // namespace
}  // namespace hall
