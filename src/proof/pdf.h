#pragma once
/// Pages as one PDF for approval: one picture a page, at the screen's shape.
#include <memory>

#include "base/file.h"
#include "base/image.h"
#include "base/result.h"

namespace hall {

/// Pages are compressed as they come, so a long rundown stays small in memory. Thread: any, one at a time.
class PdfWriter {
public:
    PdfWriter();
    ~PdfWriter();
    PdfWriter(const PdfWriter&) = delete;
    PdfWriter& operator=(const PdfWriter&) = delete;

    /// Alpha is ignored: a page is opaque.
    Status add_page(const Image& image);
    Status save(const Path& path);

private:
    struct Document;
    std::unique_ptr<Document> document_;
};

}  // namespace hall
