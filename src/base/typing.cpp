#include "base/typing.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "base/text.h"

namespace hall {
namespace {

/// What one key asks for.
enum class Mark { none, tone, circumflex, horn, breve, horn_or_breve, stroke };
struct Wanted {
    Mark mark = Mark::none;
    Tone tone = Tone::level;
    char32_t vowel = 0;  ///< circumflex: only on this one; 0: on any
};

Wanted telex(char key) {
    switch (key) {
        case 'z': return {Mark::tone, Tone::level};
        case 'f': return {Mark::tone, Tone::grave};
        case 'r': return {Mark::tone, Tone::hook};
        case 'x': return {Mark::tone, Tone::tilde};
        case 's': return {Mark::tone, Tone::acute};
        case 'j': return {Mark::tone, Tone::dot};
        case 'a': return {Mark::circumflex, Tone::level, U'a'};
        case 'e': return {Mark::circumflex, Tone::level, U'e'};
        case 'o': return {Mark::circumflex, Tone::level, U'o'};
        case 'w': return {Mark::horn_or_breve};
        case 'd': return {Mark::stroke};
        default: return {};
    }
}

Wanted vni(char key) {
    switch (key) {
        case '0': return {Mark::tone, Tone::level};
        case '1': return {Mark::tone, Tone::acute};
        case '2': return {Mark::tone, Tone::grave};
        case '3': return {Mark::tone, Tone::hook};
        case '4': return {Mark::tone, Tone::tilde};
        case '5': return {Mark::tone, Tone::dot};
        case '6': return {Mark::circumflex};
        case '7': return {Mark::horn};
        case '8': return {Mark::breve};
        case '9': return {Mark::stroke};
        default: return {};
    }
}

/// What a key did to the word.
enum class Effect { none, marked, taken_back };

class Word {
public:
    explicit Word(std::string_view before) : syllable_(taken_apart(to_code_points(before))) {}

    void type(char key, Typing typing) {
        const char lower = static_cast<char>(std::tolower(static_cast<unsigned char>(key)));
        const Wanted wanted = typing == Typing::telex ? telex(lower) : vni(lower);
        Effect effect = Effect::none;
        if (!literal_ && wanted.mark != Mark::none && is_vietnamese(syllable_)) effect = mark(wanted);
        if (effect == Effect::none && !literal_ && typing == Typing::telex && lower == 'w') effect = lone_horn(key);
        marked_ |= effect == Effect::marked;
        literal_ |= effect == Effect::taken_back;
        if (effect == Effect::marked) return;
        append(key);
    }

    /// Nothing where the keys should stay what they are.
    std::optional<std::u32string> finished(ToneStyle style) const {
        if (marked_ && !literal_ && !is_vietnamese(syllable_)) return std::nullopt;
        return put_together(syllable_, style);
    }

private:
    void append(char key) {
        const bool capital = key >= 'A' && key <= 'Z';
        const auto lower = static_cast<char32_t>(std::tolower(static_cast<unsigned char>(key)));
        syllable_.letters.push_back({lower, capital});
        lone_ = false;
        if (!literal_) pair_horns();
    }

    /// uơ and ưo are the beginning of ươ as soon as something follows.
    void pair_horns() {
        auto& letters = syllable_.letters;
        const Nucleus nucleus = nucleus_of(syllable_);
        for (std::size_t i = nucleus.first; i + 2 < letters.size() && i + 1 < nucleus.first + nucleus.count; ++i) {
            char32_t &u = letters[i].shape, &o = letters[i + 1].shape;
            if ((u == U'u' && o == U'ơ') || (u == U'ư' && o == U'o')) u = U'ư', o = U'ơ';
        }
    }

    /// w where no vowel stands yet is ư; twice, it is w again.
    Effect lone_horn(char key) {
        if (lone_) {
            syllable_.letters.pop_back();
            return Effect::taken_back;
        }
        if (nucleus_of(syllable_).count > 0 || !is_vietnamese(syllable_)) return Effect::none;
        syllable_.letters.push_back({U'ư', key == 'W'});
        lone_ = true;
        return Effect::marked;
    }

    Effect mark(const Wanted& wanted) {
        switch (wanted.mark) {
            case Mark::tone: return set_tone(wanted.tone);
            case Mark::circumflex: return circumflex(wanted.vowel);
            case Mark::horn: return horn();
            case Mark::breve: return shape(U'a', U'ă');
            case Mark::horn_or_breve: return lone_ ? Effect::none : horn_or_breve();
            case Mark::stroke: return stroke();
            case Mark::none: break;
        }
        return Effect::none;
    }

    Effect set_tone(Tone tone) {
        if (nucleus_of(syllable_).count == 0) return Effect::none;
        if (tone == Tone::level && syllable_.tone == Tone::level) return Effect::none;
        const bool again = syllable_.tone == tone;
        syllable_.tone = again ? Tone::level : tone;
        return again ? Effect::taken_back : Effect::marked;
    }

    char32_t* last_of(char32_t plain) {
        const Nucleus nucleus = nucleus_of(syllable_);
        for (std::size_t i = nucleus.first + nucleus.count; i-- > nucleus.first;)
            if (without_shape(syllable_.letters[i].shape) == plain) return &syllable_.letters[i].shape;
        return nullptr;
    }

    Effect shape(char32_t plain, char32_t shaped) {
        char32_t* letter = last_of(plain);
        if (!letter) return Effect::none;
        const bool again = *letter == shaped;
        *letter = again ? plain : shaped;
        return again ? Effect::taken_back : Effect::marked;
    }

    /// "toio" is "tôi", but "ngoeo" is no "ngôe".
    bool ends_in_glides(const char32_t* vowel) const {
        const Nucleus nucleus = nucleus_of(syllable_);
        for (std::size_t i = nucleus.first + nucleus.count; i-- > nucleus.first;) {
            const char32_t& shape = syllable_.letters[i].shape;
            if (&shape == vowel) return true;
            if (shape != U'i' && shape != U'u' && shape != U'y') return false;
        }
        return false;
    }

    Effect circumflex(char32_t vowel) {
        for (const auto& [plain, shaped] : {std::pair{U'a', U'â'}, {U'e', U'ê'}, {U'o', U'ô'}}) {
            if ((vowel != 0 && vowel != plain) || !last_of(plain) || !ends_in_glides(last_of(plain))) continue;
            const bool was_horned = *last_of(plain) == U'ơ';
            const Effect effect = shape(plain, shaped);
            if (was_horned && last_of(U'u')) *last_of(U'u') = U'u';
            return effect;
        }
        return Effect::none;
    }

    Effect horn() {
        auto& letters = syllable_.letters;
        const Nucleus nucleus = nucleus_of(syllable_);
        for (std::size_t i = nucleus.first; i < nucleus.first + nucleus.count; ++i) {
            const bool pair = i + 1 < nucleus.first + nucleus.count && without_shape(letters[i].shape) == U'u' &&
                              without_shape(letters[i + 1].shape) == U'o';
            if (pair) return horn_pair(letters[i].shape, letters[i + 1].shape, i + 2 < letters.size());
            if (without_shape(letters[i].shape) != U'u' && without_shape(letters[i].shape) != U'o') continue;
            char32_t& one = letters[i].shape;
            const char32_t shaped = without_shape(one) == U'u' ? U'ư' : U'ơ';
            const bool again = one == shaped;
            one = again ? without_shape(one) : shaped;
            return again ? Effect::taken_back : Effect::marked;
        }
        return Effect::none;
    }

    /// "thuở" ends with ơ, everything longer has ươ.
    static Effect horn_pair(char32_t& u, char32_t& o, bool something_follows) {
        if (o == U'ơ') {
            u = U'u', o = U'o';
            return Effect::taken_back;
        }
        o = U'ơ';
        if (something_follows) u = U'ư';
        return Effect::marked;
    }

    Effect horn_or_breve() {
        const Nucleus nucleus = nucleus_of(syllable_);
        std::u32string group;
        for (std::size_t i = 0; i < nucleus.count; ++i)
            group += without_shape(syllable_.letters[nucleus.first + i].shape);
        const bool breve = group.starts_with(U"oa") || group.starts_with(U"a");
        return breve ? shape(U'a', U'ă') : horn();
    }

    Effect stroke() {
        if (syllable_.letters.empty() || without_shape(syllable_.letters.front().shape) != U'd') return Effect::none;
        char32_t& first = syllable_.letters.front().shape;
        const bool again = first == U'đ';
        first = again ? U'd' : U'đ';
        return again ? Effect::taken_back : Effect::marked;
    }

    TypedSyllable syllable_;
    bool marked_ = false;   ///< some key became a mark
    bool literal_ = false;  ///< a mark was taken back: every key stays one
    bool lone_ = false;     ///< the last letter is a ư that w made alone
};

bool is_word_key(char32_t key) {
    return (key >= U'a' && key <= U'z') || (key >= U'A' && key <= U'Z') || (key >= U'0' && key <= U'9');
}

bool belongs_to_word(char32_t one) {
    return is_word_key(one) || without_shape(one) != one || is_vowel(taken_apart({&one, 1}).letters[0].shape) ||
           one == U'Đ';
}

std::string word_at_end(std::string_view text) {
    const std::u32string all = to_code_points(text);
    std::size_t first = all.size();
    while (first > 0 && belongs_to_word(all[first - 1])) --first;
    return to_utf8(std::u32string_view(all).substr(first));
}

}  // namespace

std::string typed_word(std::string_view before, std::string_view keys, Typing typing, ToneStyle style) {
    std::string raw = std::string(before) + std::string(keys);
    if (typing == Typing::plain) return raw;
    Word word(before);
    for (const char key : keys) word.type(key, typing);
    const auto made = word.finished(style);
    return made ? to_utf8(*made) : raw;
}

ToneStyle tone_style_of(std::string_view text) {
    constexpr std::array old_ones = {"òa", "óa", "ỏa", "õa", "ọa", "òe", "óe",
                                     "ỏe", "ọe", "úy", "ùy", "ủy", "ũy", "ụy"};
    constexpr std::array new_ones = {"oà", "oá", "oả", "oã", "oạ", "oè", "oé",
                                     "oẻ", "oẹ", "uý", "uỳ", "uỷ", "uỹ", "uỵ"};
    const auto count = [&](const auto& ones) {
        std::size_t found = 0;
        for (const std::string_view one : ones)
            for (auto at = text.find(one); at != std::string_view::npos; at = text.find(one, at + one.size())) {
                // With a last consonant both styles are the same, and quý is q + u.
                const auto next = text.substr(at + one.size(), 1);
                const bool ends = next.empty() || !std::isalpha(static_cast<unsigned char>(next[0]));
                const bool after_q = at > 0 && (text[at - 1] == 'q' || text[at - 1] == 'Q');
                found += ends && !after_q ? 1 : 0;
            }
        return found;
    };
    return count(new_ones) > count(old_ones) ? ToneStyle::new_style : ToneStyle::old_style;
}

std::string Typist::type(std::string_view before, char32_t key) {
    if (!is_word_key(key) || typing_ == Typing::plain) {
        keys_.clear();
        return std::string(before) + to_utf8({&key, 1});
    }
    std::string word = word_at_end(before);
    if (keys_.empty() || word != stands_) {
        begun_ = word;
        keys_.clear();
    }
    keys_ += static_cast<char>(key);
    stands_ = typed_word(begun_, keys_, typing_, style_);
    return std::string(before.substr(0, before.size() - word.size())) + stands_;
}

}  // namespace hall
