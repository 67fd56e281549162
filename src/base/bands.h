#pragma once
/// One picture's rows shared out to the machine's processors.
#include <functional>

namespace hall {

/// Calls `work(first, last)` for bands of rows that together are [0, count) and returns when all are done; bands run at
/// the same time, so `work` writes only what belongs to its rows. Thread: any. Never throws: where no thread is to be
/// had, this one does it.
void in_bands(int count, const std::function<void(int first, int last)>& work);

}  // namespace hall
