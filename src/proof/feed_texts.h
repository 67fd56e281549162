#pragma once
/// What the feed says, to tell its words (names, titles: nobody's to change) from those the product chose.
#include <cstddef>
#include <string_view>
#include <unordered_set>

#include "conference/conference.h"

namespace hall {

/// Immutable. Thread: any.
class FeedTexts {
public:
    FeedTexts() = default;
    explicit FeedTexts(const Conference& conference);

    /// Whether the feed has two (of a longer text three) of these syllables in a row, in any case.
    bool says(std::string_view text) const;
    /// Whether the feed itself turns to a new line between these two syllables.
    bool turns(std::string_view before, std::string_view after) const;

private:
    void add(std::string_view text);

    std::unordered_set<std::size_t> sequences_;  ///< hashes of two and of three syllables in a row
    std::unordered_set<std::size_t> turns_;      ///< hashes of the syllables around a line feed
};

}  // namespace hall
