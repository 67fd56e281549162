#pragma once
/// Recognises Vietnamese text that went through a wrong encoding (rule D2): TCVN3, VNI, Windows-1258, mojibake.
#include <optional>
#include <string_view>

#include "base/sentence.h"

namespace hall {

struct TextDoubt {
    const char* code;
    Sentence sentence;
};

/// `text` is clean NFC. A guess by signs that correct Vietnamese never shows; nothing for text that looks right.
std::optional<TextDoubt> suspect_text(std::string_view text);
/// "Nguy?n": a program that had no room for a letter wrote "?". A question ends its word, and addresses are let be.
std::optional<TextDoubt> lost_letters(std::string_view text);
/// What is no name of anybody, of no unit and no position: "0", "-", "nt" ("as above"), or any "?": a lost letter, or
/// somebody's question.
std::optional<TextDoubt> doubtful_name(std::string_view text);

}  // namespace hall
