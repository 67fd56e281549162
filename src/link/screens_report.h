#pragma once
/// Which screens show what the operator commanded, from what they say themselves.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/sentence.h"
#include "base/time.h"
#include "link/message.h"

namespace hall {

enum class Standing {
    shows,    ///< the commanded step, drawn from the same
    differs,  ///< the commanded step, drawn from other content, another theme or without its key
    lacks,    ///< its content has no such step
    behind,   ///< something older
    silent,   ///< has not said anything for longer than `longest_quiet`
};

struct ScreenReport {
    std::string name;
    Standing standing = Standing::silent;
    std::size_t step = 0;                                          ///< from 1, in its own rundown
    int width = 0, height = 0;                                     ///< pixels
    Milliseconds quiet{0};                                         ///< since it last said something
    std::optional<Milliseconds> clock_error, clock_unsure, delay;  ///< as in Acknowledgement
    std::optional<Milliseconds> astray_since;                      ///< steady time; nothing while it shows the step

    bool operator==(const ScreenReport&) const = default;
};

struct ScreensReport {
    std::size_t step = 0;               ///< commanded, from 1; 0: nothing was commanded yet
    std::vector<ScreenReport> screens;  ///< by name

    std::size_t showing() const;
    bool operator==(const ScreensReport&) const = default;
};

/// "4 of 5 screens show step 12. Behind: north." Empty where there are no screens.
Sentence summary(const ScreensReport& report);
/// One word for a screen's standing.
Sentence in_words(Standing standing);

/// Whoever said something during this run. Thread: one at a time.
class Screens {
public:
    void hear(Acknowledgement acknowledgement, Milliseconds steady);
    ScreensReport report(const ShowMessage& commanded, Milliseconds steady);

    static constexpr Milliseconds longest_quiet{15'000};
    /// Who has been silent for longer makes room for another where there is none.
    static constexpr Milliseconds longest_missed{30 * 60'000};
    static constexpr std::size_t most = 64;

private:
    struct Heard {
        Acknowledgement last;
        Milliseconds at{};
        std::optional<Milliseconds> delay;
        std::optional<Milliseconds> astray_since;
    };
    std::map<std::string, Heard> heard_;
};

}  // namespace hall
