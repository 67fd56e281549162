#include "remote/server.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <microhttpd.h>
#include <netinet/in.h>

#include <charconv>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace hall {
namespace {

constexpr unsigned most_connections = 16;
constexpr unsigned patience = 10;           // seconds
constexpr std::size_t most_waiting = 32;    ///< commands that nobody took yet
constexpr std::size_t most_memory = 16384;  ///< bytes a connection may take

std::optional<RemoteCommand> command_in(std::string_view path) {
    if (path == "/next") return RemoteCommand{RemoteVerb::next};
    if (path == "/back") return RemoteCommand{RemoteVerb::back};
    if (path == "/hold") return RemoteCommand{RemoteVerb::hold};
    if (path == "/black") return RemoteCommand{RemoteVerb::black};
    constexpr std::string_view jump = "/jump/";
    if (!path.starts_with(jump)) return std::nullopt;
    RemoteCommand command{RemoteVerb::jump};
    const auto [stop, error] = std::from_chars(path.data() + jump.size(), path.data() + path.size(), command.step);
    if (error != std::errc{} || stop != path.data() + path.size()) return std::nullopt;
    return command;
}

/// Takes as long whatever the two have in common.
bool same(std::string_view left, std::string_view right) {
    unsigned difference = left.size() == right.size() ? 0 : 1;
    for (std::size_t i = 0; i < left.size(); ++i)
        difference |= static_cast<unsigned char>(left[i]) ^
                      static_cast<unsigned char>(right.empty() ? '\0' : right[i % right.size()]);
    return difference == 0;
}

std::string_view header(MHD_Connection* connection, const char* name) {
    const char* value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
    return value ? std::string_view(value) : std::string_view();
}

MHD_Result answer(MHD_Connection* connection, unsigned status, std::string body) {
    MHD_Response* response = MHD_create_response_from_buffer(body.size(), body.data(), MHD_RESPMEM_MUST_COPY);
    if (!response) return MHD_NO;
    MHD_add_response_header(response, "Content-Type", "application/json");
    MHD_add_response_header(response, "Cache-Control", "no-store");
    const MHD_Result queued = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return queued;
}

}  // namespace

class RemoteServer::Parts {
public:
    explicit Parts(RemoteSettings settings) : settings_(std::move(settings)) {}
    ~Parts() {
        {
            const std::lock_guard lock(mutex_);
            closing_ = true;
        }
        changed_.notify_all();
        if (daemon_) MHD_stop_daemon(daemon_);
    }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    bool start() {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(settings_.address.port);
        inet_pton(AF_INET, settings_.address.host.c_str(), &address.sin_addr);
        daemon_ = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, settings_.address.port, nullptr, nullptr,
                                   &Parts::asked, this, MHD_OPTION_SOCK_ADDR, reinterpret_cast<sockaddr*>(&address),
                                   MHD_OPTION_CONNECTION_LIMIT, most_connections, MHD_OPTION_CONNECTION_TIMEOUT,
                                   patience, MHD_OPTION_CONNECTION_MEMORY_LIMIT, most_memory, MHD_OPTION_END);
        return daemon_ != nullptr;
    }

    void serve(const std::function<RemoteOutcome(const RemoteCommand&)>& obey) {
        std::vector<Asked> asked;
        {
            const std::lock_guard lock(mutex_);
            asked = std::exchange(asked_, {});
        }
        for (const Asked& one : asked) {
            RemoteOutcome outcome = obey(one.command);
            const std::lock_guard lock(mutex_);
            if (one.number == awaited_) outcome_ = std::move(outcome);
            changed_.notify_all();
        }
    }

    void tell(std::string state) {
        const std::lock_guard lock(mutex_);
        state_ = std::move(state);
    }

private:
    struct Asked {
        std::uint64_t number = 0;
        RemoteCommand command;
    };

    /// Called once with the headers, then with each piece of a body, which nobody reads, then once more.
    static MHD_Result asked(void* self, MHD_Connection* connection, const char* path, const char* method, const char*,
                            const char*, std::size_t* body, void** seen) {
        static char headers_seen = 0;  // only its address is used
        if (*seen == nullptr) {
            *seen = &headers_seen;
            return MHD_YES;
        }
        if (*body != 0) {
            *body = 0;
            return MHD_YES;
        }
        return static_cast<Parts*>(self)->handle(connection, path, method);
    }

    MHD_Result handle(MHD_Connection* connection, std::string_view path, std::string_view method) {
        constexpr std::string_view bearer = "Bearer ";
        const std::string_view authorization = header(connection, "Authorization");
        const bool known = settings_.token.empty() || (authorization.starts_with(bearer) &&
                                                       same(authorization.substr(bearer.size()), settings_.token));
        if (!known) return answer(connection, MHD_HTTP_UNAUTHORIZED, R"({"error": "token"})");
        if (!header(connection, "Origin").empty())
            return answer(connection, MHD_HTTP_FORBIDDEN, R"({"error": "not for web pages"})");
        if (path == "/state" && method == "GET") return answer(connection, MHD_HTTP_OK, state());
        const auto command = command_in(path);
        if (!command) return answer(connection, MHD_HTTP_NOT_FOUND, R"({"error": "no such command"})");
        if (method != "POST") return answer(connection, MHD_HTTP_METHOD_NOT_ALLOWED, R"({"error": "use POST"})");
        if (!add(*command)) return answer(connection, MHD_HTTP_SERVICE_UNAVAILABLE, R"({"error": "busy"})");
        settings_.wake();
        const auto outcome = awaited();
        if (!outcome && closes())
            return answer(connection, MHD_HTTP_SERVICE_UNAVAILABLE, R"({"error": "the program ends"})");
        if (!outcome) return answer(connection, MHD_HTTP_ACCEPTED, state());
        return answer(connection, outcome->done == RemoteOutcome::Done::yes ? MHD_HTTP_OK : MHD_HTTP_CONFLICT,
                      outcome->body);
    }

    std::string state() {
        const std::lock_guard lock(mutex_);
        return state_;
    }

    bool closes() {
        const std::lock_guard lock(mutex_);
        return closing_;
    }

    bool add(const RemoteCommand& command) {
        const std::lock_guard lock(mutex_);
        if (closing_ || asked_.size() >= most_waiting) return false;
        asked_.push_back({++awaited_, command});
        outcome_.reset();
        return true;
    }

    /// Of the command that was added last: the server has one thread, which waits here.
    std::optional<RemoteOutcome> awaited() {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, settings_.outcome_by, [this] { return outcome_ || closing_; });
        return std::exchange(outcome_, std::nullopt);
    }

    RemoteSettings settings_;
    std::mutex mutex_;
    std::condition_variable changed_;
    // All by mutex_.
    std::vector<Asked> asked_;
    std::uint64_t awaited_ = 0;  ///< the number of the command that was added last
    std::optional<RemoteOutcome> outcome_;
    bool closing_ = false;
    std::string state_ = "{}";
    MHD_Daemon* daemon_ = nullptr;
};

RemoteServer::RemoteServer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
RemoteServer::~RemoteServer() = default;

Result<std::unique_ptr<RemoteServer>> RemoteServer::open(RemoteSettings settings) {
    const std::string where = fmt::format("{}:{}", settings.address.host, settings.address.port);
    if (!settings.address.loopback() && settings.token.empty())
        return fault("Điều khiển qua mạng ở " + where + " cần mã khóa: đặt HOITRUONG_REMOTE_TOKEN.",
                     "Remote control at " + where + " needs a token: set HOITRUONG_REMOTE_TOKEN.");
    auto parts = std::make_unique<Parts>(std::move(settings));
    if (!parts->start())
        return fault("Không mở được cổng điều khiển " + where + ": cổng đang bận? Hãy chọn cổng khác.",
                     "The remote control's port " + where + " cannot be opened: is it in use? Choose another.");
    return std::unique_ptr<RemoteServer>(new RemoteServer(std::move(parts)));
}

void RemoteServer::serve(const std::function<RemoteOutcome(const RemoteCommand&)>& obey) { parts_->serve(obey); }
void RemoteServer::tell(std::string state) { parts_->tell(std::move(state)); }

}  // namespace hall
