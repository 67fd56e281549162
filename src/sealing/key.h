#pragma once
/// The key of one sealed award: 32 random bytes that only the desk and the operator hold until the reveal.
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hall {

inline constexpr std::size_t key_bytes = 32;

/// A word of a typed key that stands in no key, so that it gives nothing of one away.
struct WrongWord {
    std::size_t number = 0;  ///< from 1
    std::string word;
};
/// The first such; nothing where digits were meant.
std::optional<WrongWord> wrong_word_in(std::string_view typed);

/// Shared and immutable; the bytes lie in libsodium's locked memory, out of swap and core files, and are wiped when the
/// last copy goes. Thread: any.
class SealKey {
public:
    static SealKey random();
    /// What `text` or `words` said, or what a person typed of it: any case, any marks, any blanks and hyphens.
    static Result<SealKey> parse(std::string_view typed);

    /// 64 hexadecimal digits in groups of eight.
    std::string text() const;
    /// 27 syllables, the last of which guard against a slip.
    std::string words() const;

    const unsigned char* bytes() const { return bytes_.get(); }
    bool operator==(const SealKey& other) const;

private:
    SealKey();
    std::shared_ptr<unsigned char[]> bytes_;
};

}  // namespace hall
