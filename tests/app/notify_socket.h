#pragma once
/// The service manager's side of systemd's notify protocol.
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

namespace hall::test {

/// What systemd listens on.
class NotifySocket {
public:
    explicit NotifySocket(std::filesystem::path path)
        : path_(std::move(path)), socket_(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path_.c_str(), sizeof address.sun_path - 1);
        EXPECT_EQ(bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    }
    ~NotifySocket() { close(socket_); }
    NotifySocket(const NotifySocket&) = delete;
    NotifySocket& operator=(const NotifySocket&) = delete;

    std::string path() const { return path_.string(); }
    /// The next word, or nothing within `wait`.
    std::optional<std::string> next(std::chrono::milliseconds wait) const {
        pollfd waiting{socket_, POLLIN, 0};
        if (poll(&waiting, 1, static_cast<int>(wait.count())) <= 0) return std::nullopt;
        std::array<char, 4096> bytes{};
        const ssize_t size = recv(socket_, bytes.data(), bytes.size(), 0);
        return std::string(bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    }
    /// Waits for this word, passing over others.
    bool comes(const std::string& wanted, std::chrono::milliseconds wait) const {
        const auto end = std::chrono::steady_clock::now() + wait;
        while (std::chrono::steady_clock::now() < end) {
            const auto word =
                next(std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()));
            if (word && word->rfind(wanted, 0) == 0) return true;
        }
        return false;
    }

private:
    std::filesystem::path path_;
    int socket_;
};

}  // namespace hall::test
