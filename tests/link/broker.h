#pragma once
/// The channel of the shipped configuration, by a real nginx with nchan on loopback.
#include <string>

#include "net/nginx.h"

namespace hall::test {

inline constexpr const char* operators_token = "token-of-the-operator";
inline constexpr const char* screens_token = "token-of-the-screens";

class Broker {
public:
    explicit Broker(Scheme scheme = Scheme::http);

    std::string url() const { return server_.url("hall"); }
    Nginx& server() { return server_; }

private:
    Nginx server_;
};

}  // namespace hall::test
