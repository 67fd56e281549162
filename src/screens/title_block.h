#pragma once
/// The conference's title as welcome, closing and holding show it: a kicker line "HỘI NGHỊ" above a golden title in
/// capitals where it is short, in mixed case over up to four lines where it is long.
#include <string_view>

#include "draw/canvas.h"

namespace hall {

class Stack;

enum class TitleSize { hero, title };

/// `gap` in pixels, before the kicker and between its parts. An empty title adds nothing.
void add_title(Stack& stack, const Canvas& canvas, std::string_view title, TitleSize size, float gap);

}  // namespace hall
