#include <fmt/format.h>

#include <algorithm>

#include "show/rundown.h"

namespace hall {

Sentence title_of(ScreenId screen) {
    switch (screen) {
        case ScreenId::welcome: return {"Chào mừng", "Welcome"};
        case ScreenId::flag: return {"Chào cờ", "Flag ceremony"};
        case ScreenId::agenda: return {"Chương trình: đang diễn ra", "Agenda: now and next"};
        case ScreenId::agenda_day: return {"Chương trình cả ngày", "Agenda of the day"};
        case ScreenId::members: return {"Các đơn vị thành viên", "Members"};
        case ScreenId::award_intro:
        case ScreenId::award_reveal:
        case ScreenId::award_group: return {"Trao thưởng", "Award"};
        case ScreenId::award_summary: return {"Tổng hợp khen thưởng", "Award summary"};
        case ScreenId::closing: return {"Bế mạc", "Closing"};
        case ScreenId::holding: return {"Màn hình chờ", "Holding screen"};
        case ScreenId::countdown: return {"Đếm ngược", "Countdown"};
        case ScreenId::presidium: return {"Chủ tọa", "Presidium"};
        case ScreenId::guests: return {"Đại biểu, khách mời", "Guests"};
        case ScreenId::report: return {"Báo cáo tổng kết", "Report"};
        case ScreenId::tasks: return {"Nhiệm vụ trọng tâm", "Key tasks"};
        case ScreenId::speech: return {"Phát biểu", "Speech"};
        case ScreenId::movements: return {"Phong trào thi đua", "Movements"};
        case ScreenId::covenant: return {"Giao ước thi đua", "Covenant"};
        case ScreenId::handover: return {"Bàn giao Cụm trưởng", "Hand-over"};
        case ScreenId::silence: return {"Phút mặc niệm", "Minute of silence"};
        case ScreenId::external: return {"Nguồn hình khác", "Another source"};
        case ScreenId::photos: return {"Ảnh", "Photos"};
        case ScreenId::test_card: return {"Hình kiểm tra", "Test card"};
    }
    return {};
}

namespace {

const Award* award_of(const Step& step, const Conference& conference) {
    return step.award && *step.award < conference.awards.size() ? &conference.awards[*step.award] : nullptr;
}

/// "Bằng khen ...", and what of it: "giới thiệu", "sắp công bố 2/4", "2/4 Trần Thị B".
std::string describe_award(const Step& step, const Award& award, Language language) {
    const bool vi = language == Language::vietnamese;
    std::string text = fmt::format("{}: {}", title_of(step.screen).in(language), award.name);
    if (!step.batch || *step.batch >= award.batches.size()) return text + (vi ? " – giới thiệu" : " – introduction");

    if (award.batches.size() > 1)
        text += fmt::format(" – {} {}/{}", vi ? "Lượt" : "batch", *step.batch + 1, award.batches.size());
    const auto& recipients = award.batches[*step.batch].recipients;
    const std::size_t first = step.page.first + 1;
    if (step.revealed == 0) {
        const std::size_t last = std::min(step.page.first + step.page.count, recipients.size());
        const std::string places = first >= last ? fmt::format("{}", first) : fmt::format("{}-{}", first, last);
        return text + fmt::format(" – {} {}/{}", vi ? "sắp công bố" : "armed", places, recipients.size());
    }
    const std::size_t shown = step.page.first + step.revealed;
    text += fmt::format(" ({}/{})", shown, recipients.size());
    if (step.recipient && *step.recipient < recipients.size())
        text += recipients[*step.recipient].sealed() ? (vi ? " – còn niêm phong" : " – still sealed")
                                                     : " " + recipients[*step.recipient].name;
    return text;
}

}  // namespace

std::string describe(const Step& step, const Conference& conference, Language language) {
    if (const Award* award = award_of(step, conference)) return describe_award(step, *award, language);
    std::string text = title_of(step.screen).in(language);
    if (step.screen == ScreenId::speech && step.item < conference.speeches.size())
        text += ": " + conference.speeches[step.item].speaker.name;
    if (step.screen == ScreenId::covenant && step.revealed > 0)
        text += language == Language::vietnamese ? " – đã ký" : " – signed";
    if (step.page.total > 1) text += fmt::format(" ({}/{})", step.page.index + 1, step.page.total);
    return text;
}

}  // namespace hall
