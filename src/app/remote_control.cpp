#include "app/remote_control.h"

#include <array>
#include <nlohmann/json.hpp>

#include "base/json.h"

namespace hall {
namespace {

using Json = nlohmann::ordered_json;

Json state_as_json(const OnAir& on_air, Commanding commanding) {
    constexpr std::array covers = {"none", "hold", "black"};
    constexpr std::array drives = {"clock", "operator"};
    const ShowState& state = on_air.state();
    return {{"step", state.step + 1},
            {"steps", on_air.rundown().steps.size()},
            {"cover", covers[static_cast<std::size_t>(state.cover)]},
            {"drive", drives[static_cast<std::size_t>(state.drive)]},
            {"commands", commanding == Commanding::this_screen ? "this screen" : "all"}};
}

}  // namespace

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

RemoteOutcome outcome_for_panels(const std::string& objection, const OnAir& on_air, Commanding commanding) {
    Json answer = state_as_json(on_air, commanding);
    if (objection.empty()) return {RemoteOutcome::Done::yes, answer.dump()};
    answer["error"] = objection;
    return {RemoteOutcome::Done::no, answer.dump()};
}

std::string state_for_panels(const OnAir& on_air, Commanding commanding) {
    return write_json(state_as_json(on_air, commanding));
}

}  // namespace hall
