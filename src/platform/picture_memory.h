#pragma once
/// Memory for pictures, which SDL touches whole as soon as it has it. Thread: any.
#include <cstddef>

namespace hall {

/// SDL's malloc. A picture's memory lies on huge pages as far as it covers any and the kernel has them, and has all its
/// pages when it is returned: by one call, not by a fault each.
void* picture_malloc(std::size_t size);

/// Has memory ready for the next picture of about `size` bytes, for whoever must not wait for the kernel.
void make_memory_ready(std::size_t size);

/// Frees what is ready still: no such picture came.
void forget_ready_memory();

/// Clears a byte of every page, so that the kernel gives them all. Unlike one call for all of them it lets the other
/// threads of the process be given memory meanwhile.
void touch_pages(void* first, std::size_t size);

}  // namespace hall
