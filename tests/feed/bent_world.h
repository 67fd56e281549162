#pragma once
/// A resolver and a wall clock that a test can bend. The test program's own getaddrinfo and clock_gettime stand before
/// the system's: the library that asks cannot tell. Thread: any.
#include <chrono>
#include <string>
#include <vector>

namespace hall::test {

struct Answer {
    std::vector<std::string> addresses;  ///< numeric; in this order
    int error = 0;                       ///< EAI_...; 0 where there are addresses
    std::chrono::milliseconds after{0};  ///< how long the resolver takes
};

/// From now on `host` is answered like this; every other name by the system.
void answer_name(const std::string& host, Answer answer);

/// The wall clock stands this far from the real one.
void set_clock_off_by(std::chrono::seconds offset);

}  // namespace hall::test
