#pragma once
/// A real server on loopback as a child process, ended by its pid.
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace hall::test {

/// A loopback port on which nobody listens at the moment.
int free_port();

class ServerProcess {
public:
    ServerProcess() = default;
    ~ServerProcess() { stop(); }
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    /// `words`: program and arguments; what it prints goes to the end of `log`. Returns once `port` answers; throws
    /// std::runtime_error with the log where it ends before, or after ten seconds.
    void start(const std::vector<std::string>& words, const std::filesystem::path& log, int port);
    /// Asks it to end, and waits until it has.
    void stop();

private:
    pid_t pid_ = -1;
};

/// Runs a program to its end; what it prints goes to the end of `log`.
void run_program(const std::vector<std::string>& words, const std::filesystem::path& log);

std::string text_of(const std::filesystem::path& file);

}  // namespace hall::test
