/// The lines of the console: typing, and what drives the show although somebody types.
#include <gtest/gtest.h>

#include "base/text.h"
#include "console/text_field.h"

namespace hall {
namespace {

Event key(Key one) { return {.kind = EventKind::key, .key = one}; }

void type(Fields& fields, const std::string& text) {
    for (const char32_t one : to_code_points(text)) fields.take({.kind = EventKind::character, .character = one});
}

TEST(Fields, take_nothing_without_a_focus) {
    Fields fields;
    EXPECT_EQ(fields.take(key(Key::h)), FieldKey::not_taken);
    EXPECT_EQ(fields.take({.kind = EventKind::character, .character = U'h'}), FieldKey::not_taken);
    EXPECT_EQ(fields.text(Field::urgent), "");
}

TEST(Fields, type_vietnamese_and_keep_their_texts_apart) {
    Fields fields;
    fields.focus(Field::urgent);
    type(fields, "Moiwf ddaij bieeur");
    fields.focus(Field::mc);
    fields.use(Typing::vni);
    type(fields, "Nhanh le6n");
    EXPECT_EQ(fields.text(Field::urgent), "Mời đại biểu");
    EXPECT_EQ(fields.text(Field::mc), "Nhanh lên");
}

TEST(Fields, letters_are_typed_and_the_remote_still_drives) {
    Fields fields;
    fields.focus(Field::ticker);
    for (const Key one : {Key::h, Key::b, Key::space, Key::left, Key::digit_1, Key::o})
        EXPECT_EQ(fields.take(key(one)), FieldKey::taken);
    EXPECT_EQ(fields.take(key(Key::page_down)), FieldKey::not_taken);
    EXPECT_EQ(fields.take(key(Key::page_up)), FieldKey::not_taken);
    Event quit = key(Key::q);
    quit.control = true;
    EXPECT_EQ(fields.take(quit), FieldKey::not_taken);
}

TEST(Fields, erase_empty_submit_and_leave) {
    Fields fields;
    fields.focus(Field::name);
    type(fields, "Trần Ẩn");
    fields.take(key(Key::backspace));
    fields.take(key(Key::backspace));
    EXPECT_EQ(fields.text(Field::name), "Trần ");
    EXPECT_EQ(fields.take(key(Key::enter)), FieldKey::submitted);
    EXPECT_FALSE(fields.focus());
    fields.focus(Field::name);
    EXPECT_EQ(fields.take(key(Key::escape)), FieldKey::left);
    EXPECT_EQ(fields.text(Field::name), "Trần ");
    fields.focus(Field::name);
    Event empty = key(Key::u);
    empty.control = true;
    EXPECT_EQ(fields.take(empty), FieldKey::taken);
    EXPECT_EQ(fields.text(Field::name), "");
}

TEST(Fields, a_key_is_typed_as_it_stands_and_may_be_pasted) {
    Fields fields;
    fields.focus(Field::key);
    type(fields, "dda hoas ");
    fields.insert("ban\ncos");
    EXPECT_EQ(fields.text(Field::key), "dda hoas ban cos");
    fields.insert(std::string(1000, 'a'));
    EXPECT_EQ(count_characters(fields.text(Field::key)), Fields::longest_key);
    fields.focus(std::nullopt);
    fields.insert("b");
    EXPECT_EQ(count_characters(fields.text(Field::key)), Fields::longest_key);
}

TEST(Fields, hold_and_black_with_control_are_never_text) {
    Fields fields;
    fields.focus(Field::urgent);
    for (const Key one : {Key::b, Key::h}) {
        Event event = key(one);
        event.control = true;
        EXPECT_EQ(fields.take(event), FieldKey::not_taken);
    }
    for (const Key one : {Key::b, Key::period}) EXPECT_EQ(fields.take(key(one)), FieldKey::taken);
}

TEST(Fields, are_never_longer_than_a_notice_may_be) {
    Fields fields;
    fields.focus(Field::urgent);
    type(fields, std::string(500, '-'));
    EXPECT_EQ(count_characters(fields.text(Field::urgent)), Fields::longest);
}

TEST(Fields, what_stood_there_is_replaced_by_what_is_typed_or_kept_by_end) {
    Fields fields;
    fields.set(Field::urgent, "Một");
    fields.focus(Field::urgent);
    EXPECT_TRUE(fields.chosen());
    type(fields, "Hai");
    EXPECT_EQ(fields.text(Field::urgent), "Hai");
    fields.take(key(Key::enter));
    fields.focus(Field::urgent);
    fields.take(key(Key::end));
    EXPECT_FALSE(fields.chosen());
    type(fields, " ba");
    EXPECT_EQ(fields.text(Field::urgent), "Hai ba");
    fields.take(key(Key::escape));
    fields.focus(Field::urgent);
    fields.take(key(Key::backspace));
    EXPECT_EQ(fields.text(Field::urgent), "");
    fields.focus(std::nullopt);
    fields.focus(Field::urgent);
    EXPECT_FALSE(fields.chosen()) << "nothing stands there";
}

TEST(Fields, a_key_keeps_the_focus_for_it_may_be_refused) {
    Fields fields;
    fields.focus(Field::key);
    type(fields, "ba bon");
    EXPECT_EQ(fields.take(key(Key::enter)), FieldKey::submitted);
    EXPECT_EQ(fields.focus(), Field::key);
    EXPECT_FALSE(fields.chosen()) << "of many words one is mended";
    type(fields, " hai");
    EXPECT_EQ(fields.text(Field::key), "ba bon hai");
}

}  // namespace
}  // namespace hall
