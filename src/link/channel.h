#pragma once
/// Where the channel is, what a machine needs to speak on it, and how it stands.
#include <functional>
#include <optional>
#include <string>

#include "base/file.h"
#include "base/result.h"
#include "base/sentence.h"
#include "base/time.h"
#include "net/url.h"

namespace hall {

/// The three addresses below the one that is configured: .../state, .../screens and .../time.
struct ChannelAddress {
    Url state;
    Url screens;
    Url time;
};

Result<ChannelAddress> channel_address(const std::string& address);

struct ChannelSettings {
    ChannelAddress address;
    std::string token{};         ///< empty: none
    std::string certificates{};  ///< as for HttpClient
    std::string name{};          ///< of this screen, for the operator
    /// A screen's: where the last message it obeyed is kept; an operator's: where its run is.
    Path mark{};
    /// What is posted is posted again so often, as a sign of life, and to whoever missed it.
    Milliseconds repeat{2000};
    /// Called on the threads of the link after news: wakes the render thread.
    std::function<void()> wake = [] {};
};

struct ChannelStatus {
    bool open = false;                  ///< the channel is heard
    bool replaced = false;              ///< an operator's: another machine commands the screens now
    Sentence fault;                     ///< empty while all is well
    std::optional<Milliseconds> heard;  ///< steady time of the operator's last sign of life; for a screen
    std::optional<Milliseconds> clock_error, clock_unsure;  ///< as in Acknowledgement

    bool operator==(const ChannelStatus&) const = default;
};

}  // namespace hall
