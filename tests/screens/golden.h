#pragma once
/// Goldens are files beside this one. HALL_REWRITE_GOLDENS=1 writes what is instead of comparing it to what was.
#include <string>

#include "base/file.h"
#include "base/image.h"
#include "draw/canvas.h"

namespace hall::tests {

bool rewriting();
Path golden_path(const std::string& name);

/// One line a run: type, em, box, whether it fits, the words. Boxes in whole pixels.
std::string describe(const PageRecord& record);

/// Empty where the file says the same, else what is different.
std::string differs_from_golden(const std::string& name, const std::string& text);
/// `tolerance`: largest difference of a channel that passes.
std::string differs_from_golden(const std::string& name, const Image& image, int tolerance);

/// The smallest box around both.
Box around(const Box& one, const Box& other);

}  // namespace hall::tests
