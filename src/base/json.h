#pragma once
/// JSON is parsed and written in this one place: each file that did it alone would compile the library's parser anew.
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace hall {

/// A discarded value where `text` is no JSON: its is_object() is false, and at() throws as for any wrong type.
nlohmann::ordered_json parse_json(std::string_view text);

/// With so many spaces a level, or on one line. What is no UTF-8 is replaced.
std::string write_json(const nlohmann::ordered_json& json, int indent = -1);

}  // namespace hall
