#pragma once
/// Why the last start of a show came to no picture: a file in its runtime folder, for `hoitruong status`.
#include "base/file.h"
#include "base/result.h"
#include "base/sentence.h"

namespace hall {

/// The folder is created when absent.
Status leave_last_word(const Path& folder, const Sentence& why);
/// Empty where there is none.
Sentence last_word(const Path& folder);
/// A show has come to its picture.
void take_back_last_word(const Path& folder);

}  // namespace hall
