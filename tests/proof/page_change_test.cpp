/// What stays while one page gives way to the next.
#include <gtest/gtest.h>

#include "draw/theme.h"
#include "proof/page_maker.h"
#include "proof/planted.h"
#include "show/rundown.h"

namespace hall::tests {
namespace {

TEST(PageChange, the_ground_stays_while_the_words_leave) {
    Snapshot snapshot;
    snapshot.conference.identity.title = "Hội nghị tổng kết";
    snapshot.conference.rundown.emplace_back().screen = ScreenId::welcome;
    snapshot.conference.rundown.emplace_back().screen = ScreenId::closing;
    const Rundown rundown = make_rundown(snapshot.conference);
    for (const Theme& theme : themes()) {
        PageSettings settings;
        settings.width = 320;
        settings.height = 180;
        settings.theme = theme.name;
        const auto maker = PageMaker::make(test_fonts(), settings);
        ASSERT_TRUE(maker);
        ShowState state;
        state.step = 1;
        state.previous = 0;
        const auto edge_at = [&](Milliseconds elapsed, Entry entry) {
            state.entry = entry;
            (*maker)->record(ProgramInput{snapshot, rundown, state, {{}, elapsed}});
            const Image image = (*maker)->pixels().value();
            const std::uint8_t* pixel = image.pixel(2, 90);
            return relative_luminance({pixel[0], pixel[1], pixel[2], 255});
        };
        const double settled = edge_at(Milliseconds(0), Entry::settled);
        for (const int elapsed : {0, 80, 160, 250, 270, 400})
            EXPECT_NEAR(edge_at(Milliseconds(elapsed), Entry::animated), settled, 0.02)
                << theme.name << " after " << elapsed << " ms";
    }
}

}  // namespace
}  // namespace hall::tests
