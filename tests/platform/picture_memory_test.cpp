#include "platform/picture_memory.h"

#include <gtest/gtest.h>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <vector>

#include "platform/dummy_video.h"
#include "platform/renderer.h"
#include "platform/window.h"

namespace hall {
namespace {

constexpr std::size_t picture = std::size_t{1920} * 1080 * 4;

struct Free {
    void operator()(void* memory) const { std::free(memory); }
};
using Owned = std::unique_ptr<void, Free>;

Owned ask(std::size_t size) { return Owned(picture_malloc(size)); }

/// More than was asked for: it had been made ready for another size.
std::size_t room_of(const Owned& memory) { return malloc_usable_size(memory.get()); }

/// How many of the pages that lie wholly in it the kernel has given already.
std::size_t missing_pages(const Owned& memory, std::size_t size) {
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    const auto begin = reinterpret_cast<std::uintptr_t>(memory.get());
    const std::uintptr_t skipped = (page - begin % page) % page;
    std::vector<unsigned char> there((size - skipped) / page);
    EXPECT_EQ(mincore(static_cast<char*>(memory.get()) + skipped, there.size() * page, there.data()), 0);
    return static_cast<std::size_t>(std::ranges::count(there, 0));
}

bool kernel_gives_pages() {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    const Owned one(std::aligned_alloc(page, page));
    return madvise(one.get(), page, MADV_POPULATE_WRITE) == 0;
}

TEST(PictureMemory, has_all_its_pages_before_it_is_touched) {
    if (!kernel_gives_pages()) GTEST_SKIP() << "the kernel is older than that";
    const Owned untouched(std::malloc(picture));
    EXPECT_GT(missing_pages(untouched, picture), picture / 4096 / 2);
    for (const std::size_t size : {picture, picture / 8}) {
        const Owned memory = ask(size);
        ASSERT_NE(memory, nullptr);
        EXPECT_EQ(missing_pages(memory, size), 0U) << size;
    }
}

TEST(PictureMemory, that_is_ready_goes_to_the_next_picture_of_about_that_size) {
    make_memory_ready(picture + 4096);
    EXPECT_LT(room_of(ask(picture / 2)), picture) << "too small for it";
    EXPECT_LT(room_of(ask(picture * 2)), picture * 3) << "too large for it";
    const Owned fits = ask(picture - 100'000);
    EXPECT_GE(room_of(fits), picture);
    EXPECT_EQ(missing_pages(fits, picture), 0U);
    EXPECT_LT(room_of(ask(picture - 100'000)), picture) << "it was given away";
}

TEST(PictureMemory, that_nobody_asked_for_is_forgotten) {
    make_memory_ready(picture + 4096);
    forget_ready_memory();
    EXPECT_LT(room_of(ask(picture - 100'000)), picture);
}

class PictureMemoryOfAWindow : public OnDummyVideo {};

TEST_F(PictureMemoryOfAWindow, is_not_kept_once_a_picture_is_shown) {
    auto window = Window::open({.title = "hall", .width = 1920, .height = 1080});
    ASSERT_TRUE(window.ok());
    auto renderer = make_window_renderer((*window)->handle(), "software", FirstPicture::large);
    ASSERT_TRUE(renderer.ok());
    (*renderer)->clear();  // once it is ready
    EXPECT_GE(room_of(ask(picture - 100'000)), picture);
    make_memory_ready(picture + 4096);
    (*renderer)->present();
    EXPECT_LT(room_of(ask(picture - 100'000)), picture);
}

}  // namespace
}  // namespace hall
