#pragma once
/// An address that answers no connection: its queue is full, so that the kernel drops what knocks.
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <string>

namespace hall::test {

class BlackHole {
public:
    BlackHole(const std::string& address, int port) {
        addrinfo hints{};
        hints.ai_flags = AI_NUMERICHOST;
        hints.ai_socktype = SOCK_STREAM;
        addrinfo* found = nullptr;
        if (::getaddrinfo(address.c_str(), std::to_string(port).c_str(), &hints, &found) != 0) return;
        listener_ = ::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int yes = 1;
        ::setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        open_ = ::bind(listener_, found->ai_addr, found->ai_addrlen) == 0 && ::listen(listener_, 0) == 0;
        for (int& one : waiting_) {
            one = ::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
            if (open_) (void)::connect(one, found->ai_addr, found->ai_addrlen);
        }
        ::freeaddrinfo(found);
    }
    ~BlackHole() {
        for (const int one : waiting_) ::close(one);
        ::close(listener_);
    }
    BlackHole(const BlackHole&) = delete;
    BlackHole& operator=(const BlackHole&) = delete;

    /// False where this machine has no such address.
    bool open() const { return open_; }

private:
    int listener_ = -1;
    std::array<int, 3> waiting_{-1, -1, -1};
    bool open_ = false;
};

}  // namespace hall::test
