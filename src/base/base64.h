#pragma once
/// Bytes as text and back (RFC 4648, with padding), by libsodium. Thread: any.
#include <optional>
#include <string>
#include <string_view>

namespace hall {

std::string to_base64(std::string_view bytes);
/// Nothing where `text` is no Base64; line breaks and spaces are passed over.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace hall
