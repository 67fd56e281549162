#pragma once
/// The channel of the shipped configuration, by a real nginx with nchan on loopback.
#include <memory>
#include <string>

#include "net/nginx.h"

namespace hall::test {

/// As long as the shipped configuration asks for: openssl rand -hex 24.
inline constexpr const char* operators_token = "09c1f4b7a2d85e3660417bd2983cf5ae10e7264b8d93fa5c";
inline constexpr const char* screens_token = "5d20e8a36b97c14f82fb603d49ae71c5be06f3197a8254d0";

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
