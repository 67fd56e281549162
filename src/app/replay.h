#pragma once
/// A recorded day shown again from its play log: for rehearsals, and to see afterwards what the hall saw.
#include <cstddef>
#include <optional>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "show/state.h"
#include "status/play_log.h"

namespace hall {

/// What brings the show to where a line of the log has it; nothing where it is there already. Names that were typed
/// are in no play log: who was represented is so by nobody, and a corrected name is the feed's.
std::vector<Command> commands_for(const Play& play, const ShowState& state, Milliseconds steady);

/// Thread: render thread.
class Replay {
public:
    /// The log's last day: its lines after the last pause of six hours. An Error where there is none.
    static Result<Replay> open(const Path& log);

    /// The hall's clock begins here.
    Instant begins() const { return plays_.front().at; }
    /// The next line that is due by the hall's clock, once; null: none is.
    const Play* take(Instant wall);
    /// When the next one is; nothing after the last.
    std::optional<Instant> next() const;

private:
    explicit Replay(std::vector<Play> plays) : plays_(std::move(plays)) {}

    std::vector<Play> plays_;  ///< never empty
    std::size_t taken_ = 0;
};

}  // namespace hall
