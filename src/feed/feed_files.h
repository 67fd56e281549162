#pragma once
/// A feed as files, for the desk that makes another feed out of it.
#include <map>
#include <string>

#include "base/result.h"
#include "feed/decoder.h"
#include "feed/worker.h"

namespace hall {

struct FeedFiles {
    /// In our own format, whatever it was; its "sources" as they stand in it, without what no version of us knows.
    std::string document;
    Decoded decoded;  ///< with all its parts
    /// Bytes of the parts and pictures that lie beside the document, by their names in it. What has an address of its
    /// own is not here: another feed can name it as well.
    std::map<std::string, std::string> beside;
};

/// Reads all of it, once. A part or picture that cannot be read is an Error: the copy would be incomplete.
Result<FeedFiles> read_feed_files(const FeedSettings& settings);

}  // namespace hall
