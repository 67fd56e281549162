#include "app/cue_caller.h"

#include <fmt/format.h>
#include <pthread.h>

#include <algorithm>
#include <cctype>
#include <stop_token>
#include <thread>
#include <utility>

#include "base/steady.h"
#include "net/http_client.h"

namespace hall {
namespace {

constexpr Timeouts timeouts{Seconds(1), Seconds(2), Seconds(2)};
constexpr std::size_t most_answer_bytes = 1U << 20U;
/// A fanfare later than this is worse than none.
constexpr Milliseconds too_late{3000};
constexpr Milliseconds longest_wait{60'000};
constexpr int first_success = 200, first_redirect = 300, first_refusal = 400;

Sentence not_allowed(const Url& url) {
    return {
        fmt::format("Không gọi {}: máy này chưa được phép. Thêm vào call_hosts của cấu hình, hoặc --call-host {}:{}.",
                    url.origin(), url.host(), url.port()),
        fmt::format("{} was not called: it is not allowed. Add it to call_hosts in the configuration, or run with "
                    "--call-host {}:{}.",
                    url.origin(), url.host(), url.port())};
}

Sentence refused(const Url& url, int status) {
    if (status < first_refusal)
        return {
            fmt::format("{} chuyển hướng lệnh gọi (mã {}); không đi theo. Sửa địa chỉ trong rundown.", url.origin(),
                        status),
            fmt::format("{} redirects the call (status {}), which is not followed. Mend the address in the rundown.",
                        url.origin(), status)};
    return {
        fmt::format("{} không nhận lệnh gọi (mã {}). Kiểm tra địa chỉ trong rundown và máy đó.", url.origin(), status),
        fmt::format("{} does not take the call (status {}). Check the address in the rundown, and that machine.",
                    url.origin(), status)};
}

Sentence given_up(const Url& url) {
    return {fmt::format("Không gọi {}: lệnh gọi trước chưa xong. Kiểm tra máy được gọi.", url.origin()),
            fmt::format("{} was not called: the call before had not ended. Check the machine that is called.",
                        url.origin())};
}

}  // namespace

Call call_of(const Command& command, const ShowState& before, const ShowState& after, const Rundown& rundown) {
    if (command.verb != Verb::next && command.verb != Verb::jump) return {};
    if (after.cover != Cover::none || after.step <= before.step || after.step >= rundown.steps.size()) return {};
    return rundown.steps[after.step].call;
}

/// The calls to one machine.
class CueCaller::Lane {
public:
    explicit Lane(CueCaller& caller) : caller_(caller), client_(caller.wish_.certificates, &pulse_) {
        thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
    ~Lane() {
        end();
        thread_.join();
    }
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    /// Without waiting for it.
    void end() {
        thread_.request_stop();
        client_.wake();
    }

    void call(const Call& call, Url url, std::size_t step) {
        {
            const std::lock_guard lock(mutex_);
            waiting_.push_back({call, std::move(url), step, steady_now()});
        }
        client_.wake();
    }
    bool is_alive(Milliseconds limit) const { return pulse_.within(limit); }

private:
    struct Waiting {
        Call call;
        Url url;
        std::size_t step = 0;
        Milliseconds asked{0};  ///< steady
    };

    void run(const std::stop_token& stop) {
        pthread_setname_np(pthread_self(), "cues");
        while (!stop.stop_requested()) {
            std::vector<Waiting> waiting;
            {
                const std::lock_guard lock(mutex_);
                waiting = std::exchange(waiting_, {});
            }
            for (const Waiting& one : waiting) {
                CallOutcome outcome = made(one, stop);
                if (stop.stop_requested()) return;
                caller_.came(std::move(outcome));
            }
            if (waiting.empty()) client_.wait(longest_wait);
        }
    }

    CallOutcome made(const Waiting& one, const std::stop_token& stop) {
        CallOutcome outcome{one.step, one.url.origin(), 0, {}};
        if (steady_now() - one.asked > too_late) {
            outcome.fault = given_up(one.url);
            return outcome;
        }
        HttpRequest request{one.url, {}, most_answer_bytes, Compression::refused, timeouts};
        request.redirects = Redirects::refused;
        if (one.call.method == CallMethod::post) request.posted = Posted{one.call.body};
        const auto answer = client_.fetch(request, stop);
        if (!answer) {
            outcome.fault = answer.error().sentence;
            return outcome;
        }
        outcome.status = answer->status;
        if (answer->status < first_success || answer->status >= first_redirect)
            outcome.fault = refused(one.url, answer->status);
        return outcome;
    }

    CueCaller& caller_;
    std::mutex mutex_;
    std::vector<Waiting> waiting_;  ///< by mutex_
    Pulse pulse_;
    HttpClient client_;  ///< the thread's

    std::jthread thread_;  // last: joins before what it uses is gone
};

CueCaller::CueCaller(CueCallerWish wish) : wish_(std::move(wish)) {}
CueCaller::~CueCaller() {
    for (const auto& [host, lane] : lanes_) lane->end();
}

void CueCaller::call(const Call& call, std::size_t step) {
    if (call.empty()) return;
    auto url = Url::parse(call.url);
    if (!url) return came({step, {}, 0, url.error().sentence});
    if (!may_call(wish_.allowed, *url)) return came({step, url->origin(), 0, not_allowed(*url)});
    std::string host = url->host();
    std::ranges::transform(host, host.begin(), [](unsigned char letter) { return std::tolower(letter); });
    auto& lane = lanes_[fmt::format("{}:{}", host, url->port())];
    if (!lane) lane = std::make_unique<Lane>(*this);
    lane->call(call, *std::move(url), step);
}

bool CueCaller::is_alive(Milliseconds limit) const {
    return std::ranges::all_of(lanes_, [&](const auto& lane) { return lane.second->is_alive(limit); });
}

void CueCaller::came(CallOutcome outcome) {
    {
        const std::lock_guard lock(mutex_);
        outcomes_.push_back(std::move(outcome));
    }
    wish_.wake();
}

std::vector<CallOutcome> CueCaller::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(outcomes_, {});
}

}  // namespace hall
