#include "status/last_word.h"

#include <nlohmann/json.hpp>

#include "base/json.h"

namespace hall {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t largest = 1U << 14U;

Path file_in(const Path& folder) { return folder / "last-word.json"; }

}  // namespace

Status leave_last_word(const Path& folder, const LastWord& word) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const Json json{{"vi", word.why.vi}, {"en", word.why.en}, {"at", format_rfc3339(word.at)}};
    return write_file_atomic(file_in(folder), write_json(json, 2) + "\n", Readers::everyone);
}

std::optional<LastWord> last_word(const Path& folder) {
    const auto text = read_file(file_in(folder), largest);
    if (!text) return std::nullopt;
    const Json json = parse_json(*text);
    if (!json.is_object()) return std::nullopt;
    const auto part = [&](const char* name) {
        const auto found = json.find(name);
        return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    const auto at = parse_instant(part("at"), TimeZone());
    LastWord word{{part("vi"), part("en")}, at.value_or(Instant{})};
    return at && !word.why.empty() ? std::optional(std::move(word)) : std::nullopt;
}

void take_back_last_word(const Path& folder) {
    std::error_code error;
    std::filesystem::remove(file_in(folder), error);
}

}  // namespace hall
