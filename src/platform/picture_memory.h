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

/// Gives pages to memory that will be touched. Pauses, so that the other threads of the process are given memory too.
/// Memory that is gone by then costs nothing but an error.
void give_pages_beside(void* first, std::size_t size);

}  // namespace hall
