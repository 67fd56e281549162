#include "app/linked.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "app/resume.h"
#include "app/secrets.h"
#include "base/file.h"
#include "base/log.h"
#include "base/steady.h"

namespace hall {
namespace {

/// The operator's state comes again every two seconds.
constexpr Milliseconds operator_is_gone{15'000};
/// Clocks that differ by more do not switch together: the page is cut to as soon as it is heard.
constexpr Milliseconds sure_enough{100};
/// What was commanded longer ago is joined, not entered.
constexpr Milliseconds still_fresh{1500};
constexpr Milliseconds longest_lead{2000};
/// A screen that has not caught up by then has not for a reason: it fetches its content within a poll.
constexpr Milliseconds longest_change{10'000};
constexpr std::size_t digits_of_a_name = 16;

std::string machine_name() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "hoitruong";
}

bool sure(const ChannelClock& clock) { return clock.unsure() && *clock.unsure() <= sure_enough; }

Sentence not_heard() {
    return {
        "Không nghe được máy điều khiển: màn hình này giữ bước được lệnh cuối cùng và tự nối lại. Hãy kiểm tra mạng và "
        "máy điều khiển.",
        "The operator's machine is not heard: this screen keeps the step that was commanded last and connects again "
        "by itself. Check the network and the operator's machine."};
}

Sentence lacks_it() {
    return {
        "Bước được lệnh không có trong nội dung của màn hình này: màn hình giữ trang cũ cho đến khi có nội dung mới.",
        "The commanded step is not in this screen's content: it keeps its page until newer content comes."};
}

Sentence lacks_inherited() {
    return {
        "Máy điều khiển trước đứng ở một bước không có trong nội dung của máy này: các màn hình giữ bước đó. Chờ nội "
        "dung mới, hoặc bấm một phím để điều khiển từ bước đang hiện ở đây.",
        "The machine before stood on a step that is not in this one's content: the screens keep it. Wait for newer "
        "content, or press a key to command from the step shown here."};
}

Path mark_of(const char* part, const std::string& address, const Paths& paths) {
    return paths.state / (std::string(part) + "-" + sha256_hex(address).substr(0, digits_of_a_name) + ".txt");
}

}  // namespace

Result<std::unique_ptr<Linked>> Linked::open(const Options& options, const Paths& paths, std::function<void()> wake) {
    std::unique_ptr<Linked> linked(new Linked(options));
    const Channel& channel = options.channel;
    linked->opened_ = steady_now();
    const bool follows = !channel.follow.empty();
    if (!follows && channel.publish.empty()) return linked;
    auto address = channel_address(follows ? channel.follow : channel.publish);
    if (!address) return address.error();
    ChannelSettings settings{*std::move(address)};
    if (!channel.token.empty()) {
        auto token = read_secret(channel.token);
        if (!token) return token.error();
        settings.token = *std::move(token);
    }
    settings.certificates = options.certificates;
    settings.name = channel.name.empty() ? machine_name() : channel.name;
    settings.wake = std::move(wake);
    if (follows) {
        settings.mark = mark_of("channel", channel.follow, paths);
        linked->follower_ = std::make_unique<Follower>(std::move(settings));
    } else {
        settings.mark = mark_of("operator", channel.publish, paths);
        linked->publisher_ = std::make_unique<Publisher>(std::move(settings));
    }
    return linked;
}

ChannelClock Linked::clock() const {
    if (follower_) return follower_->clock();
    return publisher_ ? publisher_->clock() : ChannelClock();
}

std::string Linked::digest(const OnAir& on_air) const {
    const Snapshot& snapshot = on_air.snapshot();
    const std::string& theme = theme_.empty() ? snapshot.conference.identity.theme : theme_;
    return picture_digest(snapshot.generation, theme, on_air.state(), on_air.released_keys());
}

bool Linked::take_news() {
    if (!follower_ && !publisher_) return false;
    bool news = false;
    auto& statuses = follower_ ? follower_->statuses() : publisher_->statuses();
    if (const auto status = statuses.take()) {
        news = status_.fault != status->fault || status_.open != status->open || status_.replaced != status->replaced;
        status_ = *status;
    }
    if (publisher_)
        if (const auto screens = publisher_->screens().take()) {
            news = true;
            screens_ = *screens;
        }
    if (!follower_) return news;
    if (auto message = follower_->messages().take()) {
        const ChannelClock clock = follower_->clock();
        commanded_ = std::move(message);
        obeyed_ = false;
        due_.reset();
        tried_snapshot_ = 0;
        const Milliseconds steady = steady_now();
        const auto asked = clock.steady_at(commanded_->commanded);
        fresh_ = sure(clock) && asked && std::chrono::abs(steady - *asked) < still_fresh;
        if (commanded_->switch_at && fresh_) {
            const auto moment = clock.steady_at(*commanded_->switch_at);
            if (moment && *moment > steady && *moment - steady <= longest_lead) due_ = moment;
        }
    }
    return news;
}

bool Linked::obey(OnAir& on_air, Now now) {
    if (!commanded_ || obeyed_ || (due_ && now.steady < *due_)) return false;
    due_.reset();
    // No content yet, or the same that lacked the step before.
    const std::uint64_t content = on_air.snapshot().number;
    if (on_air.snapshot().generation.empty() || (tried_snapshot_ != 0 && content == tried_snapshot_)) return false;
    const auto since = follower_->clock().steady_at(commanded_->since);
    const Entry entry = fresh_ && tried_snapshot_ == 0 ? commanded_->state.entry : Entry::settled;
    on_air.take_keys(commanded_->keys, now);
    obeyed_ = on_air.follow(commanded_->state, std::min(since.value_or(now.steady), now.steady), entry, now);
    tried_snapshot_ = obeyed_ ? 0 : content;
    return !obeyed_;
}

bool Linked::inherit(OnAir& on_air, Now now, Instant real_time) {
    if (!publisher_) return false;
    if (auto heard = publisher_->inherited().take()) {
        inherited_ = std::move(heard);
        tried_snapshot_ = 0;
    }
    if (!inherited_ || on_air.snapshot().generation.empty()) return false;
    if (!commanded_here_ && real_time - inherited_->commanded < oldest_place) {
        if (on_air.snapshot().number == tried_snapshot_) return false;
        on_air.take_keys(inherited_->keys, now);  // before the step, as where one is obeyed: it may name who they open
        if (!on_air.follow(inherited_->state, now.steady, Entry::settled, now)) {
            tried_snapshot_ = on_air.snapshot().number;
            return true;
        }
        log_line(LogLevel::info, "app", "the show goes on where another machine had commanded it");
    }
    inherited_.reset();
    tried_snapshot_ = 0;
    publish(on_air, now);  // before anything is said, so that no screen hears of another place
    publisher_->begin();
    return false;
}

bool Linked::alone(Now now) const {
    if (!follower_) return true;
    return now.steady - status_.heard.value_or(opened_) > operator_is_gone;
}

void Linked::publish(const OnAir& on_air, Now now) {
    if (!publisher_ || on_air.snapshot().generation.empty()) return;
    if (on_air.state() == published_ && on_air.snapshot().number == published_snapshot_) return;
    published_ = on_air.state();
    published_snapshot_ = on_air.snapshot().number;
    const ChannelClock clock = publisher_->clock();
    ShowMessage message;
    message.state = on_air.state();
    message.keys = on_air.released_keys();
    message.steps = on_air.rundown().steps.size();
    message.content = on_air.snapshot().generation;
    message.picture = digest(on_air);
    const Milliseconds ahead = on_air.state().since - now.steady;
    message.since = clock.at(on_air.state().since).value_or(now.wall + ahead);
    const Milliseconds asked = std::exchange(command_at_, std::nullopt).value_or(now.steady);
    message.commanded = clock.at(asked).value_or(now.wall + (asked - now.steady));
    if (lead_ > Milliseconds(0)) message.switch_at = clock.at(now.steady + std::max(ahead, Milliseconds(0)));
    publisher_->publish(std::move(message));
}

void Linked::shown(const OnAir& on_air, const DisplayReport& display, Now now) {
    if (!follower_ || !commanded_ || (!obeyed_ && tried_snapshot_ == 0)) return;
    Acknowledgement said;
    said.session = commanded_->session;
    said.sequence = commanded_->sequence;
    said.step = on_air.state().step;
    said.lacks_step = !obeyed_;
    said.picture = digest(on_air);
    said.width = display.width;
    said.height = display.height;
    said.delay = said_.delay;
    if (said == said_) return;
    const bool another = said.session != said_.session || said.sequence != said_.sequence;
    if (another) said.delay.reset();
    if (another && fresh_ && obeyed_)
        if (const auto at = follower_->clock().at(now.steady)) said.delay = *at - commanded_->commanded;
    said_ = said;
    follower_->shown(std::move(said));
}

std::optional<Milliseconds> Linked::due() const { return due_; }

LinkReport Linked::report(Now now) const {
    LinkReport report;
    if (!follower_ && !publisher_) return report;
    report.part = follower_ ? LinkPart::follows : replaced() ? LinkPart::replaced : LinkPart::publishes;
    report.open = status_.open;
    report.fault = status_.fault;
    const ChannelClock measured = clock();
    if (follower_ && report.fault.empty() && alone(now)) report.fault = not_heard();
    if (follower_ && report.fault.empty() && commanded_ && !obeyed_ && tried_snapshot_ != 0) report.fault = lacks_it();
    if (publisher_ && report.fault.empty() && inherited_ && tried_snapshot_ != 0) report.fault = lacks_inherited();
    if (report.part != LinkPart::replaced) report.screens = summary(screens_);
    if (report.part == LinkPart::publishes)
        report.astray = static_cast<std::size_t>(std::ranges::count_if(screens_.screens, [&](const ScreenReport& one) {
            return one.astray_since && now.steady - *one.astray_since > longest_change;
        }));
    report.clock_error = measured.wall_error();
    report.clock_unsure = measured.unsure();
    return report;
}

}  // namespace hall
