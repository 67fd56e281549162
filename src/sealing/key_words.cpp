#include "sealing/key_words.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace hall {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t bits_per_word = 10;
constexpr std::size_t key_bits = 256;
constexpr std::size_t check_bits = key_word_count * bits_per_word - key_bits;

/// Any onset goes with any rhyme, and no two of the 1024 syllables are spelt alike without their marks.
constexpr std::array onsets{"b"sv,  "ch"sv, "d"sv, "h"sv, "kh"sv, "l"sv,  "m"sv, "n"sv,
                            "nh"sv, "ph"sv, "r"sv, "s"sv, "t"sv,  "th"sv, "v"sv, "x"sv};
constexpr std::array rhymes{"a"sv,  "ac"sv,   "ai"sv,   "am"sv,  "an"sv,  "ang"sv, "anh"sv,  "ao"sv,   "ap"sv, "at"sv,
                            "au"sv, "ay"sv,   "e"sv,    "em"sv,  "en"sv,  "eo"sv,  "ep"sv,   "et"sv,   "eu"sv, "i"sv,
                            "ia"sv, "ich"sv,  "iec"sv,  "iem"sv, "ien"sv, "iet"sv, "ieu"sv,  "im"sv,   "in"sv, "inh"sv,
                            "ip"sv, "it"sv,   "iu"sv,   "o"sv,   "oa"sv,  "oai"sv, "oan"sv,  "oang"sv, "oc"sv, "oi"sv,
                            "om"sv, "on"sv,   "ong"sv,  "op"sv,  "ot"sv,  "u"sv,   "ua"sv,   "uc"sv,   "ui"sv, "um"sv,
                            "un"sv, "ung"sv,  "uoc"sv,  "uoi"sv, "uom"sv, "uon"sv, "uong"sv, "uot"sv,  "ut"sv, "uu"sv,
                            "uy"sv, "uyen"sv, "uyet"sv, "ach"sv};
static_assert(onsets.size() * rhymes.size() == 1U << bits_per_word);
static_assert(check_bits == 14);

std::uint32_t checksum(const unsigned char* bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), bytes, key_bits / 8);
    return (static_cast<std::uint32_t>(digest[0]) << 8U | digest[1]) & ((1U << check_bits) - 1);
}

/// Bits from the most significant on.
bool bit_of(const unsigned char* bytes, std::uint32_t check, std::size_t at) {
    if (at >= key_bits) return (check >> (check_bits - 1 - (at - key_bits)) & 1U) != 0;
    return (bytes[at / 8] >> (7 - at % 8) & 1U) != 0;
}

std::optional<std::uint32_t> number_of(std::string_view word) {
    const auto vowel = word.find_first_of("aeiouy");
    if (vowel == std::string_view::npos) return {};
    const auto onset = std::find(onsets.begin(), onsets.end(), word.substr(0, vowel));
    const auto rhyme = std::find(rhymes.begin(), rhymes.end(), word.substr(vowel));
    if (onset == onsets.end() || rhyme == rhymes.end()) return {};
    return static_cast<std::uint32_t>((onset - onsets.begin()) * static_cast<std::ptrdiff_t>(rhymes.size()) +
                                      (rhyme - rhymes.begin()));
}

}  // namespace

std::string words_of(const unsigned char* bytes) {
    const std::uint32_t check = checksum(bytes);
    std::string text;
    for (std::size_t word = 0; word < key_word_count; ++word) {
        std::size_t number = 0;
        for (std::size_t bit = 0; bit < bits_per_word; ++bit)
            number = number << 1U | (bit_of(bytes, check, word * bits_per_word + bit) ? 1U : 0U);
        if (word > 0) text += ' ';
        text += onsets[number / rhymes.size()];
        text += rhymes[number % rhymes.size()];
    }
    return text;
}

bool is_key_word(std::string_view word) { return number_of(word).has_value(); }

Status read_words(const std::vector<std::string_view>& words, unsigned char* bytes) {
    if (words.size() != key_word_count)
        return fault(
            fmt::format("Khóa có {} từ; ở đây đọc được {} từ. Kiểm tra lại cả dãy.", key_word_count, words.size()),
            fmt::format("A key has {} words; here are {}. Check the whole row.", key_word_count, words.size()));
    std::uint32_t check = 0;
    std::fill_n(bytes, key_bits / 8, static_cast<unsigned char>(0));
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto number = number_of(words[at]);
        if (!number)
            return fault(fmt::format("Từ thứ {} không phải từ của khóa. Xem lại từ ấy.", at + 1),
                         fmt::format("Word {} is no word of a key. Look at it again.", at + 1));
        for (std::size_t bit = 0; bit < bits_per_word; ++bit) {
            const std::size_t place = at * bits_per_word + bit;
            const std::uint32_t one = *number >> (bits_per_word - 1 - bit) & 1U;
            if (place >= key_bits)
                check = check << 1U | one;
            else
                bytes[place / 8] = static_cast<unsigned char>(bytes[place / 8] | one << (7 - place % 8));
        }
    }
    if (check != checksum(bytes))
        return fault("Có từ gõ nhầm hoặc sai thứ tự trong khóa. Đọc lại từng từ.",
                     "Some word of the key is mistyped or out of order. Read it again, word by word.");
    return Done{};
}

}  // namespace hall
