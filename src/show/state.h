#pragma once
/// What is on air and why: a value, and the two pure functions that change it.
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "conference/conference.h"
#include "show/readable.h"
#include "show/remarks.h"
#include "show/step.h"

namespace hall {

/// Both clocks at one moment: `wall` may jump, `steady` never does. Agenda questions use wall, timers use steady.
struct Now {
    Instant wall{};
    Milliseconds steady{0};
};

enum class Drive {
    by_clock,     ///< nobody has touched anything: rotation and the agenda move the show
    by_operator,  ///< somebody is at work: only commands move it
};

enum class Cover { none, hold, black };

/// The name of whoever speaks, over the page.
enum class LowerThird { off, on };

enum class Entry {
    animated,  ///< came by NEXT or by the clock
    settled,   ///< came by back, jump or resume: no animation is replayed
};

/// What the operator typed for the wall and the MC; empty: nothing.
struct Said {
    std::string urgent = {};  ///< an urgent notice
    std::string ticker = {};
    std::string name = {};  ///< for the lower third, "name, position"; empty: whoever speaks
    std::string mc = {};    ///< never for the hall

    bool operator==(const Said&) const = default;
};

struct ShowState {
    std::size_t step = 0;                 ///< number in the rundown, from 0
    std::string key;                      ///< the step's key, to find it again when the rundown changes
    std::optional<std::size_t> previous;  ///< the step that this one replaced, while `entry` is animated
    Milliseconds since{0};                ///< steady time when the step came on air
    Entry entry = Entry::settled;
    Cover cover = Cover::none;
    Drive drive = Drive::by_clock;
    std::optional<Milliseconds> last_next;     ///< steady time of the last NEXT that counted
    LowerThird lower_third = LowerThird::off;  ///< goes off when the step changes
    /// Wall time when it was asked for: the name that is due then stays, however far the agenda's clock goes on.
    Instant lower_third_at{};
    std::optional<std::size_t> item;  ///< index into the agenda: what the operator began; nothing: the clock knows
    Instant item_began{};             ///< wall time
    Said said;
    Remarks remarks;  ///< the rundown is the amended conference's

    bool operator==(const ShowState&) const = default;
};

enum class Verb { next, back, jump, home, hold, black, automatic, lower_third, remark, say, begin_item };

/// For begin_item: no item was begun by hand, the agenda's times say which one runs.
inline constexpr std::size_t by_the_programme = static_cast<std::size_t>(-1);

struct Command {
    Verb verb = Verb::next;
    std::size_t step = 0;  ///< for jump: number from 0; for begin_item: index into the agenda, or `by_the_programme`
    Remark remark{};       ///< for remark
    Said said{};           ///< for say
    std::optional<Instant> began{};  ///< for begin_item: when, where that was not now
};

/// A second NEXT within this time is ignored: a bouncing remote must not skip a winner.
inline constexpr Milliseconds next_lockout{800};

/// The state after a command; any that counts makes the operator the driver. Changes nothing: NEXT within the lock-out,
/// a jump past the end, and NEXT or back while covered (a remote must not move the show where nobody sees it; jump and
/// home do, to prepare a page under cover). HOLD and BLACK toggle, and each replaces the other.
/// `lower_third` toggles too, but under a cover it does nothing. It makes the operator the driver like the others:
/// a rotation that went on would take the name away with the page.
/// `remark` replaces what was remarked about its recipient, and moves nothing: the rundown of the conference amended
/// anew takes the place over. `say` replaces what the operator typed. `begin_item`: the agenda's item begins now, for
/// the timers of console and MC and for whose name `lower_third` brings; a speaker's name that is on goes off. Neither
/// moves anything or changes the driver.
/// `automatic` gives control back to the clock: the step's dwell starts anew, at the lifting of the cover where there
/// is one. On a step that is by_operator it does nothing: unattended rotation must not stand on an award's page, and
/// leaving it is the operator's own decision (home, a jump, NEXT).
ShowState apply(ShowState state, const Command& command, const Rundown& rundown, Now now);

/// The state after the clock: unattended rotation by dwell through the steps that are by_time.
///   before the agenda       welcome and countdown
///   during, or no agenda    everything else, topic by topic (at most six pages of a list); between two topics the
///   agenda after                   closing
/// Where a phase has no such step the other content rotates. A change of phase is followed when the dwell ends. Never
/// moves while an operator drives, while covered, or away from or onto a step whose advance is by_operator.
ShowState advance(ShowState state, const Rundown& rundown, const Conference& conference, Now now);

/// Steady time when `advance` will move next, if it will.
std::optional<Milliseconds> next_advance(const ShowState& state, const Rundown& rundown);

/// The same place in another rundown (after the feed changed): by key, else by who can be read on it, else in the same
/// batch, else by what is nearest before it. Whatever was edited, nobody of a held award becomes readable who was not:
/// a name at a place that was readable may be corrected, another person moved there may not, and then the show falls
/// back to the nearest step that says less. Whom the hall has `seen` is no secret any more.
ShowState carry_over(ShowState state, const Rundown& before, const Rundown& after, const Seen& seen = {});

/// What a fresh start shows: the first step that is by_time.
ShowState first_state(const Rundown& rundown, Now now);

/// Whoever can be read on the state's step, as digests to save with its key: they name nobody.
std::vector<std::string> readable_digests(const ShowState& state, const Rundown& rundown);

/// A state read from disk, with its `readable_digests`, on a new steady clock: the same step without animation.
/// Whatever was edited meanwhile, nobody becomes readable who was not when it was saved: then the show stands at the
/// nearest step before (at the latest the page armed), where the key is gone at the award's intro, else it starts
/// fresh. A corrected spelling counts as another person: one press shows it again. Cover and driver stay.
ShowState resume(ShowState saved, const std::vector<std::string>& readable, const Rundown& rundown, Now now);

}  // namespace hall
