#pragma once
/// Listens to one channel for as long as it lives, however often the connection ends. Room-private.
#include <functional>
#include <random>
#include <stop_token>
#include <string>
#include <thread>

#include "base/pulse.h"
#include "base/sentence.h"
#include "base/time.h"
#include "net/stream_client.h"

namespace hall {

/// All of it is called on the listener's thread.
struct ListenerWish {
    Url url;
    std::string token;
    std::string certificates;
    std::function<void(const std::string& data)> event;
    std::function<void(bool open, const Sentence& fault)> standing;  ///< where it changed
    std::function<void()> idle;                                      ///< at least once a second while open; or none
};

class Listener {
public:
    explicit Listener(ListenerWish wish);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    /// Thread: any.
    bool is_alive(Milliseconds limit) const { return pulse_.within(limit); }

private:
    void run(const std::stop_token& stop);
    void rest(Milliseconds pause, const std::stop_token& stop);

    const ListenerWish wish_;
    Pulse pulse_;
    StreamClient client_;
    std::jthread thread_;  // last: joins before what it uses is gone
};

}  // namespace hall
