#include "app/sheet_command.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>

#include "app/proofs.h"
#include "app/resume.h"
#include "proof/papers.h"
#include "show/remarks.h"
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

/// What the operator on this machine noted about recipients during the last hours.
Remarks todays_notes(const Options& options, const Paths& paths) {
    const auto place = load_place(place_file(paths.state, show_of(options)));
    const Instant now = std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
    return place && still_counts(*place, now) ? place->remarks : Remarks{};
}

}  // namespace

Exit run_sheet(const Options& options, const Paths& paths, const Fonts& fonts) {
    auto snapshot = read_pages(options, paths.cache);
    if (!snapshot) {
        say(options, snapshot.error().sentence);
        return Exit::unusable_feed;
    }
    // The press gets the names as they were announced.
    if (options.paper == PaperKind::press) {
        const Remarks notes = todays_notes(options, paths);
        snapshot->conference = amended(snapshot->conference, notes);
        say(options,
            notes.empty()
                ? Sentence{"Trên máy này không có ghi chú nào của bàn điều hành hôm nay về nguồn này (ghi đúng "
                           "như khi chiếu): tên như trong nguồn.",
                           "There are no notes of today's desk on this machine for this feed (as it was named "
                           "for the show): names as the feed has them."}
                : Sentence{fmt::format("Theo {} ghi chú của bàn điều hành hôm nay.", notes.size()),
                           fmt::format("As the desk noted today: {} notes.", notes.size())});
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
