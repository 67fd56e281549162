#pragma once
/// Where Vietnamese text may turn to a new line, and the best set of turns (look.md 3.6).
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "draw/phrases.h"
#include "draw/text_layout.h"

namespace hall {

/// What may happen between a syllable and the next.
enum class Turn {
    free,
    held,    ///< inside a phrase, a name, a number with its unit: only when nothing else fits
    forced,  ///< a line feed in the text
};

struct Syllable {
    std::string text;        ///< may hold no-break spaces
    Turn turn = Turn::free;  ///< after it
    float cost = 0;          ///< of turning after it; below 0 where a turn is welcome
};

/// The text's syllables with the rules of Vietnamese applied.
std::vector<Syllable> syllables_of(std::string_view text, Words words, const Phrases& phrases);

/// What line breaking needs to know. Any unit, one for all.
struct Measure {
    std::vector<float> widths;  ///< of each syllable
    float space = 0;
    float trailing = 0;  ///< to take off a line's end (tracking)
    float width = 0;     ///< of the place
};

enum class Strictness {
    strict,    ///< turns only where they are free
    relaxed,   ///< held ones too, at a high cost
    overflow,  ///< and a syllable wider than the place stands alone
};

struct Breaks {
    std::vector<std::size_t> starts;  ///< first syllable of each line but the first
    float cost = 0;                   ///< of the turns and the raggedness; 0 for a single line
};

/// At most `most` lines. Strict: the fewest, best balanced. Otherwise as many as make the best turns. Upper lines are
/// rather longer for Align::centre. Nothing when there is no way.
std::optional<Breaks> break_lines(const std::vector<Syllable>& syllables, const Measure& measure, std::size_t most,
                                  Strictness strictness, Align align);

}  // namespace hall
