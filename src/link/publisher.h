#pragma once
/// The operator's voice and ear: says what is commanded, and hears what every screen shows.
#include <memory>

#include "base/mailbox.h"
#include "link/channel.h"
#include "link/channel_clock.h"
#include "link/message.h"
#include "link/screens_report.h"

namespace hall {

/// Owned by the render thread, as Follower is.
///
/// Two operators: the program that was started last commands; the other one hears it, says so in its status and falls
/// silent. Where the newcomer's clock is behind it starts its session just after the one it hears, so the order of
/// starting counts and no clock. What is heard of an earlier run of this machine's own (ChannelSettings::mark) is not
/// inherited: its own place is what was commanded then, or newer.
class Publisher {
public:
    explicit Publisher(ChannelSettings settings);
    ~Publisher();
    Publisher(const Publisher&) = delete;
    Publisher& operator=(const Publisher&) = delete;

    /// OperatorRun and sequence are filled in; what says the same as the last one is not sent anew.
    void publish(ShowMessage message);
    /// What another operator commanded last, until `begin`: nothing is said here before that, where somebody is heard.
    Mailbox<ShowMessage>& inherited();
    /// What was inherited is published anew, or is not to be.
    void begin();
    Mailbox<ScreensReport>& screens();
    Mailbox<ChannelStatus>& statuses();
    ChannelClock clock() const;
    /// Whether its threads have given a sign of life within this time.
    bool is_alive(Milliseconds limit) const;

private:
    class Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace hall
