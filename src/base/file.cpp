#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace hall {
namespace {

constexpr mode_t for_everyone = 0644;
/// From so many bytes on OpenSSL, which uses the processor's own instructions for it (a large feed in a fifth of the
/// time), is worth its first call of more than a millisecond: at start only short words are hashed.
constexpr std::size_t hashed_by_processor = 1U << 20U;

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int get() const { return number_; }
    bool open() const { return number_ >= 0; }
    /// close() may be where a full disk is reported.
    bool close() { return ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_;
};

Error cannot_read(const Path& path, const Sentence& why) {
    return fault(fmt::format("Không đọc được tệp {}: {}.", path.string(), why.vi),
                 fmt::format("Cannot read the file {}: {}.", path.string(), why.en));
}

/// `there`: the file had a content before.
Error cannot_write(const Path& path, bool there) {
    const Sentence why = reason_of(errno);
    return fault(
        fmt::format("Không ghi được tệp {}: {}.{}", path.string(), why.vi, there ? " Nội dung cũ vẫn còn." : ""),
        fmt::format("Cannot write the file {}: {}.{}", path.string(), why.en, there ? " The old content stands." : ""));
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

Sentence reason_of(int error) {
    switch (error) {
        case ENOENT:
            return {"không có ở đó; kiểm tra tên và thư mục", "it is not there; check the name and the folder"};
        case EACCES:
        case EPERM:
            return {"không có quyền; cấp quyền cho người dùng chạy chương trình",
                    "access is denied; give it to the user that runs the program"};
        case ENOSPC:
        case EDQUOT: return {"ổ đĩa đã đầy; giải phóng dung lượng", "the disk is full; free some space"};
        case EROFS:
            return {"ổ đĩa chỉ cho đọc; kiểm tra ổ hoặc chọn thư mục khác",
                    "the disk can only be read; check it, or choose another folder"};
        case EIO: return {"ổ đĩa báo lỗi; kiểm tra hoặc thay ổ", "the disk reports an error; check or replace it"};
        case EISDIR: return {"đây là thư mục, không phải tệp", "it is a folder and no file"};
        case ENOTDIR: return {"một phần của đường dẫn không phải thư mục", "a part of the path is no folder"};
        default: return {std::strerror(error), std::strerror(error)};
    }
}

Result<std::string> read_file(const Path& path, std::size_t limit) {
    // O_NONBLOCK: a named pipe in a feed folder must not hang the worker.
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat facts {};
    if (!file.open() || ::fstat(file.get(), &facts) != 0) return cannot_read(path, reason_of(errno));
    if (!S_ISREG(facts.st_mode)) return cannot_read(path, {"đây không phải một tệp thường", "it is no regular file"});

    std::string bytes;
    std::array<char, 1 << 16> chunk;
    for (;;) {
        const ssize_t got = ::read(file.get(), chunk.data(), chunk.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return cannot_read(path, reason_of(errno));
        if (got == 0) return bytes;
        if (bytes.size() + static_cast<std::size_t>(got) > limit)
            return cannot_read(
                path, {fmt::format("tệp lớn hơn {} byte", limit), fmt::format("it has more than {} bytes", limit)});
        bytes.append(chunk.data(), static_cast<std::size_t>(got));
    }
}

Status write_file_atomic(const Path& path, std::string_view bytes, Readers readers, Outlives outlives) {
    std::error_code ignored;
    const bool there = std::filesystem::exists(path, ignored);
    std::string temporary = path.string() + ".XXXXXX";
    Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (!file.open()) return cannot_write(path, there);
    if ((readers == Readers::everyone && ::fchmod(file.get(), for_everyone) != 0) || !write_all(file.get(), bytes) ||
        (outlives == Outlives::power && ::fsync(file.get()) != 0) || !file.close() ||
        ::rename(temporary.c_str(), path.c_str()) != 0) {
        Error error = cannot_write(path, there);
        ::unlink(temporary.c_str());
        return error;
    }
    if (outlives == Outlives::process) return Done{};
    const Path folder = path.has_parent_path() ? path.parent_path() : Path(".");
    Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.open() || ::fsync(directory.get()) != 0) return cannot_write(path, there);
    return Done{};
}

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    if (bytes.size() < hashed_by_processor ||
        EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
        crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
    return hex.data();
}

}  // namespace hall
