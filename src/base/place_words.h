#pragma once
/// Where an issue stands, as people say it. Thread: any; pure.
#include <string>

#include "base/sentence.h"

namespace hall {

/// Issue::place of a spreadsheet as "trang tính Thành viên, hàng 12, cột Chức vụ"; any other as it is.
std::string place_in_words(const std::string& place, Language language);

}  // namespace hall
