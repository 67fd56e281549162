#pragma once
/// The connectors of an X server and what stands on them: RandR's words, only for the sources of this room.
#include <memory>
#include <string>
#include <vector>

namespace hall {

/// What a monitor says of itself; empty where it says nothing.
struct Monitor {
    std::string name = {};    ///< "EPSON PJ"
    std::string serial = {};  ///< letters and digits; tells two of one name apart
};

struct Output {
    unsigned long id = 0;
    unsigned long crtc = 0;       ///< what feeds it; 0: dark
    unsigned long best_mode = 0;  ///< the monitor's own; 0: it names none
    std::string name = {};        ///< the connector's, "HDMI-1"
    Monitor monitor = {};
    bool connected = false;
    bool fits = false;  ///< the mode it is fed is one of its own
    int x = 0;          ///< pixels, on the desktop
    int y = 0;          ///< pixels, on the desktop
    int width = 0;      ///< pixels, as turned
    int height = 0;     ///< pixels, as turned

    bool lit() const { return crtc != 0; }
};

/// By the first block of its EDID (VESA E-EDID 1.4): descriptor FC, and descriptor FF or else the number in the header.
Monitor monitor_of(const unsigned char* edid, unsigned long size);

/// A connection to $DISPLAY, asked once when made. Thread: render thread.
class Outputs {
public:
    Outputs();
    ~Outputs();
    Outputs(const Outputs&) = delete;
    Outputs& operator=(const Outputs&) = delete;

    /// False where there is no X server with RandR 1.2: then there is nothing to see or do.
    bool known() const;
    /// A window manager runs.
    bool managed() const;
    /// The primary one first.
    const std::vector<Output>& all() const { return outputs_; }
    /// Lights connected outputs that are dark or fed a mode that is not theirs, side by side with what stays. An
    /// unplugged one stays as it is: it is back at once when its cable is, and some cables never tell that they are
    /// there.
    void light();

private:
    struct Server;
    /// What the server remembers, or what the monitors say now, which takes up to seconds and may flicker.
    enum class Ask { server, monitors };
    void read(Ask ask);

    std::unique_ptr<Server> server_;
    std::vector<Output> outputs_;
};

}  // namespace hall
