#pragma once
/// Button panels: what they send as commands, and what they are told.
#include <string>

#include "app/on_air.h"
#include "remote/server.h"

namespace hall {

Command command_of(const RemoteCommand& sent);
/// Whom a command here moves.
enum class Commanding {
    all,          ///< this machine's screens, and those that follow it
    this_screen,  ///< the others follow another machine by now
};
/// What a command's answer says: the state, and where it did nothing why.
RemoteOutcome outcome_for_panels(const std::string& objection, const OnAir& on_air, Commanding commanding);
/// {"step": 4, "steps": 48, "cover": "none", "drive": "operator", "commands": "all"}: numbers and states, no names.
std::string state_for_panels(const OnAir& on_air, Commanding commanding);

}  // namespace hall
