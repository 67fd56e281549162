#pragma once
/// A command and all that it starts, as the kernel counts them.
#include <chrono>
#include <string>
#include <vector>

#include <sys/types.h>

namespace hall::bench {

using Seconds = std::chrono::duration<double>;

class ProcessTree {
public:
    /// `environment`: "NAME=value" each, besides what this process has. What it says goes to `log`.
    ProcessTree(const std::vector<std::string>& command, const std::vector<std::string>& environment,
                const std::string& log);
    ~ProcessTree();
    ProcessTree(const ProcessTree&) = delete;
    ProcessTree& operator=(const ProcessTree&) = delete;

    double memory() const;  ///< MiB, proportional set size of all
    Seconds work() const;   ///< processor time of all that run
    pid_t pid() const { return pid_; }

private:
    std::vector<pid_t> everyone() const;

    pid_t pid_;
};

}  // namespace hall::bench
