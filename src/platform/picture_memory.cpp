#include "platform/picture_memory.h"

#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <utility>

namespace hall {
namespace {

constexpr std::uintptr_t huge_page = std::uintptr_t{2} << 20U;
constexpr std::size_t least_picture = std::size_t{128} << 10U;  // what is smaller is none

std::uintptr_t page_size() {
    static const auto size = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    return size;
}

struct Free {
    void operator()(void* memory) const { std::free(memory); }
};
using Memory = std::unique_ptr<void, Free>;

/// SDL's memory functions take no object, so it is the process's.
struct Waiting {
    std::mutex access;  ///< held while the pages are given
    Memory memory;
    const ReadyMemory* owner = nullptr;
    std::atomic<std::size_t> size = 0;  ///< to be read without the mutex: other memory does not wait
};
Waiting& waiting() {
    static Waiting one;
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
    if (memory != nullptr && size >= 2 * huge_page) advise(memory.get(), size, huge_page, MADV_HUGEPAGE);
    return memory;
}

/// What waits, if it fits.
Memory take_waiting(std::size_t size) {
    Waiting& kept = waiting();
    const auto fits = [&] { return size <= kept.size && size > kept.size / 2; };
    if (!fits()) return nullptr;
    const std::lock_guard lock(kept.access);
    if (!fits()) return nullptr;
    kept.size = 0;
    return std::exchange(kept.memory, nullptr);
}

}  // namespace

void* picture_malloc(std::size_t size) {
    if (size < least_picture) return std::malloc(size);
    Memory memory = take_waiting(size);
    if (memory != nullptr) return memory.release();
    memory = new_picture(size);
    if (memory != nullptr) advise(memory.get(), size, page_size(), MADV_POPULATE_WRITE);
    return memory.release();
}

ReadyMemory::ReadyMemory(std::size_t size) {
    Waiting& kept = waiting();
    const std::lock_guard lock(kept.access);
    if (kept.memory != nullptr) return;
    kept.memory = new_picture(size);
    kept.size = kept.memory == nullptr ? 0 : size;
    kept.owner = this;
}

ReadyMemory::~ReadyMemory() {
    Waiting& kept = waiting();
    const std::lock_guard lock(kept.access);
    if (kept.owner != this) return;
    kept.owner = nullptr;
    kept.size = 0;
    kept.memory.reset();
}

void ReadyMemory::touch() {
    Waiting& kept = waiting();
    const std::lock_guard lock(kept.access);
    if (kept.owner == this && kept.memory != nullptr) touch_pages(kept.memory.get(), kept.size);
}

void touch_pages(void* first, std::size_t size) {
    if (size == 0) return;
    auto* const bytes = static_cast<volatile char*>(first);
    for (std::size_t at = 0; at < size; at += page_size()) bytes[at] = 0;
    bytes[size - 1] = 0;
}

}  // namespace hall
