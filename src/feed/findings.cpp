#include "feed/findings.h"

#include <fmt/format.h>

namespace hall {

void Findings::add(Issue issue) {
    if (issue.pointer.empty() && issue.place.starts_with('/')) issue.pointer = issue.place;
    if (issues_.size() < most_issues)
        issues_.push_back(std::move(issue));
    else
        ++left_off_;
}

Issues Findings::take() && {
    if (left_off_ > 0)
        issues_.push_back(
            {Severity::error,
             "feed.more-issues",
             "",
             {fmt::format("Còn {} lỗi khác chưa liệt kê; sửa các lỗi trên rồi kiểm tra lại.", left_off_),
              fmt::format("{} more issues are not listed; mend the ones above and check again.", left_off_)}});
    return std::move(issues_);
}

}  // namespace hall
