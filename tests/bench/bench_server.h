#pragma once
/// The remote feed of a benchmark: knows to the microsecond when a changed document had left.
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace hall::bench {

/// HTTP on a free loopback port, a thread for every connection (browsers open more than they use), entity tags.
class BenchServer {
public:
    BenchServer();
    ~BenchServer();
    BenchServer(const BenchServer&) = delete;
    BenchServer& operator=(const BenchServer&) = delete;

    void serve(const std::string& name, const std::string& bytes, const std::string& type);
    std::string url(const std::string& name) const;
    /// When the newest bytes of `name` were handed to the network for the first time; nothing before.
    std::optional<std::chrono::steady_clock::time_point> delivered(const std::string& name) const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace hall::bench
