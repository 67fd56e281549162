#pragma once
/// A screen's ear and voice: hears what the operator commands, and says what it shows.
#include <memory>

#include "base/mailbox.h"
#include "link/channel.h"
#include "link/channel_clock.h"
#include "link/message.h"

namespace hall {

/// Owned by the render thread; threads of its own do the talking, so that no stalled stream holds a frame. The
/// destructor returns within a second.
class Follower {
public:
    explicit Follower(ChannelSettings settings);
    ~Follower();
    Follower(const Follower&) = delete;
    Follower& operator=(const Follower&) = delete;

    /// Only messages that count: newer than every one before, in this run and the last.
    Mailbox<ShowMessage>& messages();
    Mailbox<ChannelStatus>& statuses();
    /// After present. The screen's name and its clock's error are filled in.
    void shown(Acknowledgement acknowledgement);
    ChannelClock clock() const;
    /// Whether its threads have given a sign of life within this time.
    bool is_alive(Milliseconds limit) const;

private:
    class Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace hall
