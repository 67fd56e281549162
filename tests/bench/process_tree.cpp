#include "bench/process_tree.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string_view>

namespace hall::bench {
namespace {

struct Stat {
    pid_t parent = 0;
    unsigned long ticks = 0;  ///< user and system
};

/// From /proc/PID/stat; the name in parentheses may hold anything.
Stat stat_of(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto end = text.rfind(')');
    if (end == std::string::npos) return {};
    std::istringstream fields(text.substr(end + 1));
    std::string other;
    Stat made;
    fields >> other >> made.parent;
    constexpr int between = 9;  // group, session, terminal, flags, faults
    for (int i = 0; i < between; ++i) fields >> other;
    unsigned long user = 0, system = 0;
    fields >> user >> system;
    made.ticks = user + system;
    return made;
}

}  // namespace

ProcessTree::ProcessTree(const std::vector<std::string>& command, const std::vector<std::string>& environment,
                         const std::string& log)
    : pid_(fork()) {
    if (pid_ != 0) return;
    setsid();
    for (const std::string& one : environment) putenv(const_cast<char*>(one.c_str()));
    const int file = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(file, STDOUT_FILENO);
    dup2(file, STDERR_FILENO);
    std::vector<char*> words;
    words.reserve(command.size() + 1);
    for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    execvp(words[0], words.data());
    _exit(127);
}

ProcessTree::~ProcessTree() {
    const auto all = everyone();
    for (const pid_t one : all) kill(one, SIGKILL);
    waitpid(pid_, nullptr, 0);
}

std::vector<pid_t> ProcessTree::everyone() const {
    std::multimap<pid_t, pid_t> children;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos) continue;
        const auto pid = static_cast<pid_t>(std::stol(name));
        children.emplace(stat_of(pid).parent, pid);
    }
    std::vector<pid_t> all = {pid_};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto [first, last] = children.equal_range(all[i]);
        for (auto child = first; child != last; ++child) all.push_back(child->second);
    }
    return all;
}

double ProcessTree::memory() const {
    double sum = 0;
    for (const pid_t one : everyone()) {
        std::ifstream file("/proc/" + std::to_string(one) + "/smaps_rollup");
        for (std::string line; std::getline(file, line);)
            if (line.starts_with("Pss:")) sum += std::stod(line.substr(4));
    }
    constexpr double kibibytes = 1024;
    return sum / kibibytes;
}

Seconds ProcessTree::work() const {
    unsigned long ticks = 0;
    for (const pid_t one : everyone()) ticks += stat_of(one).ticks;
    return Seconds(static_cast<double>(ticks) / static_cast<double>(sysconf(_SC_CLK_TCK)));
}

}  // namespace hall::bench
