#include "link/channel.h"

namespace hall {

Result<ChannelAddress> channel_address(const std::string& address) {
    const std::string base = address.ends_with('/') ? address.substr(0, address.size() - 1) : address;
    auto state = Url::parse(base + "/state");
    if (!state) return state.error();
    auto screens = Url::parse(base + "/screens"), time = Url::parse(base + "/time");
    if (!screens) return screens.error();
    if (!time) return time.error();
    return ChannelAddress{*std::move(state), *std::move(screens), *std::move(time)};
}

}  // namespace hall
