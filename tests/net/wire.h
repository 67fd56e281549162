#pragma once
/// A network cable between a program and a server on loopback, which a test may cut: nothing is closed and nothing
/// comes through any more, as behind a switch that lost its power; mended, all that was kept back comes at once.
#include <atomic>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace hall::test {

class Wire {
public:
    explicit Wire(int server_port);
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    /// What to ask instead of the server.
    std::string url(std::string_view name) const;
    void cut() { cut_ = true; }
    void mend() { cut_ = false; }

private:
    struct Line {
        int client = -1, server = -1;
    };
    void carry();
    void connect_one();

    int server_port_;
    int listener_ = -1;
    int port_ = 0;
    std::vector<Line> lines_;  ///< the thread's
    std::atomic<bool> cut_ = false, stopping_ = false;
    std::thread thread_;
};

}  // namespace hall::test
