#pragma once
/// Members of a feed that came again, most of whom stand there letter for letter as before. Room-private.
#include <simdjson.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conference/conference.h"
#include "feed/decoder.h"

namespace hall {

/// A document and the texts of its members within it. Immutable.
class MemberTexts {
public:
    /// What it passes over it does not look into.
    explicit MemberTexts(std::string_view document);

    /// There is such a list, of records alone.
    bool found() const { return found_; }
    const std::vector<std::string_view>& elements() const { return elements_; }
    /// The document, its list empty.
    std::string rest() const;

private:
    simdjson::padded_string padded_;
    std::string_view list_;
    std::vector<std::string_view> elements_;
    bool found_ = false;
};

struct KeptMembers {
    std::string rest;         ///< the document, its list of members empty
    Members members;          ///< as decode_feed would read them from the whole; it shares those that are unchanged
    std::size_t records = 0;  ///< in the list
    std::shared_ptr<const MemberTexts> texts;
};

/// Reads only those whose text is not what it was. Nothing where it cannot vouch for the same outcome: where something
/// was or is to be reported of members, where more than a few changed or one is gone, where the list is not valid JSON;
/// whether `rest` is, it leaves open. Thread: any; pure.
std::optional<KeptMembers> keep_members(std::string_view document, const Earlier& earlier);

/// Something was found that has to do with members.
bool tells_of_members(const Issues& issues);
/// The next document may be read by what changed in it.
bool can_be_kept(const Decoded& decoded);

}  // namespace hall
