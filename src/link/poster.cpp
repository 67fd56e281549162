#include "link/poster.h"

#include <fmt/format.h>
#include <pthread.h>

#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>
#include <utility>

#include "link/patience.h"

namespace hall {
namespace {

constexpr Timeouts timeouts{Seconds(2), Seconds(3), Seconds(3)};
constexpr std::size_t most_bytes = 4096;
/// The first questions come close together: the shortest trip of a few tells the time best.
constexpr unsigned first_questions = 4;
constexpr Milliseconds between_first{100}, between_later{10'000};
constexpr int unauthorised = 401, forbidden = 403, good = 200, first_redirect = 300;

Now clocks() {
    return {std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()),
            std::chrono::floor<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch())};
}

Sentence not_taken(const Url& url, int status) {
    if (status == unauthorised || status == forbidden)
        return {fmt::format("Kênh {} không nhận mã truy cập của máy này (mã {}): hãy kiểm tra --token.", url.display(),
                            status),
                fmt::format("The channel {} refuses this machine's token (status {}): check --token.", url.display(),
                            status)};
    return {fmt::format("Kênh {} không nhận bản tin (mã {}): hãy kiểm tra địa chỉ và cấu hình máy chủ.", url.display(),
                        status),
            fmt::format("The channel {} does not take messages (status {}): check the address and the server's "
                        "configuration.",
                        url.display(), status)};
}

/// "1671500000.123", as nginx writes it.
std::optional<Instant> time_in(const std::string& text) {
    constexpr double latest = 253402300799.0;
    double seconds = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || !(seconds > 0 && seconds < latest)) return std::nullopt;
    return Instant(Milliseconds(std::llround(seconds * 1000)));
}

}  // namespace

Poster::Poster(PosterWish wish) : wish_(std::move(wish)), client_(wish_.certificates, &pulse_) {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Poster::~Poster() {
    thread_.request_stop();
    client_.wake();
    thread_.join();
}

void Poster::post(std::string body) {
    bodies_.post(std::make_shared<const std::string>(std::move(body)));
    client_.wake();
}

ChannelClock Poster::clock() const {
    const std::lock_guard lock(mutex_);
    return clock_;
}

void Poster::run(const std::stop_token& stop) {
    pthread_setname_np(pthread_self(), "link-post");
    while (!stop.stop_requested()) {
        const Milliseconds now = clocks().steady;
        if (const auto newer = bodies_.take()) {
            body_ = *newer;
            due_ = now;
        }
        if (!body_.empty() && now >= due_)
            send(stop);
        else if (now >= time_due_)
            ask_time(stop);
        else
            client_.wait(body_.empty() ? time_due_ - now : std::min(due_, time_due_) - now);
    }
}

void Poster::send(const std::stop_token& stop) {
    HttpRequest request{wish_.url, {}, most_bytes, Compression::refused, timeouts, wish_.token};
    request.posted = Posted{body_};
    const auto answer = client_.fetch(request, stop);
    if (stop.stop_requested()) return;
    Sentence fault;
    if (!answer)
        fault = answer.error().sentence;
    else if (answer->status < good || answer->status >= first_redirect)
        fault = not_taken(wish_.url, answer->status);
    failures_ = fault.empty() ? 0 : failures_ + 1;
    due_ = clocks().steady + (fault.empty() ? wish_.repeat : patience_after(failures_, random_));
    if (fault != told_) wish_.outcome(fault);
    told_ = fault;
}

void Poster::ask_time(const std::stop_token& stop) {
    const HttpRequest request{wish_.time, {}, most_bytes, Compression::refused, timeouts};
    const Now asked = clocks();
    const auto answer = client_.fetch(request, stop);
    const Now answered = clocks();
    const auto told = answer && answer->status == good ? time_in(answer->body) : std::nullopt;
    // The first trip also opens the connection and knows less; it counts until better ones are there.
    if (told) {
        const std::lock_guard lock(mutex_);
        clock_.measure(asked, answered, *told);
    }
    time_due_ = answered.steady + (told && ++asked_ < first_questions ? between_first : between_later);
}

}  // namespace hall
