#include "link/follower.h"

#include <mutex>
#include <sstream>
#include <utility>

#include "base/steady.h"
#include "link/listener.h"
#include "link/order.h"
#include "link/poster.h"

namespace hall {
namespace {

constexpr std::size_t largest_mark = 4096;  // bytes
/// The mark only guards against messages older than those before the last start, so it may lag.
constexpr Milliseconds between_marks{1000};

std::optional<Mark> load_mark(const Path& file) {
    const auto text = read_file(file, largest_mark);
    if (!text) return std::nullopt;
    std::istringstream words(*text);
    Milliseconds::rep started = 0;
    Mark mark;
    if (!(words >> started >> mark.session.id >> mark.sequence)) return std::nullopt;
    mark.session.started = Instant(Milliseconds(started));
    return mark;
}

Status save_mark(const Path& file, const Mark& mark) {
    std::ostringstream words;
    words << mark.session.started.time_since_epoch().count() << ' ' << mark.session.id << ' ' << mark.sequence << '\n';
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    return write_file_atomic(file, words.str());
}

}  // namespace

class Follower::Inside {
public:
    explicit Inside(ChannelSettings settings)
        : settings_(std::move(settings)),
          order_(load_mark(settings_.mark)),
          saved_(order_.mark()),
          poster_({settings_.address.screens, settings_.address.time, settings_.token, settings_.certificates,
                   settings_.repeat, [this](const Sentence& fault) { voice_changed(fault); }}),
          listener_({settings_.address.state, settings_.token, settings_.certificates,
                     [this](const std::string& data) { hear(data); },
                     [this](bool open, const Sentence& fault) { ear_changed(open, fault); }, [this] { keep_mark(); }}) {
    }

    void shown(Acknowledgement said) {
        const ChannelClock clock = poster_.clock();
        said.screen = settings_.name;
        said.clock_error = clock.wall_error();
        said.clock_unsure = clock.unsure();
        poster_.post(encode(said));
    }
    ChannelClock clock() const { return poster_.clock(); }
    bool is_alive(Milliseconds limit) const { return poster_.is_alive(limit) && listener_.is_alive(limit); }

    Mailbox<ShowMessage> messages_;
    Mailbox<ChannelStatus> statuses_;

private:
    void hear(const std::string& data) {
        auto message = decode_message(data);
        if (!message) return;  // not ours: the channel carries other things, too
        const auto verdict = order_.hear({message->session, message->sequence}, steady_now());
        if (verdict == MessageOrder::Verdict::stale) return;
        const bool obey = verdict == MessageOrder::Verdict::obey;
        if (obey) messages_.post(std::make_shared<const ShowMessage>(*std::move(message)));
        change([&](ChannelStatus& status) { status.heard = steady_now(); }, obey);
    }

    void ear_changed(bool open, const Sentence& fault) {
        change(
            [&](ChannelStatus& status) {
                status.open = open;
                status.fault = fault;
            },
            true);
    }

    /// That nobody hears this screen is told only where it hears: else both have one cause.
    void voice_changed(const Sentence& fault) {
        change([&](ChannelStatus& status) { status.fault = status.open ? fault : status.fault; }, true);
    }

    template <class Change>
    void change(const Change& change, bool wake) {
        const ChannelClock clock = poster_clock();
        std::shared_ptr<const ChannelStatus> posted;
        {
            const std::lock_guard lock(mutex_);
            change(status_);
            status_.clock_error = clock.wall_error();
            status_.clock_unsure = clock.unsure();
            posted = std::make_shared<const ChannelStatus>(status_);
        }
        statuses_.post(std::move(posted));
        if (wake) settings_.wake();
    }

    ChannelClock poster_clock() const { return poster_.clock(); }

    void keep_mark() {
        const Milliseconds now = steady_now();
        if (settings_.mark.empty() || order_.mark() == saved_ || now < mark_due_) return;
        mark_due_ = now + between_marks;
        if (save_mark(settings_.mark, *order_.mark())) saved_ = order_.mark();
    }

    const ChannelSettings settings_;
    std::mutex mutex_;
    ChannelStatus status_;  ///< by mutex_
    // The listener's thread's own.
    MessageOrder order_;
    std::optional<Mark> saved_;
    Milliseconds mark_due_{0};

    Poster poster_;
    Listener listener_;  // last: its thread uses all of the above
};

Follower::Follower(ChannelSettings settings) : inside_(std::make_unique<Inside>(std::move(settings))) {}
Follower::~Follower() = default;
Mailbox<ShowMessage>& Follower::messages() { return inside_->messages_; }
Mailbox<ChannelStatus>& Follower::statuses() { return inside_->statuses_; }
void Follower::shown(Acknowledgement acknowledgement) { inside_->shown(std::move(acknowledgement)); }
ChannelClock Follower::clock() const { return inside_->clock(); }
bool Follower::is_alive(Milliseconds limit) const { return inside_->is_alive(limit); }

}  // namespace hall
