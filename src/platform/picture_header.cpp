#include "platform/picture_header.h"

#include <cstddef>

namespace hall {
namespace {

using std::size_t;
using namespace std::literals;

unsigned byte_at(std::string_view bytes, size_t at) { return static_cast<unsigned char>(bytes[at]); }
unsigned big16(std::string_view bytes, size_t at) { return (byte_at(bytes, at) << 8) | byte_at(bytes, at + 1); }
unsigned big32(std::string_view bytes, size_t at) { return (big16(bytes, at) << 16) | big16(bytes, at + 2); }
unsigned little16(std::string_view bytes, size_t at) { return byte_at(bytes, at) | (byte_at(bytes, at + 1) << 8); }
unsigned little24(std::string_view bytes, size_t at) { return little16(bytes, at) | (byte_at(bytes, at + 2) << 16); }

std::optional<PictureHeader> read_png(std::string_view bytes) {
    constexpr size_t needed = 24;  // signature, length and name of IHDR, width, height
    if (bytes.size() < needed || bytes.substr(8, 8) != "\0\0\0\x0dIHDR"sv) {
        return std::nullopt;
    }
    return PictureHeader{PictureFormat::png, big32(bytes, 16), big32(bytes, 20)};
}

/// Frame headers: C0-CF without the Huffman (C4), reserved (C8) and arithmetic (CC) markers.
bool is_frame_header(unsigned marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Walks the segments up to the first scan.
std::optional<PictureHeader> read_jpeg(std::string_view bytes) {
    constexpr unsigned start_of_scan = 0xDA;
    std::optional<PictureHeader> header;
    size_t at = 2;
    while (at + 4 <= bytes.size() && byte_at(bytes, at) == 0xFF) {
        const unsigned marker = byte_at(bytes, at + 1);
        if (marker == 0xFF) {  // a fill byte
            ++at;
            continue;
        }
        const unsigned length = big16(bytes, at + 2);
        if (length < 2 || at + 2 + length > bytes.size()) {
            return std::nullopt;
        }
        if (marker == start_of_scan) {
            const bool complete = bytes.rfind("\xff\xd9"sv) != std::string_view::npos && bytes.rfind("\xff\xd9"sv) > at;
            return complete ? header : std::nullopt;
        }
        if (is_frame_header(marker) && length >= 7) {
            if (header.has_value()) {  // two frames in one picture: no honest encoder writes that
                return std::nullopt;
            }
            header = PictureHeader{PictureFormat::jpeg, big16(bytes, at + 7), big16(bytes, at + 5)};
        }
        at += 2 + length;
    }
    return std::nullopt;
}

std::optional<PictureHeader> read_webp(std::string_view bytes) {
    constexpr size_t needed = 30;  // RIFF header, chunk header, the longest of the three size fields
    if (bytes.size() < needed) {
        return std::nullopt;
    }
    const std::string_view kind = bytes.substr(12, 4);
    if (kind == "VP8X"sv) {
        constexpr unsigned animated = 0x02;
        if ((byte_at(bytes, 20) & animated) != 0) {
            return std::nullopt;
        }
        return PictureHeader{PictureFormat::webp, little24(bytes, 24) + 1, little24(bytes, 27) + 1};
    }
    constexpr unsigned fourteen_bits = 0x3FFF;
    if (kind == "VP8 "sv && bytes.substr(23, 3) == "\x9d\x01\x2a"sv) {
        return PictureHeader{PictureFormat::webp, little16(bytes, 26) & fourteen_bits,
                             little16(bytes, 28) & fourteen_bits};
    }
    if (kind == "VP8L"sv && byte_at(bytes, 20) == 0x2F) {
        const unsigned packed = little16(bytes, 21) | (little16(bytes, 23) << 16);
        return PictureHeader{PictureFormat::webp, (packed & fourteen_bits) + 1, ((packed >> 14) & fourteen_bits) + 1};
    }
    return std::nullopt;
}

}  // namespace

std::optional<PictureHeader> read_picture_header(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) {
        return read_png(bytes);
    }
    if (bytes.starts_with("\xff\xd8\xff"sv)) {
        return read_jpeg(bytes);
    }
    if (bytes.starts_with("RIFF"sv) && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP"sv) {
        return read_webp(bytes);
    }
    return std::nullopt;
}

}  // namespace hall
