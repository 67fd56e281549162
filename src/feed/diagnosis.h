#pragma once
/// Why a document is no feed, in words a secretary can act on. The cold path: only for what could not be parsed.
#include <optional>
#include <string_view>

#include "base/sentence.h"

namespace hall {

/// What the bytes are instead of JSON (nothing, a web page, a spreadsheet, compressed, another encoding...), told from
/// how they begin; nothing where they begin like JSON.
std::optional<Sentence> foreign_format(std::string_view bytes);

/// Where the JSON breaks, by line and column, and whether it was cut off or nests too deep.
Sentence where_json_breaks(std::string_view bytes);

}  // namespace hall
