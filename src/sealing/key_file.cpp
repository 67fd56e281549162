#include "sealing/key_file.h"

#include <fmt/format.h>
#include <sodium.h>

#include <nlohmann/json.hpp>

#include <sstream>

#include "base/json.h"

namespace hall {
namespace {

using nlohmann::ordered_json;

constexpr const char* format = "hoitruong-keys/1";
constexpr const char* rehearsal = "rehearsal";
constexpr const char* real = "real";
constexpr std::size_t largest_file = 4U << 20U;

Error unreadable(const Path& path) {
    return fault(fmt::format("{} không phải tệp khóa do hoitruong seal ghi, cũng không phải tệp mỗi dòng một khóa.",
                             path.string()),
                 fmt::format("{} is neither a key file written by hoitruong seal nor a text with one key a line.",
                             path.string()));
}

Result<KeyRing> read_json(const Path& path, const std::string& text) {
    try {
        const ordered_json json = parse_json(text);
        if (json.value("format", std::string()) != format) return unreadable(path);
        KeyRing ring;
        ring.sealing.event = json.at("event").get<std::string>();
        ring.sealing.kind = json.at("kind").get<std::string>() == real ? SealKind::real : SealKind::rehearsal;
        for (const ordered_json& each : json.at("awards")) {
            auto key = SealKey::parse(each.at("key").get<std::string>());
            if (!key) return key.error();
            ring.keys.push_back({each.at("id").get<std::string>(), each.value("name", std::string()), *std::move(key)});
        }
        return ring;
    } catch (const nlohmann::json::exception&) {
        return unreadable(path);
    }
}

Result<KeyRing> read_lines(const Path& path, const std::string& text) {
    KeyRing ring;
    std::istringstream lines(text);
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos || line.front() == '#') continue;
        auto key = SealKey::parse(line);
        if (!key)
            return fault(fmt::format("{}, dòng {}: {}", path.string(), number, key.error().sentence.vi),
                         fmt::format("{}, line {}: {}", path.string(), number, key.error().sentence.en));
        ring.keys.push_back({{}, {}, *std::move(key)});
    }
    if (ring.keys.empty()) return unreadable(path);
    return ring;
}

}  // namespace

Status write_key_file(const Path& path, const KeyRing& ring) {
    std::error_code error;
    if (std::filesystem::exists(path, error))
        return fault(
            fmt::format("{} đã có; khóa trong đó có thể là bản duy nhất nên không ghi đè. Chọn tên khác.",
                        path.string()),
            fmt::format("{} is there already, and its keys may be the only ones, so it is not replaced. Choose "
                        "another name.",
                        path.string()));
    ordered_json awards = ordered_json::array();
    for (const NamedKey& one : ring.keys)
        awards.push_back({{"id", one.award}, {"name", one.name}, {"key", one.key.text()}, {"words", one.key.words()}});
    const ordered_json json{{"format", format},
                            {"event", ring.sealing.event},
                            {"kind", ring.sealing.kind == SealKind::rehearsal ? rehearsal : real},
                            {"awards", std::move(awards)}};
    std::string text = write_json(json, 2) + '\n';
    Status written = write_file_atomic(path, text, Readers::owner);
    sodium_memzero(text.data(), text.size());
    return written;
}

Result<KeyRing> read_keys(const std::string& text, const Path& path) {
    const auto first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != std::string::npos && text[first] == '{' ? read_json(path, text) : read_lines(path, text);
}

Result<KeyRing> read_key_file(const Path& path) {
    auto text = read_file(path, largest_file);
    if (!text) return text.error();
    auto ring = read_keys(*text, path);
    sodium_memzero(text->data(), text->size());
    return ring;
}

}  // namespace hall
