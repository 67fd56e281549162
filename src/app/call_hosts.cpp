#include "app/call_hosts.h"

#include <algorithm>

namespace hall {
namespace {

constexpr int http_port = 80, https_port = 443;

std::string in_lower_case(std::string text) {
    for (char& letter : text)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return text;
}

}  // namespace

std::optional<CallHost> parse_call_host(const std::string& text) {
    if (text.find_first_of("/?#@") != std::string::npos) return std::nullopt;
    // By the same parser as the address that will be compared.
    const auto url = Url::parse("http://" + text);
    if (!url) return std::nullopt;
    const bool port_is_written = url->origin() != "http://" + url->host();
    return CallHost{in_lower_case(url->host()), port_is_written ? url->port() : 0};
}

bool may_call(const std::vector<CallHost>& allowed, const Url& url) {
    const std::string host = in_lower_case(url.host());
    const bool own_port = url.port() == (url.secure() ? https_port : http_port);
    return std::any_of(allowed.begin(), allowed.end(), [&](const CallHost& one) {
        return one.host == host && (one.port == 0 ? own_port : one.port == url.port());
    });
}

}  // namespace hall
