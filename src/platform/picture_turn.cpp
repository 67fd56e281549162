#include "platform/picture_turn.h"

#include <libexif/exif-data.h>

#include <cstring>
#include <memory>

namespace hall {
namespace {

constexpr int upright = 1;
constexpr int last = 8;
constexpr int bytes_per_pixel = 4;

struct Unref {
    void operator()(ExifData* data) const { exif_data_unref(data); }
};

}  // namespace

int orientation_of(std::string_view jpeg) {
    const std::unique_ptr<ExifData, Unref> data(exif_data_new_from_data(
        reinterpret_cast<const unsigned char*>(jpeg.data()), static_cast<unsigned>(jpeg.size())));
    if (data == nullptr) return upright;
    const ExifEntry* entry = exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
    if (entry == nullptr || entry->format != EXIF_FORMAT_SHORT || entry->components < 1) return upright;
    const int orientation = exif_get_short(entry->data, exif_data_get_byte_order(data.get()));
    return orientation >= upright && orientation <= last ? orientation : upright;
}

Image turned(Image image, int orientation) {
    if (orientation <= upright || orientation > last) return image;
    const bool on_its_side = orientation >= 5;
    const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool from_bottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    Image made(on_its_side ? image.height : image.width, on_its_side ? image.width : image.height);
    for (int y = 0; y < made.height; ++y) {
        for (int x = 0; x < made.width; ++x) {
            const int across = on_its_side ? y : x, down = on_its_side ? x : y;
            const int from_x = from_right ? image.width - 1 - across : across;
            const int from_y = from_bottom ? image.height - 1 - down : down;
            std::memcpy(made.pixel(x, y), image.pixel(from_x, from_y), bytes_per_pixel);
        }
    }
    return made;
}

}  // namespace hall
