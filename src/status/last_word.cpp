#include "status/last_word.h"

#include <nlohmann/json.hpp>

namespace hall {
namespace {

using Json = nlohmann::json;

constexpr std::size_t largest = 1U << 14U;

Path file_in(const Path& folder) { return folder / "last-word.json"; }

}  // namespace

Status leave_last_word(const Path& folder, const Sentence& why) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const Json word{{"vi", why.vi}, {"en", why.en}};
    return write_file_atomic(file_in(folder), word.dump(2, ' ', false, Json::error_handler_t::replace) + "\n",
                             Readers::everyone);
}

Sentence last_word(const Path& folder) {
    const auto text = read_file(file_in(folder), largest);
    if (!text) return {};
    const Json word = Json::parse(*text, nullptr, false);
    if (!word.is_object()) return {};
    const auto part = [&](const char* name) {
        const auto found = word.find(name);
        return found != word.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    return {part("vi"), part("en")};
}

void take_back_last_word(const Path& folder) {
    std::error_code error;
    std::filesystem::remove(file_in(folder), error);
}

}  // namespace hall
