#pragma once
/// A real Xorg whose screens are memory: modes change, connectors come and go, and it can be started again. Needs no
/// terminal and no root.
#include <stdlib.h>

#include <cctype>
#include <filesystem>
#include <string>

#include "platform/xvfb.h"

namespace hall {

/// DUMMY0 is plugged in; another is from its first mode on, as the server learns when it is asked.
class Xorg : public XServer {
public:
    explicit Xorg(std::filesystem::path log) : log_(std::move(log)) { start(); }

    void start(const std::string& number = {}) {
        const char* const configuration = HALL_SOURCE_DIR "/tests/platform/xorg.conf";
        XServer::start(
            {"/usr/lib/xorg/Xorg", "-seat", "hall-test", "-config", configuration, "-logfile", log_.string()}, number);
        if (running()) mode("DUMMY0", "640x360");
    }
    /// The same display with no server, then with a new one.
    void restart() {
        const std::string number = display();
        end();
        start(number);
    }
    void mode(const std::string& output, const std::string& name, const std::string& more = {}) const {
        if (output != "DUMMY0") run("xrandr --addmode " + output + " " + name);
        run("xrandr --output " + output + " --mode " + name + " " + more);
        run("xrandr >/dev/null");
    }
    void put_out(const std::string& output) const {
        run("xrandr --output " + output + " --off; DISPLAY=" + display() + " xrandr >/dev/null");
    }
    /// Of everything together, as "1280x720".
    std::string size() const {
        const std::string said = run("xrandr --current");
        const auto at = said.find("current ");
        std::string size;
        for (auto i = at == std::string::npos ? said.size() : at + 8; i < said.size() && said[i] != ','; ++i)
            size.push_back(said[i]);
        return size;
    }

private:
    std::filesystem::path log_;
};

}  // namespace hall
