#pragma once
/// The memory of pictures.
#include <cstddef>
#include <cstdlib>
#include <new>
#include <utility>

namespace hall {

/// Asks for pages of some megabytes, where the system has such: a large picture's memory is then made of a few, not of
/// thousands, each of which costs a fault. Pure advice. Thread: any.
void advise_large_pages(void* memory, std::size_t bytes);

/// Zeroed, by the system and not by us where it is large: whoever writes a page first makes it.
/// Throws std::bad_alloc. To be freed by std::free.
void* blank_memory(std::size_t bytes);

/// For containers that are made at their size and keep it.
template <class Value>
struct BlankMemory {
    using value_type = Value;

    BlankMemory() = default;
    template <class Other>
    BlankMemory(const BlankMemory<Other>&) {}

    Value* allocate(std::size_t count) { return static_cast<Value*>(blank_memory(count * sizeof(Value))); }
    void deallocate(Value* memory, std::size_t) { std::free(memory); }
    /// What is made of nothing is there already.
    template <class Made, class... From>
    void construct(Made* place, From&&... from) {
        if constexpr (sizeof...(From) > 0) ::new (static_cast<void*>(place)) Made(std::forward<From>(from)...);
    }
    bool operator==(const BlankMemory&) const = default;
};

}  // namespace hall
