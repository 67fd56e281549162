#pragma once
/// Converting a foreign format and reading what came of it, as the feed reader does.
#include "decoder_fixture.h"
#include "feed/foreign.h"

namespace hall {

struct Read {
    Conference conference;
    Issues issues;
    std::string document;
};

inline ForeignWish wish_for(const std::string& section, const std::string& name = "bang.csv") {
    ForeignWish wish;
    wish.section = section;
    wish.name = name;
    wish.days = {LocalTime{2026, 12, 5, 0, 0, 0, 6}};
    return wish;
}

/// Sections of their own have no conference; what that costs is not what these tests are about.
inline Read read_foreign(std::string_view bytes, FeedKind kind, const ForeignWish& wish) {
    auto converted = convert(bytes, kind, wish);
    EXPECT_TRUE(converted.ok()) << (converted ? "" : converted.error().sentence.en);
    if (!converted) return {};
    Decoded read = decoded(converted->document);
    move_issues(read.issues, converted->places);
    Issues issues = std::move(converted->issues);
    for (Issue& issue : read.issues)
        if (wish.section.empty() || issue.code != "conference.missing") issues.push_back(std::move(issue));
    return {std::move(read.conference), std::move(issues), std::move(converted->document)};
}

inline Read read_csv_section(std::string_view bytes, const std::string& section) {
    return read_foreign(bytes, FeedKind::csv, wish_for(section));
}

}  // namespace hall
