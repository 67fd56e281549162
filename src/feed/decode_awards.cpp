#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "feed/feed_words.h"
#include "feed/sections.h"

namespace hall {
namespace {

constexpr int most_rank = 1000;

/// What a recipient needs to know of the rest of the feed.
struct Roll {
    const Members& members;
    const MemberIds& ids;
};

std::optional<std::size_t> find_member(const Object& object, const Roll& roll) {
    const std::string id = object.text("member");
    if (id.empty()) return {};
    if (const auto found = roll.ids.find(id)) return *found;
    object.error(
        "recipient.member-unknown", "member",
        {fmt::format("Không có đơn vị nào mang mã \"{}\". Sửa mã hoặc thêm đơn vị vào danh sách.", escape_for_log(id)),
         fmt::format("No member has the id \"{}\". Mend the id or add the member.", escape_for_log(id))});
    return {};
}

/// Every syllable of a person's name has a capital; an organisation's name has words without.
bool looks_like_a_person(std::string_view name) {
    constexpr std::size_t fewest = 2, most = 6;
    const auto syllables = tokens(name);
    if (syllables.size() < fewest || syllables.size() > most) return false;
    return std::all_of(syllables.begin(), syllables.end(), [](std::string_view syllable) {
        const std::u32string letters = to_code_points(syllable);
        const std::string first = to_utf8(letters.substr(0, 1));
        return to_upper(first) == first && fold(first) != first && to_upper(syllable) != syllable;
    });
}

/// Left out, the kind follows from what only persons or only members have; a name alone may be either.
RecipientKind read_kind(const Object& object, const Recipient& recipient) {
    if (const auto kind = object.word("kind", words::recipient_kind)) return *kind;
    if (!recipient.honorific.empty() || !recipient.position.empty()) return RecipientKind::person;
    if (!recipient.member && !object.has("kind") && looks_like_a_person(recipient.name))
        object.warning(
            "recipient.kind-missing", "name",
            {fmt::format("Không rõ \"{}\" là tập thể hay cá nhân; được tính là tập thể. Ghi \"kind\": "
                         "\"person\" nếu là cá nhân.",
                         recipient.name),
             fmt::format("Nobody says whether \"{}\" is a collective or a person; it counts as a collective. "
                         "Write \"kind\": \"person\" for a person.",
                         recipient.name)});
    return RecipientKind::collective;
}

std::optional<Recipient> read_recipient(const Value& value, const Roll& roll) {
    const Object object(value, words::recipient);
    if (!value.is_object()) return {};
    Recipient recipient;
    recipient.member = find_member(object, roll);
    recipient.honorific = object.text("honorific");
    recipient.name = object.name("name");
    recipient.position = object.name("position");
    recipient.kind = read_kind(object, recipient);
    recipient.organisation = object.name("organisation");
    recipient.representative = object.name("representative");
    recipient.citation = object.text("citation");
    recipient.photo.source = object.text("photo");
    if (recipient.name.empty() && recipient.member && recipient.kind == RecipientKind::collective)
        recipient.name = roll.members[*recipient.member].name;
    if (!recipient.name.empty()) return recipient;
    object.error("recipient.name-missing", "name",
                 {"Không biết ai hoặc đơn vị nào được khen thưởng; bị bỏ qua. Bổ sung tên hoặc mã đơn vị.",
                  "Nobody can tell who receives this; it is left out. Add a name or a member's id."});
    return {};
}

Decision read_decision(const Object& award, const TimeZone& zone) {
    Decision decision;
    const auto value = award.find("decision");
    if (!value) return decision;
    const Object object(*value, words::decision);
    decision.number = object.text("number");
    decision.date = object.day("date", zone);
    decision.issuer = object.text("issuer");
    decision.about = object.text("about");
    return decision;
}

int read_rank(const Object& object) {
    const auto rank = object.number("rank");
    if (!rank) return 0;
    if (*rank >= 1 && *rank <= most_rank && std::floor(*rank) == *rank) return static_cast<int>(*rank);
    object.error("award.rank", "rank",
                 {"Thứ bậc phải là số nguyên từ 1 (cao nhất); giá trị này bị bỏ qua.",
                  "The rank must be a whole number from 1 (the highest); this one is ignored."});
    return 0;
}

/// They come in order of rank, those without one last: where some have one, that is seldom meant.
void report_missing_ranks(const std::vector<Award>& awards, Findings& findings) {
    if (std::all_of(awards.begin(), awards.end(), [](const Award& award) { return award.rank == 0; })) return;
    for (const Award& award : awards)
        if (award.rank == 0)
            findings.warning(
                "award.rank-missing", award.pointer + "/rank",
                {fmt::format("\"{}\" không có thứ bậc nên đứng sau mọi khen thưởng có thứ bậc. Ghi thứ bậc (1 là cao "
                             "nhất), hoặc bỏ thứ bậc của tất cả để theo thứ tự trong nguồn.",
                             award.name),
                 fmt::format("\"{}\" has no rank, so it comes after all that have one. Give it one (1 is the highest), "
                             "or take the others' away to keep the feed's order.",
                             award.name)});
}

/// A status that is missing or unknown follows from the decision, and the winner stays held: the cautious reading.
void read_status(const Object& object, Award& award) {
    const auto status = object.word("status", words::award_status);
    award.status =
        status.value_or(award.decision.empty() && object.has("status") ? AwardStatus::proposed : AwardStatus::decided);
    const auto visibility = object.word("visibility", words::visibility);
    const bool may_be_open = status == AwardStatus::proposed && !object.has("visibility");
    award.visibility = visibility.value_or(may_be_open ? Visibility::open : Visibility::held);

    if (award.status == AwardStatus::proposed && !award.decision.empty()) {
        object.error(
            "award.proposed-with-decision", "decision",
            {"Khen thưởng mới ở mức đề xuất mà đã có quyết định; quyết định không được chiếu. Nếu đã có quyết "
             "định, đổi \"status\" thành \"decided\" (bảng tính: Trạng thái là Đã quyết định).",
             "A proposed award carries a decision; the decision is not shown. If it is decided, set \"status\" to "
             "\"decided\" (in a spreadsheet, Trạng thái to Đã quyết định)."});
        award.decision = {};
    }
    if (award.status == AwardStatus::decided && award.decision.empty())
        object.warning("award.decision-missing", "decision",
                       {"Chưa có số, ngày quyết định khen thưởng. Bổ sung, hoặc đổi \"status\" thành \"proposed\" "
                        "(bảng tính: Trạng thái là Đề xuất).",
                        "The decision's number and date are missing. Add them, or set \"status\" to \"proposed\" (in a "
                        "spreadsheet, Trạng thái to Đề xuất)."});
}

/// The same person or unit twice under one award is nearly always a copied row; it is shown, but somebody should look.
class Roster {
public:
    void see(const Recipient& recipient, const Value& value) {
        const std::string key = fold(recipient.name) + '\n' + fold(recipient.position) + '\n' +
                                fold(recipient.organisation) + '\n' + fold(recipient.representative);
        const auto [first, is_new] = seen_.emplace(key, value.place().pointer());
        if (!is_new)
            value.warning("award.recipient-repeated",
                          {fmt::format("\"{}\" đã có ở {}. Xóa nếu nhập trùng.", recipient.name, first->second),
                           fmt::format("\"{}\" is already at {}. Remove it if it was entered twice.", recipient.name,
                                       first->second)});
    }

private:
    std::unordered_map<std::string, std::string> seen_;
};

std::vector<Batch> read_batches(const Object& award, const Roll& roll) {
    std::vector<Batch> batches;
    Roster roster;
    award.for_each("batches", [&](const Value& value) {
        const Object object(value, words::batch);
        Batch batch;
        batch.label = object.text("label");
        if (object.has("places")) batch.places = read_place_count(object);
        object.for_each("recipients", [&](const Value& each) {
            auto recipient = read_recipient(each, roll);
            if (!recipient) return;
            roster.see(*recipient, each);
            batch.recipients.push_back(std::move(*recipient));
        });
        if (!batch.recipients.empty()) batches.push_back(std::move(batch));
    });
    return batches;
}

}  // namespace

std::vector<Award> read_awards(const Object& feed, const TimeZone& zone, const Members& members,
                               const MemberIds& member_ids) {
    std::vector<Award> awards;
    Ids ids("award");
    feed.for_each("awards", [&](const Value& value) {
        const Object object(value, words::award);
        if (!value.is_object()) return;
        Award award;
        award.id = ids.take(object, Ids::Missing::reported);
        award.pointer = object.place().pointer();
        award.name = object.name("name");
        if (award.name.empty()) {
            object.error("award.name-missing", "name",
                         {"Khen thưởng không có tên hình thức, bị bỏ qua. Bổ sung tên.",
                          "This award has no name and is left out. Add it."});
            return;
        }
        award.rank = read_rank(object);
        award.proposed_by = object.text("proposed_by");
        award.authority = object.text("authority");
        award.ground = object.text("ground");
        award.decision = read_decision(object, zone);
        read_status(object, award);
        award.presenters = read_persons(object, "presenters");
        award.reveal = object.word("reveal", words::reveal).value_or(RevealMode::one);
        award.confetti = object.flag("confetti");
        if (const auto sealed = object.find("sealed")) {
            award.sealed = read_sealed(*sealed);
            award.visibility = Visibility::held;
            award.batches = read_places(object);
        } else {
            award.batches = read_batches(object, {members, member_ids});
        }
        if (award.batches.empty())
            object.warning(
                "award.no-recipients", "batches",
                {fmt::format("\"{}\" chưa có ai hoặc đơn vị nào được khen thưởng. Bổ sung danh sách.", award.name),
                 fmt::format("\"{}\" has no recipients. Add them.", award.name)});
        awards.push_back(std::move(award));
    });
    report_missing_ranks(awards, feed.findings());
    const auto order = [](const Award& award) { return award.rank == 0 ? most_rank + 1 : award.rank; };
    std::stable_sort(awards.begin(), awards.end(),
                     [&](const Award& left, const Award& right) { return order(left) < order(right); });
    return awards;
}

}  // namespace hall
