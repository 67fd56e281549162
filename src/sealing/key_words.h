#pragma once
/// 32 bytes as syllables that can be read out and typed without marks. Room-private. Thread: any.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hall {

inline constexpr std::size_t key_word_count = 27;

/// `bytes`: 32 of them.
std::string words_of(const unsigned char* bytes);
bool is_key_word(std::string_view word);
/// The 32 bytes into `bytes`; the Error says which word cannot be right.
Status read_words(const std::vector<std::string_view>& words, unsigned char* bytes);

}  // namespace hall
