#include "platform/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/log.h"

#include <X11/Xatom.h>  // last: they define words of ours as macros
#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>

namespace hall {
namespace {

constexpr long edid_longs = 32;  // the first block, 128 bytes
constexpr unsigned long edid_block = 128;
constexpr unsigned long first_descriptor = 54, descriptor_size = 18, descriptors = 4;
constexpr unsigned char name_descriptor = 0xFC, serial_descriptor = 0xFF;
constexpr unsigned long text_at = 5;
constexpr unsigned long serial_number_at = 12;  // 4 bytes, the lowest first; 0: none
constexpr double millimetres_per_pixel = 25.4 / 96;

template <typename Type, void (*release)(Type*)>
struct Release {
    void operator()(Type* held) const { release(held); }
};
using Resources = std::unique_ptr<XRRScreenResources, Release<XRRScreenResources, XRRFreeScreenResources>>;
using OutputFacts = std::unique_ptr<XRROutputInfo, Release<XRROutputInfo, XRRFreeOutputInfo>>;
using CrtcFacts = std::unique_ptr<XRRCrtcInfo, Release<XRRCrtcInfo, XRRFreeCrtcInfo>>;

Monitor monitor_on(Display* server, RROutput output) {
    Atom type = 0;
    int format = 0;
    unsigned long length = 0, rest = 0;
    unsigned char* bytes = nullptr;
    XRRGetOutputProperty(server, output, XInternAtom(server, "EDID", False), 0, edid_longs, False, False,
                         AnyPropertyType, &type, &format, &length, &rest, &bytes);
    Monitor monitor = bytes == nullptr ? Monitor{} : monitor_of(bytes, length);
    if (bytes != nullptr) XFree(bytes);
    return monitor;
}

/// The text of the first descriptor of that kind. `edid`: a whole block.
std::string text_of(const unsigned char* edid, unsigned char kind) {
    for (unsigned long i = 0; i < descriptors; ++i) {
        const unsigned char* const one = edid + first_descriptor + i * descriptor_size;
        if (one[0] != 0 || one[1] != 0 || one[3] != kind) continue;
        std::string text;
        for (unsigned long at = text_at; at < descriptor_size && one[at] != '\n'; ++at)
            if (one[at] >= ' ' && one[at] <= '~') text.push_back(static_cast<char>(one[at]));
        while (!text.empty() && text.back() == ' ') text.pop_back();
        return text;
    }
    return {};
}

}  // namespace

Monitor monitor_of(const unsigned char* edid, unsigned long size) {
    if (size < edid_block) return {};
    Monitor monitor{text_of(edid, name_descriptor), text_of(edid, serial_descriptor)};
    if (!monitor.serial.empty()) return monitor;
    std::uint32_t number = 0;
    for (unsigned long i = 4; i > 0; --i) number = number << 8U | edid[serial_number_at + i - 1];
    if (number != 0) monitor.serial = std::to_string(number);
    return monitor;
}

struct Outputs::Server {
    Display* display = nullptr;
    Resources resources;

    Server() : display(XOpenDisplay(nullptr)) {}
    ~Server() {
        resources.reset();
        if (display != nullptr) XCloseDisplay(display);
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    Window root() const { return DefaultRootWindow(display); }
    const XRRModeInfo* mode(RRMode id) const {
        for (int i = 0; i < resources->nmode; ++i)
            if (resources->modes[i].id == id) return &resources->modes[i];
        return nullptr;
    }
    /// A CRTC of the output that feeds nothing.
    RRCrtc free_crtc(RROutput output) const {
        const OutputFacts facts(XRRGetOutputInfo(display, resources.get(), output));
        for (int i = 0; facts != nullptr && i < facts->ncrtc; ++i) {
            const CrtcFacts crtc(XRRGetCrtcInfo(display, resources.get(), facts->crtcs[i]));
            if (crtc != nullptr && crtc->noutput == 0) return facts->crtcs[i];
        }
        return 0;
    }
    void put_out(RRCrtc crtc) const {
        XRRSetCrtcConfig(display, resources.get(), crtc, CurrentTime, 0, 0, 0, RR_Rotate_0, nullptr, 0);
    }
};

Outputs::Outputs() : server_(std::make_unique<Server>()) {
    int event = 0, error = 0, major = 0, minor = 0;
    if (server_->display == nullptr || XRRQueryExtension(server_->display, &event, &error) == False ||
        XRRQueryVersion(server_->display, &major, &minor) == 0 || major * 10 + minor < 12)
        return;
    read(Ask::server);
}

Outputs::~Outputs() = default;

bool Outputs::known() const { return server_->resources != nullptr; }

bool Outputs::managed() const {
    if (server_->display == nullptr) return false;
    Atom type = 0;
    int format = 0;
    unsigned long length = 0, rest = 0;
    unsigned char* bytes = nullptr;
    const Atom check = XInternAtom(server_->display, "_NET_SUPPORTING_WM_CHECK", False);
    XGetWindowProperty(server_->display, server_->root(), check, 0, 1, False, XA_WINDOW, &type, &format, &length, &rest,
                       &bytes);
    if (bytes != nullptr) XFree(bytes);
    return length > 0;
}

void Outputs::read(Ask ask) {
    Display* const display = server_->display;
    outputs_.clear();
    server_->resources.reset(ask == Ask::monitors ? XRRGetScreenResources(display, server_->root())
                                                  : XRRGetScreenResourcesCurrent(display, server_->root()));
    if (server_->resources == nullptr) return;
    XRRScreenResources* const resources = server_->resources.get();
    for (int i = 0; i < resources->noutput; ++i) {
        const OutputFacts facts(XRRGetOutputInfo(display, resources, resources->outputs[i]));
        if (facts == nullptr) continue;
        Output output{.id = resources->outputs[i], .name = facts->name};
        output.connected = facts->connection != RR_Disconnected;
        if (output.connected) output.monitor = monitor_on(display, output.id);
        if (facts->nmode > 0) output.best_mode = facts->modes[0];
        const CrtcFacts crtc(facts->crtc == 0 ? nullptr : XRRGetCrtcInfo(display, resources, facts->crtc));
        if (crtc != nullptr && crtc->mode != 0) {
            output.crtc = facts->crtc;
            output.x = crtc->x;
            output.y = crtc->y;
            output.width = static_cast<int>(crtc->width);
            output.height = static_cast<int>(crtc->height);
            output.fits =
                std::find(facts->modes, facts->modes + facts->nmode, crtc->mode) != facts->modes + facts->nmode;
        }
        outputs_.push_back(std::move(output));
    }
    const RROutput primary = XRRGetOutputPrimary(display, server_->root());
    std::stable_partition(outputs_.begin(), outputs_.end(), [&](const Output& one) { return one.id == primary; });
}

void Outputs::light() {
    const auto is_dark = [](const Output& one) {
        return one.connected && one.best_mode != 0 && (!one.lit() || !one.fits);
    };
    const auto nothing_dark = [&] { return std::none_of(outputs_.begin(), outputs_.end(), is_dark); };
    if (nothing_dark()) return;
    read(Ask::monitors);  // seldom enough: what is dark may have gone
    if (nothing_dark()) return;

    Display* const display = server_->display;
    XGrabServer(display);
    for (const Output& output : outputs_)
        if (is_dark(output) && output.lit()) server_->put_out(output.crtc);
    read(Ask::server);
    int right = 0, bottom = 0;
    for (const Output& output : outputs_)
        if (output.lit()) {
            right = std::max(right, output.x + output.width);
            bottom = std::max(bottom, output.y + output.height);
        }
    for (const Output& output : outputs_) {
        const XRRModeInfo* const mode = is_dark(output) ? server_->mode(output.best_mode) : nullptr;
        const RRCrtc crtc = mode == nullptr ? 0 : server_->free_crtc(output.id);
        if (crtc == 0) continue;
        const int x = right;
        right += static_cast<int>(mode->width);
        bottom = std::max(bottom, static_cast<int>(mode->height));
        XRRSetScreenSize(display, server_->root(), right, bottom, static_cast<int>(right * millimetres_per_pixel),
                         static_cast<int>(bottom * millimetres_per_pixel));
        RROutput fed = output.id;
        XRRSetCrtcConfig(display, server_->resources.get(), crtc, CurrentTime, x, 0, mode->id, RR_Rotate_0, &fed, 1);
        log_line(LogLevel::info, "platform",
                 fmt::format("display {} is lit: {}x{}", output.name, mode->width, mode->height));
    }
    XUngrabServer(display);
    XSync(display, False);
    read(Ask::server);
}

}  // namespace hall
