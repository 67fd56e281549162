/// A lock of logind's, asked for over a real bus from something that answers as logind does.
#include "platform/inhibitor.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <string>
#include <thread>

namespace hall {
namespace {

using namespace std::chrono_literals;

class Bus {
public:
    Bus() {
        std::array<int, 2> told{};
        if (pipe(told.data()) != 0) return;
        const std::string print = "--print-address=" + std::to_string(told[1]);
        daemon_ = fork();
        if (daemon_ == 0) {
            close(told[0]);
            execlp("dbus-daemon", "dbus-daemon", "--session", "--nofork", "--nopidfile", print.c_str(), nullptr);
            _exit(127);
        }
        close(told[1]);
        for (char letter = 0; read(told[0], &letter, 1) == 1 && letter != '\n';) address_.push_back(letter);
        close(told[0]);
    }
    ~Bus() {
        kill(daemon_, SIGTERM);
        waitpid(daemon_, nullptr, 0);
    }
    Bus(const Bus&) = delete;
    Bus& operator=(const Bus&) = delete;
    const std::string& address() const { return address_; }

private:
    pid_t daemon_ = -1;
    std::string address_;
};

/// Lends the writing end of a pipe: when every copy of it is closed, the reading end says so.
class Logind {
public:
    explicit Logind(const std::string& address) {
        sd_bus_new(&bus_);
        sd_bus_set_address(bus_, address.c_str());
        sd_bus_set_bus_client(bus_, 1);
        sd_bus_start(bus_);
        static const sd_bus_vtable methods[] = {
            SD_BUS_VTABLE_START(0), SD_BUS_METHOD("Inhibit", "ssss", "h", &Logind::inhibit, SD_BUS_VTABLE_UNPRIVILEGED),
            SD_BUS_VTABLE_END};
        sd_bus_add_object_vtable(bus_, nullptr, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", methods,
                                 this);
        sd_bus_request_name(bus_, "org.freedesktop.login1", 0);
        thread_ = std::thread([this] {
            while (!ended_) {
                while (sd_bus_process(bus_, nullptr) > 0) {
                }
                sd_bus_wait(bus_, 20'000);
            }
        });
    }
    ~Logind() {
        ended_ = true;
        thread_.join();
        sd_bus_flush_close_unref(bus_);
        if (kept_ >= 0) close(kept_);
    }
    Logind(const Logind&) = delete;
    Logind& operator=(const Logind&) = delete;

    std::string asked() const { return asked_; }  ///< once `lent`
    bool lent() const { return lent_; }
    bool given_back(std::chrono::milliseconds wait) const {
        pollfd end{kept_, POLLIN, 0};
        return poll(&end, 1, static_cast<int>(wait.count())) == 1 && (end.revents & POLLHUP) != 0;
    }

private:
    static int inhibit(sd_bus_message* message, void* self, sd_bus_error*) {
        auto& logind = *static_cast<Logind*>(self);
        const char *what = "", *who = "", *why = "", *mode = "";
        sd_bus_message_read(message, "ssss", &what, &who, &why, &mode);
        logind.asked_ = std::string(what) + "/" + mode;
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC) != 0) return -1;
        logind.kept_ = ends[0];
        const int answered = sd_bus_reply_method_return(message, "h", ends[1]);
        close(ends[1]);
        logind.lent_ = true;
        return answered;
    }

    sd_bus* bus_ = nullptr;
    std::string asked_;
    std::atomic<int> kept_ = -1;
    std::atomic<bool> lent_ = false, ended_ = false;
    std::thread thread_;
};

template <typename Condition>
bool comes(const Condition& condition) {
    for (int i = 0; i < 200 && !condition(); ++i) std::this_thread::sleep_for(25ms);
    return condition();
}

TEST(AnInhibitor, holds_a_block_lock_until_it_is_released) {
    const Bus bus;
    ASSERT_FALSE(bus.address().empty());
    const Logind logind(bus.address());
    setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address().c_str(), 1);
    {
        Inhibitor inhibitor;
        inhibitor.hold("a test");
        ASSERT_TRUE(comes([&] { return inhibitor.held(); }));
        EXPECT_EQ(logind.asked(), "shutdown:sleep:idle:handle-lid-switch/block");
        EXPECT_FALSE(logind.given_back(100ms));
        inhibitor.release();
        EXPECT_FALSE(inhibitor.held());
        EXPECT_TRUE(logind.given_back(5s));
    }
    unsetenv("DBUS_SYSTEM_BUS_ADDRESS");
}

TEST(AnInhibitor, without_a_bus_is_no_harm) {
    setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus", 1);
    Inhibitor inhibitor;
    inhibitor.hold("a test");
    inhibitor.release();
    EXPECT_FALSE(inhibitor.held());
    unsetenv("DBUS_SYSTEM_BUS_ADDRESS");
}

}  // namespace
}  // namespace hall
