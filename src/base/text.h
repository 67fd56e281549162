#pragma once
/// Unicode text as the hall needs it (by ICU): always UTF-8, always NFC once it is past the feed's door.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hall {

/// What `clean_text` had to mend, so that the secretary can be told.
struct TextRepairs {
    bool invalid_utf8 = false;  ///< bytes that are no UTF-8 became U+FFFD
    bool controls = false;      ///< control, bidi, zero-width or tag characters were removed
    bool decomposed = false;    ///< the text was not NFC (shown the same after composition)
    bool marks = false;         ///< more than four combining marks on one base were removed
};

/// Valid UTF-8, NFC, no control characters (a line feed stays), no bidi or zero-width tricks, at most four marks on a
/// base, no white space at the ends and none doubled. No-break spaces stay. Thread: any.
std::string clean_text(std::string_view bytes, TextRepairs* repairs = nullptr);

std::string to_nfc(std::string_view text);
/// Vietnamese capitals ("ự" -> "Ự"). Never lower- or title-cases: that would lose what the feed says.
std::string to_upper(std::string_view text);
/// For matching headings and searching only: no case, no marks, đ as d, single spaces.
std::string fold(std::string_view text);
/// Negative, zero or positive, in the Vietnamese dictionary's order (by ICU's vi collation).
int compare_vietnamese(std::string_view left, std::string_view right);

std::u32string to_code_points(std::string_view text);
std::string to_utf8(std::u32string_view code_points);
/// Characters as a reader counts them in NFC text.
std::size_t count_characters(std::string_view text);
/// Syllables: the pieces between white space. Views into `text`.
std::vector<std::string_view> tokens(std::string_view text);
/// How many there are.
std::size_t count_tokens(std::string_view text);

/// One line of at most `limit` bytes, safe in a log and a terminal: bytes under 0x20, 0x7f and invalid UTF-8 as \xNN.
std::string escape_for_log(std::string_view text, std::size_t limit = 120);

/// How many single-character edits apart two words are; for "did you mean".
std::size_t edit_distance(std::string_view left, std::string_view right);

}  // namespace hall
