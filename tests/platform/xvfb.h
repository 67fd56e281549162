#pragma once
/// A display of the test's own: an X server on memory, on a free number, gone with this object.
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hall {

/// An X server that this test started and ends.
class XServer {
public:
    XServer() = default;
    ~XServer() { end(); }
    XServer(const XServer&) = delete;
    XServer& operator=(const XServer&) = delete;

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

    /// What stands on the screen, as a PNG file's bytes (by ImageMagick's import). Compressing it would take longest.
    std::string screenshot_png() const { return run("import -silent -window root -quality 0 png:-"); }

    /// How many of the screen's pixels have that colour (3 bytes: red, green, blue).
    std::size_t pixels_of(std::string_view colour) const {
        const std::string pixels = run("import -silent -window root -depth 8 rgb:-");
        std::size_t found = 0;
        for (std::size_t at = 0; at + colour.size() <= pixels.size(); at += colour.size())
            found += pixels.compare(at, colour.size(), colour) == 0 ? 1U : 0U;
        return found;
    }

    void end() {
        if (server_ <= 0) return;
        kill(server_, SIGTERM);
        waitpid(std::exchange(server_, -1), nullptr, 0);
    }

protected:
    /// Returns once the server accepts clients, or has ended. `number`: ":7", or empty for any that is free.
    void start(std::vector<std::string> words, const std::string& number = {}) {
        std::array<int, 2> ready{};
        if (pipe(ready.data()) != 0) return;
        for (const char* word : {"-nolisten", "tcp", "-noreset", "-displayfd"}) words.emplace_back(word);
        words.push_back(std::to_string(ready[1]));
        if (!number.empty()) words.insert(words.begin() + 1, number);
        server_ = fork();
        if (server_ == 0) {
            close(ready[0]);
            sigset_t none;  // a server that inherits a blocked SIGTERM would never end
            sigemptyset(&none);
            sigprocmask(SIG_SETMASK, &none, nullptr);
            std::vector<char*> pointers;
            pointers.reserve(words.size() + 1);
            for (std::string& word : words) pointers.push_back(word.data());
            pointers.push_back(nullptr);
            execvp(pointers[0], pointers.data());
            _exit(127);
        }
        close(ready[1]);
        // The server writes its number once it accepts clients, or the pipe ends.
        std::string told;
        for (char letter = 0; read(ready[0], &letter, 1) == 1 && letter != '\n';) told.push_back(letter);
        close(ready[0]);
        display_ = told.empty() ? std::string() : ":" + told;
    }

private:
    pid_t server_ = -1;
    std::string display_;
};

/// One that draws into memory.
class Xvfb : public XServer {
public:
    Xvfb(int width, int height) {
        start({"Xvfb", "-screen", "0", std::to_string(width) + "x" + std::to_string(height) + "x24"});
    }
};

}  // namespace hall
