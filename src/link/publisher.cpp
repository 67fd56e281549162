#include "link/publisher.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <mutex>
#include <random>
#include <utility>

#include "base/file.h"
#include "base/log.h"
#include "base/steady.h"
#include "link/listener.h"
#include "link/poster.h"

namespace hall {
namespace {

/// A channel that keeps a message sends it at once.
constexpr Milliseconds first_message_comes_within{1000};
constexpr std::size_t most_mark_bytes = 256;

OperatorRun new_session() {
    std::random_device random;
    return {std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()),
            fmt::format("{:08x}{:08x}", random(), random())};
}

Sentence replaced() {
    return {
        "Một máy khác vừa nhận quyền điều khiển các màn hình: máy này không còn phát lệnh. Hãy khởi động lại "
        "chương trình ở máy nào cần điều khiển.",
        "Another machine has taken over the screens: this one commands them no more. Restart the program on the "
        "machine that is to command."};
}

/// OperatorRun::id of this machine's last run; empty where there was none.
std::string last_run(const Path& mark) {
    const auto id = read_file(mark, most_mark_bytes);
    return id ? *id : std::string();
}

/// The channel's time of the same moment differs by what is learnt about that clock.
bool says_the_same(ShowMessage left, const ShowMessage& right) {
    left.since = right.since;
    left.commanded = right.commanded;
    left.switch_at = right.switch_at;
    return left == right;
}

/// What an operator sees at a glance; the times since each screen spoke move by themselves.
bool same_standing(const ScreensReport& left, const ScreensReport& right) {
    return summary(left) == summary(right) && left.screens.size() == right.screens.size();
}

}  // namespace

class Publisher::Inside {
public:
    explicit Inside(ChannelSettings settings)
        : settings_(std::move(settings)),
          own_before_(last_run(settings_.mark)),
          poster_({settings_.address.state, settings_.address.time, settings_.token, settings_.certificates,
                   settings_.repeat, [this](const Sentence& fault) { voice_changed(fault); }}),
          rivals_({settings_.address.state, settings_.token, settings_.certificates,
                   [this](const std::string& data) { hear_operator(data); },
                   [this](bool open, const Sentence& fault) { ear_changed(open, fault); }, [this] { begin_anyway(); }}),
          ear_({settings_.address.screens, settings_.token, settings_.certificates,
                [this](const std::string& data) { hear_screen(data); }, [](bool, const Sentence&) {},
                [this] { report(); }}) {}

    void publish(ShowMessage message) {
        {
            const std::lock_guard lock(mutex_);
            message.session = session_;
            message.sequence = current_.sequence;
            message.state.since = {};
            message.state.previous.reset();
            message.state.last_next.reset();
            if (published_ && says_the_same(message, current_)) return;
            current_ = std::move(message);
            ++current_.sequence;
            published_ = true;
            send();
        }
        report();
    }
    ChannelClock clock() const { return poster_.clock(); }
    bool is_alive(Milliseconds limit) const {
        return poster_.is_alive(limit) && rivals_.is_alive(limit) && ear_.is_alive(limit);
    }

    /// What is posted replaces what an earlier run left on the channel, which must be heard before.
    void begin() {
        {
            const std::lock_guard lock(mutex_);
            if (std::exchange(begun_, true)) return;
            send();
        }
        if (settings_.mark.empty()) return;
        std::error_code ignored;
        std::filesystem::create_directories(settings_.mark.parent_path(), ignored);
        if (const Status kept = write_file_atomic(settings_.mark, session_.id); !kept)
            log_line(LogLevel::warning, "link", kept.error().sentence.en);
    }

    Mailbox<ShowMessage> inherited_;
    Mailbox<ScreensReport> screens_;
    Mailbox<ChannelStatus> statuses_;

private:
    /// With mutex_ held.
    void send() {
        current_.session = session_;
        if (published_ && begun_ && !status_.replaced) poster_.post(encode(current_));
    }

    /// Where there was nobody before.
    void begin_anyway() {
        {
            const std::lock_guard lock(mutex_);
            if (heard_before_ || !open_since_ || steady_now() - *open_since_ < first_message_comes_within) return;
        }
        begin();
    }

    void hear_operator(const std::string& data) {
        const auto heard = decode_message(data);
        if (!heard) return;
        const bool own = heard->session.id == own_before_;
        bool not_begun = false, replaced = false;
        {
            const std::lock_guard lock(mutex_);
            if (heard->session == session_) settled_ = true;
            if (status_.replaced) return;
            not_begun = !begun_;
            if (session_ < heard->session) {
                if (settled_) {
                    replaced = status_.replaced = true;
                    poster_.post({});
                } else {  // this machine's clock is behind, and its run still is the later one
                    session_.started = heard->session.started + Milliseconds(1);
                    send();
                }
            }
            if (not_begun) heard_before_ = true;
        }
        if (not_begun && own) return begin();
        if (not_begun) {
            inherited_.post(std::make_shared<const ShowMessage>(*heard));
            return settings_.wake();
        }
        if (replaced) tell();
    }

    void hear_screen(const std::string& data) {
        auto said = decode_acknowledgement(data);
        if (!said) return;
        {
            const std::lock_guard lock(mutex_);
            heard_.hear(*std::move(said), steady_now());
        }
        report();
    }

    void report() {
        bool news = false;
        {
            const std::lock_guard lock(mutex_);
            if (!published_) return;
            ScreensReport report = heard_.report(current_, steady_now());
            news = !same_standing(report, reported_);
            reported_ = report;
            screens_.post(std::make_shared<const ScreensReport>(std::move(report)));
        }
        if (news) settings_.wake();
    }

    void ear_changed(bool open, const Sentence& fault) {
        {
            const std::lock_guard lock(mutex_);
            if (open && !open_since_) open_since_ = steady_now();
        }
        change([&](ChannelStatus& status) {
            status.open = open;
            status.fault = fault;
        });
    }

    void voice_changed(const Sentence& fault) {
        change([&](ChannelStatus& status) { status.fault = status.open ? fault : status.fault; });
    }

    template <class Change>
    void change(const Change& change) {
        {
            const std::lock_guard lock(mutex_);
            change(status_);
        }
        tell();
    }

    void tell() {
        const ChannelClock clock = poster_clock();
        {
            const std::lock_guard lock(mutex_);
            if (status_.replaced) status_.fault = replaced();
            status_.clock_error = clock.wall_error();
            status_.clock_unsure = clock.unsure();
            statuses_.post(std::make_shared<const ChannelStatus>(status_));
        }
        settings_.wake();
    }

    ChannelClock poster_clock() const { return poster_.clock(); }

    const ChannelSettings settings_;
    const std::string own_before_;  ///< OperatorRun::id of this machine's last run
    std::mutex mutex_;
    // All by mutex_.
    OperatorRun session_ = new_session();
    ShowMessage current_;
    bool published_ = false;
    std::optional<Milliseconds> open_since_;
    bool heard_before_ = false;  ///< what an operator before this one left on the channel
    bool begun_ = false;         ///< this one speaks
    bool settled_ = false;       ///< our own session was heard: what is newer now is another operator
    Screens heard_;
    ScreensReport reported_;
    ChannelStatus status_;

    Poster poster_;
    Listener rivals_;
    Listener ear_;  // last: their threads use all of the above
};

Publisher::Publisher(ChannelSettings settings) : inside_(std::make_unique<Inside>(std::move(settings))) {}
Publisher::~Publisher() = default;
void Publisher::publish(ShowMessage message) { inside_->publish(std::move(message)); }
Mailbox<ShowMessage>& Publisher::inherited() { return inside_->inherited_; }
void Publisher::begin() { inside_->begin(); }
Mailbox<ScreensReport>& Publisher::screens() { return inside_->screens_; }
Mailbox<ChannelStatus>& Publisher::statuses() { return inside_->statuses_; }
ChannelClock Publisher::clock() const { return inside_->clock(); }
bool Publisher::is_alive(Milliseconds limit) const { return inside_->is_alive(limit); }

}  // namespace hall
