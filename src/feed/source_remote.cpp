#include <algorithm>

#include "feed/clocks.h"
#include "feed/decoder.h"
#include "feed/sheet_link.h"
#include "feed/source.h"
#include "net/url.h"

namespace hall {
namespace {

class RemoteSource final : public Source {
public:
    RemoteSource(Url url, const FeedSettings& settings)
        : url_(std::move(url)),
          timeouts_(settings.timeouts),
          token_(settings.token),
          pins_(settings.pins),
          inward_(settings.inward),
          client_(settings.certificates, settings.pulse.get()) {}

    std::string display() const override { return url_.display(); }
    bool local() const override { return false; }

    Reading read_document(const Validators& known, const std::stop_token& stop) override {
        return read(url_, known, stop, &server_);
    }

    Reading read_part(const std::string& href, const Validators& known, const std::stop_token& stop) override {
        const Result<Url> url = url_.resolve(export_link(href, SheetScope::one_sheet));
        if (!url) return SourceFault{url.error().sentence, std::nullopt};
        return read(*url, known, stop, nullptr);
    }

    std::string host(const std::string& reference) const override {
        if (reference.empty()) return url_.host();
        const Result<Url> url = url_.resolve(reference);
        return url ? url->host() : std::string();
    }

    Reading read_picture(const std::string& name, const Validators& known, const std::stop_token& stop) override {
        const Result<Url> url = url_.resolve(name);
        if (!url) return SourceFault{url.error().sentence, std::nullopt};
        return ask(client_, request(*url, known, most_picture_bytes, Compression::refused, for_pictures(timeouts_)),
                   stop);
    }

    bool wait(Milliseconds duration) override {
        client_.wait(duration);
        return false;
    }
    void wake() override { client_.wake(); }
    std::optional<Milliseconds> server_ahead() const override { return server_.clock.ahead(); }

private:
    /// A compressed table may end early unseen: it is asked for again as it is.
    Reading read(const Url& url, const Validators& known, const std::stop_token& stop, ServerFacts* server) {
        HttpRequest wanted = request(url, known, most_document_bytes, Compression::accepted, timeouts_);
        if (server != nullptr) wanted.named_from = Reach::own_link;  // the operator named it
        Reading reading = ask(client_, wanted, stop, server);
        const auto* body = std::get_if<Body>(&reading);
        if (body == nullptr || body->ending == Ending::proven || !body->media_type.starts_with("text/")) return reading;
        wanted.compression = Compression::refused;
        return ask(client_, wanted, stop, server);
    }

    /// Token and pins are for whom the operator named, and nobody whom the document names.
    HttpRequest request(const Url& url, const Validators& known, std::size_t most, Compression compression,
                        const Timeouts& timeouts) const {
        HttpRequest made{url, known, most, compression, timeouts};
        made.named_from = server_.reach;
        made.inward = inward_;
        if (url.origin() == url_.origin()) {
            made.token = token_;
            made.pins = pins_;
        }
        return made;
    }

    Url url_;
    Timeouts timeouts_;
    std::string token_;
    std::string pins_;
    Inward inward_;
    ServerFacts server_;  ///< of the feed's, once it answered
    HttpClient client_;
};

}  // namespace

Reading ask(HttpClient& client, const HttpRequest& request, const std::stop_token& stop, ServerFacts* server) {
    const Milliseconds sent = steady_now();
    Result<HttpAnswer> answer = client.fetch(request, stop);
    if (!answer) return SourceFault{answer.error().sentence, std::nullopt};
    if (server != nullptr) {
        server->reach = answer->reach;
        if (answer->date && !answer->aged) server->clock.measure(sent, steady_now(), *answer->date);
    }
    if (const auto refused = refusal(*answer, request.url)) return SourceFault{refused->sentence, answer->retry_after};
    if (answer->status == 200)
        return Body{std::move(answer->body), std::move(answer->validators), std::move(answer->media_type),
                    request.url.text(), answer->ending};
    if (!request.known.empty()) return Unchanged{};
    return SourceFault{{"Máy chủ nói “không đổi” (304) khi chưa có gì để so: hãy kiểm tra máy chủ.",
                        "The server says \"not modified\" (304) with nothing to compare to: check the server."},
                       std::nullopt};
}

Timeouts for_pictures(const Timeouts& document) {
    return {document.connect, std::min(document.total, Seconds(20)), std::min(document.stalled, Seconds(5))};
}

Result<std::unique_ptr<Source>> make_remote_source(const FeedSettings& settings) {
    Result<Url> url = Url::parse(export_link(settings.feed, SheetScope::whole_workbook));
    if (!url) return url.error();
    if (!settings.pins.empty() && !url->secure())
        return fault("Đã ghi khóa máy chủ (feed.pins) thì địa chỉ nguồn phải bắt đầu bằng https://.",
                     "Where the server's keys are pinned (feed.pins), the feed's address must begin with https://.");
    return std::unique_ptr<Source>(std::make_unique<RemoteSource>(std::move(*url), settings));
}

Result<std::unique_ptr<Source>> make_source(const FeedSettings& settings) {
    auto source = looks_like_url(settings.feed) ? make_remote_source(settings) : make_local_source(settings);
    if (!source || settings.signed_by.empty()) return source;
    return make_signed_source(*std::move(source), settings);
}

}  // namespace hall
