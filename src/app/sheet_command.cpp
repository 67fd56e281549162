#include "app/sheet_command.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>

#include "app/proofs.h"
#include "proof/papers.h"
#include "show/rundown.h"

namespace hall {
namespace {

void say(const Options& options, const Sentence& sentence) {
    fmt::print(stderr, "{}\n", sentence.in(options.language));
}

Result<std::size_t> write(const Options& options, const Snapshot& snapshot, const Fonts& fonts) {
    const Rundown rundown = make_rundown(snapshot.conference);
    switch (options.paper) {
        case PaperKind::plates: return write_plates(snapshot, fonts, options.out);
        case PaperKind::labels: return write_labels(snapshot, rundown, fonts, options.out);
        case PaperKind::press: {
            const auto settings = page_settings(options, snapshot.conference);
            if (!settings) return settings.error();
            return write_press(snapshot, rundown, fonts, *settings, options.out, [](std::size_t, std::size_t) {});
        }
        case PaperKind::order: break;
    }
    const Instant now = std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
    return write_running_order(snapshot, rundown, fonts, now, options.out);
}

}  // namespace

Exit run_sheet(const Options& options, const Path& cache, const Fonts& fonts) {
    const auto snapshot = read_feed_once(feed_settings(options, cache));
    if (!snapshot) {
        say(options, snapshot.error().sentence);
        return Exit::unusable_feed;
    }
    const auto written = write(options, *snapshot, fonts);
    if (!written) {
        say(options, written.error().sentence);
        return Exit::failed;
    }
    say(options, {fmt::format("Đã ghi {} trang vào {}.", *written, options.out.string()),
                  fmt::format("{} pages written to {}.", *written, options.out.string())});
    return Exit::done;
}

}  // namespace hall
