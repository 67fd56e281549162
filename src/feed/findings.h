#pragma once
/// Where a decoder writes down what it had to drop, mend or doubt.
#include <cstddef>
#include <string>
#include <utility>

#include "base/issue.h"

namespace hall {

/// A hostile feed can hold a fault a byte; a secretary reads the first few hundred.
inline constexpr std::size_t most_issues = 500;

class Findings {
public:
    /// Shown as intended, but somebody should look. A place that is no pointer into the feed needs one beside it.
    void warning(const char* code, std::string place, Sentence sentence, std::string pointer = {}) {
        add({Severity::warning, code, std::move(place), std::move(sentence), std::move(pointer)});
    }
    /// Something was dropped or repaired.
    void error(const char* code, std::string place, Sentence sentence, std::string pointer = {}) {
        add({Severity::error, code, std::move(place), std::move(sentence), std::move(pointer)});
    }
    /// What was found, in the order it was found; the last one says how many more there were.
    Issues take() &&;

private:
    void add(Issue issue);

    Issues issues_;
    std::size_t left_off_ = 0;
};

}  // namespace hall
