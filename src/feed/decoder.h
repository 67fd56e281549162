#pragma once
/// From a feed document's bytes to a conference. Thread: any; pure.
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "base/result.h"
#include "conference/conference.h"
#include "feed/places.h"

namespace hall {

/// A section that lives elsewhere: "sources": {"members": {"href": "members.csv"}}.
struct SourceRef {
    std::string section;
    std::string href;      ///< as written: relative to the document, or a URL
    std::string encoding;  ///< of a CSV that is no Unicode: "tcvn3", "vni", "windows-1258"

    bool operator==(const SourceRef&) const = default;
};

class MemberTexts;  // feed/kept_members.h

struct Decoded {
    Conference conference;
    Issues issues;  ///< what was dropped, repaired or looks wrong, by place
    std::vector<SourceRef> sources;
    std::size_t member_records = 0;  ///< in the document's list of members
    /// Made for whoever reads the feed's next document; null until somebody has time for it.
    std::shared_ptr<const MemberTexts> member_texts = {};
};

/// What a document of the same feed, without parts, said before. Both outlive the call.
struct Earlier {
    std::string_view document;
    const Decoded& decoded;
};

/// The document of such a section, already in our own format.
struct PartDocument {
    std::string section;
    std::string name;  ///< what issues call it, "members.csv"
    std::string document;
    Places places;
    Issues issues;  ///< found while it was converted
};

/// Limits of a feed document; what goes beyond is refused with a sentence.
inline constexpr std::size_t most_document_bytes = 8U << 20U;
inline constexpr std::size_t most_depth = 32;
inline constexpr std::size_t most_records = 100'000;
inline constexpr std::size_t most_string_bytes = 16U << 10U;
inline constexpr std::size_t most_picture_bytes = 16U << 20U;

/// Format "hoitruong/1". An Error where the document cannot be read at all (it says what the bytes seem to be
/// instead: HTML of a captive portal, XML, a cut document and where); a broken record becomes an Issue.
/// The section of a part replaces that of the document; a part that cannot be read is an Error that names it.
/// Members that `earlier` has letter for letter are not read again; the outcome is the same.
Result<Decoded> decode_feed(std::string_view bytes, const std::vector<PartDocument>& parts = {},
                            const std::optional<Earlier>& earlier = {});

}  // namespace hall
