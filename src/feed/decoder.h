#pragma once
/// From a feed document's bytes to a conference. Thread: any; pure.
#include <cstddef>
#include <string_view>

#include "base/issue.h"
#include "base/result.h"
#include "conference/conference.h"

namespace hall {

struct Decoded {
    Conference conference;
    Issues issues;  ///< what was dropped, repaired or looks wrong, by place
};

/// Limits of a feed document; what goes beyond is refused with a sentence.
inline constexpr std::size_t most_document_bytes = 8U << 20U;
inline constexpr std::size_t most_depth = 32;
inline constexpr std::size_t most_records = 100'000;
inline constexpr std::size_t most_string_bytes = 16U << 10U;
inline constexpr std::size_t most_picture_bytes = 16U << 20U;

/// Format "hoitruong/1". An Error where the document cannot be read at all (it says what the bytes seem to be
/// instead: HTML of a captive portal, XML, a cut document and where); a broken record becomes an Issue.
Result<Decoded> decode_feed(std::string_view bytes);

}  // namespace hall
