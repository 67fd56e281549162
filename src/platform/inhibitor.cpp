#include "platform/inhibitor.h"

#include <fcntl.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/log.h"

namespace hall {
namespace {

constexpr std::uint64_t patience = 2'000'000;          // microseconds
constexpr std::chrono::minutes before_another_try{1};  // at boot logind may come later than the show
constexpr auto* what = "shutdown:sleep:idle:handle-lid-switch";

struct BusDeleter {
    void operator()(sd_bus* bus) const { sd_bus_flush_close_unref(bus); }
};
struct MessageDeleter {
    void operator()(sd_bus_message* message) const { sd_bus_message_unref(message); }
};

/// The lock, or -1 and why not.
std::pair<int, std::string> take_lock(const std::string& why) {
    sd_bus* opened = nullptr;
    if (sd_bus_open_system(&opened) < 0) return {-1, "no system bus"};
    const std::unique_ptr<sd_bus, BusDeleter> bus(opened);
    sd_bus_set_method_call_timeout(opened, patience);
    sd_bus_error error{};
    sd_bus_message* told = nullptr;
    const int called = sd_bus_call_method(opened, "org.freedesktop.login1", "/org/freedesktop/login1",
                                          "org.freedesktop.login1.Manager", "Inhibit", &error, &told, "ssss", what,
                                          "Hội Trường", why.c_str(), "block");
    const std::unique_ptr<sd_bus_message, MessageDeleter> answer(told);
    const std::string reason = error.message == nullptr ? "no answer" : error.message;
    sd_bus_error_free(&error);
    int lent = -1;
    if (called < 0 || sd_bus_message_read(told, "h", &lent) < 0) return {-1, reason};
    return {fcntl(lent, F_DUPFD_CLOEXEC, 0), {}};
}

}  // namespace

void Inhibitor::hold(const std::string& why) {
    if (std::exchange(wished_, true)) return;
    // The one before has been told to stop, and may still wait for logind.
    asking_ = std::jthread([this, why, before = std::move(asking_)](const std::stop_token& stop) mutable {
        if (before.joinable()) before.join();
        keep(why, stop);
    });
}

void Inhibitor::release() {
    if (std::exchange(wished_, false)) asking_.request_stop();
}

void Inhibitor::keep(const std::string& why, const std::stop_token& stop) {
    std::mutex mutex;
    std::unique_lock waiting(mutex);
    std::condition_variable_any stopped;
    const auto never = [] { return false; };
    std::string told;
    int lock = -1;
    while (!stop.stop_requested()) {
        std::string reason;
        std::tie(lock, reason) = take_lock(why);
        if (lock >= 0) break;
        if (std::exchange(told, reason) != reason)
            log_line(LogLevel::info, "platform", "nothing keeps the machine from being switched off: " + reason);
        stopped.wait_for(waiting, stop, before_another_try, never);
    }
    if (lock < 0) return;
    held_ = true;
    log_line(LogLevel::info, "platform", "the machine is kept from being switched off or put to sleep");
    stopped.wait(waiting, stop, never);
    held_ = false;
    close(lock);  // logind gives it up then
    log_line(LogLevel::info, "platform", "the machine may be switched off again");
}

}  // namespace hall
