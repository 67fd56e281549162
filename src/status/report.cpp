#include "status/report.h"

namespace hall {
namespace {

bool same_feed(const FeedStatus& left, const FeedStatus& right) {
    return left.source == right.source && left.fault == right.fault && left.failures == right.failures &&
           left.from_cache == right.from_cache && left.content_since == right.content_since;
}

}  // namespace

bool same_news(const StatusReport& left, const StatusReport& right) {
    // The clock's error moves by itself.
    LinkReport link = right.link;
    link.clock_error = left.link.clock_error;
    link.clock_unsure = left.link.clock_unsure;
    return left.link == link && left.page == right.page && left.display == right.display &&
           same_feed(left.feed, right.feed) && left.issues == right.issues && left.waits_for == right.waits_for &&
           left.differences == right.differences && left.place_fault == right.place_fault &&
           left.faults == right.faults && left.clock.wrong() == right.clock.wrong() &&
           left.clock.corrected == right.clock.corrected;
}

}  // namespace hall
