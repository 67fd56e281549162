#include "show/remarks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/file.h"
#include "base/text.h"
#include "show/identity.h"
#include "show/state.h"

namespace hall {
namespace {

const std::string& id_of(const Award& award) { return award.id.empty() ? award.name : award.id; }

/// Of a sealed award it is the place that is meant, in this sealing, whoever stands there.
std::string mark_of(const Conference& conference, std::size_t award, std::size_t batch, std::size_t number) {
    const Award& one = conference.awards[award];
    const std::string& id = id_of(one);
    const std::string whose = one.sealed ? fmt::format("place {} {} {}", conference.sealing.event, batch, number)
                                         : identity_of(one.batches[batch].recipients[number], conference);
    return sha256_hex(std::to_string(id.size()) + ' ' + id + whose);
}

const Remark* found(const Remarks& remarks, const std::string& who) {
    const auto one = std::ranges::find(remarks, who, &Remark::who);
    return one == remarks.end() ? nullptr : &*one;
}

/// Calls visit(award, batch, recipient) with indices, until it returns true.
template <class Visit>
void look_through(const Conference& conference, Visit visit) {
    for (std::size_t award = 0; award < conference.awards.size(); ++award)
        for (std::size_t batch = 0; batch < conference.awards[award].batches.size(); ++batch)
            for (std::size_t i = 0; i < conference.awards[award].batches[batch].recipients.size(); ++i)
                if (visit(award, batch, i)) return;
}

struct Spot {
    std::size_t award = 0, batch = 0, recipient = 0;
};

std::optional<Spot> spot_of(const Conference& conference, const std::string& who) {
    std::optional<Spot> spot;
    look_through(conference, [&](std::size_t award, std::size_t batch, std::size_t i) {
        if (mark_of(conference, award, batch, i) == who) spot = Spot{award, batch, i};
        return spot.has_value();
    });
    return spot;
}

/// Who stands there now, if that is nobody who stood elsewhere in the award before: the same recipient, spelt anew.
/// Nobody knows that of a place that was sealed anew.
std::optional<std::string> corrected_at(const Spot& spot, const Conference& before, const Conference& after) {
    const std::string& id = id_of(before.awards[spot.award]);
    const auto award = std::ranges::find_if(after.awards, [&](const Award& one) { return id_of(one) == id; });
    if (award == after.awards.end() || before.awards[spot.award].sealed || award->sealed ||
        spot.batch >= award->batches.size() || spot.recipient >= award->batches[spot.batch].recipients.size())
        return std::nullopt;
    std::string mark =
        mark_of(after, static_cast<std::size_t>(award - after.awards.begin()), spot.batch, spot.recipient);
    if (spot_of(before, mark)) return std::nullopt;
    return mark;
}

std::string attendance_of(const Remark& remark) {
    if (remark.attendance == Attendance::absent) return "vắng mặt";
    return remark.stand_in.empty() ? "có người nhận thay" : "nhận thay: " + remark.stand_in;
}

void note_attendance(Recipient& recipient, const Remark& remark) {
    if (remark.attendance != Attendance::absent && remark.attendance != Attendance::represented) return;
    recipient.representative.clear();
    recipient.remark = attendance_of(remark);
}

/// How many bytes of it are an honorific with the blank behind it: the recipient's own, or a usual one.
std::size_t honorific_length(const std::string& typed, const std::string& own) {
    static constexpr std::array<std::string_view, 12> usual{"Ông", "Bà",  "Anh", "Chị", "Cô",       "Chú",
                                                            "Bác", "Cậu", "Em",  "Dì",  "Đồng chí", "Đ/c"};
    const auto begins = [&](std::string_view honorific) {
        return !honorific.empty() && to_upper(typed).starts_with(to_upper(honorific) + ' ');
    };
    if (begins(own)) return own.size() + 1;
    const auto* const one = std::ranges::find_if(usual, begins);
    return one == usual.end() ? 0 : one->size() + 1;
}

/// "Bà Phạm Thị Công" for "Ông Phạm Thị Cộng" corrects both; without an honorific the feed's stays.
void correct_name(Recipient& recipient, const std::string& typed) {
    if (typed.empty() || recipient.sealed()) return;
    recipient.name = typed;
    if (recipient.honorific.empty()) return;  // it would read the same
    const std::size_t length = honorific_length(typed, recipient.honorific);
    if (length == 0 || length >= typed.size()) return;
    recipient.honorific = typed.substr(0, length - 1);
    recipient.name = typed.substr(length);
}

}  // namespace

Conference amended(const Conference& feeds, const Remarks& remarks) {
    Conference shown = feeds;
    if (remarks.empty()) return shown;
    for (std::size_t award = 0; award < shown.awards.size(); ++award)
        for (std::size_t batch = 0; batch < shown.awards[award].batches.size(); ++batch) {
            std::vector<Recipient>& recipients = shown.awards[award].batches[batch].recipients;
            std::vector<Recipient> kept;
            for (std::size_t i = 0; i < recipients.size(); ++i) {
                const Remark* remark = found(remarks, mark_of(feeds, award, batch, i));
                if (remark && remark->attendance == Attendance::skipped) continue;
                if (remark) {
                    correct_name(recipients[i], remark->name);
                    note_attendance(recipients[i], *remark);
                }
                kept.push_back(std::move(recipients[i]));
            }
            recipients = std::move(kept);
        }
    return shown;
}

void add_notices(Conference& shown, const Said& said) {
    const auto add = [&](const char* id, const std::string& text, NoticeLevel level) {
        if (!text.empty()) shown.notices.push_back({id, text, level, {}, {}});
    };
    add("desk-urgent", said.urgent, NoticeLevel::urgent);
    add("desk-ticker", said.ticker, NoticeLevel::info);
}

std::optional<std::string> recipient_mark(const Conference& feeds, const Remarks& remarks, std::size_t award,
                                          std::size_t batch, std::size_t recipient) {
    if (award >= feeds.awards.size() || batch >= feeds.awards[award].batches.size()) return std::nullopt;
    for (std::size_t i = 0; i < feeds.awards[award].batches[batch].recipients.size(); ++i) {
        std::string mark = mark_of(feeds, award, batch, i);
        const Remark* remark = found(remarks, mark);
        if (remark && remark->attendance == Attendance::skipped) continue;
        if (recipient-- == 0) return mark;
    }
    return std::nullopt;
}

Remark remark_about(const Remarks& remarks, const std::string& who) {
    const Remark* one = found(remarks, who);
    return one ? *one : Remark{who};
}

Remarks with_remark(Remarks remarks, Remark remark) {
    const auto old = std::ranges::find(remarks, remark.who, &Remark::who);
    if (remark.attendance != Attendance::represented) remark.stand_in.clear();
    if (remark.says_nothing()) {
        if (old != remarks.end()) remarks.erase(old);
    } else if (old != remarks.end()) {
        *old = std::move(remark);
    } else {
        remarks.push_back(std::move(remark));
    }
    return remarks;
}

Remarks carried(const Remarks& remarks, const Conference& before, const Conference& after) {
    Remarks kept;
    for (const Remark& remark : remarks) {
        Remark moved = remark;
        if (!spot_of(after, remark.who)) {
            const auto spot = spot_of(before, remark.who);
            const auto mark = spot ? corrected_at(*spot, before, after) : std::nullopt;
            if (!mark) continue;
            moved.who = *mark;
        }
        kept = with_remark(std::move(kept), std::move(moved));
    }
    return kept;
}

std::optional<RemarkedRecipient> remarked_recipient(const Conference& feeds, const Remarks& remarks,
                                                    const std::string& who) {
    const auto spot = spot_of(feeds, who);
    if (!spot) return std::nullopt;
    const auto skipped = [&](std::size_t number) {
        const Remark* remark = found(remarks, mark_of(feeds, spot->award, spot->batch, number));
        return remark && remark->attendance == Attendance::skipped;
    };
    Recipient named = feeds.awards[spot->award].batches[spot->batch].recipients[spot->recipient];
    correct_name(named, remark_about(remarks, who).name);
    RemarkedRecipient one{spot->award, spot->batch, spot->recipient, std::nullopt,
                          named.honorific.empty() ? named.name : named.honorific + ' ' + named.name};
    if (skipped(spot->recipient)) return one;
    one.place = 0;
    for (std::size_t number = 0; number < spot->recipient; ++number)
        if (!skipped(number)) ++*one.place;
    return one;
}

}  // namespace hall
