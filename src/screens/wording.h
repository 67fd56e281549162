#pragma once
/// Fixed phrases and how feed words are joined into lines. Nothing here invents what the feed does not say: an absent
/// part leaves no trace, a line without parts is empty.
#include <string>
#include <string_view>
#include <vector>

#include "conference/conference.h"
#include "draw/text_layout.h"
#include "show/step.h"

namespace hall {

/// "Đồng chí Trần Văn Ẩn", without the honorific where there is none; the two stay on one line.
std::string called(std::string_view honorific, std::string_view name);
std::string called(const Person& person);
/// "Chủ tịch Tổng Liên đoàn Lao động Việt Nam", "Công nhân, Nhà máy …": who leads a body is written in one breath with
/// it; a body that the position already names is not said twice.
std::string standing_of(std::string_view position, std::string_view organisation);
/// "Đại diện: Đồng chí …".
std::string represented_by(std::string_view representative);
/// "Trình bày: Ông …, Phó Chủ tịch …"; the name stays on one line.
std::string presented_by(const Person& presenter);
/// In “ ”, unless the feed has put it in quotation marks itself.
std::string in_quotes(std::string_view text);
/// Position and body of who is called, who comes for them, and what the desk noted.
std::string standing_of(const Recipient& recipient);
/// The same without what the desk noted.
std::string standing_in_the_feed(const Recipient& recipient);
/// Where no standing is shown: what the desk noted is then beside the name.
std::string called_without_standing(const Recipient& recipient);
/// "Quyết định số … ngày … tháng … năm … của …"; empty for an award that is only proposed.
std::string decision_line(const Award& award);
/// "3 tập thể • 12 cá nhân".
std::string tally(const Award& award);
/// "Hà Nội, ngày 05 tháng 01 năm 2023".
std::string place_and_date(const Identity& identity);
/// "1/2"; empty where there is one page only.
std::string page_mark(const Page& page);
/// "Tài liệu: …; …": what a speech cites.
std::string cited(const std::vector<std::string>& references);
/// "Ảnh: Ban Tổ chức".
std::string photo_by(std::string_view credit);
/// Joins the parts that are not empty.
std::string joined(std::string_view first, std::string_view between, std::string_view second);
/// "CÔNG BỐ QUYẾT ĐỊNH KHEN THƯỞNG", or "ĐỀ XUẤT KHEN THƯỞNG" while nothing is decided.
std::string_view award_heading(const Award& award);
/// How a recipient's name may turn to a new line.
Words words_of(RecipientKind kind);
/// Capitals only where they fit: up to `lines` lines of 28 characters.
Capitals capitals_for(std::string_view text, int lines = 2);

}  // namespace hall
