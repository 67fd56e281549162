#pragma once
/// People in the order of their introduction, page by page. Thread: render thread.
#include <string_view>
#include <vector>

#include "screens/screen_input.h"

namespace hall {

class Canvas;

/// The whole picture: backdrop, head with `label`, and the step's page of `persons`, one row each.
void draw_persons(Canvas& canvas, const ScreenInput& input, std::string_view label, const std::vector<Person>& persons);

}  // namespace hall
