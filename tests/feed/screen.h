#pragma once
/// The render thread's end of a feed worker: keeps the newest of what was posted.
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "base/file.h"
#include "feed/worker.h"

namespace hall::test {

inline std::string document(const std::string& title, const std::string& logo = {}) {
    return R"({"format":"hoitruong/1","conference":{"title":")" + title + "\"" +
           (logo.empty() ? "" : R"(,"logo":")" + logo + "\"") + "}}";
}

/// A 200 that says how long it is.
inline std::string whole(const std::string& body, const std::string& headers = {}) {
    return "HTTP/1.1 200 OK\r\nConnection: close\r\n" + headers + "Content-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

/// Whether any file of the cache holds these bytes.
inline bool holds(const Path& cache, std::string_view bytes) {
    for (const auto& entry : std::filesystem::directory_iterator(cache))
        if (const auto text = read_file(entry.path(), 64U << 20U); text && text->find(bytes) != std::string::npos)
            return true;
    return false;
}

/// Looks into the mailboxes as often as a hall that moves, and whenever the worker wakes it.
class Screen {
public:
    FeedSettings settings(std::string feed, Path cache) {
        FeedSettings made;
        made.feed = std::move(feed);
        made.cache = std::move(cache);
        made.poll = Seconds(1);
        made.decode_picture = [](std::string_view bytes, const std::stop_token&) -> Result<Image> {
            if (bytes != "pixels" && bytes != "new pixels") return fault("Ảnh hỏng.", "A broken picture.");
            return Image(static_cast<int>(bytes.size()), 1);
        };
        made.wake = [this] {
            const std::lock_guard lock(mutex_);
            woken_ = true;
            condition_.notify_all();
        };
        return made;
    }

    bool wait(FeedWorker& worker, const std::function<bool(const Screen&)>& wanted) {
        const auto end = Clock::now() + std::chrono::seconds(60);
        while (Clock::now() < end) {
            look(worker);
            if (wanted(*this)) return true;
            std::unique_lock lock(mutex_);
            condition_.wait_for(lock, std::chrono::milliseconds(16), [this] { return woken_; });
            woken_ = false;
        }
        return false;
    }
    bool shows(FeedWorker& worker, const std::string& title) {
        return wait(worker,
                    [&](const Screen& s) { return s.snapshot && s.snapshot->conference.identity.title == title; });
    }
    bool hears(FeedWorker& worker, const std::string& words) {
        return wait(worker,
                    [&](const Screen& s) { return s.status && s.status->fault.en.find(words) != std::string::npos; });
    }
    bool is_well(FeedWorker& worker) {
        return wait(worker,
                    [](const Screen& s) { return s.status && s.status->last_success && s.status->fault.empty(); });
    }

    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const FeedStatus> status;
    std::chrono::steady_clock::duration longest_look{};  ///< how long the worker ever kept this thread waiting

private:
    using Clock = std::chrono::steady_clock;

    void look(FeedWorker& worker) {
        const auto before = Clock::now();
        if (auto taken = worker.snapshots().take()) snapshot = taken;
        if (auto taken = worker.statuses().take()) status = taken;
        longest_look = std::max(longest_look, Clock::now() - before);
    }

    std::mutex mutex_;
    std::condition_variable condition_;
    bool woken_ = false;
};

}  // namespace hall::test
