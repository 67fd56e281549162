#pragma once
/// The parts of a zipped document (XLSX, ODS), within the limits of a feed document. Room-private. Thread: one at a
/// time.
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "feed/decoder.h"

namespace hall {

class Archive {
public:
    /// `bytes` must outlive the archive.
    static Result<Archive> open(std::string_view bytes);

    bool has(const std::string& part) const;
    /// The part unpacked. All parts read from one archive together have most_document_bytes: an Error beyond, whatever
    /// sizes the archive declares.
    Result<std::string> read(const std::string& part);

private:
    struct Zip;
    struct Close {
        void operator()(Zip* zip) const;
    };
    explicit Archive(std::unique_ptr<Zip, Close> zip) : zip_(std::move(zip)) {}

    std::unique_ptr<Zip, Close> zip_;
    std::size_t left_ = most_document_bytes;
};

}  // namespace hall
