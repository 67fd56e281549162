#pragma once
/// This machine among several: it commands the others, follows one, or stands alone.
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/on_air.h"
#include "app/options.h"
#include "link/follower.h"
#include "link/publisher.h"
#include "platform/paths.h"
#include "status/report.h"

namespace hall {

/// Thread: render thread.
class Linked {
public:
    /// `wake` is called from other threads after news. An address or a token that cannot be used is an Error.
    static Result<std::unique_ptr<Linked>> open(const Options& options, const Paths& paths, std::function<void()> wake);

    /// An operator: another machine commands the screens now.
    bool replaced() const { return publisher_ && status_.replaced; }
    Role role() const { return follower_ ? Role::follows : Role::drives; }

    /// Takes what came over the channel; true where an operator's window has something new to show.
    bool take_news();
    /// A screen: obeys what is due. True: its content lacks the commanded step, so the feed is to be asked.
    bool obey(OnAir& on_air, Now now);
    /// The generation of the content that the operator's machine shows, or the one before this; empty: not heard yet.
    std::string operators_content() const {
        const ShowMessage* const told = commanded_ ? commanded_.get() : inherited_.get();
        return told ? told->content : std::string();
    }
    /// A screen that has lost its operator goes on by the clock where the operator had left it to the clock.
    bool alone(Now now) const;
    /// An operator that starts where another machine commanded goes on from there, unless it was given a command in
    /// this run. True: its content lacks that step, so the feed is to be asked; until it has it, or a command comes,
    /// other screens are told nothing.
    /// `real_time`: the machine's clock, whatever the hall's shows.
    bool inherit(OnAir& on_air, Now now, Instant real_time);
    /// An operator: how far ahead of its moment a command is, so that every screen changes at the same one.
    Milliseconds lead() const { return publisher_ ? lead_ : Milliseconds(0); }
    /// An operator: steady time of a command, from which screens count their delay.
    void note_command(Milliseconds steady) {
        command_at_ = steady;
        commanded_here_ = true;
    }
    /// An operator: says what is on air, once a turn.
    void publish(const OnAir& on_air, Now now);
    /// A screen: says what it shows; after present, and where nothing was drawn once a turn.
    void shown(const OnAir& on_air, const DisplayReport& display, Now now);
    /// Steady time when `obey` has something to do.
    std::optional<Milliseconds> due() const;

    /// Whether the link's threads have given a sign of life within this time; true where there are none.
    bool is_alive(Milliseconds limit) const {
        return (!follower_ || follower_->is_alive(limit)) && (!publisher_ || publisher_->is_alive(limit));
    }
    LinkReport report(Now now) const;
    /// An operator's; without screens elsewhere.
    const ScreensReport& screens() const { return screens_; }

private:
    explicit Linked(const Options& options) : theme_(options.theme), lead_(options.channel.lead) {}
    std::string digest(const OnAir& on_air) const;
    ChannelClock clock() const;

    std::string theme_;
    Milliseconds lead_;
    Milliseconds opened_{0};  ///< steady time
    ChannelStatus status_;
    ScreensReport screens_;

    // An operator's.
    std::optional<Milliseconds> command_at_;
    bool commanded_here_ = false;                   ///< in this run
    std::shared_ptr<const ShowMessage> inherited_;  ///< of the operator before; until it is on air here
    ShowState published_;
    std::uint64_t published_snapshot_ = 0;
    // A screen's.
    std::shared_ptr<const ShowMessage> commanded_;  ///< the newest; null: none in this run
    bool obeyed_ = false;                           ///< it is what the screen shows
    bool fresh_ = false;                            ///< it came live, so its delay is worth telling
    std::optional<Milliseconds> due_;               ///< steady time of its moment, while that is ahead
    std::uint64_t tried_snapshot_ = 0;              ///< which content lacked the step
    Acknowledgement said_;

    std::unique_ptr<Follower> follower_;
    std::unique_ptr<Publisher> publisher_;
};

}  // namespace hall
