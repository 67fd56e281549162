#pragma once
/// What a running show says about itself. Steps and screens only: no name, title or award of the conference.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/sentence.h"
#include "base/time.h"
#include "conference/differences.h"
#include "feed/snapshot.h"
#include "show/state.h"

namespace hall {

struct PageReport {
    std::size_t step = 0;  ///< from 1, as operators count
    std::size_t steps = 0;
    std::string screen;  ///< the feed's name of it, "award-reveal"
    Cover cover = Cover::none;
    Drive drive = Drive::by_clock;
    Instant since{};     ///< when this step or cover came on screen
    bool quiet = false;  ///< quiet hours: no picture, whatever is on air

    bool operator==(const PageReport&) const = default;
};

inline constexpr auto* mc_page = "mc";

/// A display that the configuration names and that shows nothing of ours.
struct AbsentDisplay {
    std::string display;  ///< its name; empty: any that is not the hall's
    std::string page;     ///< what it would show: the feed's name of a screen, `mc_page`, or empty for the hall's pages
    Sentence fault = {};  ///< why nothing can be drawn there; empty: it is not there

    bool operator==(const AbsentDisplay&) const = default;
};

struct DisplayReport {
    std::string name;
    int width = 0;   ///< pixels
    int height = 0;  ///< pixels
    std::string renderer;
    std::string driver;          ///< SDL's name of the video driver
    std::uint32_t rebuilds = 0;  ///< how often the renderer was lost and made anew
    std::size_t textures = 0;    ///< what the hall's renderer holds
    std::vector<AbsentDisplay> absent = {};

    /// But for the textures, which come and go.
    bool operator==(const DisplayReport& other) const {
        return name == other.name && width == other.width && height == other.height && renderer == other.renderer &&
               driver == other.driver && rebuilds == other.rebuilds && absent == other.absent;
    }
};

struct ProcessReport {
    int pid = 0;
    std::uint64_t start_ticks = 0;  ///< of this pid, since boot: tells it from a later owner of the number
    Instant started{};
    std::uint32_t restarts = 0;  ///< starts after an end that nobody asked for; a clean end counts from 0 again
};

struct MemoryReport {
    std::uint64_t resident = 0;      ///< bytes
    std::uint64_t proportional = 0;  ///< bytes; shared pages counted in part
};

enum class LinkPart {
    none,
    follows,
    publishes,
    replaced,  ///< published until another machine took over
};

/// How this machine stands among several.
struct LinkReport {
    LinkPart part = LinkPart::none;
    bool open = false;                         ///< the channel is heard
    Sentence fault;                            ///< empty while all is well
    Sentence screens;                          ///< an operator's: how many show the step, and who does not
    std::size_t astray = 0;                    ///< how many did not for longer than a change takes
    std::optional<Milliseconds> clock_error;   ///< this machine's clock minus the channel's
    std::optional<Milliseconds> clock_unsure;  ///< how wrong that may be

    bool operator==(const LinkReport&) const = default;
};

/// From here a difference of clocks is one, and not the resolution of a Date.
inline constexpr Milliseconds noticed_clock_error{2000};

struct ClockReport {
    std::optional<Milliseconds> error;  ///< this machine's clock minus the server's; nothing while that is not known
    bool corrected = false;             ///< the show goes by the server's

    bool wrong() const { return error && std::chrono::abs(*error) >= noticed_clock_error; }
};

struct StatusReport {
    std::string version;
    ProcessReport process;
    PageReport page;
    DisplayReport display;
    FeedStatus feed;
    LinkReport link;
    Seconds poll{5};
    bool offline = false;                    ///< by configuration: the feed is not asked
    std::size_t issues = 0;                  ///< what `check` would tell about the feed's records
    WaitsFor waits_for = WaitsFor::nothing;  ///< why the newest content is not on screen
    std::size_t differences = 0;             ///< of the words that wait from those on screen
    Sentence place_fault;                    ///< empty while the place on air is saved
    std::vector<Sentence> faults;            ///< of the configuration, the remote control, the watching itself
    ClockReport clock;
    MemoryReport memory;
    Instant written{};
    Milliseconds alive{0};  ///< steady time of the render loop's last turn; the same clock in every process
};

/// Whether there is something new to tell; times that move by themselves are not.
bool same_news(const StatusReport& left, const StatusReport& right);

}  // namespace hall
