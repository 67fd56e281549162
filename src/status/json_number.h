#pragma once
/// Whole numbers from a file that anybody may have written or a disk damaged: the JSON library wraps what does not fit,
/// and takes 1e9 for one. Room-private.
#include <cstdint>
#include <nlohmann/json.hpp>

namespace hall {

/// Thrown instead of an absurd number; stays in this room.
struct AbsurdNumber {};

inline constexpr std::uint64_t most_steps = 100'000'000;

/// Of 0 to `most`. A Json::exception where it is absent.
template <class Count>
Count count_in(const nlohmann::ordered_json& from, const char* name, std::uint64_t most) {
    const auto& value = from.at(name);
    if (!value.is_number_unsigned()) throw AbsurdNumber();
    const auto number = value.template get<std::uint64_t>();
    if (number > most) throw AbsurdNumber();
    return static_cast<Count>(number);
}

}  // namespace hall
