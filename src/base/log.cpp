#include "base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "base/text.h"

namespace hall {
namespace {

constexpr std::size_t longest_line = 600;
constexpr int lines_per_second = 10;

/// systemd says which file it has for the journal; stderr may have been led elsewhere since.
bool stderr_is_the_journals() {
    const char* const said = std::getenv("JOURNAL_STREAM");
    struct stat facts {};
    return said != nullptr && fstat(STDERR_FILENO, &facts) == 0 &&
           said == std::to_string(facts.st_dev) + ":" + std::to_string(facts.st_ino);
}

/// The log is the one shared thing besides mailboxes, so its lock stands here.
struct Log {
    std::mutex mutex;
    std::shared_ptr<spdlog::logger> logger;
    std::chrono::steady_clock::time_point window{};
    int lines = 0;
    int dropped = 0;

    Log() : logger(std::make_shared<spdlog::logger>("hoitruong", std::make_shared<spdlog::sinks::stderr_sink_st>())) {
        // The journal has time and priority of its own.
        logger->set_pattern(stderr_is_the_journals() ? "%v" : "%Y-%m-%dT%H:%M:%S.%e%z %l %v");
        logger->set_level(spdlog::level::info);
    }
};

Log& the_log() {
    static Log log;
    return log;
}

spdlog::level::level_enum level_of(LogLevel level) {
    switch (level) {
        case LogLevel::debug: return spdlog::level::debug;
        case LogLevel::info: return spdlog::level::info;
        case LogLevel::warning: return spdlog::level::warn;
        case LogLevel::error: return spdlog::level::err;
    }
    return spdlog::level::info;
}

}  // namespace

void log_line(LogLevel level, std::string_view room, std::string_view text) {
    Log& log = the_log();
    const std::lock_guard lock(log.mutex);
    if (!log.logger->should_log(level_of(level))) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - log.window >= std::chrono::seconds(1)) {
        log.window = now;
        log.lines = 0;
        if (log.dropped > 0)
            log.logger->warn("{}log: {} lines dropped", journal_priority(LogLevel::warning),
                             std::exchange(log.dropped, 0));
    }
    if (++log.lines > lines_per_second) {
        ++log.dropped;
        return;
    }
    log.logger->log(level_of(level), "{}{}: {}", journal_priority(level), room, escape_for_log(text, longest_line));
}

std::string_view journal_priority(LogLevel level) {
    static const bool journals = stderr_is_the_journals();
    if (!journals) return {};
    switch (level) {
        case LogLevel::debug: return "<7>";
        case LogLevel::info: return "<6>";
        case LogLevel::warning: return "<4>";
        case LogLevel::error: return "<3>";
    }
    return {};
}

void set_log_level(LogLevel least) {
    Log& log = the_log();
    const std::lock_guard lock(log.mutex);
    log.logger->set_level(level_of(least));
}

}  // namespace hall
