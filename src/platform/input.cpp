#include "platform/input.h"

#include <SDL.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/text.h"
#include "platform/key_map.h"
#include "platform/window.h"

namespace hall {
namespace {

/// How often drivers that cannot be slept on are asked.
constexpr Milliseconds polling_interval{50};

bool driver_blocks() {
    const char* driver = SDL_GetCurrentVideoDriver();
    const std::string_view name = driver == nullptr ? "" : driver;
    return name == "x11" || name == "wayland";
}

Event key_event(const SDL_KeyboardEvent& key) {
    Event event{.kind = key.type == SDL_KEYUP ? EventKind::key_up : EventKind::key,
                .window = key.windowID,
                .key = key_of(key.keysym)};
    event.control = (key.keysym.mod & KMOD_CTRL) != 0;
    event.shift = (key.keysym.mod & KMOD_SHIFT) != 0;
    event.alt = (key.keysym.mod & KMOD_ALT) != 0;
    event.repeat = key.repeat != 0;
    return event;
}

std::optional<Event> window_event(const SDL_WindowEvent& told) {
    const auto event = [&told](EventKind kind) { return Event{.kind = kind, .window = told.windowID}; };
    switch (told.event) {
        case SDL_WINDOWEVENT_CLOSE: return event(EventKind::close_request);
        case SDL_WINDOWEVENT_SIZE_CHANGED: return event(EventKind::size_changed);
        case SDL_WINDOWEVENT_EXPOSED:
        case SDL_WINDOWEVENT_SHOWN:
        case SDL_WINDOWEVENT_RESTORED: return event(EventKind::exposed);
        case SDL_WINDOWEVENT_DISPLAY_CHANGED: return event(EventKind::displays_changed);
        case SDL_WINDOWEVENT_ENTER:
            // SDL's cursor is one for all windows.
            SDL_ShowCursor(cursor_over(SDL_GetWindowFromID(told.windowID)) == Cursor::hidden ? SDL_DISABLE
                                                                                             : SDL_ENABLE);
            return std::nullopt;
        default: return std::nullopt;
    }
}

std::optional<Event> translate(const SDL_Event& told) {
    switch (told.type) {
        case SDL_KEYDOWN:
        case SDL_KEYUP: return key_event(told.key);
        case SDL_QUIT: return Event{.kind = EventKind::quit_request};
        case SDL_WINDOWEVENT: return window_event(told.window);
        case SDL_DISPLAYEVENT:
        case SDL_SYSWMEVENT: return Event{.kind = EventKind::displays_changed};
        case SDL_RENDER_TARGETS_RESET:
        case SDL_RENDER_DEVICE_RESET: return Event{.kind = EventKind::renderer_lost};
        case SDL_MOUSEMOTION:
            return Event{
                .kind = EventKind::mouse_move, .window = told.motion.windowID, .x = told.motion.x, .y = told.motion.y};
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
            return Event{.kind = told.type == SDL_MOUSEBUTTONDOWN ? EventKind::mouse_down : EventKind::mouse_up,
                         .window = told.button.windowID,
                         .x = told.button.x,
                         .y = told.button.y,
                         .button = told.button.button};
        case SDL_MOUSEWHEEL:
            return Event{.kind = EventKind::mouse_wheel, .window = told.wheel.windowID, .y = told.wheel.y};
        default: return std::nullopt;
    }
}

void add_characters(const SDL_TextInputEvent& typed, std::vector<Event>& events) {
    for (const char32_t one : to_code_points(typed.text)) {
        events.push_back({.kind = EventKind::character, .window = typed.windowID, .character = one});
    }
}

}  // namespace

Input::Input()
    : wake_descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      wake_event_(SDL_RegisterEvents(1)),
      blocks_(driver_blocks()) {}

Input::~Input() { close(wake_descriptor_); }

void Input::wake() {
    // The descriptor remembers, whatever the driver and however full SDL's queue; the event ends a blocking wait.
    const std::uint64_t one = 1;
    const auto written = write(wake_descriptor_, &one, sizeof one);
    if (blocks_ && written == sizeof one) {
        SDL_Event event{};
        event.type = wake_event_;
        SDL_PushEvent(&event);
    }
}

void Input::use(Characters characters) {
    if (SDL_IsTextInputActive() == (characters == Characters::on ? SDL_TRUE : SDL_FALSE)) return;
    if (characters == Characters::on)
        SDL_StartTextInput();
    else
        SDL_StopTextInput();
}

bool Input::take_wake() {
    std::uint64_t count = 0;
    return read(wake_descriptor_, &count, sizeof count) == sizeof count;
}

bool Input::wait_on_descriptor(Milliseconds timeout) {
    const auto end = std::chrono::steady_clock::now() + timeout;
    while (SDL_PumpEvents(), SDL_HasEvents(SDL_FIRSTEVENT, SDL_LASTEVENT) == SDL_FALSE) {
        const auto left = std::chrono::ceil<Milliseconds>(end - std::chrono::steady_clock::now());
        if (left.count() <= 0) {
            return false;
        }
        pollfd wanted{wake_descriptor_, POLLIN, 0};
        if (poll(&wanted, 1, static_cast<int>(std::min(left, polling_interval).count())) > 0) {
            return true;
        }
    }
    return true;
}

std::vector<Event> Input::wait_events(Milliseconds timeout) {
    if (blocks_) {
        // Not where a wake has been: its SDL event may have found the queue full.
        pollfd woken{wake_descriptor_, POLLIN, 0};
        if (poll(&woken, 1, 0) == 0) {
            SDL_WaitEventTimeout(nullptr, static_cast<int>(timeout.count()));
        }
    } else {
        wait_on_descriptor(timeout);
    }
    std::vector<Event> events;
    SDL_Event told{};
    while (SDL_PollEvent(&told) != 0) {
        if (told.type == SDL_TEXTINPUT) {
            add_characters(told.text, events);
        } else if (const auto event = translate(told)) {
            events.push_back(*event);
        }
    }
    if (take_wake()) {
        events.push_back({.kind = EventKind::wake});
    }
    return events;
}

}  // namespace hall
