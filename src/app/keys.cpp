#include "app/keys.h"

#include <utility>

namespace hall {
namespace {

constexpr std::size_t most_digits = 6;
/// Digits that somebody began and left must not make a later Enter jump.
constexpr Milliseconds digits_last{5000};

std::optional<Verb> verb_of(Key key) {
    switch (key) {
        case Key::space:
        case Key::page_down:
        case Key::right: return Verb::next;
        case Key::page_up:
        case Key::left: return Verb::back;
        case Key::home: return Verb::home;
        case Key::a: return Verb::automatic;
        case Key::h: return Verb::hold;
        case Key::l: return Verb::lower_third;
        case Key::b:
        case Key::period: return Verb::black;
        default: return std::nullopt;
    }
}

bool obeys(KeySet set, const Event& key) {
    switch (set) {
        case KeySet::all: return true;
        case KeySet::none: return false;
        case KeySet::remote: break;
    }
    return !key.control &&
           (key.key == Key::page_up || key.key == Key::page_down || key.key == Key::b || key.key == Key::period);
}

}  // namespace

Wish Keys::press(const Event& key, Milliseconds steady) {
    if (key.kind != EventKind::key || key.repeat || key.alt || !obeys(obeyed_, key)) return {};
    Wish wish;
    if (key.control) {
        wish.quit = key.key == Key::q;
        if (key.key == Key::b) wish.command = Command{Verb::black};
        if (key.key == Key::h) wish.command = Command{Verb::hold};
        return wish;
    }
    if (steady - typed_at_ > digits_last) typed_.clear();
    if (const auto digit = digit_of(key.key)) {
        typed_at_ = steady;
        if (typed_.size() < most_digits) typed_ += static_cast<char>('0' + *digit);
        return wish;
    }
    const std::string number = std::exchange(typed_, {});
    if (key.key == Key::enter && !number.empty()) {
        // Operators count from 1; "0" names no step, and neither does what it becomes here.
        const auto step = std::stoul(number);
        wish.command = Command{Verb::jump, step - 1};
        return wish;
    }
    wish.console = key.key == Key::o;
    wish.refresh = key.key == Key::r;
    wish.accept = key.key == Key::c;
    if (const auto verb = verb_of(key.key)) wish.command = Command{*verb, 0};
    return wish;
}

}  // namespace hall
