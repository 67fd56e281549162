#include "net/answer_header.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <string>

#include "net/curl_options.h"

namespace hall {
namespace {

constexpr std::size_t most_header_bytes = 64U << 10U;
constexpr std::size_t longest_validator = 1U << 10U;

/// Sent back with every poll: it must be one line of a request, and small enough for any server to take.
std::string validator_of(std::string_view value) {
    const bool fit = value.size() <= longest_validator && std::none_of(value.begin(), value.end(), [](char c) {
                         return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
                     });
    return fit ? std::string(value) : std::string();
}

std::time_t time_of(const std::string& value) { return curl_getdate(value.c_str(), nullptr); }

}  // namespace

bool AnswerHeader::take(std::string_view line) {
    bytes += line.size();
    if (bytes > most_header_bytes) return false;
    // Each response of a redirect chain begins with its status line; only the last one's headers count.
    if (line.starts_with("HTTP/")) {
        answer = {};
        announced = encoded = false;
        return true;
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return true;
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (is_header(name, "content-length") || is_header(name, "transfer-encoding")) announced = true;
    if (is_header(name, "content-encoding")) encoded = value != "identity";
    if (is_header(name, "etag")) answer.validators.etag = validator_of(value);
    if (is_header(name, "last-modified")) answer.validators.last_modified = validator_of(value);
    if (is_header(name, "content-type")) answer.media_type = value.substr(0, value.find(';'));
    if (is_header(name, "age")) answer.aged = value != "0";
    if (is_header(name, "date")) {
        const std::time_t at = time_of(std::string(value));
        if (at > 0) answer.date = Instant(std::chrono::seconds(at));
    }
    return true;
}

void drop_weak(HttpAnswer& answer) {
    constexpr std::chrono::seconds one_second{1};
    Validators& validators = answer.validators;
    const std::time_t modified = time_of(validators.last_modified);
    if (modified <= 0 || !answer.date || *answer.date - Instant(std::chrono::seconds(modified)) > one_second) return;
    validators.last_modified.clear();
    if (validators.etag.find(fmt::format("{:x}-", modified)) != std::string::npos) validators.etag.clear();
}

}  // namespace hall
