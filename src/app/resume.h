#pragma once
/// Where the show stands, on disk: written before a step is drawn, read back after a power cut.
#include <optional>
#include <string>

#include "base/file.h"
#include "base/result.h"
#include "show/state.h"
#include "show/step.h"

namespace hall {

/// The part of a show state that outlives the process.
struct SavedPlace {
    std::size_t step = 0;
    std::string key;
    Cover cover = Cover::none;
    Drive drive = Drive::by_clock;

    bool operator==(const SavedPlace&) const = default;
};

SavedPlace place_of(const ShowState& state);

/// One file per feed in the state folder; the folder is created when absent.
Path place_file(const Path& state_folder, const std::string& feed);
Status save_place(const Path& file, const SavedPlace& place);
/// Nothing where there is no file or it cannot be understood.
std::optional<SavedPlace> load_place(const Path& file);

/// The other way round; `resume` (show/state.h) then finds the step in today's rundown.
ShowState state_of(const SavedPlace& place);

}  // namespace hall
