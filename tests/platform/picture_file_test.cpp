#include "platform/picture_file.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

#include "base/file.h"
#include "platform/picture_header.h"

namespace hall {
namespace {

using namespace std::literals;

std::string picture_fixture(const std::string& name) {
    auto bytes = read_file(Path(HALL_SOURCE_DIR) / "tests/platform/fixtures" / name, 1 << 20);
    EXPECT_TRUE(bytes.ok()) << name;
    return bytes.ok() ? *bytes : std::string();
}

Image gradient(int width, int height) {
    Image image(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            auto* pixel = image.pixel(x, y);
            pixel[0] = static_cast<std::uint8_t>(x * 7);
            pixel[1] = static_cast<std::uint8_t>(y * 5);
            pixel[2] = static_cast<std::uint8_t>(x + y);
            pixel[3] = static_cast<std::uint8_t>(255 - x);
        }
    }
    return image;
}

std::string png_claiming(std::uint32_t width, std::uint32_t height) {
    std::string bytes = "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"s;
    for (const std::uint32_t side : {width, height}) {
        for (const unsigned shift : {24U, 16U, 8U, 0U}) {
            bytes.push_back(static_cast<char>((side >> shift) & 0xFFU));
        }
    }
    return bytes + "\x08\x06\0\0\0"s + std::string(64, '\0');
}

TEST(PictureFile, a_png_comes_back_as_it_was_written) {
    const Image image = gradient(33, 17);
    const Path path = std::filesystem::temp_directory_path() / "hall-picture-test.png";
    ASSERT_TRUE(write_png(image, path).ok());
    const auto bytes = read_file(path, 1 << 20);
    std::filesystem::remove(path);
    ASSERT_TRUE(bytes.ok());
    const auto back = decode_picture(*bytes);
    ASSERT_TRUE(back.ok()) << back.error().sentence.en;
    EXPECT_EQ(back->width, 33);
    EXPECT_EQ(back->height, 17);
    EXPECT_EQ(back->rgba, image.rgba);
}

TEST(PictureFile, the_same_picture_gives_the_same_bytes) {
    EXPECT_EQ(*encode_png(gradient(40, 30)), *encode_png(gradient(40, 30)));
    EXPECT_NE(*encode_png(gradient(40, 30)), *encode_png(gradient(41, 30)));
}

TEST(PictureFile, an_empty_picture_is_not_written) { EXPECT_FALSE(encode_png(Image()).ok()); }

TEST(PictureFile, a_folder_that_is_not_there_is_an_error) {
    EXPECT_FALSE(write_png(gradient(2, 2), "/nonexistent-folder/page.png").ok());
}

/// The JPEG with a camera's note of how it was held, big or little endian, behind its first marker.
std::string held(const std::string& jpeg, char orientation, bool big_endian = true) {
    const std::string tiff =
        big_endian ? "MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + orientation + "\0\0\0\0\0\0"s
                   : "II\x2A\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"s + orientation + "\0\0\0\0\0\0\0"s;
    const std::string block = "Exif\0\0"s + tiff;
    const auto length = static_cast<char>(block.size() + 2);
    return jpeg.substr(0, 2) + "\xFF\xE1\0"s + length + block + jpeg.substr(2);
}

using Rgba = std::array<std::uint8_t, 4>;

Rgba at(const Image& image, int x, int y) {
    const std::uint8_t* pixel = image.pixel(x, y);
    return {pixel[0], pixel[1], pixel[2], pixel[3]};
}

TEST(PictureFile, photographs_stand_as_they_were_taken) {
    const std::string photo = picture_fixture("corners.jpg");
    const auto stored = decode_picture(photo);
    ASSERT_TRUE(stored.ok());
    const int right = stored->width - 1, bottom = stored->height - 1;
    ASSERT_NE(stored->width, stored->height);
    ASSERT_NE(at(*stored, 0, 0), at(*stored, right, 0));
    // Where the stored picture's first row and first column are seen (EXIF 2.32, table 6).
    const auto corner = [&](char orientation, bool big_endian = true) {
        const auto shown = decode_picture(held(photo, orientation, big_endian));
        EXPECT_TRUE(shown.ok());
        const bool on_its_side = orientation >= 5 && orientation <= 8;
        EXPECT_EQ(shown->width, on_its_side ? stored->height : stored->width);
        return std::pair(at(*shown, 0, 0), at(*shown, shown->width - 1, 0));
    };
    const Rgba top_left = at(*stored, 0, 0), top_right = at(*stored, right, 0);
    const Rgba bottom_left = at(*stored, 0, bottom), bottom_right = at(*stored, right, bottom);
    EXPECT_EQ(corner(1), std::pair(top_left, top_right));
    EXPECT_EQ(corner(2), std::pair(top_right, top_left));
    EXPECT_EQ(corner(3), std::pair(bottom_right, bottom_left));
    EXPECT_EQ(corner(4), std::pair(bottom_left, bottom_right));
    EXPECT_EQ(corner(5), std::pair(top_left, bottom_left));
    EXPECT_EQ(corner(6), std::pair(bottom_left, top_left));
    EXPECT_EQ(corner(7), std::pair(bottom_right, top_right));
    EXPECT_EQ(corner(8), std::pair(top_right, bottom_right));
    EXPECT_EQ(corner(6, false), std::pair(bottom_left, top_left));
    EXPECT_EQ(corner(0), std::pair(top_left, top_right));
    EXPECT_EQ(corner(9), std::pair(top_left, top_right));
}

TEST(PictureFile, jpeg_and_webp_of_every_kind_are_read) {
    for (const auto* name : {"photo.jpg", "progressive.jpg", "lossy.webp", "lossless.webp", "alpha.webp"}) {
        const auto image = decode_picture(picture_fixture(name));
        ASSERT_TRUE(image.ok()) << name << ": " << image.error().sentence.en;
        EXPECT_EQ(image->width, 48) << name;
        EXPECT_EQ(image->height, 32) << name;
        EXPECT_EQ(image->rgba.size(), 48U * 32U * 4U) << name;
    }
}

TEST(PictureFile, colours_stand_in_the_order_red_green_blue_alpha) {
    const auto photo = decode_picture(picture_fixture("photo.jpg"));
    ASSERT_TRUE(photo.ok());
    const auto* top = photo->pixel(20, 0);  // the gradient begins at #0a2a6b
    EXPECT_NEAR(top[0], 0x0a, 12);
    EXPECT_NEAR(top[1], 0x2a, 12);
    EXPECT_NEAR(top[2], 0x6b, 12);
    EXPECT_EQ(top[3], 255);
    const auto clear = decode_picture(picture_fixture("lossless.webp"));
    ASSERT_TRUE(clear.ok());
    EXPECT_EQ(clear->pixel(5, 5)[0], 200);
    EXPECT_NEAR(clear->pixel(5, 5)[3], 128, 1);
}

TEST(PictureFile, headers_that_promise_too_much_are_refused_before_decoding) {
    for (const auto& [width, height] : {std::pair{65535U, 65535U}, {1U, 65535U}, {65535U, 1U}, {8000U, 5001U}}) {
        const auto image = decode_picture(png_claiming(width, height));
        ASSERT_FALSE(image.ok());
        EXPECT_NE(image.error().sentence.en.find("too large"), std::string::npos) << image.error().sentence.en;
    }
    const auto nothing = decode_picture(png_claiming(0, 10));
    ASSERT_FALSE(nothing.ok());
    EXPECT_NE(nothing.error().sentence.en.find("no size"), std::string::npos);
}

TEST(PictureFile, every_truncation_of_every_format_is_refused_and_never_crashes) {
    const std::string png = *encode_png(gradient(48, 32));
    for (const std::string& whole :
         {png, picture_fixture("photo.jpg"), picture_fixture("progressive.jpg"), picture_fixture("lossless.webp")}) {
        for (std::size_t size = 0; size < whole.size() / 2; ++size) {
            EXPECT_FALSE(decode_picture(std::string_view(whole).substr(0, size)).ok()) << size;
        }
    }
}

TEST(PictureFile, flipped_bytes_never_crash) {
    for (const auto* name : {"photo.jpg", "progressive.jpg", "lossy.webp", "lossless.webp", "alpha.webp"}) {
        const std::string whole = picture_fixture(name);
        for (std::size_t at = 0; at < whole.size(); ++at) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(~damaged[at]);
            const auto image = decode_picture(damaged);
            if (image.ok()) {
                EXPECT_EQ(image->rgba.size(),
                          static_cast<std::size_t>(image->width) * static_cast<std::size_t>(image->height) * 4);
            }
        }
    }
}

TEST(PictureFile, other_formats_and_polyglots_are_refused) {
    EXPECT_FALSE(decode_picture("").ok());
    EXPECT_FALSE(decode_picture("<html><body>Login</body></html>").ok());
    EXPECT_FALSE(decode_picture(picture_fixture("plain.gif")).ok());
    EXPECT_FALSE(decode_picture("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>").ok());
    EXPECT_FALSE(decode_picture("GIF89a" + picture_fixture("photo.jpg")).ok());
    // A PNG's first bytes with a JPEG behind them: the JPEG's decoder is never asked.
    EXPECT_FALSE(decode_picture("\x89PNG\r\n\x1a\n"s + picture_fixture("photo.jpg")).ok());
    EXPECT_FALSE(decode_picture(png_claiming(48, 32) + picture_fixture("photo.jpg")).ok());
}

TEST(PictureFile, a_file_over_16_mib_is_refused) {
    std::string large = *encode_png(gradient(8, 8));
    ASSERT_TRUE(decode_picture(large).ok());
    large.resize((std::size_t{16} << 20) + 1);
    const auto image = decode_picture(large);
    ASSERT_FALSE(image.ok());
    EXPECT_NE(image.error().sentence.en.find("16 MiB"), std::string::npos);
}

TEST(PictureHeader, an_animated_webp_is_refused) {
    std::string webp = picture_fixture("alpha.webp");
    ASSERT_EQ(webp.substr(12, 4), "VP8X");
    ASSERT_TRUE(read_picture_header(webp).has_value());
    webp[20] = static_cast<char>(webp[20] | 0x02);
    EXPECT_FALSE(read_picture_header(webp).has_value());
}

TEST(PictureHeader, sizes_are_read_from_the_first_bytes) {
    for (const auto* name : {"photo.jpg", "progressive.jpg", "lossy.webp", "lossless.webp", "alpha.webp"}) {
        const auto header = read_picture_header(picture_fixture(name));
        ASSERT_TRUE(header.has_value()) << name;
        EXPECT_EQ(header->width, 48U) << name;
        EXPECT_EQ(header->height, 32U) << name;
    }
}

}  // namespace
}  // namespace hall
