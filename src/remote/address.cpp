#include "remote/address.h"

#include <arpa/inet.h>

#include <charconv>

namespace hall {

std::optional<RemoteAddress> parse_remote_address(const std::string& text) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos) return std::nullopt;
    RemoteAddress address{text.substr(0, colon), 0};
    in_addr ignored{};
    if (inet_pton(AF_INET, address.host.c_str(), &ignored) != 1) return std::nullopt;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, address.port);
    if (error != std::errc{} || stop != end || address.port == 0) return std::nullopt;
    return address;
}

}  // namespace hall
