#pragma once
/// Never more than one request a second to a host, whatever is due at it. Room-private. Thread: the worker's.
#include <chrono>
#include <map>
#include <string>

namespace hall {

class HostPace {
public:
    using Time = std::chrono::steady_clock::time_point;

    void asked(const std::string& host, Time now) {
        if (!host.empty()) free_from_[host] = now + gap;
    }
    /// From when on the host may be asked again.
    Time free_from(const std::string& host) const {
        const auto found = free_from_.find(host);
        return found == free_from_.end() ? Time{} : found->second;
    }
    /// The operator wants an answer now.
    void forget() { free_from_.clear(); }

private:
    static constexpr std::chrono::seconds gap{1};

    std::map<std::string, Time> free_from_;
};

}  // namespace hall
