#include "proof/pdf.h"

#include <fmt/format.h>
#include <hpdf.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace hall {
namespace {

/// PDF units (1/72 inch) of a page's longer side: that of A4 landscape.
constexpr float longer_side = 842;

Error failed(HPDF_Doc document, const char* vi, const char* en) {
    const auto code = HPDF_GetError(document);
    HPDF_ResetError(document);
    return fault(fmt::format("{} (libharu {:#06x}).", vi, code), fmt::format("{} (libharu {:#06x}).", en, code));
}

}  // namespace

struct PdfWriter::Document {
    HPDF_Doc handle = HPDF_New(nullptr, nullptr);
};

PdfWriter::PdfWriter() : document_(std::make_unique<Document>()) {
    HPDF_SetCompressionMode(document_->handle, HPDF_COMP_ALL);
}

PdfWriter::~PdfWriter() { HPDF_Free(document_->handle); }

Status PdfWriter::add_page(const Image& image) {
    std::vector<std::uint8_t> opaque;
    opaque.reserve(image.rgba.size() / 4 * 3);
    for (std::size_t i = 0; i + 3 < image.rgba.size(); i += 4)
        opaque.insert(opaque.end(), image.rgba.begin() + static_cast<std::ptrdiff_t>(i),
                      image.rgba.begin() + static_cast<std::ptrdiff_t>(i) + 3);

    HPDF_Doc document = document_->handle;
    const float scale = longer_side / static_cast<float>(std::max(image.width, image.height));
    const float width = static_cast<float>(image.width) * scale, height = static_cast<float>(image.height) * scale;
    HPDF_Page page = HPDF_AddPage(document);
    HPDF_Page_SetWidth(page, width);
    HPDF_Page_SetHeight(page, height);
    HPDF_Image picture = HPDF_LoadRawImageFromMem(document, opaque.data(), static_cast<HPDF_UINT>(image.width),
                                                  static_cast<HPDF_UINT>(image.height), HPDF_CS_DEVICE_RGB, 8);
    if (picture) HPDF_Page_DrawImage(page, picture, 0, 0, width, height);
    if (!picture || HPDF_GetError(document) != HPDF_OK)
        return failed(document, "Không đưa được trang vào tệp PDF", "Cannot put the page into the PDF");
    return Done{};
}

Status PdfWriter::save(const Path& path) {
    HPDF_Doc document = document_->handle;
    if (HPDF_SaveToStream(document) != HPDF_OK)
        return failed(document, "Không tạo được tệp PDF", "Cannot make the PDF");
    std::string bytes(HPDF_GetStreamSize(document), '\0');
    auto size = static_cast<HPDF_UINT32>(bytes.size());
    HPDF_ReadFromStream(document, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
    bytes.resize(size);
    return write_file_atomic(path, bytes);
}

}  // namespace hall
