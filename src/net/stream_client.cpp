#include "net/stream_client.h"

#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "net/curl_options.h"
#include "net/http_client.h"
#include "net/transfer_fault.h"

namespace hall {
namespace {

constexpr std::string_view wanted_media_type = "text/event-stream";
constexpr long keepalive_idle = 30;      // seconds
constexpr long keepalive_interval = 10;  // seconds
constexpr int longest_poll = 1000;       // milliseconds
constexpr int good = 200;

/// What arrives during one stream.
struct Hearing {
    CURL* easy = nullptr;
    const StreamHearer* hearer = nullptr;
    EventStream events;
    std::string media_type;
    bool opened = false;
    bool another_type = false;
    std::chrono::steady_clock::time_point heard = std::chrono::steady_clock::now();

    int status() const {
        long code = 0;
        curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &code);
        return static_cast<int>(code);
    }
};

std::size_t on_stream_header(char* bytes, std::size_t, std::size_t count, void* user) {
    auto& hearing = *static_cast<Hearing*>(user);
    const std::string_view line(bytes, count);
    const auto colon = line.find(':');
    if (line.starts_with("HTTP/"))
        hearing.media_type.clear();
    else if (colon != std::string_view::npos && is_header(line.substr(0, colon), "content-type"))
        hearing.media_type = trimmed(line.substr(colon + 1, line.find(';') - colon - 1));
    // The empty line: the answer's header is whole.
    if (!trimmed(line).empty() || hearing.status() != good) return count;
    hearing.heard = std::chrono::steady_clock::now();
    hearing.another_type = !is_header(hearing.media_type, wanted_media_type);
    if (hearing.another_type) return 0;
    if (!std::exchange(hearing.opened, true)) hearing.hearer->opened();
    return count;
}

std::size_t on_stream_body(char* bytes, std::size_t, std::size_t count, void* user) {
    auto& hearing = *static_cast<Hearing*>(user);
    if (!hearing.opened) return 0;  // an error page
    hearing.heard = std::chrono::steady_clock::now();
    for (StreamEvent& event : hearing.events.take({bytes, count})) hearing.hearer->event(std::move(event));
    return hearing.events.overrun() ? 0 : count;
}

Error silent(const Url& url, Seconds silence) {
    return fault(fmt::format("Kênh {} im lặng quá {:.0f} giây: mạng đứt hoặc máy chủ treo; đang nối lại.",
                             url.display(), silence.count()),
                 fmt::format("The channel {} has been silent for more than {:.0f} seconds: the network is cut or the "
                             "server hangs; connecting again.",
                             url.display(), silence.count()));
}

Error closed(const Url& url) {
    return fault(fmt::format("Máy chủ đã đóng kênh {}: đang nối lại.", url.display()),
                 fmt::format("The server closed the channel {}: connecting again.", url.display()));
}

Error no_stream(const Url& url) {
    return fault(
        fmt::format("Tại {} không có kênh điều khiển: hãy kiểm tra địa chỉ, hoặc đăng nhập mạng.", url.display()),
        fmt::format("There is no channel at {}: check the address, or sign in to the network.", url.display()));
}

Error too_much(const Url& url) {
    return fault(
        fmt::format("Kênh {} gửi bản tin quá lớn: đây không phải kênh của chương trình này.", url.display()),
        fmt::format("The channel {} sends messages that are too large: it is not this program's.", url.display()));
}

}  // namespace

class StreamClient::Parts {
public:
    explicit Parts(std::string certificates) : certificates_(std::move(certificates)) {
        start_curl_once();
        multi_ = curl_multi_init();
        easy_ = curl_easy_init();
    }
    ~Parts() {
        curl_easy_cleanup(easy_);
        curl_multi_cleanup(multi_);
    }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    StreamEnd listen(const StreamRequest& request, const StreamHearer& hearer, const std::stop_token& stop);
    void poll(int milliseconds) { curl_multi_poll(multi_, nullptr, 0, milliseconds, nullptr); }
    void wake() { curl_multi_wakeup(multi_); }

private:
    void prepare(const StreamRequest& request, const HeaderList& headers, Hearing& hearing);
    std::optional<CURLcode> run(const StreamRequest& request, const Hearing& hearing, const std::stop_token& stop);
    Error end_of(const StreamRequest& request, const Hearing& hearing, std::optional<CURLcode> code,
                 bool stopped) const;

    std::string certificates_;
    CURLM* multi_ = nullptr;
    CURL* easy_ = nullptr;
};

void StreamClient::Parts::prepare(const StreamRequest& request, const HeaderList& headers, Hearing& hearing) {
    curl_easy_reset(easy_);
    set_manners(easy_, request.url, request.connect);
    set_trust(easy_, certificates_);
    curl_easy_setopt(easy_, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy_, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(easy_, CURLOPT_TCP_KEEPIDLE, keepalive_idle);
    curl_easy_setopt(easy_, CURLOPT_TCP_KEEPINTVL, keepalive_interval);
    curl_easy_setopt(easy_, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy_, CURLOPT_HEADERFUNCTION, on_stream_header);
    curl_easy_setopt(easy_, CURLOPT_HEADERDATA, &hearing);
    curl_easy_setopt(easy_, CURLOPT_WRITEFUNCTION, on_stream_body);
    curl_easy_setopt(easy_, CURLOPT_WRITEDATA, &hearing);
}

/// Nothing: it was stopped, or has been silent for too long.
std::optional<CURLcode> StreamClient::Parts::run(const StreamRequest& request, const Hearing& hearing,
                                                 const std::stop_token& stop) {
    while (!stop.stop_requested() && std::chrono::steady_clock::now() - hearing.heard <= request.silence) {
        int running = 0;
        if (curl_multi_perform(multi_, &running) != CURLM_OK) return CURLE_FAILED_INIT;
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi_, &left))
            if (message->msg == CURLMSG_DONE) return message->data.result;
        if (hearing.hearer->idle) hearing.hearer->idle();
        poll(longest_poll);
    }
    return std::nullopt;
}

Error StreamClient::Parts::end_of(const StreamRequest& request, const Hearing& hearing, std::optional<CURLcode> code,
                                  bool stopped) const {
    TransferFailure failure;
    failure.stopped = stopped;
    failure.code = code.value_or(CURLE_ABORTED_BY_CALLBACK);
    curl_easy_getinfo(easy_, CURLINFO_SSL_VERIFYRESULT, &failure.certificate);
    if (!stopped && !code) return silent(request.url, request.silence);
    if (hearing.events.overrun()) return too_much(request.url);
    if (hearing.another_type) return no_stream(request.url);
    HttpAnswer answer;
    answer.status = hearing.status();
    if (answer.status != 0 && !stopped)
        if (auto refused = refusal(answer, request.url)) return *std::move(refused);
    if (hearing.opened && code) return closed(request.url);
    return transfer_fault(failure, request.url);
}

StreamEnd StreamClient::Parts::listen(const StreamRequest& request, const StreamHearer& hearer,
                                      const std::stop_token& stop) {
    HeaderList headers;
    headers.add("Accept: " + std::string(wanted_media_type));
    headers.add("Cache-Control: no-cache");
    headers.add_token(request.token);
    if (!request.last_id.empty()) headers.add("Last-Event-ID: " + request.last_id);
    Hearing hearing;
    hearing.easy = easy_;
    hearing.hearer = &hearer;
    prepare(request, headers, hearing);
    curl_multi_add_handle(multi_, easy_);
    const std::optional<CURLcode> code = run(request, hearing, stop);
    StreamEnd end{end_of(request, hearing, code, stop.stop_requested()), hearing.status(), hearing.opened,
                  hearing.events.last_id(), hearing.events.retry()};
    if (end.last_id.empty()) end.last_id = request.last_id;
    curl_multi_remove_handle(multi_, easy_);
    return end;
}

StreamClient::StreamClient(std::string certificates) : parts_(std::make_unique<Parts>(std::move(certificates))) {}
StreamClient::~StreamClient() = default;
StreamEnd StreamClient::listen(const StreamRequest& request, const StreamHearer& hearer, const std::stop_token& stop) {
    return parts_->listen(request, hearer, stop);
}
void StreamClient::wait(Milliseconds duration) { parts_->poll(static_cast<int>(duration.count())); }
void StreamClient::wake() { parts_->wake(); }

}  // namespace hall
