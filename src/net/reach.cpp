#include "net/reach.h"

#include <arpa/inet.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <string>

namespace hall {
namespace {

constexpr unsigned bits_a_byte = 8;

struct Block {
    std::array<std::uint8_t, 4> network;
    unsigned bits;
    Reach reach;
};

constexpr Block blocks[] = {
    {{127, 0, 0, 0}, 8, Reach::own_link},    {{0, 0, 0, 0}, 8, Reach::own_link},
    {{169, 254, 0, 0}, 16, Reach::own_link}, {{10, 0, 0, 0}, 8, Reach::network},
    {{172, 16, 0, 0}, 12, Reach::network},   {{192, 168, 0, 0}, 16, Reach::network},
    {{100, 64, 0, 0}, 10, Reach::network},
};

std::uint32_t number_of(const std::uint8_t* bytes) {
    std::uint32_t number = 0;
    for (int i = 0; i < 4; ++i) number = (number << bits_a_byte) | bytes[i];
    return number;
}

Reach reach_of_v4(const std::uint8_t* bytes) {
    for (const Block& block : blocks) {
        const unsigned shift = 32 - block.bits;
        if (number_of(bytes) >> shift == number_of(block.network.data()) >> shift) return block.reach;
    }
    return Reach::internet;
}

Reach reach_of_v6(const std::array<std::uint8_t, 16>& bytes) {
    constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    constexpr std::array<std::uint8_t, 12> translated{0, 0x64, 0xff, 0x9b};
    for (const auto& prefix : {mapped, translated})
        if (std::memcmp(bytes.data(), prefix.data(), prefix.size()) == 0)
            return reach_of_v4(bytes.data() + prefix.size());
    // 6to4 carries the address of the machine it leads to.
    constexpr std::size_t after_6to4 = 2;
    if (bytes[0] == 0x20 && bytes[1] == 0x02) return reach_of_v4(bytes.data() + after_6to4);
    std::array<std::uint8_t, 16> own{};
    if (bytes == own) return Reach::own_link;
    own.back() = 1;
    if (bytes == own) return Reach::own_link;
    if (bytes[0] == 0xfe && (bytes[1] & 0xc0) == 0x80) return Reach::own_link;
    if (bytes[0] == 0xfe && (bytes[1] & 0xc0) == 0xc0) return Reach::network;  // site-local, of old
    return (bytes[0] & 0xfe) == 0xfc ? Reach::network : Reach::internet;
}

}  // namespace

Reach reach_of(std::string_view address) {
    const std::string text(address.substr(0, address.find('%')));
    std::array<std::uint8_t, 16> bytes{};
    if (inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) return reach_of_v4(bytes.data());
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) return reach_of_v6(bytes);
    return Reach::own_link;  // what cannot be read is trusted least
}

}  // namespace hall
