#pragma once
/// Where button panels find the program. Thread: any; pure.
#include <cstdint>
#include <optional>
#include <string>

namespace hall {

struct RemoteAddress {
    std::string host;  ///< an IPv4 address
    std::uint16_t port = 0;

    /// Nobody outside this machine reaches it.
    bool loopback() const { return host.starts_with("127."); }
    bool operator==(const RemoteAddress&) const = default;
};

/// "127.0.0.1:8088"; nothing where it is no IPv4 address with a port.
std::optional<RemoteAddress> parse_remote_address(const std::string& text);

}  // namespace hall
