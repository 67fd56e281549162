#pragma once
/// Vietnamese out of the keys of any keyboard, for a machine that has no input method. Thread: any; pure.
#include <optional>
#include <string>
#include <string_view>

#include "base/syllable.h"

namespace hall {

enum class Typing {
    plain,
    telex,  ///< aa aw ow dd; s f r x j for the tones, z takes one away
    vni,    ///< 6 7 8 9 for the shapes, 1-5 for the tones, 0 takes one away
};

/// What stands for the word `before` (NFC, as it stood when the typing began) with `keys` (ASCII letters and digits)
/// typed after it. A mark may be typed anywhere behind its vowel; the same mark twice takes it back and leaves the key,
/// and no key of the word counts as a mark after that. A word that Vietnamese does not have stays as it was typed.
std::string typed_word(std::string_view before, std::string_view keys, Typing typing,
                       ToneStyle style = ToneStyle::old_style);

/// The style that a text uses; old where it uses neither.
ToneStyle tone_style_of(std::string_view text);

/// A text as it is typed: follows the word at its end.
class Typist {
public:
    explicit Typist(Typing typing = Typing::telex, ToneStyle style = ToneStyle::old_style)
        : typing_(typing), style_(style) {}

    void use(Typing typing) { typing_ = typing; }
    Typing typing() const { return typing_; }
    void use(ToneStyle style) { style_ = style; }

    /// `before`: the text before the cursor. Returns that text with the key typed.
    std::string type(std::string_view before, char32_t key);

private:
    Typing typing_;
    ToneStyle style_;
    std::string begun_;   ///< the word as it stood when `keys_` began
    std::string keys_;    ///< typed since
    std::string stands_;  ///< what the two made: where the text ends otherwise, somebody moved or erased
};

}  // namespace hall
