#pragma once
/// A message for operators and technicians, in both of the program's languages.
#include <string>

namespace hall {

enum class Language { vietnamese, english };

struct Sentence {
    std::string vi;
    std::string en;

    const std::string& in(Language language) const { return language == Language::vietnamese ? vi : en; }
    bool empty() const { return vi.empty() && en.empty(); }
    bool operator==(const Sentence&) const = default;
};

}  // namespace hall
