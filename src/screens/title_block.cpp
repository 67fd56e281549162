#include "screens/title_block.h"

#include <array>
#include <string>

#include "base/text.h"
#include "screens/stack.h"
#include "screens/wording.h"

namespace hall {
namespace {

// What a conference is called; split off only where the feed's title begins with it.
constexpr std::array<std::string_view, 3> kinds{"Hội nghị", "Đại hội", "Hội thảo"};
constexpr std::size_t shortest_rest = 3;  ///< syllables that must remain for the title proper
constexpr int longest = 4;                ///< lines
constexpr float kicker_tracking = 0.15F;  ///< em
constexpr float hero_tracking = 0.02F;    ///< em

struct Parts {
    std::string_view kicker;
    std::string rest;
};

/// "Hội nghị tổng kết …" -> "Hội nghị" and "Tổng kết …": the rest begins a line of its own, so it gets a capital.
Parts split(std::string_view title) {
    for (const std::string_view kind : kinds) {
        if (!title.starts_with(std::string(kind) + " ")) continue;
        const std::string_view rest = title.substr(kind.size() + 1);
        if (tokens(rest).size() < shortest_rest) break;
        const std::u32string letters = to_code_points(rest);
        return {kind, to_upper(to_utf8(letters.substr(0, 1))) + to_utf8(letters.substr(1))};
    }
    return {{}, std::string(title)};
}

}  // namespace

void add_title(Stack& stack, const Canvas& canvas, std::string_view title, TitleSize size, float gap) {
    const Parts parts = split(title);
    stack.text(parts.kicker,
               {.type = Type::name_m, .capitals = Capitals::upper, .align = Align::centre, .tracking = kicker_tracking},
               1, gap);
    const Capitals capitals = capitals_for(parts.rest);
    const bool roomy = size == TitleSize::hero && capitals == Capitals::upper && !canvas.portrait();
    stack.text(parts.rest,
               {.type = roomy ? Type::hero : Type::title,
                .ink = Ink::accent,
                .finish = Finish::gold,
                .capitals = capitals,
                .align = Align::centre,
                .tracking = capitals == Capitals::upper ? hero_tracking : 0},
               longest, gap);
}

}  // namespace hall
