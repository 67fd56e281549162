#include "app/sheet_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <set>
#include <utility>

#include "app/proofs.h"
#include "app/resume.h"
#include "proof/papers.h"
#include "show/remarks.h"
#include "show/rundown.h"
#include "status/play_log.h"

namespace hall {
namespace {

void say(const Options& options, const Sentence& sentence) {
    fmt::print(stderr, "{}\n", sentence.in(options.language));
}

Result<Printed> with_pages(const Result<std::size_t>& written) {
    if (!written) return written.error();
    return Printed{*written, {}};
}

Result<Printed> write(const Options& options, const Snapshot& snapshot, const Fonts& fonts) {
    const Rundown rundown = make_rundown(snapshot.conference);
    switch (options.paper) {
        case PaperKind::plates: return with_pages(write_plates(snapshot, fonts, options.out));
        case PaperKind::labels: return write_labels(snapshot, rundown, fonts, options.out);
        case PaperKind::press: {
            const auto settings = page_settings(options, snapshot.conference);
            if (!settings) return settings.error();
            return with_pages(
                write_press(snapshot, rundown, fonts, *settings, options.out, [](std::size_t, std::size_t) {}));
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

/// How many held awards have names here and were not shown to their end during the last hours, by this machine's play
/// log. Its steps are those of the feed, or of the feed as the desk amended it.
std::size_t held_unannounced(const Conference& feeds, const Conference& shown, const Paths& paths) {
    const Instant now = std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
    const std::vector<Play> plays = read_plays(play_log_file(paths.state));
    std::set<std::size_t> waiting;
    for (std::size_t award = 0; award < shown.awards.size(); ++award)
        for (const Batch& batch : shown.awards[award].batches)
            if (shown.awards[award].visibility == Visibility::held &&
                !std::ranges::all_of(batch.recipients, &Recipient::sealed))
                waiting.insert(award);
    for (const Conference* conference : {&feeds, &shown}) {
        const auto steps = make_rundown(*conference).steps;
        for (const Play& play : plays) {
            const bool fits = play.steps == steps.size() && play.step >= 1 && play.step <= steps.size();
            if (!fits || play.cover != Cover::none || now - play.at > oldest_place) continue;
            const Step& step = steps[play.step - 1];
            const bool last = play.step == steps.size() || steps[play.step].award != step.award;
            if (step.award && last && name_of(step.screen) == play.screen) waiting.erase(*step.award);
        }
    }
    return waiting.size();
}

void warn_of_held(const Options& options, std::size_t held) {
    if (held == 0) return;
    say(options,
        {fmt::format("Chú ý: theo nhật ký trên máy này, {} khen thưởng chưa công bố hết; ảnh có tên người "
                     "nhận, chỉ gửi đi sau khi công bố.",
                     held),
         fmt::format("Mind: by the play log of this machine {} held awards are not announced to their end; the "
                     "pictures name the winners, so send them after the announcement only.",
                     held)});
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
        Conference shown = amended(snapshot->conference, notes);
        warn_of_held(options, held_unannounced(snapshot->conference, shown, paths));
        snapshot->conference = std::move(shown);
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
    for (const Sentence& misfit : written->misfits) say(options, misfit);
    if (written->pages == 0) return Exit::to_mend;
    say(options, {fmt::format("Đã ghi {} trang vào {}.", written->pages, options.out.string()),
                  fmt::format("{} pages written to {}.", written->pages, options.out.string())});
    return Exit::done;
}

}  // namespace hall
