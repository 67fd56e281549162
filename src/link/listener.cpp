#include "link/listener.h"

#include <pthread.h>

#include <algorithm>
#include <utility>

#include "base/steady.h"
#include "link/patience.h"

namespace hall {
namespace {

/// A broker pings every five seconds, and the operator repeats the state every two.
constexpr Seconds longest_silence{15};
constexpr Seconds connect_timeout{3};
constexpr Milliseconds between_beats{1000};
constexpr int nobody_is_to_come_back = 204;

}  // namespace

Listener::Listener(ListenerWish wish) : wish_(std::move(wish)), client_(wish_.certificates) {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Listener::~Listener() {
    thread_.request_stop();
    client_.wake();
    thread_.join();
}

void Listener::run(const std::stop_token& stop) {
    pthread_setname_np(pthread_self(), "link-listen");
    std::minstd_rand random{std::random_device{}()};
    StreamRequest request{wish_.url, wish_.token, {}, connect_timeout, longest_silence};
    const StreamHearer hearer{[this] { wish_.standing(true, {}); },
                              [this](const StreamEvent& event) { wish_.event(event.data); },
                              [this] {
                                  pulse_.beat();
                                  if (wish_.idle) wish_.idle();
                              }};
    Sentence told;
    for (unsigned failures = 0; !stop.stop_requested();) {
        const StreamEnd end = client_.listen(request, hearer, stop);
        if (stop.stop_requested()) return;
        request.last_id = end.last_id;
        failures = end.opened ? 1 : failures + 1;
        const Sentence& why = end.why.sentence;
        if (end.opened || told != why) wish_.standing(false, why);
        told = why;
        Milliseconds pause = patience_after(failures, random);
        if (end.retry) pause = std::max(pause, std::min(*end.retry, longest_patience));
        if (end.status == nobody_is_to_come_back) pause = longest_patience;
        rest(pause, stop);
    }
}

void Listener::rest(Milliseconds pause, const std::stop_token& stop) {
    const Milliseconds until = steady_now() + pause;
    for (Milliseconds now = steady_now(); now < until && !stop.stop_requested(); now = steady_now()) {
        pulse_.beat();
        client_.wait(std::min(until - now, between_beats));
    }
}

}  // namespace hall
