#pragma once
/// The sections that live elsewhere, and how far each has come. Room-private. Thread: the worker's.
#include <optional>
#include <string>
#include <vector>

#include "feed/cache.h"
#include "feed/decoder.h"
#include "feed/host_pace.h"
#include "feed/pictures.h"
#include "feed/snapshot.h"
#include "feed/source.h"

namespace hall {

class PartShelf {
public:
    struct Slot {
        SourceRef source;
        std::optional<CachedPart> held;  ///< the last good one
        Validators refused;              ///< of a body that became no section: not fetched again until it changes
        Sentence refusal;
        Sentence fault;  ///< why nothing newer could be read
        unsigned failures = 0;
        bool tried = false;
        SteadyTime due;
        std::optional<Instant> last_success;
    };
    struct Next {
        const Slot* slot;
        SteadyTime due;
        SteadyTime at;  ///< not before this, for the host's sake
    };

    /// Keeps the slots still named, drops the others, makes new ones due at once; `held` fills those that hold nothing.
    void name(const std::vector<SourceRef>& sources, const std::vector<CachedPart>& held, SteadyTime now);
    /// Looks at all again; at those that cost nothing only, where `source` is given.
    void recheck(SteadyTime now, const Source* local_of = nullptr);
    /// Puts a changed slot back.
    void put(Slot slot);
    /// The one that has been due longest.
    std::optional<Next> next(const HostPace& pace, const Source& source) const;

    std::size_t count() const { return slots_.size(); }
    bool all_tried() const;
    std::vector<CachedPart> held() const;
    Issues issues() const;
    std::vector<SourceStatus> statuses() const;

private:
    std::vector<Slot> slots_;
};

}  // namespace hall
