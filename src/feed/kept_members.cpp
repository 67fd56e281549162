#include "feed/kept_members.h"

#include <simdjson.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "feed/feed_words.h"
#include "feed/records.h"
#include "feed/sections.h"

namespace hall {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::string_view section = "members";
/// Beyond it, reading all of them at once is quicker than one by one.
constexpr std::size_t most_changed = 16;
/// Of a member's record within the document.
constexpr std::size_t depth = 2;

std::string_view without_mark(std::string_view document) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (document.starts_with(byte_order_mark)) document.remove_prefix(byte_order_mark.size());
    return document;
}

struct ReadMember {
    Member member;
    std::size_t records;  ///< with itself
};

/// Nothing where there is anything to say about it.
std::optional<ReadMember> read(std::string_view text) {
    simdjson::dom::parser parser;
    if (parser.allocate(text.size(), most_depth - depth) != simdjson::SUCCESS) return std::nullopt;
    simdjson::dom::element json;
    const simdjson::padded_string padded(text);
    if (parser.parse(padded).get(json) != simdjson::SUCCESS || !json.is_object()) return std::nullopt;
    Findings findings;
    std::optional<Member> member;
    {
        const Object object(Value(json, DocumentPlace(), findings), words::member);
        member = read_member(object, [&object] { return object.text("id"); });
    }
    if (!member || member->id.empty() || !std::move(findings).take().empty()) return std::nullopt;
    return ReadMember{*std::move(member), count_records(json) + 1};
}

/// Nobody else has the name or the id that a member of this number has now. Those that it had before were its own.
bool alone(const Members& members, std::size_t index, const Members& before) {
    const Member& one = members[index];
    const bool known = index < before.size();
    const bool renamed = !known || before[index].name != one.name;
    const bool other_id = !known || before[index].id != one.id;
    if (!renamed && !other_id) return true;
    std::size_t at = 0;
    return std::none_of(members.begin(), members.end(), [&](const Member& other) {
        return at++ != index && ((renamed && other.name == one.name) || (other_id && other.id == one.id));
    });
}

}  // namespace

MemberTexts::MemberTexts(std::string_view document) : padded_(without_mark(document)) {
    ondemand::parser parser;
    ondemand::document json;
    ondemand::object feed;
    if (parser.iterate(padded_).get(json) != simdjson::SUCCESS || json.get_object().get(feed) != simdjson::SUCCESS)
        return;
    for (auto field : feed) {
        std::string_view key;
        if (field.unescaped_key().get(key) != simdjson::SUCCESS) return;
        if (key != section) continue;
        ondemand::array list;
        if (field.value().get_array().get(list) != simdjson::SUCCESS ||
            list.raw_json().get(list_) != simdjson::SUCCESS || list.reset().error() != simdjson::SUCCESS)
            return;
        for (auto element : list) {
            ondemand::object record;
            if (element.get_object().get(record) != simdjson::SUCCESS ||
                record.raw_json().get(elements_.emplace_back()) != simdjson::SUCCESS)
                return;
        }
        found_ = true;
        return;
    }
}

std::string MemberTexts::rest() const {
    const std::string_view whole = padded_;
    const auto at = static_cast<std::size_t>(list_.data() - whole.data());
    return std::string(whole.substr(0, at)) + "[]" + std::string(whole.substr(at + list_.size()));
}

bool tells_of_members(const Issues& issues) {
    // Full, it may leave off what would.
    return issues.size() >= most_issues || std::any_of(issues.begin(), issues.end(), [](const Issue& issue) {
               return issue.place.starts_with("/members");
           });
}

bool can_be_kept(const Decoded& decoded) {
    return !decoded.conference.members.empty() && !tells_of_members(decoded.issues);
}

std::optional<KeptMembers> keep_members(std::string_view document, const Earlier& earlier) {
    if (!can_be_kept(earlier.decoded)) return std::nullopt;
    const Members& before = earlier.decoded.conference.members;
    auto old_texts = earlier.decoded.member_texts;
    if (!old_texts) old_texts = std::make_shared<const MemberTexts>(earlier.document);
    auto new_texts = std::make_shared<const MemberTexts>(document);
    if (!old_texts->found() || !new_texts->found() || old_texts->elements().size() != before.size() ||
        new_texts->elements().size() < before.size())
        return std::nullopt;

    KeptMembers kept{new_texts->rest(), before, earlier.decoded.member_records, new_texts};
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < new_texts->elements().size(); ++i) {
        const bool known = i < before.size();
        if (known && old_texts->elements()[i] == new_texts->elements()[i]) continue;
        if (changed.size() == most_changed) return std::nullopt;
        auto now = read(new_texts->elements()[i]);
        if (!now) return std::nullopt;
        kept.records += now->records;
        if (known) {
            const auto then = read(old_texts->elements()[i]);
            if (!then) return std::nullopt;
            kept.records -= then->records;
            kept.members.replace(i, std::move(now->member));
        } else {
            kept.members.push_back(std::move(now->member));
        }
        changed.push_back(i);
    }
    for (const std::size_t index : changed)
        if (!alone(kept.members, index, before)) return std::nullopt;
    return kept;
}

}  // namespace hall
