#pragma once
/// One thread of another program, held still as if it hung, while its other threads go on.
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace hall::test {

/// The thread of that name (as the kernel knows it), 0 where there is none.
inline pid_t thread_named(pid_t process, const std::string& name) {
    for (const auto& task : std::filesystem::directory_iterator("/proc/" + std::to_string(process) + "/task")) {
        std::string read;
        std::getline(std::ifstream(task.path() / "comm") >> std::ws, read);
        if (read == name) return static_cast<pid_t>(std::stol(task.path().filename().string()));
    }
    return 0;
}

/// Held until the object is gone. The tracer is the thread that made it.
class FrozenThread {
public:
    explicit FrozenThread(pid_t thread) : thread_(thread) {
        held_ = ptrace(PTRACE_SEIZE, thread_, nullptr, nullptr) == 0 &&
                ptrace(PTRACE_INTERRUPT, thread_, nullptr, nullptr) == 0 &&
                waitpid(thread_, nullptr, __WALL) == thread_;
    }
    ~FrozenThread() {
        if (held_) ptrace(PTRACE_DETACH, thread_, nullptr, nullptr);
    }
    FrozenThread(const FrozenThread&) = delete;
    FrozenThread& operator=(const FrozenThread&) = delete;

    /// False where the machine forbids it.
    bool held() const { return held_; }

private:
    pid_t thread_;
    bool held_ = false;
};

}  // namespace hall::test
