#pragma once
/// The channel of the shipped configuration, by a real nginx with nchan on loopback.
#include <memory>
#include <string>

#include "net/nginx.h"

namespace hall::test {

inline constexpr const char* operators_token = "token-of-the-operator";
inline constexpr const char* screens_token = "token-of-the-screens";

/// A real Redis on loopback that keeps nothing on disk.
class Redis {
public:
    Redis();

    int port() const { return port_; }

private:
    TemporaryFolder folder_;
    int port_ = free_port();
    ServerProcess process_;
};

class Broker {
public:
    explicit Broker(Scheme scheme = Scheme::http);
    /// One of several before the same store, which outlives it.
    explicit Broker(const Redis& store);

    std::string url() const { return server_.url("hall"); }
    Nginx& server() { return server_; }

private:
    Nginx server_;
};

}  // namespace hall::test
