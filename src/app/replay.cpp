#include "app/replay.h"

#include <fmt/format.h>

#include <algorithm>

namespace hall {
namespace {

constexpr std::chrono::hours pause_between_days{6};

/// Before content came there was the holding screen alone; where the show ended, and whom it called, is not shown.
bool is_shown(const Play& play) {
    return play.step > 0 && play.steps > 1 && play.cause != Cause::end && play.cause != Cause::called;
}

bool next_counts(const ShowState& state, Milliseconds steady) {
    return !state.last_next || steady - *state.last_next >= next_lockout;
}

}  // namespace

std::vector<Command> commands_for(const Play& play, const ShowState& state, Milliseconds steady) {
    if (play.cause == Cause::remarked) {
        Remark remark{play.remark.who};
        remark.attendance = play.remark.attendance;
        return {{Verb::remark, 0, remark}};
    }
    std::vector<Command> commands;
    const std::size_t step = play.step - 1;
    const bool uncovered = state.cover == Cover::none && play.cover == Cover::none;
    if (step == state.step + 1 && uncovered && next_counts(state, steady))
        commands.push_back({Verb::next});
    else if (step != state.step || state.drive == Drive::by_clock)
        commands.push_back({Verb::jump, step});
    if (play.cover != state.cover) {
        const Cover pressed = play.cover == Cover::none ? state.cover : play.cover;
        commands.push_back({pressed == Cover::hold ? Verb::hold : Verb::black});
    }
    return commands;
}

Result<Replay> Replay::open(const Path& log) {
    std::vector<Play> plays = read_plays(log);
    std::erase_if(plays, [](const Play& play) { return !is_shown(play); });
    if (plays.empty())
        return fault(fmt::format("{} không có gì để chiếu lại: hãy chọn tệp plays.jsonl của một máy đã trình chiếu.",
                                 log.string()),
                     fmt::format("{} holds nothing to replay: choose the plays.jsonl of a machine that has shown "
                                 "something.",
                                 log.string()));
    auto first = plays.end() - 1;
    while (first != plays.begin() && first->at - (first - 1)->at < pause_between_days) --first;
    plays.erase(plays.begin(), first);
    return Replay(std::move(plays));
}

const Play* Replay::take(Instant wall) {
    if (taken_ >= plays_.size() || plays_[taken_].at > wall) return nullptr;
    return &plays_[taken_++];
}

std::optional<Instant> Replay::next() const {
    return taken_ < plays_.size() ? std::optional(plays_[taken_].at) : std::nullopt;
}

}  // namespace hall
