#pragma once
/// Which of the messages that a screen hears counts: duplicates, old ones and those of an operator who was replaced
/// change nothing.
#include <cstdint>
#include <optional>

#include "base/time.h"
#include "link/message.h"

namespace hall {

/// The newest message that was obeyed; a screen keeps it on disk.
struct Mark {
    OperatorRun session;
    std::uint64_t sequence = 0;

    auto operator<=>(const Mark&) const = default;
};

class MessageOrder {
public:
    /// `last`: what an earlier run of this screen obeyed; heard again, it counts once more.
    explicit MessageOrder(std::optional<Mark> last = {}) : mark_(std::move(last)) {}

    enum class Verdict {
        obey,    ///< newer than all before
        repeat,  ///< the one that is obeyed already: a sign of life
        stale,   ///< older
    };
    /// An older session counts only where the followed one has been silent for `longest_silence` while the older one
    /// went on speaking: a run whose clock was ahead must not lock its successors out for ever.
    Verdict hear(const Mark& heard, Milliseconds steady);

    const std::optional<Mark>& mark() const { return mark_; }

    static constexpr Milliseconds longest_silence{30'000};
    static constexpr Milliseconds long_enough_spoken{10'000};
    /// Who pauses for longer begins anew: an operator speaks every two seconds.
    static constexpr Milliseconds longest_pause{8'000};

private:
    bool taken_over(const Mark& heard, Milliseconds steady);

    std::optional<Mark> mark_;
    bool obeyed_ = false;                ///< in this run
    std::optional<Milliseconds> heard_;  ///< steady time of the followed session's last sign of life
    struct Rival {
        OperatorRun session;
        Milliseconds since{};
        Milliseconds heard{};
    };
    std::optional<Rival> rival_;
};

}  // namespace hall
