#include "net/url.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <charconv>
#include <memory>

#include "base/text.h"

namespace hall {
namespace {

using Handle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

Handle make_handle() { return {curl_url(), curl_url_cleanup}; }

bool set(const Handle& handle, CURLUPart part, std::string_view text) {
    return curl_url_set(handle.get(), part, std::string(text).c_str(), 0) == CURLUE_OK;
}

std::string get(const Handle& handle, CURLUPart part, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(handle.get(), part, &text, flags) != CURLUE_OK) return {};
    const std::unique_ptr<char, decltype(&curl_free)> owned(text, curl_free);
    return text;
}

/// A text that is no URL may hold a password all the same: what stands before an '@' or after a '?' is not repeated.
std::string safe_excerpt(std::string_view text) {
    text = text.substr(0, text.find_first_of("?#"));
    if (const auto at = text.rfind('@'); at != std::string_view::npos) text.remove_prefix(at + 1);
    return escape_for_log(text);
}

Error not_an_address(std::string_view text) {
    const std::string shown = safe_excerpt(text);
    return fault(fmt::format("Địa chỉ “{}” không hợp lệ: hãy ghi đủ dạng https://máy-chủ/tệp.", shown),
                 fmt::format("\"{}\" is no valid address: write it in full as https://server/file.", shown));
}

bool has_control(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7f) return true;
    return false;
}

}  // namespace

bool looks_like_url(std::string_view feed) { return feed.find("://") != std::string_view::npos; }

Result<Url> Url::parse(std::string_view text) {
    const Handle handle = make_handle();
    if (!looks_like_url(text) || has_control(text) || !set(handle, CURLUPART_URL, text)) return not_an_address(text);

    Url url;
    const std::string scheme = get(handle, CURLUPART_SCHEME);
    url.secure_ = scheme == "https";
    url.host_ = get(handle, CURLUPART_HOST);
    if (scheme != "http" && scheme != "https")
        return fault(
            fmt::format("Địa chỉ {} dùng “{}”: chỉ nhận http và https.", safe_excerpt(text), scheme),
            fmt::format("The address {} uses \"{}\": only http and https are accepted.", safe_excerpt(text), scheme));
    if (!get(handle, CURLUPART_USER).empty() || !get(handle, CURLUPART_PASSWORD).empty())
        return fault(
            fmt::format("Địa chỉ {} có tên đăng nhập hoặc mật khẩu: hãy bỏ phần trước dấu @.", safe_excerpt(text)),
            fmt::format("The address {} holds a user or password: remove what stands before the @.",
                        safe_excerpt(text)));
    if (url.host_.empty()) return not_an_address(text);

    const std::string port = get(handle, CURLUPART_PORT, CURLU_DEFAULT_PORT);
    std::from_chars(port.data(), port.data() + port.size(), url.port_);

    curl_url_set(handle.get(), CURLUPART_FRAGMENT, nullptr, 0);
    url.text_ = get(handle, CURLUPART_URL);
    curl_url_set(handle.get(), CURLUPART_QUERY, nullptr, 0);
    url.display_ = get(handle, CURLUPART_URL);
    return url;
}

std::string Url::origin() const { return display_.substr(0, display_.find('/', display_.find("://") + 3)); }

Result<Url> Url::resolve(std::string_view reference) const {
    const Handle handle = make_handle();
    if (reference.empty() || has_control(reference) || !set(handle, CURLUPART_URL, text_) ||
        !set(handle, CURLUPART_URL, reference))
        return not_an_address(reference);
    Result<Url> found = parse(get(handle, CURLUPART_URL));
    if (found && secure_ && !found->secure())
        return fault(fmt::format("{} dùng http trong khi nguồn dùng https: hãy đặt trên https.", found->display()),
                     fmt::format("{} is on http while the feed is on https: serve it by https.", found->display()));
    return found;
}

}  // namespace hall
