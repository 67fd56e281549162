#include "proof/walls.h"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

#include "draw/text_support.h"
#include "feed/worker.h"
#include "screens/cases.h"
#include "show/rundown.h"

namespace hall::tests {

Feed feed_in(const std::string& folder) {
    FeedSettings settings;
    settings.feed = folder;
    settings.network = Network::offline;
    auto snapshot = read_feed_once(settings);
    if (!snapshot) throw std::runtime_error(snapshot.error().sentence.en);
    return {"hard", *std::move(snapshot)};
}

const std::vector<Feed>& feeds() {
    static const std::vector<Feed> all = [] {
        std::vector<Feed> made;
        for (const Case& example : cases())
            made.emplace_back(Feed{std::string(example.name), {}}).snapshot.conference = example.conference;
        made.push_back(feed_in(HALL_SOURCE_DIR "/tests/proof/hard"));
        return made;
    }();
    return all;
}

CheckReport report_on(const Feed& feed, const WallSize& wall, const std::string& theme, Extent extent) {
    PageSettings settings;
    settings.width = wall.width;
    settings.height = wall.height;
    settings.theme = theme;
    settings.now = typical_moment(feed.snapshot.conference);
    const Rundown rundown = make_rundown(feed.snapshot.conference);
    const auto report = check_pages(
        feed.snapshot, rundown, test_fonts(), settings, [](auto, auto) {}, extent);
    if (!report) throw std::runtime_error(report.error().sentence.en);
    return *report;
}

std::string errors_in(const CheckReport& report) {
    std::string lines;
    for (const Issue& issue : report.issues)
        if (issue.severity == Severity::error)
            lines += fmt::format("{} [{}] {}\n", issue.place, issue.code, issue.sentence.en);
    return lines;
}

}  // namespace hall::tests
