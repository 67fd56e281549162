#pragma once
/// What was shown when, and why: one JSON line a change, in the state folder. Steps and screens, no names.
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "base/sentence.h"
#include "show/remarks.h"
#include "status/report.h"

namespace hall {

enum class Cause {
    start,     ///< the program came up, on this step
    operated,  ///< a key, a remote, the console
    clock,     ///< rotation and agenda
    feed,      ///< the content changed under it
    end,       ///< the program was asked to end
    called,    ///< nothing changed: another machine was called for this step
    remarked,  ///< nothing changed yet: the desk noted something about a recipient
};

/// How a call to another machine ended.
struct CallPlay {
    std::string to;  ///< scheme, host and port
    int status = 0;  ///< HTTP's; 0: there was no answer
    bool operator==(const CallPlay&) const = default;
};

/// What was noted about a recipient; a name that was typed is left out.
struct RemarkPlay {
    std::string who;  ///< Remark::who
    Attendance attendance = Attendance::present;
    bool operator==(const RemarkPlay&) const = default;
};

struct Play {
    Instant at{};
    std::size_t step = 0;  ///< from 1
    std::size_t steps = 0;
    std::string screen;
    Cover cover = Cover::none;
    Cause cause = Cause::start;
    CallPlay call = {};      ///< where `called`
    RemarkPlay remark = {};  ///< where `remarked`

    bool operator==(const Play&) const = default;
};

/// In the state folder.
Path play_log_file(const Path& folder);

/// Thread: render thread. A full log makes way: two files of at most `most_bytes` are kept.
class PlayLog {
public:
    explicit PlayLog(Path file, std::size_t most_bytes = default_most_bytes);
    /// Told to the system's log once where it cannot be written; the show goes on.
    void add(const Play& play);

    static constexpr std::size_t default_most_bytes = 1U << 20U;

private:
    Status append(const std::string& line);

    Path file_;
    std::size_t most_bytes_;
    Sentence fault_;
};

std::string play_as_line(const Play& play);
/// Nothing where it is not one.
std::optional<Play> play_from_line(const std::string& line);
/// Oldest first, from both files; lines that cannot be read are left out.
std::vector<Play> read_plays(const Path& file);
std::string plays_as_text(const std::vector<Play>& plays, const TimeZone& zone, Language language);

}  // namespace hall
