#include "screens/wording.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/text.h"
#include "base/time.h"

namespace hall {
namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::size_t capitals_per_line = 28;

std::string unbroken(std::string_view spaced) {
    std::string text;
    for (const std::string_view word : tokens(spaced)) {
        if (!text.empty()) text += no_break_space;
        text += word;
    }
    return text;
}

/// "ngày 05 tháng 01 năm 2023" that is never broken.
std::string unbroken_day(const LocalTime& day) { return unbroken(format_day(day)); }

}  // namespace

std::string joined(std::string_view first, std::string_view between, std::string_view second) {
    std::string line(first);
    if (!first.empty() && !second.empty()) line += between;
    line += second;
    return line;
}

std::string called(std::string_view honorific, std::string_view name) {
    if (name.empty()) return {};
    return joined(honorific, no_break_space, name);
}

std::string called(const Person& person) { return called(person.honorific, person.name); }

std::string standing_of(std::string_view position, std::string_view organisation) {
    if (organisation.empty() || position.find(organisation) != std::string_view::npos) return std::string(position);
    static constexpr std::array leaders = {
        "chủ tịch",   "chủ tịch thường trực", "bí thư",       "bí thư thường trực", "tổng thư ký", "giám đốc",
        "trưởng ban", "chánh văn phòng",      "viện trưởng",  "hiệu trưởng",        "cục trưởng",  "vụ trưởng",
        "bộ trưởng",  "thứ trưởng",           "trưởng phòng", "tổng biên tập"};
    const std::string last = fold(position);
    const bool leads = std::ranges::any_of(leaders, [&](const char* title) { return last.ends_with(fold(title)); });
    return joined(position, leads ? " " : ", ", organisation);
}

std::string represented_by(std::string_view representative) {
    if (representative.empty()) return {};
    return "Đại diện: " + std::string(representative);
}

std::string presented_by(const Person& presenter) {
    if (presenter.empty()) return {};
    return "Trình bày: " +
           joined(unbroken(called(presenter)), ", ", standing_of(presenter.position, presenter.organisation));
}

std::string in_quotes(std::string_view text) {
    const bool already = text.starts_with("“") || text.starts_with('"') || text.starts_with("«");
    return text.empty() || already ? std::string(text) : "“" + std::string(text) + "”";
}

std::string standing_of(const Recipient& recipient) {
    return joined(standing_in_the_feed(recipient), " – ", recipient.remark);
}

std::string standing_in_the_feed(const Recipient& recipient) {
    return joined(standing_of(recipient.position, recipient.organisation), " • ",
                  represented_by(recipient.representative));
}

std::string called_without_standing(const Recipient& recipient) {
    const std::string name = called(recipient.honorific, recipient.name);
    return name.empty() || recipient.remark.empty() ? name : name + " (" + recipient.remark + ")";
}

std::string decision_line(const Award& award) {
    const Decision& decision = award.decision;
    if (award.status == AwardStatus::proposed || (decision.number.empty() && !decision.date)) return {};
    std::string line = "Quyết định";
    if (!decision.number.empty()) line += " số" + std::string(no_break_space) + decision.number;
    if (decision.date) line += " " + unbroken_day(*decision.date);
    if (!decision.issuer.empty()) line += " của " + decision.issuer;
    return line;
}

std::string tally(const Award& award) {
    std::size_t collectives = 0;
    std::size_t persons = 0;
    for (const Batch& batch : award.batches) {
        for (const Recipient& recipient : batch.recipients) {
            if (!recipient.sealed()) (recipient.kind == RecipientKind::collective ? collectives : persons) += 1;
        }
    }
    const auto counted = [](std::size_t count, std::string_view what) {
        return count == 0 ? std::string() : joined(std::to_string(count), no_break_space, what);
    };
    return joined(counted(collectives, "tập\u00A0thể"), " • ", counted(persons, "cá\u00A0nhân"));
}

std::string place_and_date(const Identity& identity) {
    const std::string date = identity.date ? unbroken_day(*identity.date) : std::string();
    if (identity.venue.empty() && !date.empty()) return "Ngày" + date.substr(std::string_view("ngày").size());
    return joined(identity.venue, ", ", date);
}

std::string page_mark(const Page& page) {
    if (page.total <= 1) return {};
    return std::to_string(page.index + 1) + "/" + std::to_string(page.total);
}

std::string cited(const std::vector<std::string>& references) {
    std::string line;
    for (const std::string& reference : references) line = joined(line, "; ", reference);
    return line.empty() ? line : "Tài\u00A0liệu: " + line;
}

std::string photo_by(std::string_view credit) {
    if (credit.empty() || credit.starts_with("Ảnh")) return std::string(credit);
    return "Ảnh: " + std::string(credit);
}

std::string_view award_heading(const Award& award) {
    return award.status == AwardStatus::proposed ? "ĐỀ XUẤT KHEN THƯỞNG" : "CÔNG BỐ QUYẾT ĐỊNH KHEN THƯỞNG";
}

Words words_of(RecipientKind kind) { return kind == RecipientKind::person ? Words::person : Words::organisation; }

Capitals capitals_for(std::string_view text, int lines) {
    const std::size_t limit = capitals_per_line * static_cast<std::size_t>(std::max(lines, 0));
    return count_characters(text) <= limit ? Capitals::upper : Capitals::as_written;
}

}  // namespace hall
