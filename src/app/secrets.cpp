#include "app/secrets.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "base/base64.h"

namespace hall {
namespace {

constexpr std::size_t most_bytes = 4096;
constexpr std::size_t public_key_bytes = 32;
constexpr mode_t others = S_IRWXG | S_IRWXO;

/// `key` names where the file is asked for.
Error cannot_use(const char* key, const Path& file, const Sentence& why) {
    return fault(fmt::format("{0} Khóa {1} cần tệp ấy, và người dùng chạy chương trình phải đọc được nó (dịch vụ: sudo "
                             "chown hoitruong {2}).",
                             why.vi, key, file.string()),
                 fmt::format("{0} The key {1} needs that file, readable for the user of the show (the service's: sudo "
                             "chown hoitruong {2}).",
                             why.en, key, file.string()));
}

Status load_token(Options& options) {
    Result<std::string> token = read_secret(options.token_file);
    if (token) {
        options.token = *std::move(token);
        return Done{};
    }
    Error error = cannot_use("feed.token_file", options.token_file, token.error().sentence);
    if (options.command != CommandName::show) return error;
    options.notes.push_back({error.sentence.vi + " Cho đến khi sửa và mở lại, nguồn được hỏi không kèm mã.",
                             error.sentence.en + " Until that is mended and the show started again, the feed is asked "
                                                 "without the token."});
    return Done{};
}

}  // namespace

Result<std::string> read_secret(const Path& file) {
    Result<std::string> text = read_file(file, most_bytes);
    if (!text) return text;
    struct stat facts {};
    if (stat(file.c_str(), &facts) != 0 || (facts.st_mode & others) != 0)
        return fault(
            fmt::format("Người khác cũng đọc được tệp bí mật {}. Hãy chạy: chmod 600 {}", file.string(), file.string()),
            fmt::format("Others may read the secret in {}. Run: chmod 600 {}", file.string(), file.string()));
    while (!text->empty() && (text->back() == '\n' || text->back() == '\r')) text->pop_back();
    const bool one_line = std::all_of(text->begin(), text->end(), [](char c) { return c > ' ' && c < '\x7f'; });
    if (text->empty() || !one_line)
        return fault(fmt::format("Tệp {} phải chứa đúng một dòng chữ không dấu cách.", file.string()),
                     fmt::format("The file {} must hold one line without spaces.", file.string()));
    return text;
}

Status load_secrets(Options& options) {
    if (!options.token_file.empty())
        if (Status loaded = load_token(options); !loaded) return loaded;
    const Channel& channel = options.channel;
    const bool linked = options.command == CommandName::show && !(channel.follow.empty() && channel.publish.empty());
    if (linked && !channel.token.empty())
        if (const auto token = read_secret(channel.token); !token)
            return cannot_use("channel.token (--token)", channel.token, token.error().sentence);
    if (options.public_key.empty()) return Done{};
    auto key = from_base64(options.public_key);
    if (!key || key->size() != public_key_bytes)
        return fault(
            "feed.public_key trong cấu hình không phải khóa công khai: chép lại dòng mà hoitruong sign in ra.",
            "feed.public_key in the configuration is no public key: copy the line that hoitruong sign prints.");
    options.signed_by = *std::move(key);
    return Done{};
}

}  // namespace hall
