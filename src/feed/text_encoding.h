#pragma once
/// Bytes of a text file as UTF-8. Thread: any.
#include <string>
#include <string_view>

#include "base/result.h"
#include "feed/foreign.h"

namespace hall {

/// Drops a byte order mark, decodes UTF-16 (told by its mark, or by its zero bytes). Bytes that are no UTF-8 are
/// decoded as Windows-1258 where that was asked for, as the letters that stand for TCVN3 or VNI codes where one of
/// those was (from_legacy does the rest), and are an Error otherwise; it names the encoding they seem to have.
Result<std::string> to_unicode(std::string_view bytes, TextEncoding encoding);

}  // namespace hall
