#pragma once
/// A show that is well, as its report says it.
#include "status/report.h"

namespace hall::test {

inline StatusReport typical_report() {
    StatusReport report;
    report.version = "1.2.3";
    report.process = {4711, 99, Instant(std::chrono::hours(400'000)), 0};
    report.page = {12, 60, "award-reveal", Cover::hold, Drive::by_operator, Instant(std::chrono::hours(400'001))};
    report.display = {"EPSON \"PJ\" 3\n", 1920, 1080, "opengl", "x11", 2};
    report.feed.source = "https://example.org/conference.json";
    report.feed.last_success = Instant(std::chrono::hours(400'002));
    report.feed.content_since = Instant(std::chrono::hours(400'001));
    report.issues = 3;
    report.memory = {50U << 20U, 30U << 20U};
    report.written = Instant(std::chrono::hours(400'002));
    report.alive = Milliseconds(5'000'000);
    return report;
}

/// Two seconds after it was written.
inline Now typical_now() {
    return {Instant(std::chrono::hours(400'002) + std::chrono::seconds(2)), Milliseconds(5'002'000)};
}

}  // namespace hall::test
