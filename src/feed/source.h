#pragma once
/// Where a feed's bytes come from: a server or a local folder, asked in the same way. Room-private.
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>

#include "base/result.h"
#include "base/time.h"
#include "feed/server_clock.h"
#include "feed/worker.h"
#include "net/http_client.h"

namespace hall {

struct Unchanged {};

struct Body {
    std::string bytes;
    Validators validators;
    std::string media_type{};  ///< "" where nobody says
    std::string name{};        ///< a path or URL, whose end may tell the kind; holds secrets: not for logs
    Ending ending = Ending::proven;
};

struct SourceFault {
    Sentence sentence;
    std::optional<Seconds> retry_after;  ///< what the server asked for
};

using Reading = std::variant<Body, Unchanged, SourceFault>;

/// Thread: the worker's; `wake` from any.
class Source {
public:
    Source() = default;
    virtual ~Source() = default;
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    virtual std::string display() const = 0;
    /// Costs no more than looking: every picture may be looked at with every poll.
    virtual bool local() const = 0;
    virtual Reading read_document(const Validators& known, const std::stop_token& stop) = 0;
    virtual Reading read_picture(const std::string& name, const Validators& known, const std::stop_token& stop) = 0;
    /// A section's own document. A document on a server leads to no file of this machine.
    virtual Reading read_part(const std::string& href, const Validators& known, const std::stop_token& stop) = 0;
    /// Who is asked for `reference`, or for the document where that is empty; "" where nobody is.
    virtual std::string host(const std::string& reference) const = 0;
    /// Sleeps this long, or until `wake`; true where the source itself saw a change before that.
    virtual bool wait(Milliseconds duration) = 0;
    virtual void wake() = 0;
    /// As FeedStatus::server_ahead.
    virtual std::optional<Milliseconds> server_ahead() const { return std::nullopt; }
};

/// What its answers tell about the feed's server.
struct ServerFacts {
    Reach reach = Reach::own_link;  ///< how far away it is
    ServerClock clock;
};

/// One request, with the sentence for whatever is no document. `server`, where given, learns from the answer.
Reading ask(HttpClient& client, const HttpRequest& request, const std::stop_token& stop, ServerFacts* server = nullptr);

/// A picture is not waited for as long as the document: the next poll stands behind it.
Timeouts for_pictures(const Timeouts& document);

Result<std::unique_ptr<Source>> make_source(const FeedSettings& settings);
/// `inner`, whose document then counts only with a signature by `settings.signed_by` beside it.
std::unique_ptr<Source> make_signed_source(std::unique_ptr<Source> inner, const FeedSettings& settings);
Result<std::unique_ptr<Source>> make_remote_source(const FeedSettings& settings);
Result<std::unique_ptr<Source>> make_local_source(const FeedSettings& settings);

}  // namespace hall
