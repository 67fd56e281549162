#pragma once
/// Where the show stands, on disk: written before a step is drawn, read back after a power cut.
#include <optional>
#include <string>
#include <vector>

#include "app/options.h"
#include "base/file.h"
#include "base/result.h"
#include "base/time.h"
#include "show/state.h"
#include "show/step.h"

namespace hall {

/// The part of a show state that outlives the process.
struct SavedPlace {
    std::size_t step = 0;
    std::string key;
    Cover cover = Cover::none;
    Drive drive = Drive::by_clock;
    std::vector<std::string> readable;  ///< readable_digests: whose names may come back with the step
    Instant saved{};                    ///< by the wall clock, to the second
    std::optional<Instant> name_at;     ///< ShowState::lower_third_at, to the second, while the speaker's name is shown
    std::vector<std::string> opened{};  ///< ids of sealed awards whose keys were released; never the keys
    Said said{};
    std::optional<std::size_t> item{};
    std::optional<Instant> item_began{};  ///< to the second
    Remarks remarks{};                    ///< the owner alone reads the file: they may hold names

    bool operator==(const SavedPlace&) const = default;
};

SavedPlace place_of(const ShowState& state, const Rundown& rundown, Instant saved);

/// An older place is yesterday's ceremony.
inline constexpr std::chrono::hours oldest_place{12};
/// A clock that stands before `saved` is wrong, as after a flat battery, and the place counts.
bool still_counts(const SavedPlace& place, Instant now);

/// Whose place it is: a feed's; a screen that follows and a rehearsal at another time have their own.
std::string show_of(const Options& options);
/// One file per show in the state folder; the folder is created when absent.
Path place_file(const Path& state_folder, const std::string& show);
Status save_place(const Path& file, const SavedPlace& place, Outlives outlives = Outlives::power);
/// Nothing where there is no file or it cannot be understood.
std::optional<SavedPlace> load_place(const Path& file);

/// The other way round; `resume` (show/state.h) then finds the step in today's rundown.
ShowState state_of(const SavedPlace& place);

}  // namespace hall
