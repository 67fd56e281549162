#pragma once
/// Bytes over HTTP: one request at a time, with every limit that an untrusted server calls for.
#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "base/pulse.h"
#include "base/result.h"
#include "base/time.h"
#include "net/reach.h"
#include "net/url.h"

namespace hall {

/// What a server said about the age of a body; sent back to ask "has it changed?".
struct Validators {
    std::string etag;
    std::string last_modified;

    bool empty() const { return etag.empty() && last_modified.empty(); }
    bool operator==(const Validators&) const = default;
};

struct Timeouts {
    Seconds connect{5};
    Seconds total{30};
    Seconds stalled{15};  ///< this long under 512 B/s ends the transfer
};

enum class Compression { refused, accepted };

/// Whether a body that ends early would have been noticed: its length or its chunks were announced, and no compression
/// hides where it ends.
enum class Ending { unknown, proven };

/// Whether a server may lead to one that is nearer to this machine than itself.
enum class Inward { refused, allowed };

/// What a POST carries.
struct Posted {
    std::string body;
    std::string media_type = "application/json";
};

/// Whether an answer may lead on to another address.
enum class Redirects { refused, followed };

struct HttpRequest {
    Url url;
    Validators known;                                 ///< empty: unconditional
    std::size_t most_bytes = 0;                       ///< counted after decompression
    Compression compression = Compression::accepted;  ///< refuse it for pictures: they are compressed already
    Timeouts timeouts{};
    std::string token{};                 ///< sent as a bearer token; empty: none. One line, and never logged
    Reach named_from = Reach::own_link;  ///< how far away the document stands that names `url`
    Inward inward = Inward::refused;
    std::string pins{};  ///< "sha256//...;sha256//..." of public keys, one of which the server must have; empty: any
    Redirects redirects = Redirects::followed;
    std::optional<Posted> posted{};  ///< nothing: a GET. A POST is not redirected, and its answer's body is dropped
};

struct HttpAnswer {
    int status = 0;
    std::string body;       ///< of a 200 only
    Validators validators;  ///< empty where a change could hide behind them (RFC 9110 8.8.2.2)
    std::string media_type;
    Ending ending = Ending::unknown;
    std::optional<Seconds> retry_after;  ///< as the server says: clamp it
    std::optional<Instant> date;         ///< the server's clock
    Reach reach = Reach::own_link;       ///< of the farthest server that was asked
    bool aged = false;                   ///< a cache answered: its `date` is of some time ago
};

/// The sentence for a status that is neither 200 nor 304; nothing for those two.
std::optional<Error> refusal(const HttpAnswer& answer, const Url& url);

/// One curl multi handle and its connections.
/// Thread: the one that uses it; only `wake` may be called from others. Never throws.
class HttpClient {
public:
    /// `certificates`: a PEM bundle to trust besides the system's; empty = the system's only.
    /// `pulse`: beaten at least once a second while a fetch or a wait goes on; outlives the client.
    explicit HttpClient(std::string certificates = {}, Pulse* pulse = nullptr);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// Blocks until the answer is whole, failed, or `stop` was requested and `wake` called.
    /// A body cut short where the server announced its length is an Error; a cut gzip body is not noticed by
    /// libcurl, so a body must decode before it is believed.
    Result<HttpAnswer> fetch(const HttpRequest& request, const std::stop_token& stop = {});
    /// Sleeps this long or until `wake`; with a pulse for a second at most.
    void wait(Milliseconds duration);
    /// Ends the current or next `wait`, and lets a running `fetch` look at its stop token.
    void wake();

private:
    class Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace hall
