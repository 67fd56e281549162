#include "feed/worker.h"

#include <pthread.h>

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

#include "base/log.h"
#include "feed/backoff.h"
#include "feed/clocks.h"
#include "feed/reader.h"
#include "feed/source.h"

namespace hall {
namespace {

using SteadyClock = std::chrono::steady_clock;

SteadyClock::duration steady(Seconds wait) { return std::chrono::duration_cast<SteadyClock::duration>(wait); }

/// While pictures arrive one after another, the hall is not redrawn for each.
constexpr Seconds picture_batch{1};

/// What the operator must see at once; the times alone are not worth waking a sleeping screen.
bool worth_waking(const FeedStatus& before, const FeedStatus& after) {
    return before.fault != after.fault || before.failures != after.failures || before.from_cache != after.from_cache ||
           before.content_since != after.content_since || before.source != after.source ||
           !std::equal(before.sources.begin(), before.sources.end(), after.sources.begin(), after.sources.end(),
                       [](const SourceStatus& a, const SourceStatus& b) {
                           return a.section == b.section && a.fault == b.fault && a.content_since == b.content_since;
                       });
}

/// However rare the polls: whoever watches the thread sees that it goes on.
constexpr Milliseconds longest_sleep{1000};

Sentence nothing_cached() {
    return {"Không có bản lưu nào của nguồn này trên máy: hãy chạy một lần khi có mạng.",
            "This machine holds no copy of the feed: run once with a network."};
}

}  // namespace

class FeedWorker::Loop {
public:
    explicit Loop(FeedSettings settings)
        : settings_(std::move(settings)),
          source_(make_source(settings_)),
          thread_([this](const std::stop_token& stop) { run(stop); }) {}
    ~Loop() {
        thread_.request_stop();
        wake_source();
    }
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    void refresh() {
        refresh_ = true;
        wake_source();
    }

    void on_air(std::shared_ptr<const Snapshot> shown) {
        on_air_.post(std::move(shown));
        wake_source();
    }

    Mailbox<Snapshot> snapshots;
    Mailbox<FeedStatus> statuses;

private:
    void run(const std::stop_token& stop);
    void start(const std::stop_token& stop);
    void poll(const std::stop_token& stop);
    void read_part(const std::stop_token& stop);
    void sleep(const std::stop_token& stop);
    void post_snapshot();
    void post_status();
    void wake_source() {
        if (source_) (*source_)->wake();
    }
    bool silent() const { return !source_ || (settings_.network == Network::offline && !(*source_)->local()); }

    const FeedSettings settings_;
    const Result<std::unique_ptr<Source>> source_;
    std::atomic<bool> refresh_ = false;
    Mailbox<Snapshot> on_air_;

    // The thread's own.
    std::unique_ptr<FeedReader> reader_;
    FeedStatus status_;
    std::optional<FeedStatus> posted_;
    SteadyTime next_poll_{};
    SteadyTime next_picture_post_{};
    std::minstd_rand generator_{std::random_device{}()};

    std::jthread thread_;  // last: joins before what it uses is gone
};

void FeedWorker::Loop::run(const std::stop_token& stop) {
    pthread_setname_np(pthread_self(), "feed");
    start(stop);
    while (!stop.stop_requested() && !silent()) {
        settings_.pulse->beat();
        if (refresh_.exchange(false)) {
            next_poll_ = SteadyClock::now();
            reader_->recheck_all();
        }
        if (const auto shown = on_air_.take()) reader_->keep_pictures_of(shown->conference);
        const auto now = SteadyClock::now();
        const SteadyTime poll_at = std::max(next_poll_, reader_->document_from());
        const auto part = reader_->next_part();
        if (part && part->at <= now && (part->due <= next_poll_ || now < poll_at))
            read_part(stop);
        else if (now >= poll_at && !reader_->picture_waited_longer(next_poll_))
            poll(stop);
        else if (!reader_->read_picture(stop))
            sleep(stop);
        if (stop.stop_requested()) return;
        if (reader_->changed() && (!reader_->picture_due() || SteadyClock::now() >= next_picture_post_))
            post_snapshot();
        if (!reader_->picture_due()) reader_->keep();
        post_status();
    }
    settings_.pulse->rest();
}

void FeedWorker::Loop::start(const std::stop_token& stop) {
    reader_ = std::make_unique<FeedReader>(settings_, source_ ? source_->get() : nullptr);
    status_.source = source_ ? (*source_)->display() : std::string();
    if (!source_) status_.fault = source_.error().sentence;
    if (reader_->load_cached(stop)) {
        status_.from_cache = true;
        status_.sources = reader_->sources();
        post_snapshot();
    } else if (source_ && silent()) {
        status_.fault = nothing_cached();
    }
    post_status();
}

void FeedWorker::Loop::poll(const std::stop_token& stop) {
    const auto failed = reader_->read_document(stop);
    status_.server_ahead = (*source_)->server_ahead();
    if (stop.stop_requested()) return;
    Seconds wait = std::max(settings_.poll, shortest_wait);
    if (failed) {
        ++status_.failures;
        if (status_.fault != failed->sentence) log_line(LogLevel::warning, "feed", failed->sentence.en);
        status_.fault = failed->sentence;
        // A file on this machine costs nothing to look at: no back-off.
        if (!(*source_)->local())
            wait = wait_after(status_.failures, failed->retry_after, generator_, longest_wait_for(settings_.poll));
    } else {
        if (status_.failures > 0) log_line(LogLevel::info, "feed", "the feed answers again");
        status_.failures = 0;
        status_.from_cache = false;
        status_.last_success = now_on_the_clock();
        if ((*source_)->local()) reader_->recheck_local();
    }
    next_poll_ = SteadyClock::now() + steady(wait);
    status_.next_try = now_on_the_clock() + std::chrono::duration_cast<Milliseconds>(wait);
    status_.sources = reader_->sources();
    // The document is shown before the first of its pictures is asked for.
    if (reader_->changed()) post_snapshot();
    if (!failed) {
        reader_->keep();
        status_.fault = reader_->cache_fault();
    }
}

void FeedWorker::Loop::read_part(const std::stop_token& stop) {
    reader_->read_part(stop);
    status_.sources = reader_->sources();
    if (stop.stop_requested() || !reader_->changed()) return;
    post_snapshot();
    // The newest generation is kept at once, whatever its pictures still wait for.
    reader_->keep();
    if (status_.failures == 0) status_.fault = reader_->cache_fault();
}

void FeedWorker::Loop::sleep(const std::stop_token& stop) {
    SteadyTime until = std::max(next_poll_, reader_->document_from());
    if (const auto part = reader_->next_part(); part && part->at < until) until = part->at;
    if (const auto picture = reader_->next_picture(); picture && *picture < until) until = *picture;
    const auto left = std::min(std::chrono::ceil<Milliseconds>(until - SteadyClock::now()), longest_sleep);
    if (left <= Milliseconds(0) || stop.stop_requested() || refresh_) return;
    if ((*source_)->wait(left)) next_poll_ = SteadyClock::now();
}

void FeedWorker::Loop::post_snapshot() {
    snapshots.post(reader_->snapshot());
    status_.content_since = reader_->fetched();
    next_picture_post_ = SteadyClock::now() + steady(picture_batch);
    if (settings_.wake) settings_.wake();
}

void FeedWorker::Loop::post_status() {
    const bool wakes = !posted_ || worth_waking(*posted_, status_);
    if (!wakes && posted_->last_success == status_.last_success && posted_->next_try == status_.next_try &&
        posted_->sources == status_.sources)
        return;
    posted_ = status_;
    statuses.post(std::make_shared<const FeedStatus>(status_));
    if (wakes && settings_.wake) settings_.wake();
}

FeedWorker::FeedWorker(FeedSettings settings) : loop_(std::make_unique<Loop>(std::move(settings))) {}
FeedWorker::~FeedWorker() = default;
Mailbox<Snapshot>& FeedWorker::snapshots() { return loop_->snapshots; }
Mailbox<FeedStatus>& FeedWorker::statuses() { return loop_->statuses; }
void FeedWorker::refresh() { loop_->refresh(); }
void FeedWorker::on_air(std::shared_ptr<const Snapshot> shown) { loop_->on_air(std::move(shown)); }

Result<Snapshot> read_feed_once(const FeedSettings& settings) {
    const auto source = make_source(settings);
    if (!source) return source.error();
    FeedReader reader(settings, source->get());
    const bool remote = !(*source)->local();
    if (settings.network == Network::offline && remote) {
        if (!reader.load_cached({})) return Error{nothing_cached()};
        return *reader.snapshot();
    }
    if (const auto failed = reader.read_document({})) return Error{failed->sentence};
    while (!reader.parts_tried()) reader.read_part({});
    for (std::size_t i = 0; i < reader.picture_count() && reader.read_picture({}); ++i) {
    }
    return *reader.snapshot();
}

}  // namespace hall
