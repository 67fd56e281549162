#pragma once
/// What a document is that came in place of a feed, a sheet or a schedule. Room-private.
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "feed/foreign.h"

namespace hall {

/// The local name of an XML or HTML document's first element in small letters, "" where there is none.
std::string root_element(std::string_view text);

/// frab_xml for a schedule; else what the markup seems to be: a login page, a template, RSS, another XML.
Result<FeedKind> recognise_markup(std::string_view text);
/// own_json, or frab_json for a schedule that this version reads; an Error for schedules that it does not.
Result<FeedKind> recognise_json(std::string_view text);

}  // namespace hall
