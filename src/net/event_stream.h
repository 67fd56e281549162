#pragma once
/// Server-sent events out of a stream of bytes (html.spec.whatwg.org, 9.2), however the network cuts it.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace hall {

struct StreamEvent {
    std::string type = "message";
    std::string data;
    std::string id;  ///< the stream's last event id when this one ended; one line, fit for a request header

    bool operator==(const StreamEvent&) const = default;
};

struct StreamLimits {
    std::size_t line = 64U << 10U;    ///< bytes
    std::size_t event = 256U << 10U;  ///< bytes of data
    std::size_t id = 1U << 10U;       ///< bytes; a longer one is ignored
};

/// One connection's parser. Bytes over a limit end the stream for good: a server that sends them is not ours.
class EventStream {
public:
    explicit EventStream(StreamLimits limits = {}) : limits_(limits) {}

    /// The events that these bytes complete, in order.
    std::vector<StreamEvent> take(std::string_view bytes);
    bool overrun() const { return overrun_; }
    /// What to ask a reconnection to go on from; empty: nothing was said.
    const std::string& last_id() const { return id_; }
    /// How long the server wishes us to wait before we come again; not clamped.
    std::optional<Milliseconds> retry() const { return retry_; }

private:
    enum class Begin { first_byte, mark_second, mark_third, past };

    void take_byte(char byte, std::vector<StreamEvent>& events);
    void end_line(std::vector<StreamEvent>& events);
    void take_field(std::string_view name, std::string_view value);

    StreamLimits limits_;
    Begin begin_ = Begin::first_byte;
    bool after_return_ = false;
    bool overrun_ = false;
    std::string line_;
    StreamEvent event_;
    std::string id_;
    bool has_data_ = false;
    std::optional<Milliseconds> retry_;
};

}  // namespace hall
