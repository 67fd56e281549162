#include "base/keyed_hash.h"

#include <sodium.h>

#include <array>
#include <bit>
#include <cstdlib>

namespace hall {

std::uint64_t keyed_hash(std::string_view text) {
    static const auto key = [] {
        if (sodium_init() < 0) std::abort();  // no randomness: nothing here could be trusted
        std::array<unsigned char, crypto_shorthash_KEYBYTES> random{};
        crypto_shorthash_keygen(random.data());
        return random;
    }();
    std::array<unsigned char, crypto_shorthash_BYTES> hash{};
    crypto_shorthash(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), key.data());
    return std::bit_cast<std::uint64_t>(hash);
}

}  // namespace hall
