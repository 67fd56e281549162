#pragma once
/// A real nginx on loopback: its own configuration, folder and free port; ended by its pid.
#include <filesystem>
#include <string>
#include <string_view>

#include "net/server_process.h"
#include "net/temporary_folder.h"

namespace hall::test {

enum class Scheme { http, https };

/// A whole configuration but for the folders: lines of the outermost level, and of the http block with its servers.
/// PORT in it becomes the port.
struct Site {
    std::string modules;
    std::string http;
};

class Nginx {
public:
    /// Serves `root()`; `locations` are nginx location blocks of the test's own. With https: a self-signed
    /// certificate for localhost, in `certificate()`. Returns once the port answers.
    explicit Nginx(std::string_view locations = {}, Scheme scheme = Scheme::http);
    Nginx(Scheme scheme, const Site& site);
    ~Nginx();
    Nginx(const Nginx&) = delete;
    Nginx& operator=(const Nginx&) = delete;

    /// Writes a file to be served, renamed into place as a careful publisher does.
    void serve(const std::filesystem::path& name, std::string_view bytes) const;
    /// The same with an age of nothing: two such within a second have the same ETag and Last-Modified.
    void serve_just_changed(const std::filesystem::path& name, std::string_view bytes) const;
    void remove(const std::filesystem::path& name) const;
    std::string url(std::string_view name) const;
    std::filesystem::path root() const { return folder_.path() / "root"; }
    std::filesystem::path certificate() const { return folder_.path() / "certificate.pem"; }
    int port() const { return port_; }
    /// How often a request for this path stands in the access log.
    std::size_t requests_for(std::string_view name) const;

    void stop();

    /// On the same port again.
    void start();

private:
    void make_certificate() const;
    Site own_site(std::string_view locations) const;
    void write_configuration(Site site) const;

    TemporaryFolder folder_;
    Scheme scheme_;
    int port_ = 0;
    ServerProcess process_;
};

}  // namespace hall::test
