#include "app/typing_choice.h"

#include <array>
#include <string_view>

#include "base/log.h"

namespace hall {
namespace {

constexpr std::array<std::string_view, 3> names = {"plain", "telex", "vni"};
constexpr std::size_t most_bytes = 64;

}  // namespace

TypingChoice::TypingChoice(const Path& state_folder) : file_(state_folder / "typing.txt") {
    const auto read = read_file(file_, most_bytes);
    if (!read) return;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (*read == names[i]) typing_ = static_cast<Typing>(i);
}

void TypingChoice::choose(Typing typing) {
    if (typing == typing_) return;
    typing_ = typing;
    std::error_code error;
    std::filesystem::create_directories(file_.parent_path(), error);
    if (const Status saved = write_file_atomic(file_, names[static_cast<std::size_t>(typing)]); !saved)
        log_line(LogLevel::warning, "app", saved.error().sentence.en);
}

}  // namespace hall
