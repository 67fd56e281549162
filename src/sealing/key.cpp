#include "sealing/key.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <new>

#include "base/text.h"
#include "sealing/key_words.h"

namespace hall {
namespace {

constexpr std::size_t group = 8;  ///< hexadecimal digits

unsigned char* locked_memory() {
    if (sodium_init() < 0) std::abort();  // no randomness: nothing here could keep a secret
    auto* bytes = static_cast<unsigned char*>(sodium_malloc(key_bytes));
    if (bytes == nullptr) throw std::bad_alloc();
    return bytes;
}

bool is_hexadecimal(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// What stands between words is a blank.
std::string plain_text(std::string_view typed) {
    std::string plain = fold(typed);
    std::replace_if(
        plain.begin(), plain.end(), [](char c) { return c == '-' || c == ',' || c == '.' || c == ';'; }, ' ');
    return plain;
}

}  // namespace

std::optional<WrongWord> wrong_word_in(std::string_view typed) {
    std::string plain = plain_text(typed);
    std::optional<WrongWord> wrong;
    if (plain.find_first_of("0123456789") == std::string::npos) {
        const auto words = tokens(plain);
        const auto one = std::find_if_not(words.begin(), words.end(), is_key_word);
        if (one != words.end()) wrong = {static_cast<std::size_t>(one - words.begin()) + 1, std::string(*one)};
    }
    sodium_memzero(plain.data(), plain.size());
    return wrong;
}

SealKey::SealKey() : bytes_(locked_memory(), [](unsigned char* bytes) { sodium_free(bytes); }) {}

SealKey SealKey::random() {
    SealKey key;
    randombytes_buf(key.bytes_.get(), key_bytes);
    return key;
}

Result<SealKey> SealKey::parse(std::string_view typed) {
    std::string plain = plain_text(typed);
    SealKey key;
    std::string digits = plain;
    std::erase(digits, ' ');
    Status read = Done{};
    if (digits.size() == 2 * key_bytes && is_hexadecimal(digits))
        sodium_hex2bin(key.bytes_.get(), key_bytes, digits.data(), digits.size(), nullptr, nullptr, nullptr);
    else
        read = read_words(tokens(plain), key.bytes_.get());
    for (std::string* text : {&plain, &digits}) sodium_memzero(text->data(), text->size());
    if (!read) return read.error();
    return key;
}

std::string SealKey::text() const {
    std::array<char, key_bytes * 2 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), bytes_.get(), key_bytes);
    std::string grouped;
    for (std::size_t at = 0; at < key_bytes * 2; at += group) {
        if (at > 0) grouped += '-';
        grouped.append(hex.data() + at, group);
    }
    return grouped;
}

std::string SealKey::words() const { return words_of(bytes_.get()); }

bool SealKey::operator==(const SealKey& other) const {
    return sodium_memcmp(bytes_.get(), other.bytes_.get(), key_bytes) == 0;
}

}  // namespace hall
