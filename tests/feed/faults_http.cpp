#include <cstdlib>
#include <fstream>
#include <sstream>

#include "faults.h"
#include "net/temporary_folder.h"
#include "screen.h"

namespace hall::test {
namespace {

constexpr std::size_t one_mebibyte = 1U << 20U;

FaultyServer::Script answer(std::string text) {
    return [text = std::move(text)](const FaultyServer& self, int connection) { self.send(connection, text); };
}

std::string changed() { return document(canary); }

FaultyServer::Script redirect(const std::string& target) {
    return answer("HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: " + target +
                  "\r\nContent-Length: 6\r\n\r\nCANARY");
}

FaultyServer::Script busy(const std::string& status, const std::string& retry_after) {
    return answer("HTTP/1.1 " + status + "\r\nConnection: close\r\nRetry-After: " + retry_after +
                  "\r\nContent-Length: 6\r\n\r\nCANARY");
}

FaultyServer::Script encoded(const std::string& encoding, const std::string& body) {
    return answer(whole(body, "Content-Encoding: " + encoding + "\r\n"));
}

/// Large enough that half of its gzip is no small part of it.
std::string long_document() {
    std::string body = changed();
    for (int i = 0; i < 4000; ++i)
        body.insert(body.size() - 1, ",\"k" + std::to_string(i * 7919) + "\":" + std::to_string(i));
    return body;
}

std::string with_wrong_checksum(std::string packed) {
    packed[packed.size() - 6] = static_cast<char>(~packed[packed.size() - 6]);
    return packed;
}

/// A zstd frame (RFC 8878) of `blocks` runs of 128 KiB each, in 4 bytes a block.
std::string zstd_bomb(std::size_t blocks) {
    std::string frame("\x28\xB5\x2F\xFD\x00\x58", 6);
    for (std::size_t i = 0; i < blocks; ++i) {
        const std::size_t header = (128U << 10U) << 3U | 1U << 1U | (i + 1 == blocks ? 1U : 0U);
        for (unsigned shift = 0; shift < 24; shift += 8) frame += static_cast<char>(header >> shift & 0xFFU);
        frame += ' ';
    }
    return frame;
}

std::string seven_times_gzipped() {
    std::string body = changed();
    for (int i = 0; i < 7; ++i) body = gzip(body);
    return body;
}

void endless(const FaultyServer& self, int connection) {
    self.send(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "4000\r\n" + std::string(0x4000, ' ') + "\r\n";
    while (self.send(connection, chunk)) {
    }
}

void many_headers(const FaultyServer& self, int connection) {
    self.send(connection, "HTTP/1.1 200 OK\r\n");
    for (int i = 0; i < 10'000 && self.send(connection, "X-" + std::to_string(i) + ": CANARY\r\n"); ++i) {
    }
    self.send(connection, "Content-Length: 2\r\n\r\n{}");
}

void one_long_header(const FaultyServer& self, int connection) {
    self.send(connection, "HTTP/1.1 200 OK\r\nX: " + std::string(one_mebibyte, 'x') + "\r\n\r\n");
}

void silent(const FaultyServer& self, int connection) { self.hang(connection); }
void slow_headers(const FaultyServer& self, int connection) {
    self.trickle(connection, "HTTP/1.1 200 OK\r\nX-Slow: " + std::string(1000, 'x'));
}
void slow_body(const FaultyServer& self, int connection) {
    self.send(connection, "HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n");
    self.trickle(connection, changed() + std::string(8000, ' '));
}
void stalled_body(const FaultyServer& self, int connection) {
    self.send(connection, "HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n" + changed());
    self.hang(connection);
}
void reset_before_answer(const FaultyServer& self, int connection) { self.reset(connection); }
void reset_in_body(const FaultyServer& self, int connection) {
    self.send(connection, "HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n" + changed());
    self.reset(connection);
}

/// What an HTTP/1.0 server sends, ended by hanging up.
FaultyServer::Script until_closed(const std::string& body) { return answer("HTTP/1.0 200 OK\r\n\r\n" + body); }

}  // namespace

std::string gzip(const std::string& bytes) {
    const TemporaryFolder scratch;
    const std::string file = scratch.write("body", bytes).string();
    if (std::system(("gzip -9n " + file).c_str()) != 0) return {};
    std::ostringstream packed;
    packed << std::ifstream(file + ".gz", std::ios::binary).rdbuf();
    return packed.str();
}

std::vector<Fault> http_faults() {
    const std::string page = "<!DOCTYPE html><html>CANARY: please sign in</html>";
    const std::string half = changed().substr(0, changed().size() / 2);
    const std::string packed = gzip(long_document());
    return {
        {"portal_page", answer(whole(page, "Content-Type: text/html\r\n")), "web page"},
        {"portal_page_as_json", answer(whole(page, "Content-Type: application/json\r\n")), "web page"},
        {"portal_511", answer("HTTP/1.1 511 Login\r\nConnection: close\r\nContent-Length: 6\r\n\r\nCANARY"),
         "sign in to the network"},
        {"redirect_loop", redirect("/conference.json"), "circle"},
        {"redirect_to_file", redirect("file:///etc/hostname"), "forbidden address"},
        {"redirect_to_ftp", redirect("ftp://127.0.0.1/conference.json"), "forbidden address"},
        {"redirect_to_gopher", redirect("gopher://127.0.0.1:1/x"), "forbidden address"},
        {"busy_for_seconds", busy("429 Too Many", "3"), "busy"},
        {"busy_until_a_date", busy("503 Busy", "Fri, 31 Dec 2055 23:59:59 GMT"), "busy"},
        {"busy_for_years", busy("503 Busy", "100000000"), "busy"},
        {"busy_for_less_than_nothing", busy("503 Busy", "-5"), "busy"},
        {"busy_for_garbage", busy("503 Busy", "soon; CANARY"), "busy"},
        {"not_found", answer("HTTP/1.1 404 No\r\nConnection: close\r\nContent-Length: 6\r\n\r\nCANARY"), "no document"},
        {"server_error", answer("HTTP/1.1 500 No\r\nConnection: close\r\nContent-Length: 6\r\n\r\nCANARY"), "failed"},
        {"unchanged_since_nothing", answer("HTTP/1.1 304 Not Modified\r\nConnection: close\r\nETag: \"x\"\r\n\r\n"),
         "not modified"},
        {"empty_200", answer(whole("")), "empty"},
        {"no_content_204", answer("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"), "unexpected answer"},
        {"partial_206_unasked",
         answer("HTTP/1.1 206 Partial\r\nConnection: close\r\nContent-Range: bytes 0-9/99\r\nContent-Length: 10\r\n\r\n"
                "{\"CANARY\":"),
         "unexpected answer"},
        {"http_0_9", answer(changed()), "does not speak HTTP"},
        {"another_protocol", answer("SSH-2.0-OpenSSH_9.2\r\n"), "does not speak HTTP"},
        {"ten_thousand_headers", many_headers, ""},
        {"header_of_a_mebibyte", one_long_header, ""},
        {"reset_before_answer", reset_before_answer, "cut off"},
        {"reset_in_body", reset_in_body, "cut off"},
        {"hung_up_without_answer", answer(""), "cut off"},
        {"shorter_than_announced", answer("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n" + changed()), "cut off"},
        {"chunk_cut", answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff0\r\n" + changed()), "cut off"},
        {"last_chunk_missing", answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nCANARY\r\n"),
         "cut off"},
        {"bad_chunk_size", answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n" + changed()),
         "cut off"},
        {"closed_early", until_closed(half), "cut off"},
        {"gzip_cut", encoded("gzip", packed.substr(0, packed.size() / 2)), "cut off"},
        {"gzip_wrong_checksum", encoded("gzip", with_wrong_checksum(packed)), "compressed wrongly"},
        {"gzip_that_is_none", encoded("gzip", changed()), "compressed wrongly"},
        {"gzip_not_announced", answer(whole(packed)), "gzip"},
        {"gzip_bomb", encoded("gzip", gzip(std::string(64 * one_mebibyte, ' '))), "too large"},
        {"zstd_bomb", encoded("zstd", zstd_bomb(4000)), ""},
        {"gzip_seven_times", encoded("gzip, gzip, gzip, gzip, gzip, gzip, gzip", seven_times_gzipped()),
         "compressed wrongly"},
        {"unknown_encoding", encoded("lzma", changed()), "unknown way"},
        {"announced_too_large", answer("HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n" + changed()),
         "too large"},
        {"endless_body", endless, "too large"},
        {"silent", silent, "in time"},
        {"slow_headers", slow_headers, "in time"},
        {"slow_body", slow_body, "in time"},
        {"stalled_body", stalled_body, "in time"},
    };
}

}  // namespace hall::test
