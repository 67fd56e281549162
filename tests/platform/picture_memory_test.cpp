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

/// More than was asked for: it had waited for another size.
std::size_t room_of(const Owned& memory) { return malloc_usable_size(memory.get()); }

/// How many of the pages that lie wholly in it the kernel has not given yet.
std::size_t missing_pages(void* memory, std::size_t size) {
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    const auto begin = reinterpret_cast<std::uintptr_t>(memory);
    const std::uintptr_t skipped = (page - begin % page) % page;
    std::vector<unsigned char> there((size - skipped) / page);
    EXPECT_EQ(mincore(static_cast<char*>(memory) + skipped, there.size() * page, there.data()), 0);
    return static_cast<std::size_t>(std::ranges::count(there, 0));
}

bool kernel_gives_pages() {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    const Owned one(std::aligned_alloc(page, page));
    return madvise(one.get(), page, MADV_POPULATE_WRITE) == 0;
}

class PictureMemory : public testing::Test {
protected:
    /// Whatever was freed before, memory of pictures is new to the process.
    void SetUp() override { mallopt(M_MMAP_THRESHOLD, 256 << 10); }
};

TEST_F(PictureMemory, has_all_its_pages_before_it_is_touched) {
    if (!kernel_gives_pages()) GTEST_SKIP() << "the kernel is older than that";
    const Owned untouched(std::malloc(picture));
    EXPECT_GT(missing_pages(untouched.get(), picture), 1000U) << "there is something to give";
    for (const std::size_t size : {picture, picture / 8}) {
        const Owned memory = ask(size);
        ASSERT_NE(memory, nullptr);
        EXPECT_EQ(missing_pages(memory.get(), size), 0U) << size;
    }
}

TEST_F(PictureMemory, that_is_ready_goes_to_the_next_picture_of_about_that_size) {
    ReadyMemory ready(picture + 4096);
    ready.touch();
    EXPECT_LT(room_of(ask(picture / 2)), picture) << "too small for it";
    EXPECT_LT(room_of(ask(picture * 2)), picture * 3) << "too large for it";
    const Owned fits = ask(picture - 100'000);
    EXPECT_GE(room_of(fits), picture);
    EXPECT_EQ(missing_pages(fits.get(), picture), 0U);
    EXPECT_LT(room_of(ask(picture - 100'000)), picture) << "it was given away";
}

TEST_F(PictureMemory, that_nobody_asked_for_goes_with_its_owner) {
    {
        ReadyMemory first(picture + 4096);
        { const ReadyMemory second(picture + 4096); }  // the first stays
        EXPECT_GE(room_of(ask(picture - 100'000)), picture);
    }
    { const ReadyMemory unused(picture + 4096); }
    EXPECT_LT(room_of(ask(picture - 100'000)), picture);
}

class PictureMemoryOfAWindow : public OnDummyVideo {};

struct Shown {
    std::unique_ptr<Window> window;
    std::unique_ptr<Renderer> renderer;

    Shown(FirstPicture first, int width, int height)
        : window(*Window::open({.title = "hall-test", .width = width, .height = height})),
          renderer(*make_window_renderer(window->handle(), "software", first)) {}
    void show() const {
        renderer->clear();
        renderer->present();
    }
};

TEST_F(PictureMemoryOfAWindow, is_there_before_the_first_picture_and_not_after) {
    {
        const Shown hall(FirstPicture::large, 1920, 1080), console(FirstPicture::small, 640, 360);
        console.show();  // which takes nothing from the other
        EXPECT_GE(room_of(ask(picture - 100'000)), picture);
    }
    const Shown hall(FirstPicture::large, 1920, 1080);
    hall.show();
    EXPECT_LT(room_of(ask(picture - 100'000)), picture);
}

}  // namespace
}  // namespace hall
