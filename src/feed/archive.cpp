#include "feed/archive.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <array>

namespace hall {
namespace {

Error broken() {
    return fault("Tệp bảng tính hỏng hoặc bị cắt giữa chừng. Tải lại hoặc lưu lại tệp.",
                 "The spreadsheet is broken or cut off. Fetch or save it again.");
}

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

struct Archive::Zip {
    zip_t* handle;
};

void Archive::Close::operator()(Zip* zip) const {
    zip_discard(zip->handle);
    delete zip;
}

Result<Archive> Archive::open(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* handle = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    zip_error_fini(&error);
    if (!handle) {
        if (source) zip_source_free(source);
        return broken();
    }
    return Archive(std::unique_ptr<Zip, Close>(new Zip{handle}));
}

bool Archive::has(const std::string& part) const { return zip_name_locate(zip_->handle, part.c_str(), 0) >= 0; }

Result<std::string> Archive::read(const std::string& part) {
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(zip_->handle, part.c_str(), 0));
    if (!file) return broken();
    std::string bytes;
    std::array<char, 64U << 10U> piece;
    for (;;) {
        const auto count = zip_fread(file.get(), piece.data(), piece.size());
        if (count < 0) return broken();
        if (count == 0) break;
        const auto size = static_cast<std::size_t>(count);
        if (size > left_)
            return fault(fmt::format("Bảng tính giải nén ra hơn {} byte. Xóa bớt hàng, cột, hoặc chia thành nhiều tệp.",
                                     most_document_bytes),
                         fmt::format("The spreadsheet unpacks to more than {} bytes. Remove rows and columns, or split "
                                     "it into several files.",
                                     most_document_bytes));
        left_ -= size;
        bytes.append(piece.data(), size);
    }
    return bytes;
}

}  // namespace hall
