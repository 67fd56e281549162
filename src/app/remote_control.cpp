#include "app/remote_control.h"

#include <fmt/format.h>

#include <array>

namespace hall {

Command command_of(const RemoteCommand& sent) {
    switch (sent.verb) {
        case RemoteVerb::next: return {Verb::next};
        case RemoteVerb::back: return {Verb::back};
        case RemoteVerb::jump: return {Verb::jump, sent.step - 1};
        case RemoteVerb::hold: return {Verb::hold};
        case RemoteVerb::black: return {Verb::black};
    }
    return {};
}

std::string state_for_panels(const OnAir& on_air) {
    constexpr std::array covers = {"none", "hold", "black"};
    constexpr std::array drives = {"clock", "operator"};
    const ShowState& state = on_air.state();
    return fmt::format(R"({{"step": {}, "steps": {}, "cover": "{}", "drive": "{}"}})", state.step + 1,
                       on_air.rundown().steps.size(), covers[static_cast<std::size_t>(state.cover)],
                       drives[static_cast<std::size_t>(state.drive)]);
}

}  // namespace hall
