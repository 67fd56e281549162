#pragma once
/// Listens to a server that goes on talking: one connection, its events as they come.
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "net/event_stream.h"
#include "net/url.h"

namespace hall {

struct StreamRequest {
    Url url;
    std::string token;    ///< as in HttpRequest
    std::string last_id;  ///< of the last event that was heard; empty: none
    Seconds connect{5};
    /// A stream that says nothing for so long, not even a comment, is dead: routers forget connections silently.
    Seconds silence{15};
};

/// Why it is over, and how to go on.
struct StreamEnd {
    Error why;
    int status = 0;  ///< of the answer; 0: there was none. 204: the server wishes nobody to come back
    bool opened = false;
    std::string last_id;
    std::optional<Milliseconds> retry;  ///< as the server says: clamp it
};

struct StreamHearer {
    std::function<void()> opened;  ///< the server has answered with an event stream
    std::function<void(StreamEvent)> event;
    std::function<void()> idle{};  ///< at least once a second
};

/// Thread: the one that uses it; only `wake` may be called from others. Never throws.
class StreamClient {
public:
    /// `certificates` as for HttpClient.
    explicit StreamClient(std::string certificates = {});
    ~StreamClient();
    StreamClient(const StreamClient&) = delete;
    StreamClient& operator=(const StreamClient&) = delete;

    /// Blocks until the stream ends, or `stop` was requested and `wake` called. Whatever does not answer 200 with
    /// text/event-stream is refused before a byte of it is taken for an event.
    StreamEnd listen(const StreamRequest& request, const StreamHearer& hearer, const std::stop_token& stop = {});
    /// Sleeps this long or until `wake`.
    void wait(Milliseconds duration);
    void wake();

private:
    class Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace hall
