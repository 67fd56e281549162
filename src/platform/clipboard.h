#pragma once
/// What was copied elsewhere.
#include <string>

namespace hall {

/// Empty where nothing was. Needs an open Session. Thread: render thread.
std::string clipboard_text();

}  // namespace hall
