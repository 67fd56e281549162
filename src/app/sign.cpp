#include "app/sign.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "app/secrets.h"
#include "base/base64.h"
#include "base/ed25519.h"
#include "base/time.h"
#include "feed/decoder.h"
#include "feed/foreign.h"
#include "feed/signature.h"

namespace hall {
namespace {

constexpr std::size_t most_signature_bytes = 4096;

/// Made where there is none.
Result<std::string> key_in(const Path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        if (const Status made = write_file_atomic(file, to_base64(new_signing_key()) + "\n"); !made)
            return made.error();
    const Result<std::string> text = read_secret(file);
    if (!text) return text.error();
    auto key = from_base64(*text);
    if (!key || public_key_of(*key).empty())
        return fault(fmt::format("Tệp {} không phải khóa ký.", file.string()),
                     fmt::format("The file {} is no signing key.", file.string()));
    return *std::move(key);
}

/// It grows whatever the desk forgets: by the clock, and past the number signed last.
Sequence next_sequence(const Path& signature) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch());
    const auto before = read_file(signature, most_signature_bytes);
    const Sequence last = before ? claimed_sequence(*before).value_or(0) : 0;
    return std::max(static_cast<Sequence>(now.count()), last + 1);
}

/// Every screen refuses such a document: what stands elsewhere is signed by nobody.
Status stands_alone(const std::string& document, const std::string& name) {
    const auto kind = recognise(document, "", name);
    if (!kind || *kind != FeedKind::own_json) return Done{};
    const auto decoded = decode_feed(document);
    if (!decoded || decoded->sources.empty()) return Done{};
    std::string sections;
    for (const SourceRef& source : decoded->sources)
        sections += fmt::format("{}{} ({})", sections.empty() ? "" : ", ", source.section, source.href);
    return fault(
        fmt::format(
            "Không ký {}: có mục nằm ở nơi khác, mà bản tin có chữ ký thì màn hình không đọc nơi ấy: {}. Đưa nội "
            "dung vào chính bản tin và bỏ \"sources\", hoặc gộp tất cả thành các trang tính của một tệp XLSX hay "
            "ODS rồi ký tệp đó.",
            name, sections),
        fmt::format(
            "{} was not signed: sections stand elsewhere, where no screen reads them once the feed is signed: {}. "
            "Put them into the feed itself, without \"sources\", or make all of them sheets of one XLSX or ODS "
            "file and sign that.",
            name, sections));
}

}  // namespace

Exit run_sign(const Options& options) {
    const auto fail = [&](const Error& error) {
        fmt::print(stderr, "{}\n", error.sentence.in(options.language));
        return Exit::failed;
    };
    const Path feed = options.feed, signature = options.feed + ".sig";
    const Result<std::string> document = read_file(feed, most_document_bytes);
    if (!document) return fail(document.error());
    if (const Status alone = stands_alone(*document, options.feed); !alone) return fail(alone.error());
    const Result<std::string> key = key_in(options.key_file);
    if (!key) return fail(key.error());
    const Sequence sequence = next_sequence(signature);
    if (const Status written =
            write_file_atomic(signature, sign_document(*document, sequence, *key), Readers::everyone);
        !written)
        return fail(written.error());
    fmt::print("{}\nfeed.public_key = \"{}\"\n", signature.string(), to_base64(public_key_of(*key)));
    return Exit::done;
}

}  // namespace hall
