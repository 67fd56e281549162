#include "link/channel.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>

namespace hall {
namespace {

constexpr std::size_t longest_token = 1024;  // bytes
constexpr unsigned for_strangers = S_IRWXO;

Error unfit(const Path& file, const char* why_vi, const char* why_en) {
    return fault(fmt::format("Tệp mã truy cập {} {}.", file.string(), why_vi),
                 fmt::format("The token file {} {}.", file.string(), why_en));
}

}  // namespace

Result<ChannelAddress> channel_address(const std::string& address) {
    const std::string base = address.ends_with('/') ? address.substr(0, address.size() - 1) : address;
    auto state = Url::parse(base + "/state");
    if (!state) return state.error();
    auto screens = Url::parse(base + "/screens"), time = Url::parse(base + "/time");
    if (!screens) return screens.error();
    if (!time) return time.error();
    return ChannelAddress{*std::move(state), *std::move(screens), *std::move(time)};
}

Result<std::string> read_token(const Path& file) {
    auto text = read_file(file, longest_token);
    if (!text) return text.error();
    struct stat facts {};
    if (::stat(file.c_str(), &facts) != 0 || (facts.st_mode & for_strangers) != 0)
        return unfit(file, "ai cũng đọc được: hãy chạy chmod 600 cho tệp này",
                     "can be read by everybody: chmod 600 it");
    const std::string token = text->substr(0, text->find_first_of("\r\n"));
    const bool fit =
        !token.empty() && std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 127; });
    if (!fit)
        return unfit(file, "không có mã ở dòng đầu (chữ không dấu, không khoảng trắng)",
                     "has no token in its first line (plain characters without spaces)");
    return token;
}

}  // namespace hall
