#include "net/curl_options.h"

#include <algorithm>
#include <chrono>

namespace hall {
namespace {

constexpr long longest_redirect_chain = 3;
constexpr long longest_connection_life = 3600;  // seconds
constexpr long longest_connection_rest = 60;    // seconds

}  // namespace

void start_curl_once() {
    struct Library {
        Library() { curl_global_init(CURL_GLOBAL_DEFAULT); }
        ~Library() { curl_global_cleanup(); }
    };
    static const Library library;
}

long in_milliseconds(Seconds duration) {
    return static_cast<long>(std::chrono::duration_cast<Milliseconds>(duration).count());
}

void set_manners(CURL* easy, const Url& url, Seconds connect_timeout) {
    curl_easy_setopt(easy, CURLOPT_URL, url.text().c_str());
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "hoitruong");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    // Without it a stalled resolver blocks the whole thread until it answers.
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, url.secure() ? "https" : "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(easy, CURLOPT_MAXREDIRS, longest_redirect_chain);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, in_milliseconds(connect_timeout));
    curl_easy_setopt(easy, CURLOPT_MAXLIFETIME_CONN, longest_connection_life);
    curl_easy_setopt(easy, CURLOPT_MAXAGE_CONN, longest_connection_rest);
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");  // the environment's proxy is not obeyed unasked
    curl_easy_setopt(easy, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
}

void set_trust(CURL* easy, const std::string& certificates) {
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    // The system's CAPATH stays in force beside this file.
    if (!certificates.empty()) curl_easy_setopt(easy, CURLOPT_CAINFO, certificates.c_str());
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool is_header(std::string_view name, std::string_view wanted) {
    return std::equal(name.begin(), name.end(), wanted.begin(), wanted.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
}

}  // namespace hall
