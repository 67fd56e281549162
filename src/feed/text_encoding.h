#pragma once
/// Bytes of a text file as UTF-8. Room-private.
#include <string>
#include <string_view>

#include "base/result.h"
#include "feed/foreign.h"

namespace hall {

/// Drops a byte order mark, decodes UTF-16 (told by its mark, or by its zero bytes), and the legacy encoding that was
/// asked for. An Error where the bytes are not what they should be; it names the encoding they seem to have.
Result<std::string> to_unicode(std::string_view bytes, TextEncoding encoding);

}  // namespace hall
