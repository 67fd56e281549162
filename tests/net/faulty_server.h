#pragma once
/// A TCP server that sends exactly the bytes a test gives it: what no real web server can be made to do.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace hall::test {

class FaultyServer {
public:
    /// `script` is run for every connection once its request has arrived; the connection closes when it returns.
    using Script = std::function<void(const FaultyServer&, int connection)>;

    /// When the script runs: once a whole request has come, or as soon as the other side has said anything.
    enum class After { request, first_bytes };

    /// `port` 0 takes a free one; `host` is in the host's byte order.
    explicit FaultyServer(Script script, int port = 0, After after = After::request,
                          std::uint32_t host = INADDR_LOOPBACK)
        : script_(std::move(script)), after_(after), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        const int yes = 1;
        ::setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(host);
        socklen_t size = sizeof address;
        (void)::bind(listener_, reinterpret_cast<const sockaddr*>(&address), size);
        ::listen(listener_, 8);
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    explicit FaultyServer(std::string answer)
        : FaultyServer([text = std::move(answer)](const FaultyServer& server, int connection) {
              server.send(connection, text);
          }) {}
    ~FaultyServer() {
        stopping_ = true;
        thread_.join();
        ::close(listener_);
    }
    FaultyServer(const FaultyServer&) = delete;
    FaultyServer& operator=(const FaultyServer&) = delete;

    std::string url(std::string_view name = "conference.json") const {
        return "http://127.0.0.1:" + std::to_string(port_) + "/" + std::string(name);
    }
    int port() const { return port_; }
    int connections() const { return connections_; }
    /// What was asked last, whole.
    std::string request() const {
        const std::lock_guard lock(mutex_);
        return request_;
    }
    bool stopping() const { return stopping_; }

    /// False once the other side has gone.
    bool send(int connection, std::string_view bytes) const {
        while (!bytes.empty() && !stopping_) {
            const ssize_t sent = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return !stopping_;
    }
    /// The connection ends with a reset instead of a goodbye.
    void reset(int connection) const {
        const linger abrupt{1, 0};
        ::setsockopt(connection, SOL_SOCKET, SO_LINGER, &abrupt, sizeof abrupt);
    }
    /// One byte after another with a pause between, until the other side has gone.
    void trickle(int connection, std::string_view bytes) const {
        for (std::size_t i = 0; i < bytes.size() && send(connection, bytes.substr(i, 1)); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    /// Says nothing until the other side hangs up or the test ends.
    void hang(int connection) const {
        std::array<char, 1024> bytes;
        while (!stopping_)
            if (readable(connection) && ::recv(connection, bytes.data(), bytes.size(), 0) <= 0) return;
    }

private:
    bool readable(int descriptor) const {
        pollfd waiting{descriptor, POLLIN, 0};
        return ::poll(&waiting, 1, 20) > 0;
    }
    /// With the body that its head announces.
    static bool is_whole(const std::string& request) {
        constexpr std::string_view end = "\r\n\r\n", length = "\r\nContent-Length: ";
        const auto head = request.find(end);
        if (head == std::string::npos) return false;
        const auto announced = request.find(length);
        if (announced > head) return true;
        return request.size() - head - end.size() >= std::stoul(request.substr(announced + length.size()));
    }
    void read_request(int connection) {
        std::string request;
        std::array<char, 4096> bytes;
        while (!stopping_ && !is_whole(request)) {
            if (!readable(connection)) continue;
            const ssize_t got = ::recv(connection, bytes.data(), bytes.size(), 0);
            if (got <= 0) break;
            request.append(bytes.data(), static_cast<std::size_t>(got));
            if (after_ == After::first_bytes) break;
        }
        const std::lock_guard lock(mutex_);
        request_ = std::move(request);
    }
    void serve() {
        while (!stopping_) {
            if (!readable(listener_)) continue;
            const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
            if (connection < 0) continue;
            ++connections_;
            read_request(connection);
            script_(*this, connection);
            linger ending{};
            socklen_t size = sizeof ending;
            ::getsockopt(connection, SOL_SOCKET, SO_LINGER, &ending, &size);
            if (ending.l_onoff == 0) ::shutdown(connection, SHUT_WR);
            ::close(connection);
        }
    }

    Script script_;
    After after_;
    mutable std::mutex mutex_;
    std::string request_;
    int listener_;
    int port_ = 0;
    std::atomic<bool> stopping_ = false;
    std::atomic<int> connections_ = 0;
    std::thread thread_;
};

}  // namespace hall::test
