#include "bench/screen_watch.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>

#include <mutex>
#include <string_view>
#include <thread>
#include <utility>

namespace hall::bench {
namespace {

constexpr unsigned rows = 54;  // closer than the bench's letters are high
constexpr int patience = 50;   // ms: how often the thread looks whether it is to end

}  // namespace

struct ScreenWatch::Inside {
    explicit Inside(const std::string& name) : display(XOpenDisplay(name.c_str())) {
        if (display == nullptr) return;
        int error = 0;
        if (XDamageQueryExtension(display, &event_base, &error) == 0) return;
        damage = XDamageCreate(display, DefaultRootWindow(display), XDamageReportNonEmpty);
        XFlush(display);
        thread = std::jthread([this](const std::stop_token& stop) { watch(stop); });
    }
    ~Inside() {
        if (thread.joinable()) {
            thread.request_stop();
            thread.join();
        }
        if (display != nullptr) XCloseDisplay(display);
    }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    void watch(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            pollfd waiting{ConnectionNumber(display), POLLIN, 0};
            if (XPending(display) == 0 && ::poll(&waiting, 1, patience) <= 0) continue;
            bool damaged = false;
            while (XPending(display) > 0) {
                XEvent event;
                XNextEvent(display, &event);
                damaged |= event.type == event_base + XDamageNotify;
            }
            if (damaged) look();
        }
    }

    /// The report is taken back first, so that what changes while the rows are read is reported anew.
    void look() {
        XDamageSubtract(display, damage, 0, 0);
        const auto wide = static_cast<unsigned>(DisplayWidth(display, DefaultScreen(display)));
        const int high = DisplayHeight(display, DefaultScreen(display));
        std::uint64_t hash = 0;
        for (unsigned row = 1; row < rows; ++row) {
            const int y = high * static_cast<int>(row) / static_cast<int>(rows);
            XImage* image = XGetImage(display, DefaultRootWindow(display), 0, y, wide, 1, AllPlanes, ZPixmap);
            if (image == nullptr) continue;
            const std::string_view bytes(image->data, static_cast<std::size_t>(image->bytes_per_line));
            hash = hash * 31 + std::hash<std::string_view>{}(bytes);
            XDestroyImage(image);
        }
        const std::lock_guard lock(mutex);
        if (hash == last) return;
        last = hash;
        changes.push_back({Steady::now(), hash});
    }

    Display* display;
    Damage damage = 0;
    int event_base = 0;
    std::mutex mutex;
    std::uint64_t last = 0;
    std::vector<Change> changes;
    std::jthread thread;
};

ScreenWatch::ScreenWatch(const std::string& display) : inside_(std::make_unique<Inside>(display)) {}
ScreenWatch::~ScreenWatch() = default;

std::vector<Change> ScreenWatch::take() {
    const std::lock_guard lock(inside_->mutex);
    return std::exchange(inside_->changes, {});
}

}  // namespace hall::bench
