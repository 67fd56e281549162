#pragma once
/// A Vietnamese syllable taken apart: letters without tone marks, and one tone. Part of typing.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hall {

enum class Tone { level, grave, hook, tilde, acute, dot };  ///< ngang, huyền, hỏi, ngã, sắc, nặng

/// Where the mark stands in oa, oe, uy at the end of a syllable.
enum class ToneStyle {
    old_style,  ///< hòa, thúy
    new_style,  ///< hoà, thuý
};

struct Letter {
    char32_t shape = 0;  ///< lower case, without tone: a ă â b c d đ ...
    bool capital = false;

    bool operator==(const Letter&) const = default;
};

struct TypedSyllable {
    std::vector<Letter> letters;
    Tone tone = Tone::level;

    std::u32string shapes() const;
};

/// The letters between the first consonants (with the u of qu and the i of gi) and the last ones.
struct Nucleus {
    std::size_t first = 0;
    std::size_t count = 0;  ///< 0: no vowel yet
};

TypedSyllable taken_apart(std::u32string_view word);
std::u32string put_together(const TypedSyllable& syllable, ToneStyle style);
Nucleus nucleus_of(const TypedSyllable& syllable);
bool is_vowel(char32_t shape);
char32_t without_shape(char32_t shape);  ///< â -> a, đ -> d

/// Whether it is one that Vietnamese has, or the beginning of one.
bool is_vietnamese(const TypedSyllable& syllable);

}  // namespace hall
