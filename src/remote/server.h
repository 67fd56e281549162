#pragma once
/// A small HTTP interface for button panels, by libmicrohttpd.
///
///     POST /next  /back  /hold  /black  /jump/12     GET /state
///
/// Each answers in JSON: a command with what came of it (200 done, 409 refused; 202 where the owner did not get to it
/// in time and it waits), /state with what was told last. Only POST changes something, and never for a web page: a
/// request that carries an Origin is refused, so that no page in a browser of this machine moves the show.
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "remote/address.h"

namespace hall {

enum class RemoteVerb { next, back, jump, hold, black };

struct RemoteCommand {
    RemoteVerb verb = RemoteVerb::next;
    std::size_t step = 0;  ///< for jump: from 1; 0 is no step, as is one past the last

    bool operator==(const RemoteCommand&) const = default;
};

/// What came of a command.
struct RemoteOutcome {
    enum class Done { yes, no };
    Done done = Done::yes;
    std::string body;  ///< a JSON object
};

struct RemoteSettings {
    RemoteAddress address;
    std::string token;                           ///< to be sent as "Authorization: Bearer ..."; empty: not asked for
    std::function<void()> wake;                  ///< called on the server's thread when a command came
    std::chrono::milliseconds outcome_by{1000};  ///< other panels wait as long as this one
};

/// Thread: its own for the requests; the functions are the owner's thread's.
class RemoteServer {
public:
    static Result<std::unique_ptr<RemoteServer>> open(RemoteSettings settings);
    ~RemoteServer();
    RemoteServer(const RemoteServer&) = delete;
    RemoteServer& operator=(const RemoteServer&) = delete;

    /// Calls `obey` for what came since the last call, in order, and answers with what it returns.
    void serve(const std::function<RemoteOutcome(const RemoteCommand&)>& obey);
    /// A JSON object: what /state answers from now on.
    void tell(std::string state);

    class Parts;  ///< for the source

private:
    explicit RemoteServer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace hall
