#include "platform/picture_memory.h"

#include <sys/mman.h>

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <utility>

namespace hall {
namespace {

constexpr std::uintptr_t page = 4096, huge_page = std::uintptr_t{2} << 20U;
constexpr std::size_t small = std::size_t{128} << 10U;  // no picture

struct Free {
    void operator()(void* memory) const { std::free(memory); }
};
using Memory = std::unique_ptr<void, Free>;

/// SDL's memory functions take no object, so it is the process's. Whoever asks waits until it is ready.
struct Ready {
    std::mutex access;
    Memory memory;
    std::size_t size = 0;
};
Ready& ready() {
    static Ready one;
    return one;
}

/// What lies between the first whole multiple of `unit` and the last.
void advise(void* first, std::size_t size, std::uintptr_t unit, int advice) {
    const auto begin = reinterpret_cast<std::uintptr_t>(first);
    const std::uintptr_t from = (begin + unit - 1) / unit * unit, to = (begin + size) / unit * unit;
    if (from < to) madvise(static_cast<char*>(first) + (from - begin), to - from, advice);
}

/// Aligned memory would be covered by huge pages whole, but glibc keeps holes between such blocks.
Memory new_picture(std::size_t size) {
    Memory memory(std::malloc(size));
    if (memory != nullptr) advise(memory.get(), size, huge_page, MADV_HUGEPAGE);
    return memory;
}

/// What is ready, if it fits.
Memory take_ready(std::size_t size) {
    Ready& kept = ready();
    const std::lock_guard lock(kept.access);
    return size <= kept.size && size > kept.size / 2 ? std::exchange(kept.memory, nullptr) : nullptr;
}

}  // namespace

void touch_pages(void* first, std::size_t size) {
    auto* const bytes = static_cast<volatile char*>(first);
    for (std::size_t at = 0; at < size; at += page) bytes[at] = 0;
}

void* picture_malloc(std::size_t size) {
    if (size < small) return std::malloc(size);
    Memory memory = take_ready(size);
    if (memory != nullptr) return memory.release();
    memory = new_picture(size);
    if (memory != nullptr) advise(memory.get(), size, page, MADV_POPULATE_WRITE);
    return memory.release();
}

void make_memory_ready(std::size_t size) {
    Ready& kept = ready();
    const std::lock_guard lock(kept.access);
    kept.memory = new_picture(size);
    kept.size = size;
    if (kept.memory != nullptr) touch_pages(kept.memory.get(), size);
}

void forget_ready_memory() {
    Ready& kept = ready();
    const std::lock_guard lock(kept.access);
    kept.memory.reset();
}

}  // namespace hall
