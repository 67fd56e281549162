#include "platform/inhibitor.h"

#include <fcntl.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include "base/log.h"

namespace hall {
namespace {

constexpr std::uint64_t patience = 2'000'000;  // microseconds
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
    sd_bus_error error = SD_BUS_ERROR_NULL;
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
    asking_ = std::thread([this, why] {
        const auto [lock, reason] = take_lock(why);
        descriptor_ = lock;
        log_line(LogLevel::info, "platform",
                 lock < 0 ? "nothing keeps the machine from being switched off: " + reason
                          : "the machine is kept from being switched off or put to sleep");
    });
}

void Inhibitor::release() {
    if (!std::exchange(wished_, false)) return;
    asking_.join();
    const int lock = descriptor_.exchange(-1);
    if (lock < 0) return;
    close(lock);
    log_line(LogLevel::info, "platform", "the machine may be switched off again");
}

}  // namespace hall
