#pragma once
/// Posts the newest of what it is given until the server has it, and again as a sign of life; asks the channel's time
/// in between. Room-private.
#include <functional>
#include <memory>
#include <mutex>
#include <random>
#include <stop_token>
#include <string>
#include <thread>

#include "base/mailbox.h"
#include "base/pulse.h"
#include "link/channel.h"
#include "link/channel_clock.h"
#include "net/http_client.h"

namespace hall {

struct PosterWish {
    Url url;
    Url time;
    std::string token;
    std::string certificates;
    Milliseconds repeat;
    std::function<void(const Sentence&)> outcome;  ///< on its thread, where it changed; empty: the server has it
};

class Poster {
public:
    explicit Poster(PosterWish wish);
    ~Poster();
    Poster(const Poster&) = delete;
    Poster& operator=(const Poster&) = delete;

    /// Thread: any. What was given before and is not sent yet is forgotten. An empty body: nothing more is repeated.
    void post(std::string body);
    ChannelClock clock() const;
    /// Thread: any.
    bool is_alive(Milliseconds limit) const { return pulse_.within(limit); }

private:
    void run(const std::stop_token& stop);
    void send(const std::stop_token& stop);
    void ask_time(const std::stop_token& stop);

    const PosterWish wish_;
    Mailbox<std::string> bodies_;
    mutable std::mutex mutex_;
    ChannelClock clock_;  ///< by mutex_

    Pulse pulse_;

    // The thread's own.
    HttpClient client_;
    std::minstd_rand random_{std::random_device{}()};
    std::string body_;
    unsigned failures_ = 0;
    unsigned asked_ = 0;
    Milliseconds due_{0}, time_due_{0};
    Sentence told_;

    std::jthread thread_;  // last: joins before what it uses is gone
};

}  // namespace hall
