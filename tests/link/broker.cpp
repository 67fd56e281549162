#include "link/broker.h"

#include <fstream>
#include <iterator>
#include <string_view>

namespace hall::test {
namespace {

constexpr const char* configuration = HALL_SOURCE_DIR "/assets/nginx-nchan.conf";
constexpr const char* module = "/usr/lib/nginx/modules/ngx_nchan_module.so";

void replace(std::string& text, std::string_view from, std::string_view to) {
    text.replace(text.find(from), from.size(), to);
}

/// Only what names a machine is changed, and the pace; with a store, the lines marked Redis come to life.
Site shipped_site(Scheme scheme, const Redis* store = nullptr) {
    std::ifstream file(configuration);
    std::string http{std::istreambuf_iterator<char>(file), {}};
    const bool secure = scheme == Scheme::https;
    replace(http, "listen 443 ssl;", secure ? "listen 127.0.0.1:PORT ssl;" : "listen 127.0.0.1:PORT;");
    replace(http, "ssl_certificate     /etc/ssl/channel.pem;", secure ? "ssl_certificate certificate.pem;" : "");
    replace(http, "ssl_certificate_key /etc/ssl/private/channel.key;", secure ? "ssl_certificate_key key.pem;" : "");
    replace(http, "WRITE-THE-OPERATORS-TOKEN", operators_token);
    replace(http, "WRITE-THE-SCREENS-TOKEN", screens_token);
    // A sign of life every second instead of five, so that the tests need not wait.
    for (int channel = 0; channel < 2; ++channel) replace(http, "ping_interval 5;", "ping_interval 1;");
    if (store) {
        replace(http, "# upstream hall_redis", "upstream hall_redis");
        replace(http, "127.0.0.1:6379", "127.0.0.1:" + std::to_string(store->port()));
        for (int channel = 0; channel < 2; ++channel) replace(http, "# nchan_redis_pass", "nchan_redis_pass");
    }
    return {std::string("load_module ") + module + ";\n", http};
}

}  // namespace

Redis::Redis() {
    process_.start({"redis-server", "--port", std::to_string(port_), "--bind", "127.0.0.1", "--save", "", "--dir",
                    folder_.path().string()},
                   folder_.path() / "redis.log", port_);
}

Broker::Broker(Scheme scheme) : server_(scheme, shipped_site(scheme)) {}

Broker::Broker(const Redis& store) : server_(Scheme::http, shipped_site(Scheme::http, &store)) {}

}  // namespace hall::test
