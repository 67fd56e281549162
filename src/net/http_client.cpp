#include "net/http_client.h"

#include <algorithm>
#include <chrono>
#include <string_view>

#include "net/answer_header.h"
#include "net/curl_options.h"
#include "net/transfer_fault.h"

namespace hall {
namespace {

constexpr long slow_bytes_per_second = 512;
constexpr Milliseconds between_beats{1000};

/// What arrives during one transfer; counted here, since MAXFILESIZE of libcurl 7.88 trusts the announced length.
struct Arrival {
    CURL* easy = nullptr;
    std::size_t most_bytes = 0;
    AnswerHeader header;
    std::string body;
    bool posted = false;  ///< the answer's body is of no interest
    bool too_large = false;
    bool body_unwanted = false;  ///< the body of an error page: the status says enough
    Inward inward = Inward::refused;
    Reach farthest = Reach::own_link;  ///< of those who were asked or named what is asked for
    bool led_inside = false;           ///< and leads nearer than that: a forbidden address
};

/// Before each request of a redirect chain: whoever is far away must not make this machine ask what is near it.
int on_connection(void* user, char* address, char*, int, int) {
    auto& arrival = *static_cast<Arrival*>(user);
    const Reach reach = reach_of(address);
    arrival.led_inside = reach < arrival.farthest && arrival.inward == Inward::refused;
    if (arrival.led_inside) return CURL_PREREQFUNC_ABORT;
    arrival.farthest = std::max(arrival.farthest, reach);
    return CURL_PREREQFUNC_OK;
}

std::size_t on_header(char* bytes, std::size_t, std::size_t count, void* user) {
    auto& arrival = *static_cast<Arrival*>(user);
    arrival.too_large = !arrival.header.take({bytes, count});
    return arrival.too_large ? 0 : count;
}

std::size_t on_body(char* bytes, std::size_t, std::size_t count, void* user) {
    auto& arrival = *static_cast<Arrival*>(user);
    long status = 0;
    curl_easy_getinfo(arrival.easy, CURLINFO_RESPONSE_CODE, &status);
    if (arrival.posted) return count;  // an error that ends the transfer would end the connection, too
    if (status != 200) {
        arrival.body_unwanted = true;
        return 0;
    }
    if (arrival.body.size() + count > arrival.most_bytes) {
        arrival.too_large = true;
        return 0;
    }
    arrival.body.append(bytes, count);
    return count;
}

/// How long a transfer may take and how much it may bring.
void set_limits(CURL* easy, const HttpRequest& request) {
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, in_milliseconds(request.timeouts.total));
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, slow_bytes_per_second);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, std::max(1L, in_milliseconds(request.timeouts.stalled) / 1000));
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(request.most_bytes));
}

/// A redirection would turn a POST into a GET, or carry what is posted to where nobody meant it.
void set_posted(CURL* easy, const Posted& posted) {
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(posted.body.size()));
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, posted.body.c_str());
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
}

}  // namespace

class HttpClient::Parts {
public:
    Parts(std::string certificates, Pulse* pulse) : certificates_(std::move(certificates)), pulse_(pulse) {
        start_curl_once();
        multi_ = curl_multi_init();
        easy_ = curl_easy_init();
        curl_multi_setopt(multi_, CURLMOPT_MAXCONNECTS, 6L);
    }
    ~Parts() {
        curl_easy_cleanup(easy_);
        curl_multi_cleanup(multi_);
    }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    Result<HttpAnswer> fetch(const HttpRequest& request, const std::stop_token& stop);
    void wait(Milliseconds duration) {
        if (pulse_) {
            pulse_->beat();
            duration = std::min(duration, between_beats);
        }
        curl_multi_poll(multi_, nullptr, 0, static_cast<int>(duration.count()), nullptr);
    }
    void wake() { curl_multi_wakeup(multi_); }

private:
    /// Runs the transfer to its end; nothing where `stop` ended it.
    std::optional<CURLcode> run(const std::stop_token& stop);

    std::string certificates_;
    Pulse* pulse_;
    CURLM* multi_ = nullptr;
    CURL* easy_ = nullptr;
};

std::optional<CURLcode> HttpClient::Parts::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        if (pulse_) pulse_->beat();
        int running = 0;
        if (curl_multi_perform(multi_, &running) != CURLM_OK) return CURLE_FAILED_INIT;
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi_, &left))
            if (message->msg == CURLMSG_DONE) return message->data.result;
        curl_multi_poll(multi_, nullptr, 0, static_cast<int>(between_beats.count()), nullptr);
    }
    return std::nullopt;
}

Result<HttpAnswer> HttpClient::Parts::fetch(const HttpRequest& request, const std::stop_token& stop) {
    Arrival arrival;
    arrival.easy = easy_;
    arrival.most_bytes = request.most_bytes;
    arrival.posted = request.posted.has_value();
    arrival.inward = request.inward;
    arrival.farthest = request.named_from;
    HeaderList headers;
    if (!request.known.etag.empty()) headers.add("If-None-Match: " + request.known.etag);
    if (!request.known.last_modified.empty()) headers.add("If-Modified-Since: " + request.known.last_modified);
    headers.add_token(request.token);
    if (request.posted) headers.add("Content-Type: " + request.posted->media_type);

    curl_easy_reset(easy_);
    set_manners(easy_, request.url, request.timeouts.connect);
    set_limits(easy_, request);
    set_trust(easy_, certificates_);
    if (!request.pins.empty()) curl_easy_setopt(easy_, CURLOPT_PINNEDPUBLICKEY, request.pins.c_str());
    if (request.redirects == Redirects::refused) curl_easy_setopt(easy_, CURLOPT_FOLLOWLOCATION, 0L);
    if (request.posted) set_posted(easy_, *request.posted);
    curl_easy_setopt(easy_, CURLOPT_HTTPHEADER, headers.get());
    if (request.compression == Compression::accepted) curl_easy_setopt(easy_, CURLOPT_ACCEPT_ENCODING, "gzip");
    curl_easy_setopt(easy_, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(easy_, CURLOPT_HEADERDATA, &arrival);
    curl_easy_setopt(easy_, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(easy_, CURLOPT_WRITEDATA, &arrival);
    curl_easy_setopt(easy_, CURLOPT_PREREQFUNCTION, on_connection);
    curl_easy_setopt(easy_, CURLOPT_PREREQDATA, &arrival);

    curl_multi_add_handle(multi_, easy_);
    const std::optional<CURLcode> code = run(stop);
    long status = 0;
    TransferFailure failure;
    failure.most_bytes = request.most_bytes;
    failure.too_large = arrival.too_large;
    failure.stopped = !code.has_value();
    failure.code = arrival.led_inside ? CURLE_UNSUPPORTED_PROTOCOL : code.value_or(CURLE_ABORTED_BY_CALLBACK);
    curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(easy_, CURLINFO_SSL_VERIFYRESULT, &failure.certificate);
    curl_off_t retry_after = 0;
    curl_easy_getinfo(easy_, CURLINFO_RETRY_AFTER, &retry_after);
    curl_multi_remove_handle(multi_, easy_);

    if (code != CURLE_OK && !(code == CURLE_WRITE_ERROR && arrival.body_unwanted))
        return transfer_fault(failure, request.url);
    HttpAnswer answer = std::move(arrival.header.answer);
    answer.status = static_cast<int>(status);
    answer.body = std::move(arrival.body);
    answer.reach = arrival.farthest;
    long version = 0;
    curl_easy_getinfo(easy_, CURLINFO_HTTP_VERSION, &version);
    const bool framed = arrival.header.announced || version >= CURL_HTTP_VERSION_2_0;
    if (framed && !arrival.header.encoded) answer.ending = Ending::proven;
    drop_weak(answer);
    if (retry_after > 0) answer.retry_after = Seconds(static_cast<double>(retry_after));
    return answer;
}

HttpClient::HttpClient(std::string certificates, Pulse* pulse)
    : parts_(std::make_unique<Parts>(std::move(certificates), pulse)) {}
HttpClient::~HttpClient() = default;
Result<HttpAnswer> HttpClient::fetch(const HttpRequest& request, const std::stop_token& stop) {
    return parts_->fetch(request, stop);
}
void HttpClient::wait(Milliseconds duration) { parts_->wait(duration); }
void HttpClient::wake() { parts_->wake(); }

}  // namespace hall
