#include "console/text_field.h"

#include <utility>

#include "base/text.h"

namespace hall {

void Fields::type(char32_t character) {
    std::string& text = texts_[static_cast<std::size_t>(*focus_)];
    const bool key = focus_ == Field::key;
    if (count_characters(text) >= (key ? longest_key : longest)) return;
    text = key ? text + to_utf8(std::u32string(1, character)) : typist_.type(text, character);
}

void Fields::insert(std::string_view text) {
    if (!focus_) return;
    std::string& whole = texts_[static_cast<std::size_t>(*focus_)];
    for (const char32_t one : to_code_points(text)) {
        if (count_characters(whole) >= (focus_ == Field::key ? longest_key : longest)) return;
        whole += to_utf8(std::u32string(1, one < U' ' ? U' ' : one));
    }
}

FieldKey Fields::take(const Event& event) {
    if (!focus_) return FieldKey::not_taken;
    std::string& text = texts_[static_cast<std::size_t>(*focus_)];
    if (event.kind == EventKind::character) {
        type(event.character);
        return FieldKey::taken;
    }
    if (event.kind != EventKind::key) return FieldKey::not_taken;
    if (event.control) {
        if (event.key != Key::u) return FieldKey::not_taken;
        text.clear();
        return FieldKey::taken;
    }
    switch (event.key) {
        case Key::page_up:
        case Key::page_down: return FieldKey::not_taken;
        case Key::enter: focus_.reset(); return FieldKey::submitted;
        case Key::escape: focus_.reset(); return FieldKey::left;
        case Key::backspace: {
            std::u32string all = to_code_points(text);
            if (!all.empty()) all.pop_back();
            text = to_utf8(all);
            return FieldKey::taken;
        }
        default: return FieldKey::taken;  // its character comes as an event of its own
    }
}

}  // namespace hall
