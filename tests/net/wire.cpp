#include "net/wire.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <utility>

namespace hall::test {
namespace {

constexpr int look_again = 20;  // ms

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int tcp_socket() { return ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0); }

/// What waits at `from` goes to `to`; false once one of them has gone.
bool pass_on(int from, int to) {
    std::array<char, 16384> bytes;
    const ssize_t got = ::recv(from, bytes.data(), bytes.size(), 0);
    for (ssize_t sent = 0; sent < got;) {
        const ssize_t part = ::send(to, bytes.data() + sent, static_cast<std::size_t>(got - sent), MSG_NOSIGNAL);
        if (part <= 0) return false;
        sent += part;
    }
    return got > 0;
}

}  // namespace

Wire::Wire(int server_port) : server_port_(server_port), listener_(tcp_socket()) {
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<const sockaddr*>(&address), size) != 0)
        throw std::runtime_error("no port is free");
    ::listen(listener_, 64);
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { carry(); });
}

Wire::~Wire() {
    stopping_ = true;
    thread_.join();
    ::close(listener_);
    for (const Line& line : lines_) {
        ::close(line.client);
        ::close(line.server);
    }
}

std::string Wire::url(std::string_view name) const {
    return "http://127.0.0.1:" + std::to_string(port_) + "/" + std::string(name);
}

void Wire::connect_one() {
    const Line line{::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC), tcp_socket()};
    const sockaddr_in address = loopback(server_port_);
    if (line.client >= 0 && ::connect(line.server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
        return lines_.push_back(line);
    ::close(line.client);
    ::close(line.server);
}

void Wire::carry() {
    while (!stopping_) {
        if (cut_) {
            std::this_thread::sleep_for(std::chrono::milliseconds(look_again));
            continue;
        }
        std::vector<pollfd> waiting{{listener_, POLLIN, 0}};
        for (const Line& line : lines_) {
            waiting.push_back({line.client, POLLIN, 0});
            waiting.push_back({line.server, POLLIN, 0});
        }
        if (::poll(waiting.data(), waiting.size(), look_again) <= 0 || cut_) continue;
        std::vector<Line> still;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const Line& line = lines_[i];
            const bool said = waiting[1 + 2 * i].revents != 0, answered = waiting[2 + 2 * i].revents != 0;
            if ((said && !pass_on(line.client, line.server)) || (answered && !pass_on(line.server, line.client))) {
                ::close(line.client);
                ::close(line.server);
            } else {
                still.push_back(line);
            }
        }
        lines_ = std::move(still);
        if (waiting[0].revents != 0) connect_one();
    }
}

}  // namespace hall::test
