#include "net/answer_header.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <optional>
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

/// Nothing where it is no date, or one that no clock of ours can hold.
std::optional<Instant> time_of(const std::string& value) {
    constexpr std::time_t year_10000 = 253'402'300'800;
    const std::time_t at = curl_getdate(value.c_str(), nullptr);
    if (at <= 0 || at >= year_10000) return std::nullopt;
    return Instant(std::chrono::seconds(at));
}

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
    if (is_header(name, "date"))
        if (const auto at = time_of(std::string(value))) answer.date = at;
    return true;
}

void drop_weak(HttpAnswer& answer) {
    constexpr std::chrono::seconds one_second{1};
    Validators& validators = answer.validators;
    const auto modified = time_of(validators.last_modified);
    if (!modified || !answer.date || *answer.date - *modified > one_second) return;
    validators.last_modified.clear();
    const auto seconds = std::chrono::floor<std::chrono::seconds>(modified->time_since_epoch()).count();
    if (validators.etag.find(fmt::format("{:x}-", seconds)) != std::string::npos) validators.etag.clear();
}

}  // namespace hall
