#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "base/log.h"
#include "feed/signature.h"
#include "feed/source.h"

namespace hall {
namespace {

constexpr std::size_t most_digits = 32;

Sequence read_sequence(const Path& file) {
    const Result<std::string> text = read_file(file, most_digits);
    Sequence sequence = 0;
    if (text) std::from_chars(text->data(), text->data() + text->size(), sequence);
    return sequence;
}

/// A source whose document counts only with the desk's signature. Its bytes reach no parser before.
class SignedSource final : public Source {
public:
    SignedSource(std::unique_ptr<Source> inner, const FeedSettings& settings)
        : inner_(std::move(inner)),
          key_(settings.signed_by),
          file_(settings.sequence),
          poll_(settings.poll),
          newest_(read_sequence(file_)) {}

    std::string display() const override { return inner_->display(); }
    bool local() const override { return inner_->local(); }

    Reading read_document(const Validators& known, const std::stop_token& stop) override {
        Reading reading = inner_->read_document(known, stop);
        const auto* document = std::get_if<Body>(&reading);
        if (document == nullptr) return reading;
        Reading signature = inner_->read_part(signature_name(document->name), {}, stop);
        const auto* text = std::get_if<Body>(&signature);
        if (text == nullptr) return signature;
        const Result<Sequence> sequence = verify_document(document->bytes, text->bytes, key_);
        if (!sequence) return SourceFault{sequence.error().sentence, poll_};
        if (*sequence < newest_)
            return SourceFault{
                {fmt::format("Bản tin có chữ ký đúng nhưng cũ (số {}, đã nhận số {}): không chiếu lại bản cũ.",
                             *sequence, newest_),
                 fmt::format("The feed is signed but old (number {}, {} was seen): an old one is not shown again.",
                             *sequence, newest_)},
                poll_};
        remember(*sequence);
        return reading;
    }

    Reading read_part(const std::string&, const Validators&, const std::stop_token&) override {
        return SourceFault{{"Bản tin có chữ ký thì mọi phần phải nằm trong chính nó, không ở nơi khác.",
                            "Where the feed is signed, its sections stand in it and not elsewhere."},
                           std::nullopt};
    }
    Reading read_picture(const std::string& name, const Validators& known, const std::stop_token& stop) override {
        return inner_->read_picture(name, known, stop);
    }
    std::string host(const std::string& reference) const override { return inner_->host(reference); }
    bool wait(Milliseconds duration) override { return inner_->wait(duration); }
    void wake() override { inner_->wake(); }
    std::optional<Milliseconds> server_ahead() const override { return inner_->server_ahead(); }

private:
    void remember(Sequence sequence) {
        if (sequence <= newest_) return;
        newest_ = sequence;
        if (file_.empty()) return;
        std::error_code error;
        std::filesystem::create_directories(file_.parent_path(), error);
        if (const Status written = write_file_atomic(file_, std::to_string(sequence)); !written)
            log_line(LogLevel::warning, "feed", written.error().sentence.en);
    }

    std::unique_ptr<Source> inner_;
    std::string key_;
    Path file_;
    Seconds poll_;
    Sequence newest_;
};

}  // namespace

std::unique_ptr<Source> make_signed_source(std::unique_ptr<Source> inner, const FeedSettings& settings) {
    return std::make_unique<SignedSource>(std::move(inner), settings);
}

}  // namespace hall
