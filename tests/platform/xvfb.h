#pragma once
/// A display of the test's own: an X server on memory, on a free number, gone with this object.
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <string>

namespace hall {

class Xvfb {
public:
    Xvfb(int width, int height) {
        std::array<int, 2> ready{};
        if (pipe(ready.data()) != 0) return;
        const std::string screen = std::to_string(width) + "x" + std::to_string(height) + "x24";
        const std::string descriptor = std::to_string(ready[1]);
        server_ = fork();
        if (server_ == 0) {
            close(ready[0]);
            sigset_t none;  // a server that inherits a blocked SIGTERM would never end
            sigemptyset(&none);
            sigprocmask(SIG_SETMASK, &none, nullptr);
            execlp("Xvfb", "Xvfb", "-displayfd", descriptor.c_str(), "-screen", "0", screen.c_str(), "-nolisten", "tcp",
                   "-noreset", static_cast<char*>(nullptr));
            _exit(127);
        }
        close(ready[1]);
        // The server writes its number once it accepts clients, or the pipe ends.
        std::string number;
        for (char letter = 0; read(ready[0], &letter, 1) == 1 && letter != '\n';) number.push_back(letter);
        close(ready[0]);
        if (!number.empty()) display_ = ":" + number;
    }
    ~Xvfb() {
        if (server_ > 0) {
            kill(server_, SIGTERM);
            waitpid(server_, nullptr, 0);
        }
    }
    Xvfb(const Xvfb&) = delete;
    Xvfb& operator=(const Xvfb&) = delete;

    bool running() const { return !display_.empty(); }
    const std::string& display() const { return display_; }  ///< for DISPLAY

    /// What `command` prints on stdout when run on this display; for xdotool and the like.
    std::string run(const std::string& command) const {
        const std::string whole = "DISPLAY=" + display_ + " " + command;
        std::string output;
        FILE* stream = popen(whole.c_str(), "r");
        if (stream == nullptr) return output;
        std::array<char, 65536> part{};
        while (const std::size_t size = fread(part.data(), 1, part.size(), stream)) output.append(part.data(), size);
        pclose(stream);
        return output;
    }

    /// What stands on the screen, as a PNG file's bytes (by ImageMagick's import).
    std::string screenshot_png() const { return run("import -silent -window root png:-"); }

private:
    pid_t server_ = -1;
    std::string display_;
};

}  // namespace hall
