#include "bench/bench_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <list>
#include <mutex>
#include <stdexcept>
#include <string_view>
#include <thread>

namespace hall::bench {
namespace {

constexpr int patience = 20;  // ms

bool readable(int descriptor) {
    pollfd waiting{descriptor, POLLIN, 0};
    return ::poll(&waiting, 1, patience) > 0;
}

struct Document {
    std::string bytes, type, tag;
    std::optional<std::chrono::steady_clock::time_point> delivered;
};

}  // namespace

struct BenchServer::Inside {
    Inside() : listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(listener, reinterpret_cast<const sockaddr*>(&address), size) != 0)
            throw std::runtime_error("no port of the loopback is free");
        constexpr int waiting = 16;
        ::listen(listener, waiting);
        ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
        port = ntohs(address.sin_port);
        acceptor = std::jthread([this](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                if (!readable(listener)) continue;
                const int connection = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
                if (connection >= 0)
                    answerers.emplace_back([this, connection](const std::stop_token& end) { answer(end, connection); });
            }
        });
    }
    ~Inside() {
        acceptor.request_stop();
        acceptor.join();
        answerers.clear();
        ::close(listener);
    }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    void answer(const std::stop_token& stop, int connection) {
        std::string request;
        std::array<char, 4096> bytes{};
        while (!stop.stop_requested()) {
            if (!readable(connection)) continue;
            const ssize_t got = ::recv(connection, bytes.data(), bytes.size(), 0);
            if (got <= 0) break;
            request.append(bytes.data(), static_cast<std::size_t>(got));
            if (request.find("\r\n\r\n") == std::string::npos) continue;
            reply(connection, request);
            request.clear();
        }
        ::close(connection);
    }

    void reply(int connection, const std::string& request) {
        const std::size_t slash = request.find('/'), end = request.find_first_of(" ?", slash);
        const std::string name = request.substr(slash + 1, end - slash - 1);
        std::string head, body;
        {
            const std::lock_guard lock(mutex);
            const auto found = documents.find(name);
            if (found == documents.end()) {
                head = "HTTP/1.1 404 Not Found\r\n";
            } else if (request.find(found->second.tag) != std::string::npos) {
                head = "HTTP/1.1 304 Not Modified\r\nETag: " + found->second.tag + "\r\n";
            } else {
                head = "HTTP/1.1 200 OK\r\nCache-Control: no-cache\r\nContent-Type: " + found->second.type +
                       "\r\nETag: " + found->second.tag + "\r\n";
                body = found->second.bytes;
            }
        }
        const bool modified = head.find("304") == std::string::npos;
        std::string whole = head;
        if (modified) whole += "Content-Length: " + std::to_string(body.size()) + "\r\n";
        whole += "\r\n" + body;
        for (std::string_view rest = whole; !rest.empty();) {
            const ssize_t sent = ::send(connection, rest.data(), rest.size(), MSG_NOSIGNAL);
            if (sent <= 0) return;
            rest.remove_prefix(static_cast<std::size_t>(sent));
        }
        const auto now = std::chrono::steady_clock::now();
        const std::lock_guard lock(mutex);
        const auto found = documents.find(name);
        if (found != documents.end() && !body.empty() && !found->second.delivered) found->second.delivered = now;
    }

    int listener;
    int port = 0;
    mutable std::mutex mutex;
    std::map<std::string, Document> documents;
    std::size_t changes = 0;
    std::list<std::jthread> answerers;
    std::jthread acceptor;
};

BenchServer::BenchServer() : inside_(std::make_unique<Inside>()) {}
BenchServer::~BenchServer() = default;

void BenchServer::serve(const std::string& name, const std::string& bytes, const std::string& type) {
    const std::lock_guard lock(inside_->mutex);
    inside_->documents[name] = {bytes, type, "\"change-" + std::to_string(++inside_->changes) + "\"", std::nullopt};
}

std::string BenchServer::url(const std::string& name) const {
    return "http://127.0.0.1:" + std::to_string(inside_->port) + "/" + name;
}

std::optional<std::chrono::steady_clock::time_point> BenchServer::delivered(const std::string& name) const {
    const std::lock_guard lock(inside_->mutex);
    const auto found = inside_->documents.find(name);
    return found == inside_->documents.end() ? std::nullopt : found->second.delivered;
}

}  // namespace hall::bench
