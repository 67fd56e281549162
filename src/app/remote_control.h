#pragma once
/// Button panels: what they send as commands, and what they are told.
#include <string>

#include "app/on_air.h"
#include "remote/server.h"

namespace hall {

Command command_of(const RemoteCommand& sent);
/// What a command's answer says: the state, and where it did nothing why. `replaced`: other screens follow another
/// machine by now.
RemoteOutcome outcome_for_panels(const std::string& objection, const OnAir& on_air, bool replaced);
/// {"step": 4, "steps": 48, "cover": "none", "drive": "operator", "commands": "all"}: numbers and states, no names.
std::string state_for_panels(const OnAir& on_air, bool replaced);

}  // namespace hall
