#include "net/nginx.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <sstream>

namespace hall::test {

namespace fs = std::filesystem;

Nginx::Nginx(std::string_view locations, Scheme scheme) : scheme_(scheme), port_(free_port()) {
    make_certificate();
    write_configuration(own_site(locations));
    start();
}

Nginx::Nginx(Scheme scheme, const Site& site) : scheme_(scheme), port_(free_port()) {
    make_certificate();
    write_configuration(site);
    start();
}

Nginx::~Nginx() { stop(); }

void Nginx::make_certificate() const {
    fs::create_directories(root());
    if (scheme_ != Scheme::https) return;
    run_program({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                 "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
                 "-keyout", (folder_.path() / "key.pem").string(), "-out", certificate().string()},
                folder_.path() / "openssl.log");
}

Site Nginx::own_site(std::string_view locations) const {
    std::ostringstream http;
    http << "  server {\n    listen 127.0.0.1:PORT" << (scheme_ == Scheme::https ? " ssl" : "") << ";\n";
    if (scheme_ == Scheme::https) http << "    ssl_certificate certificate.pem;\n    ssl_certificate_key key.pem;\n";
    http << "    root root;\n    " << locations << "\n  }\n";
    return {{}, http.str()};
}

void Nginx::write_configuration(Site site) const {
    constexpr std::string_view port = "PORT";
    for (std::size_t at = site.http.find(port); at != std::string::npos; at = site.http.find(port))
        site.http.replace(at, port.size(), std::to_string(port_));
    std::ostringstream text;
    text << site.modules << "daemon off;\nworker_processes 1;\npid nginx.pid;\nerror_log error.log warn;\n"
         << (::geteuid() == 0 ? "user root;\n" : "") << "events { worker_connections 256; }\nhttp {\n"
         << "  types { application/json json; image/png png; text/html html; }\n"
         << "  access_log access.log;\n";
    for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
        text << "  " << kind << "_temp_path tmp;\n";
    text << site.http << "}\n";
    folder_.write("nginx.conf", text.str());
}

void Nginx::start() {
    // The program's own folder is not in every user's PATH.
    const char* program = fs::exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx";
    process_.start({program, "-p", folder_.path().string() + "/", "-c", "nginx.conf", "-e", "error.log"},
                   folder_.path() / "error.log", port_);
}

void Nginx::stop() { process_.stop(); }

void Nginx::serve(const fs::path& name, std::string_view bytes) const {
    const fs::path temporary = folder_.write("root" / fs::path(name.string() + ".new"), bytes);
    // Every document an age of its own, none of them made just now.
    static std::atomic<int> served = 0;
    fs::last_write_time(temporary,
                        fs::file_time_type::clock::now() - std::chrono::hours(1) + std::chrono::seconds(++served));
    fs::rename(temporary, root() / name);
}

void Nginx::serve_just_changed(const fs::path& name, std::string_view bytes) const {
    serve(name, bytes);
    fs::last_write_time(root() / name, fs::file_time_type::clock::now());
}

void Nginx::remove(const fs::path& name) const { fs::remove(root() / name); }

std::string Nginx::url(std::string_view name) const {
    return std::string(scheme_ == Scheme::https ? "https" : "http") + "://127.0.0.1:" + std::to_string(port_) + "/" +
           std::string(name);
}

std::size_t Nginx::requests_for(std::string_view name) const {
    const std::string log = text_of(folder_.path() / "access.log");
    const std::string wanted = " /" + std::string(name) + " ";
    std::size_t found = 0;
    for (std::size_t at = log.find(wanted); at != std::string::npos; at = log.find(wanted, at + 1)) ++found;
    return found;
}

}  // namespace hall::test
