#pragma once
/// Memory for pictures, which SDL touches whole as soon as it has it.
#include <cstddef>

namespace hall {

/// SDL's malloc. A picture's memory lies on huge pages as far as it covers any, and the kernel has given its pages when
/// it is returned: by one call where it knows that call, not by a fault each. Thread: any.
void* picture_malloc(std::size_t size);

/// Memory that waits for the next picture of about its size, whoever asks for it; the process has one at a time, and
/// the first stays. What no picture asked for goes with this object.
class ReadyMemory {
public:
    /// Thread: that of the pictures, so that it comes from the same part of the heap.
    explicit ReadyMemory(std::size_t size);
    ~ReadyMemory();
    ReadyMemory(const ReadyMemory&) = delete;
    ReadyMemory& operator=(const ReadyMemory&) = delete;

    /// Has the kernel give its pages; a picture that asks meanwhile waits. Thread: any.
    void touch();
};

/// Has the kernel give the pages of memory whose contents nobody needs. One fault after the other: unlike one call for
/// all of them it lets the process's other threads be given memory meanwhile. Thread: any.
void touch_pages(void* first, std::size_t size);

}  // namespace hall
