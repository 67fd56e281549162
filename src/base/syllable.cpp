#include "base/syllable.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

namespace hall {
namespace {

constexpr std::size_t tones = 6;
/// Each vowel with its tones, in the order of Tone.
constexpr std::u32string_view vowels = U"aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";
constexpr std::u32string_view capitals = U"AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴ";
constexpr char32_t small_d = U'đ', capital_d = U'Đ';

/// With those of the highlands' place names: Krông Búk, Plây Cu, Đắk Lắk.
constexpr std::array<std::u32string_view, 33> onsets = {
    U"",   U"b",   U"br", U"c", U"ch", U"d",  U"đ", U"g",  U"gh", U"gi", U"h", U"k",  U"kh", U"kr", U"l", U"m", U"n",
    U"ng", U"ngh", U"nh", U"p", U"ph", U"pl", U"q", U"qu", U"r",  U"s",  U"t", U"th", U"tr", U"v",  U"x", U"w"};
/// Without shapes. The first may stand before a last consonant.
constexpr std::array<std::u32string_view, 16> closed = {U"a",  U"e",  U"i",  U"o",  U"u",  U"y",   U"oa", U"oe",
                                                        U"oo", U"ua", U"ue", U"uo", U"uy", U"uye", U"ie", U"ye"};
constexpr std::array<std::u32string_view, 23> open = {U"ai",  U"ao", U"au",  U"ay",  U"eo",  U"eu",  U"ia", U"iu",
                                                      U"ieu", U"oi", U"oai", U"oao", U"oay", U"oeo", U"ui", U"uoi",
                                                      U"uou", U"uu", U"uya", U"uyu", U"uay", U"yeu", U"uao"};
constexpr std::array<std::u32string_view, 10> codas = {U"", U"c", U"ch", U"k", U"m", U"n", U"ng", U"nh", U"p", U"t"};

template <std::size_t N>
bool among(const std::array<std::u32string_view, N>& list, std::u32string_view one) {
    return std::ranges::find(list, one) != list.end();
}

bool is_stop(std::u32string_view coda) {
    return coda == U"c" || coda == U"ch" || coda == U"k" || coda == U"p" || coda == U"t";
}

std::size_t marked_letter(const TypedSyllable& syllable, const Nucleus& nucleus, ToneStyle style) {
    const auto shape = [&](std::size_t i) { return syllable.letters[nucleus.first + i].shape; };
    for (std::size_t i = nucleus.count; i-- > 0;)
        if (without_shape(shape(i)) != shape(i)) return nucleus.first + i;
    if (nucleus.count == 1) return nucleus.first;
    if (nucleus.count > 2) return nucleus.first + 1;
    if (nucleus.first + nucleus.count < syllable.letters.size()) return nucleus.first + 1;
    const bool glides =
        (shape(0) == U'o' && (shape(1) == U'a' || shape(1) == U'e')) || (shape(0) == U'u' && shape(1) == U'y');
    return nucleus.first + (glides && style == ToneStyle::new_style ? 1 : 0);
}

}  // namespace

std::u32string TypedSyllable::shapes() const {
    std::u32string text;
    std::ranges::transform(letters, std::back_inserter(text), &Letter::shape);
    return text;
}

bool is_vowel(char32_t shape) {
    const auto at = vowels.find(shape);
    return at != std::u32string_view::npos && at % tones == 0;
}

char32_t without_shape(char32_t shape) {
    switch (shape) {
        case U'ă':
        case U'â': return U'a';
        case U'ê': return U'e';
        case U'ô':
        case U'ơ': return U'o';
        case U'ư': return U'u';
        case small_d: return U'd';
        default: return shape;
    }
}

TypedSyllable taken_apart(std::u32string_view word) {
    TypedSyllable syllable;
    for (const char32_t one : word) {
        const bool capital_vowel = capitals.find(one) != std::u32string_view::npos;
        const auto at = capital_vowel ? capitals.find(one) : vowels.find(one);
        if (at != std::u32string_view::npos) {
            syllable.letters.push_back({vowels[at - at % tones], capital_vowel});
            if (at % tones > 0) syllable.tone = static_cast<Tone>(at % tones);
        } else if (one >= U'A' && one <= U'Z') {
            syllable.letters.push_back({one - U'A' + U'a', true});
        } else {
            syllable.letters.push_back({one == capital_d ? small_d : one, one == capital_d});
        }
    }
    return syllable;
}

std::u32string put_together(const TypedSyllable& syllable, ToneStyle style) {
    const Nucleus nucleus = nucleus_of(syllable);
    const std::size_t marked = nucleus.count == 0 ? syllable.letters.size() : marked_letter(syllable, nucleus, style);
    std::u32string word;
    for (std::size_t i = 0; i < syllable.letters.size(); ++i) {
        const Letter& letter = syllable.letters[i];
        const std::size_t tone = i == marked ? static_cast<std::size_t>(syllable.tone) : 0;
        if (const auto at = vowels.find(letter.shape); at != std::u32string_view::npos)
            word += (letter.capital ? capitals : vowels)[at + tone];
        else if (letter.shape == small_d)
            word += letter.capital ? capital_d : small_d;
        else
            word += letter.capital ? letter.shape - U'a' + U'A' : letter.shape;
    }
    return word;
}

Nucleus nucleus_of(const TypedSyllable& syllable) {
    const std::u32string shapes = syllable.shapes();
    std::size_t first = 0;
    while (first < shapes.size() && !is_vowel(shapes[first])) ++first;
    const std::u32string_view two = std::u32string_view(shapes).substr(0, 2);
    const bool more = shapes.size() > 2 && is_vowel(shapes[2]);
    if (more && (two == U"qu" || two == U"gi")) first = 2;
    std::size_t end = first;
    while (end < shapes.size() && is_vowel(shapes[end])) ++end;
    return {first, end - first};
}

bool is_vietnamese(const TypedSyllable& syllable) {
    const std::u32string shapes = syllable.shapes();
    const Nucleus nucleus = nucleus_of(syllable);
    if (!among(onsets, std::u32string_view(shapes).substr(0, nucleus.first))) return false;
    if (nucleus.count == 0) return syllable.tone == Tone::level;
    std::u32string group;
    for (std::size_t i = 0; i < nucleus.count; ++i) group += without_shape(shapes[nucleus.first + i]);
    const auto coda = std::u32string_view(shapes).substr(nucleus.first + nucleus.count);
    if (!among(codas, coda)) return false;
    if (is_stop(coda) && syllable.tone != Tone::level && syllable.tone != Tone::acute && syllable.tone != Tone::dot)
        return false;
    return among(closed, group) || (coda.empty() && among(open, group));
}

}  // namespace hall
