#include "sealing/seal.h"

#include <gtest/gtest.h>

namespace hall {
namespace {

const Binding binding{{"0011", SealKind::real}, "co"};

Members members() {
    Members::Run all(2);
    all[0].id = "a";
    all[0].name = "Đơn vị A";
    all[1].id = "b";
    all[1].name = "Đơn vị B";
    return Members(std::move(all));
}

Contents contents() {
    Contents made;
    Batch batch;
    batch.label = "Đợt 1";
    Recipient unit;
    unit.member = 1;
    unit.name = "Đơn vị B";
    unit.representative = "Bà Trần Thị B";
    Recipient person;
    person.kind = RecipientKind::person;
    person.honorific = "Ông";
    person.name = "Nguyễn Văn \"Ẩn\"";
    person.position = "Chủ tịch";
    person.organisation = "Công ty C";
    person.citation = "Lao động giỏi";
    person.photo.source = "c.jpg";
    batch.recipients = {unit, person};
    made.batches = {batch, Batch{"", {person}}};
    made.photos = {{"c.jpg", std::string("\xFF\xD8\0\1", 4)}};
    return made;
}

/// A conference with that award sealed.
Conference sealed_with(const SealKey& key, const std::string& id = "co") {
    Conference conference;
    conference.sealing = binding.sealing;
    conference.members = members();
    Award award;
    award.id = id;
    for (const std::size_t places : {2U, 1U}) {
        Batch batch;
        batch.places = places;
        batch.recipients.resize(places);
        award.batches.push_back(batch);
    }
    award.sealed = seal(write_contents(contents(), members()), 4096, {binding.sealing, id}, key);
    conference.awards = {award};
    return conference;
}

TEST(Contents, come_back_as_they_were) {
    const auto read = read_contents(write_contents(contents(), members()), members());
    ASSERT_TRUE(read) << read.error().sentence.en;
    EXPECT_EQ(read->batches, contents().batches);
    EXPECT_EQ(read->photos, contents().photos);
}

TEST(Contents, of_a_member_that_is_gone_keep_its_name) {
    const auto read = read_contents(write_contents(contents(), members()), {});
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->batches[0].recipients[0].member);
    EXPECT_EQ(read->batches[0].recipients[0].name, "Đơn vị B");
}

TEST(Seal, opens_with_its_own_key_in_its_own_place) {
    const SealKey key = SealKey::random();
    const SealedText sealed = seal("kín", 4096, binding, key);
    const auto opened = unseal(sealed, binding, key);
    ASSERT_TRUE(opened) << opened.error().sentence.en;
    EXPECT_EQ(*opened, "kín");
}

TEST(Seal, opens_with_no_other_key_and_in_no_other_place) {
    const SealKey key = SealKey::random();
    const SealedText sealed = seal("kín", 4096, binding, key);
    EXPECT_FALSE(unseal(sealed, binding, SealKey::random()));
    Binding award = binding, event = binding, rehearsal = binding, run_together = binding;
    award.award = "bang";
    event.sealing.event = "0012";
    rehearsal.sealing.kind = SealKind::rehearsal;
    run_together.sealing.event = "0011co";
    run_together.award = "";
    for (const Binding& other : {award, event, rehearsal, run_together}) EXPECT_FALSE(unseal(sealed, other, key));
}

/// The commitment checked, the binding must still hold by itself.
TEST(Seal, that_was_moved_with_a_commitment_made_for_the_place_does_not_open) {
    const SealKey key = SealKey::random();
    SealedText sealed = seal("kín", 4096, binding, key);
    const Binding other{binding.sealing, "bang"};
    sealed.commitment = seal("", 4096, other, key).commitment;
    ASSERT_TRUE(fits(key, sealed, other));
    EXPECT_FALSE(unseal(sealed, other, key));
}

TEST(Seal, that_was_altered_anywhere_does_not_open) {
    const SealKey key = SealKey::random();
    const SealedText sealed = seal("kín", 4096, binding, key);
    for (std::size_t i = 0; i < sealed.bytes.size(); i += 7) {
        SealedText altered = sealed;
        altered.bytes[i] = static_cast<char>(altered.bytes[i] ^ 1);
        ASSERT_FALSE(unseal(altered, binding, key)) << i;
    }
    for (const std::size_t size : {0U, 1U, 39U, 40U, 41U}) {
        SealedText cut = sealed;
        cut.bytes.resize(size);
        EXPECT_FALSE(unseal(cut, binding, key)) << size;
    }
    SealedText blank = sealed;
    blank.commitment.clear();
    EXPECT_FALSE(unseal(blank, binding, key));
}

TEST(Seal, tells_nothing_by_its_size) {
    const SealKey key = SealKey::random();
    const std::size_t size = padded_size({10, 3000, 700});
    const std::size_t sealed = seal("", size, binding, key).bytes.size();
    for (const std::size_t plain : {1U, 700U, 3000U, 4095U})
        EXPECT_EQ(seal(std::string(plain, 'x'), size, binding, key).bytes.size(), sealed);
    EXPECT_EQ(*unseal(seal(std::string(4095, 'x'), size, binding, key), binding, key), std::string(4095, 'x'));
}

TEST(Seal, is_padded_to_one_size_for_the_whole_feed) {
    EXPECT_EQ(padded_size({}), 4096U);
    EXPECT_EQ(padded_size({4095}), 4096U);
    EXPECT_EQ(padded_size({4096}), 8192U) << "the padding itself takes a byte";
    EXPECT_EQ(padded_size({10, 20'000, 3}), 32768U);
}

TEST(Seal, of_the_same_names_is_another_text_every_time) {
    const SealKey key = SealKey::random();
    EXPECT_NE(seal("kín", 4096, binding, key).bytes, seal("kín", 4096, binding, key).bytes);
    EXPECT_NE(new_sealing(SealKind::real).event, new_sealing(SealKind::real).event);
}

TEST(OpenAward, fills_the_places) {
    const SealKey key = SealKey::random();
    Conference conference = sealed_with(key);
    ASSERT_TRUE(conference.awards[0].is_closed());
    const auto opened = open_award(conference, 0, key);
    ASSERT_TRUE(opened) << opened.error().sentence.en;
    EXPECT_FALSE(conference.awards[0].is_closed());
    EXPECT_EQ(conference.awards[0].batches[0].recipients, contents().batches[0].recipients);
    EXPECT_EQ(conference.awards[0].batches[0].places, 2U);
    EXPECT_EQ(opened->photos, contents().photos);
}

TEST(OpenAward, leaves_everything_as_it_was_where_the_key_is_wrong) {
    Conference conference = sealed_with(SealKey::random());
    const Award before = conference.awards[0];
    EXPECT_FALSE(open_award(conference, 0, SealKey::random()));
    EXPECT_EQ(conference.awards[0], before);
}

TEST(AwardOf, finds_the_award_of_a_key) {
    const SealKey key = SealKey::random();
    Conference conference = sealed_with(key);
    conference.awards.insert(conference.awards.begin(), sealed_with(SealKey::random(), "bang").awards[0]);
    EXPECT_EQ(award_of(key, conference), std::optional<std::size_t>(1));
    EXPECT_FALSE(award_of(SealKey::random(), conference));
}

}  // namespace
}  // namespace hall
