#pragma once
/// Vietnamese text from before Unicode, whose letters are other letters' codes and right only in its own fonts.
/// Room-private. Thread: any.
#include <string>
#include <string_view>

#include "feed/foreign.h"

namespace hall {

/// Windows-1258 bytes as UTF-8, NFC.
std::string from_windows1258(std::string_view bytes);
/// Bytes as the Latin-1 letters that programs take them for.
std::string from_latin1(std::string_view bytes);

/// UTF-8 text whose letters stand for TCVN3 or VNI codes ("Tæng Liªn ®oµn", "Toång Lieân ñoaøn"), as what was meant.
/// Text that holds a Vietnamese letter beyond Latin-1 is Unicode already and comes back as it is, as does any other
/// encoding's. TCVN3 fonts show capitals with marks by small letters' codes: those come back small.
std::string from_legacy(std::string_view text, TextEncoding encoding);

/// Which one bytes that are no UTF-8 seem to be in; unicode where nobody can tell.
TextEncoding guess_encoding(std::string_view bytes);

}  // namespace hall
