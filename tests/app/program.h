#pragma once
/// The real program as a child process, with folders of its own.
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hall::test {

inline constexpr const char* bundled = HALL_SOURCE_DIR "/assets/conference";

/// Caches, state and settings under `home`; messages in English, kept in a file there.
class Program {
public:
    Program(std::filesystem::path home, std::string display, const std::string& output = "output.txt")
        : home_(std::move(home)), display_(std::move(display)), output_(home_ / output) {}
    ~Program() { end(SIGKILL); }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void start(const std::vector<std::string>& arguments) {
        pid_ = fork();
        if (pid_ != 0) return;
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, nullptr);
        for (const auto& [name, folder] : {std::pair{"XDG_CACHE_HOME", "cache"}, std::pair{"XDG_STATE_HOME", "state"},
                                           std::pair{"XDG_CONFIG_HOME", "config"}, std::pair{"XDG_RUNTIME_DIR", "run"}})
            setenv(name, (home_ / folder).c_str(), 1);
        if (without_) prctl(PR_CAPBSET_DROP, *without_, 0, 0, 0);  // nothing to drop where this is no root
        for (const auto& [name, value] : environment_) setenv(name.c_str(), value.c_str(), 1);
        setenv("LC_ALL", "C.UTF-8", 1);
        unsetenv("WAYLAND_DISPLAY");
        if (display_.empty())
            unsetenv("DISPLAY");
        else
            setenv("DISPLAY", display_.c_str(), 1);
        if (!freopen(output_.c_str(), "w", stdout) || dup2(STDOUT_FILENO, STDERR_FILENO) < 0) _exit(126);
        std::vector<char*> words = {const_cast<char*>(HALL_PROGRAM)};
        for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
        words.push_back(nullptr);
        execv(HALL_PROGRAM, words.data());
        _exit(127);
    }

    /// For the next start.
    void set(const std::string& name, const std::string& value) { environment_[name] = value; }
    /// Root's program, too, then starts without that capability.
    void start_without(int capability) { without_ = capability; }
    pid_t pid() const { return pid_; }

    /// The exit code, or 128 + signal. Waits.
    int wait() {
        int status = 0;
        waitpid(pid_, &status, 0);
        pid_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    int run(const std::vector<std::string>& arguments) {
        start(arguments);
        return wait();
    }
    /// Sends `signal` and waits for the end; -1 where it does not run.
    int end(int signal) {
        if (pid_ <= 0) return -1;
        kill(pid_, signal);
        return wait();
    }

    std::string output() const {
        std::ifstream file(output_);
        return {std::istreambuf_iterator<char>(file), {}};
    }

private:
    std::filesystem::path home_;
    std::string display_;
    std::filesystem::path output_;
    std::map<std::string, std::string> environment_;
    std::optional<int> without_;
    pid_t pid_ = -1;
};

}  // namespace hall::test
