#include "app/proofs.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string_view>

#include "app/vault.h"
#include "draw/resample.h"
#include "draw/theme.h"
#include "platform/picture_apart.h"
#include "proof/check.h"
#include "proof/snapshot_pages.h"
#include "show/rundown.h"

namespace hall {
namespace {

void complain(const Options& options, const Sentence& sentence) {
    fmt::print(stderr, "{}\n", sentence.in(options.language));
}

/// "12/30" on a terminal, where somebody waits.
void show_progress(std::size_t done, std::size_t total) {
    if (isatty(STDERR_FILENO) == 1) fmt::print(stderr, "\r{}/{}", done, total);
}

void end_progress() {
    if (isatty(STDERR_FILENO) == 1) fmt::print(stderr, "\r");
}

/// No page shows a feed picture larger than this; what is kept in memory need not be larger either.
constexpr int largest_side = 2160;

/// Runs on the feed's thread.
Result<Image> decode_for_pages(std::string_view bytes, Pulse& pulse, const std::stop_token& stop) {
    ApartSettings apart;
    apart.stop = stop;
    apart.waiting = [&pulse] { pulse.beat(); };
    auto image = decode_picture_apart(bytes, apart);
    if (!image) return image;
    const int longer = std::max(image->width, image->height);
    if (longer <= largest_side) return image;
    const auto shrunk = [&](int side) {
        return std::max(1, static_cast<int>(static_cast<std::int64_t>(side) * largest_side / longer));
    };
    return resample(*image, whole(*image), shrunk(image->width), shrunk(image->height));
}

}  // namespace

Result<PageSettings> page_settings(const Options& options, const Conference& conference) {
    PageSettings settings;
    settings.width = options.size.width;
    settings.height = options.size.height;
    settings.theme = options.theme.empty() ? conference.identity.theme : options.theme;
    settings.distance = static_cast<float>(options.distance.value_or(conference.identity.viewing_distance));
    settings.reserve_left = options.wall.reserve_left;
    settings.reserve_bottom = options.wall.reserve_bottom;
    settings.overscan = options.wall.overscan;
    settings.now = typical_moment(conference);
    if (options.at.empty()) return settings;
    const auto at = parse_instant(options.at, conference.identity.timezone);
    if (!at)
        return fault(fmt::format("Thời điểm “{}” không đọc được; hãy viết như 2022-12-20T08:00.", options.at),
                     fmt::format("The moment \"{}\" cannot be read; write it like 2022-12-20T08:00.", options.at));
    settings.now = *at;
    return settings;
}

FeedSettings feed_settings(const Options& options, const Path& cache) {
    FeedSettings settings;
    settings.feed = options.feed;
    settings.cache = options.cache.empty() ? cache : options.cache;
    settings.poll = Seconds(options.poll);
    settings.network = options.offline ? Network::offline : Network::online;
    settings.certificates = options.certificates;
    settings.token = options.token;
    settings.pins = options.pins;
    settings.signed_by = options.signed_by;
    settings.inward = options.private_addresses ? Inward::allowed : Inward::refused;
    settings.decode_picture = [pulse = settings.pulse](std::string_view bytes, const std::stop_token& stop) {
        return decode_for_pages(bytes, *pulse, stop);
    };
    return settings;
}

Result<Snapshot> read_pages(const Options& options, const Path& cache) {
    auto snapshot = read_feed_once(feed_settings(options, cache));
    if (!snapshot || options.seal_keys.empty()) return snapshot;
    Vault vault(options.seal_keys, nullptr);
    const std::vector<Award>& awards = snapshot->conference.awards;
    for (std::size_t i = 0; i < awards.size(); ++i) {
        if (!awards[i].sealed) continue;
        if (const Status opened = vault.release(snapshot->conference, i); !opened) return opened.error();
    }
    return *vault.opened(std::make_shared<const Snapshot>(*std::move(snapshot)));
}

Exit run_check(const Options& options, const Path& cache, const Fonts& fonts) {
    const auto snapshot = read_pages(options, cache);
    if (!snapshot) {
        if (options.json)
            fmt::print("{}", report_as_json({{{Severity::error, "feed", "", snapshot.error().sentence}}, {}}));
        complain(options, snapshot.error().sentence);
        return Exit::unusable_feed;
    }
    const auto settings = page_settings(options, snapshot->conference);
    if (!settings) {
        complain(options, settings.error().sentence);
        return Exit::usage;
    }
    auto report = check_pages(*snapshot, make_rundown(snapshot->conference), fonts, *settings, show_progress);
    end_progress();
    if (!report) {
        complain(options, report.error().sentence);
        return Exit::failed;
    }
    report->issues.insert(report->issues.begin(), snapshot->issues.begin(), snapshot->issues.end());
    fmt::print("{}", options.json ? report_as_json(*report) : report_as_text(*report, options.language));
    const bool to_mend = std::ranges::count(report->issues, Severity::error, &Issue::severity) > 0;
    return to_mend ? Exit::to_mend : Exit::done;
}

Exit run_snapshot(const Options& options, const Path& cache, const Fonts& fonts) {
    const auto snapshot = read_pages(options, cache);
    if (!snapshot) {
        complain(options, snapshot.error().sentence);
        return Exit::unusable_feed;
    }
    SnapshotWish wish;
    wish.out = options.out;
    const auto settings = page_settings(options, snapshot->conference);
    if (!settings) {
        complain(options, settings.error().sentence);
        return Exit::usage;
    }
    wish.page = *settings;
    wish.frames = options.frames;
    if (options.theme == every_theme)
        for (const Theme& theme : themes()) wish.themes.push_back(theme.name);
    wish.each_screen_once = options.screen == each_screen;
    if (options.screen != "all" && !wish.each_screen_once) {
        wish.screen = screen_named(options.screen);
        if (!wish.screen) {
            complain(options, {fmt::format("Không có màn hình “{}”.", options.screen),
                               fmt::format("There is no screen \"{}\".", options.screen)});
            return Exit::usage;
        }
    }
    if (options.step != "all") {
        std::size_t number = 0;
        for (const char c : options.step) {
            if (c < '0' || c > '9' || number > 1'000'000) {
                complain(options, {fmt::format("“{}” không phải số bước; hãy viết 1, 2 … hoặc all.", options.step),
                                   fmt::format("\"{}\" is no step; write 1, 2 ... or all.", options.step)});
                return Exit::usage;
            }
            number = number * 10 + static_cast<std::size_t>(c - '0');
        }
        wish.step = number;
    }
    const Rundown rundown = make_rundown(snapshot->conference);
    const auto pages = wished_pages(rundown, wish);
    if (!pages) {
        complain(options, pages.error().sentence);
        return Exit::usage;
    }
    const auto written = write_pages(*snapshot, rundown, *pages, fonts, wish, show_progress);
    end_progress();
    if (!written) {
        complain(options, written.error().sentence);
        return Exit::failed;
    }
    complain(options, {fmt::format("Đã ghi {} trang vào {}.", *written, options.out.string()),
                       fmt::format("{} pages written to {}.", *written, options.out.string())});
    return Exit::done;
}

}  // namespace hall
