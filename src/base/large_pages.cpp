#include "base/large_pages.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>

namespace hall {
namespace {

constexpr std::size_t large = 2U << 20U;

}  // namespace

void advise_large_pages(void* memory, std::size_t bytes) {
    if (memory == nullptr || bytes < large) return;
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto address = reinterpret_cast<std::uintptr_t>(memory);
    const std::uintptr_t first = (address + page - 1) / page * page;
    ::madvise(reinterpret_cast<void*>(first), (address + bytes - first) / page * page, MADV_HUGEPAGE);
}

void* blank_memory(std::size_t bytes) {
    void* const made = std::calloc(bytes, 1);
    if (made == nullptr && bytes > 0) throw std::bad_alloc();
    advise_large_pages(made, bytes);
    return made;
}

}  // namespace hall
