#include "console/text_field.h"

#include <utility>

#include "base/text.h"

namespace hall {

void Fields::focus(std::optional<Field> field) {
    chosen_ = field && field != focus_ && !text(*field).empty() ? Chosen::all : Chosen::nothing;
    focus_ = field;
}

std::string& Fields::begin_change() {
    std::string& text = texts_[static_cast<std::size_t>(*focus_)];
    if (std::exchange(chosen_, Chosen::nothing) == Chosen::all) text.clear();
    return text;
}

void Fields::type(char32_t character) {
    std::string& text = begin_change();
    const bool key = focus_ == Field::key;
    if (count_characters(text) >= (key ? longest_key : longest)) return;
    text = key ? text + to_utf8(std::u32string(1, character)) : typist_.type(text, character);
}

void Fields::insert(std::string_view text) {
    if (!focus_) return;
    std::string& whole = begin_change();
    for (const char32_t one : to_code_points(text)) {
        if (count_characters(whole) >= (focus_ == Field::key ? longest_key : longest)) return;
        whole += to_utf8(std::u32string(1, one < U' ' ? U' ' : one));
    }
}

FieldKey Fields::take(const Event& event) {
    if (!focus_) return FieldKey::not_taken;
    if (event.kind == EventKind::character) {
        type(event.character);
        return FieldKey::taken;
    }
    if (event.kind != EventKind::key) return FieldKey::not_taken;
    if (event.control) {
        if (event.key != Key::u) return FieldKey::not_taken;
        begin_change().clear();
        return FieldKey::taken;
    }
    switch (event.key) {
        case Key::page_up:
        case Key::page_down: return FieldKey::not_taken;
        case Key::enter:
            if (focus_ != Field::key) focus_.reset();
            return FieldKey::submitted;
        case Key::home:
        case Key::end:
        case Key::left:
        case Key::right: chosen_ = Chosen::nothing; return FieldKey::taken;
        case Key::escape: focus_.reset(); return FieldKey::left;
        case Key::backspace: {
            std::string& text = begin_change();
            std::u32string all = to_code_points(text);
            if (!all.empty()) all.pop_back();
            text = to_utf8(all);
            return FieldKey::taken;
        }
        default: return FieldKey::taken;  // its character comes as an event of its own
    }
}

}  // namespace hall
