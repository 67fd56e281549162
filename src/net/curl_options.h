#pragma once
/// What every transfer of ours asks of libcurl, whatever it carries. Room-private.
#include <curl/curl.h>

#include <string>
#include <string_view>

#include "net/http_client.h"
#include "net/url.h"

namespace hall {

/// Before any other call of libcurl. Thread: any.
void start_curl_once();

/// Request headers; outlives the transfer that sends them.
class HeaderList {
public:
    HeaderList() = default;
    HeaderList(const HeaderList&) = delete;
    HeaderList& operator=(const HeaderList&) = delete;
    ~HeaderList() { curl_slist_free_all(list_); }
    /// One line without its end; an empty token adds nothing.
    void add(const std::string& line) { list_ = curl_slist_append(list_, line.c_str()); }
    void add_token(const std::string& token) {
        if (!token.empty()) add("Authorization: Bearer " + token);
    }
    curl_slist* get() const { return list_; }

private:
    curl_slist* list_ = nullptr;
};

/// Protocols, connections and proxies; no limit on what arrives.
void set_manners(CURL* easy, const Url& url, Seconds connect_timeout);
/// `certificates`: a PEM bundle to trust besides the system's; empty = the system's only.
void set_trust(CURL* easy, const std::string& certificates);

long in_milliseconds(Seconds duration);

/// For the lines of an answer's header.
std::string_view trimmed(std::string_view text);
bool is_header(std::string_view name, std::string_view wanted);

}  // namespace hall
