#pragma once
/// The pictures a conference names, and how far each has come. Room-private. Thread: the worker's.
#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/image.h"
#include "feed/cache.h"
#include "feed/snapshot.h"
#include "feed/source.h"
#include "net/http_client.h"

namespace hall {

using SteadyTime = std::chrono::steady_clock::time_point;

/// Every picture that a screen draws, once, in the order in which the hall is likely to need it. Others are not worth
/// the network and the memory; add them here with the screen that draws them. `before`: names that come first.
std::vector<std::string> pictures_of(const Conference& conference, const std::vector<std::string>& before = {});

class PictureShelf {
public:
    struct Slot {
        std::shared_ptr<const Image> image;  ///< null: not yet, or refused
        std::string hash;                    ///< of the bytes; empty until read
        Validators validators;
        Validators refused;  ///< of bytes that became no picture: not read again until they change
        Sentence fault;
        bool without_room = false;  ///< the fault is the memory for pictures
        unsigned failures = 0;
        std::optional<SteadyTime> due;  ///< nothing: settled

        bool tried() const { return image || failures > 0; }
    };

    /// Keeps the slots still named, drops the others, makes new ones due at once.
    void name(const std::vector<std::string>& sources, SteadyTime now);
    /// What the others leave of `memory` is too little for this picture: to be refused.
    bool too_large(const Slot& slot, const Image& image, std::size_t memory) const;
    /// Reads again what had no room.
    void try_without_room(SteadyTime now);
    /// Looks at every picture again, or, given its source, at those that cost no server anything.
    void recheck(SteadyTime now, const Source* local_of = nullptr);
    /// The picture to read now, those never tried before first; others not before `repeats_from`.
    std::optional<std::string> next(SteadyTime now, SteadyTime repeats_from) const;
    std::optional<SteadyTime> earliest(SteadyTime repeats_from) const;

    const std::vector<std::string>& names() const { return order_; }
    Slot& slot(const std::string& source) { return slots_[source]; }
    const Slot& slot(const std::string& source) const { return slots_.at(source); }
    Pictures images() const;
    Issues issues() const;
    /// What the cache keeps.
    std::vector<CachedPicture> cached() const;

private:
    std::map<std::string, Slot> slots_;
    std::vector<std::string> order_;
};

}  // namespace hall
