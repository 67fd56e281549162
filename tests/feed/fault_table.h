#pragma once
/// What `./run faults` prints: a line for each fault, where $HALL_FAULT_TABLE names a file. Then nobody presses R, and
/// the time until all is well again is the program's own.
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <string>

#include "feed/worker.h"

namespace hall::test {

inline const char* fault_table() { return std::getenv("HALL_FAULT_TABLE"); }

class Recovery {
public:
    /// The fault is over; `worker` is asked at once unless the time is to be told.
    Recovery(std::string kind, std::string outcome, FeedWorker& worker)
        : kind_(std::move(kind)), outcome_(std::move(outcome)), mended_(std::chrono::steady_clock::now()) {
        // Some servers ask for hours: nobody waits for them in a test.
        const bool asks_for_long = kind_ == "busy_until_a_date" || kind_ == "busy_for_years";
        if (asks_for_long) kind_ += " (R pressed)";
        if (fault_table() == nullptr || asks_for_long) worker.refresh();
    }
    void is_well() const {
        if (fault_table() == nullptr) return;
        const auto passed = std::chrono::steady_clock::now() - mended_;
        std::ofstream(fault_table(), std::ios::app)
            << kind_ << '\t' << std::chrono::duration_cast<std::chrono::milliseconds>(passed).count() << '\t'
            << outcome_ << '\n';
    }

private:
    std::string kind_, outcome_;
    std::chrono::steady_clock::time_point mended_;
};

}  // namespace hall::test
