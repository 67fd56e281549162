#include "feed/foreign.h"

#include "feed/sheet.h"

namespace hall {

Result<Converted> convert(std::string_view bytes, FeedKind kind, const ForeignWish& wish) {
    if (kind == FeedKind::own_json) return Converted{std::string(bytes), {}, {}};
    if (const auto sheets = read_csv(bytes, wish); !sheets) return sheets.error();
    return fault("Phiên bản này chưa đọc được định dạng này.", "This version does not read this format yet.");
}

}  // namespace hall
