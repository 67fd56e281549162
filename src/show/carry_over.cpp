#include <algorithm>
#include <iterator>

#include "show/places.h"
#include "show/readable.h"
#include "show/state.h"

namespace hall {
namespace {

using Places = std::vector<ReadablePlace>;

bool stands_in(const std::string& who, const Roll& roll) {
    return std::any_of(roll.batches.begin(), roll.batches.end(),
                       [&](const auto& batch) { return std::find(batch.begin(), batch.end(), who) != batch.end(); });
}

class Secrecy {
public:
    Secrecy(const Step& on_air, const Rundown& before, const Rundown& after, const Seen& seen)
        : before_(before),
          after_(after),
          known_(seen),
          names_a_batch_(on_air.batch.has_value()),
          seen_(readable_on(on_air, before)) {}

    /// Nobody of a held award can be read on it who could not be read before.
    bool keeps(const Step& candidate) const {
        const Places places = readable_on(candidate, after_);
        return std::all_of(places.begin(), places.end(), [&](const ReadablePlace& place) { return allowed(place); });
    }

    /// Shows exactly those who were readable and are not gone, in their order; a summary of them is another page.
    bool shows_the_same(const Step& candidate) const {
        if (candidate.batch.has_value() != names_a_batch_) return false;
        const Places places = readable_on(candidate, after_), left = still_there();
        return !left.empty() &&
               std::equal(places.begin(), places.end(), left.begin(), left.end(),
                          [&](const ReadablePlace& now, const ReadablePlace& then) { return same(now, then); });
    }

    /// Nobody who was readable and is not gone leaves the wall.
    bool shows_them_all(const Step& candidate) const {
        const Places places = readable_on(candidate, after_);
        return std::ranges::all_of(still_there(), [&](const ReadablePlace& then) {
            return std::ranges::any_of(places, [&](const ReadablePlace& now) { return same(now, then); });
        });
    }

private:
    /// Of the same award now; null where it is gone.
    const Roll* roll_of(const ReadablePlace& then) const {
        const auto found = std::ranges::find(after_.rolls, before_.rolls[then.award].id, &Roll::id);
        return found == after_.rolls.end() ? nullptr : &*found;
    }
    Places still_there() const {
        Places left;
        std::ranges::copy_if(seen_, std::back_inserter(left), [&](const ReadablePlace& then) {
            const Roll* const roll = roll_of(then);
            return roll != nullptr && stands_in(*then.who, *roll);
        });
        return left;
    }
    bool same(const ReadablePlace& now, const ReadablePlace& then) const {
        return *now.who == *then.who && same_award(now, then);
    }
    bool same_award(const ReadablePlace& now, const ReadablePlace& then) const {
        return after_.rolls[now.award].id == before_.rolls[then.award].id;
    }

    bool allowed(const ReadablePlace& place) const {
        const Roll& roll = after_.rolls[place.award];
        const auto old = std::find_if(before_.rolls.begin(), before_.rolls.end(),
                                      [&](const Roll& before) { return before.id == roll.id; });
        const bool was_open = old != before_.rolls.end() && old->visibility == Visibility::open;
        if (roll.visibility == Visibility::open && (was_open || old == before_.rolls.end())) return true;
        if (known_.has(place, after_)) return true;
        return std::any_of(seen_.begin(), seen_.end(), [&](const ReadablePlace& then) {
            if (!same_award(place, then)) return false;
            if (*then.who == *place.who) return true;
            // The same place under another name is a correction, unless either of the two is somebody else's.
            const bool same_place = then.batch == place.batch && then.recipient == place.recipient;
            return same_place && !stands_in(*place.who, before_.rolls[then.award]) && !stands_in(*then.who, roll);
        });
    }

    const Rundown& before_;
    const Rundown& after_;
    const Seen& known_;
    bool names_a_batch_;
    Places seen_;  ///< on the step that is on air
};

bool of_the_same_batch(const Step& now, const Rundown& after, const Step& then, const Rundown& before) {
    return now.award && then.award && now.batch && now.batch == then.batch &&
           after.rolls[*now.award].id == before.rolls[*then.award].id;
}

/// The step of that key, or of the nearest step before it that is still there.
std::size_t nearest_before(std::size_t step, const Rundown& before, const Rundown& after) {
    for (std::size_t i = step + 1; i-- > 0;)
        if (const auto found = step_with_key(after, before.steps[i].key)) return *found;
    return 0;
}

/// A held award's step is not kept to fade from: its names may be others now.
std::optional<std::size_t> public_place(std::optional<std::size_t> step, const Rundown& before, const Rundown& after) {
    if (!step || *step >= before.steps.size()) return std::nullopt;
    const auto found = step_with_key(after, before.steps[*step].key);
    return found && after.steps[*found].advance == Advance::by_time ? found : std::nullopt;
}

}  // namespace

ShowState carry_over(ShowState state, const Rundown& before, const Rundown& after, const Seen& seen) {
    if (after.steps.empty()) return state;
    const Milliseconds since = state.since;
    if (before.steps.empty()) return placed(std::move(state), first_unattended(after), after, Entry::settled, since);

    const std::size_t from = std::min(state.step, before.steps.size() - 1);
    const Secrecy secrecy(before.steps[from], before, after, seen);
    const bool unattended = state.drive == Drive::by_clock && before.steps[from].advance == Advance::by_time;
    const auto fits = [&](const Step& candidate) {
        return secrecy.keeps(candidate) && !(unattended && candidate.advance == Advance::by_operator);
    };
    const std::size_t nearest = nearest_before(from, before, after);
    const bool kept = after.steps[nearest].key == before.steps[from].key && fits(after.steps[nearest]);
    std::optional<std::size_t> place;
    const auto look_on = [&](std::size_t begin, const auto& wanted) {
        for (std::size_t i = begin; !place && i < after.steps.size(); ++i)
            if (wanted(after.steps[i]) && fits(after.steps[i])) place = i;
    };
    const auto look_back = [&](std::size_t end, const auto& wanted) {
        for (std::size_t i = end; !place && i-- > 0;)
            if (wanted(after.steps[i]) && fits(after.steps[i])) place = i;
    };
    const auto any = [](const Step&) { return true; };
    const auto of_the_batch = [&](const Step& candidate) {
        return of_the_same_batch(candidate, after, before.steps[from], before);
    };
    const auto of_the_page = [&](const Step& candidate) {
        return of_the_batch(candidate) && candidate.screen == before.steps[from].screen &&
               candidate.page.index == before.steps[from].page.index;
    };
    const auto with_them_all = [&](const Step& candidate) {
        return of_the_batch(candidate) && secrecy.shows_them_all(candidate);
    };
    // Whoever is called after all moves the others: the same step would take one of them away.
    if (kept) look_on(nearest, with_them_all);
    if (kept && !place) place = nearest;
    look_on(0, [&](const Step& candidate) { return secrecy.shows_the_same(candidate); });
    // Whoever is called after all makes the page another, but the hall stays on it.
    look_back(after.steps.size(), of_the_page);
    // A page of one name that becomes one of several, or the other way round, has no key in common with it.
    if (!of_the_batch(after.steps[nearest])) {
        look_on(0, with_them_all);
        look_on(0, of_the_batch);
    }
    look_back(nearest + 1, any);
    look_on(nearest + 1, any);
    const std::size_t step = place.value_or(first_unattended(after));

    // The same page goes on where it was, and so does the round; another page settles in.
    const bool same = after.steps[step].key == before.steps[from].key;
    const std::optional<std::size_t> previous = same ? public_place(state.previous, before, after) : std::nullopt;
    const Entry entry = same ? state.entry : Entry::settled;
    state = placed(std::move(state), step, after, Entry::settled, since);
    state.entry = entry;
    state.previous = previous;
    return state;
}

}  // namespace hall
