#include <fmt/format.h>

#include <utility>

#include "base/text.h"
#include "feed/feed_words.h"
#include "feed/sections.h"

namespace hall {

Person read_person(const Value& value) {
    Person person;
    if (!value.is_object()) {
        person.name = value.name();
        return person;
    }
    const Object object(value, words::person);
    person.honorific = object.text("honorific");
    person.name = object.name("name");
    person.position = object.name("position");
    person.organisation = object.name("organisation");
    person.photo.source = object.text("photo");
    if (!person.name.empty()) return person;
    object.error(
        "person.name-missing", "name",
        {"Người này không có họ tên, bị bỏ qua. Bổ sung họ tên.", "This person has no name and is left out. Add it."});
    return {};
}

Person read_person(const Object& object, std::string_view key) {
    const auto value = object.find(key);
    return value ? read_person(*value) : Person{};
}

std::vector<Person> read_persons(const Object& object, std::string_view key) {
    std::vector<Person> persons;
    object.for_each(key, [&](const Value& value) {
        if (Person person = read_person(value); !person.empty()) persons.push_back(std::move(person));
    });
    return persons;
}

bool Ids::is_new(const std::string& id, std::size_t number) {
    if (!index_.add(taken_.emplace_back(id), number)) return true;
    taken_.pop_back();
    return false;
}

std::string Ids::take(const Object& object, Missing missing, std::size_t number) {
    std::string id = object.text("id");
    if (!id.empty() && is_new(id, number)) return id;
    if (!id.empty())
        object.error("id.repeated", "id",
                     {fmt::format("Mã \"{}\" đã dùng cho một mục trước; nơi khác dẫn tới mã này sẽ hiểu là mục trước. "
                                  "Đặt mã khác.",
                                  escape_for_log(id)),
                      fmt::format("The id \"{}\" belongs to an earlier record; references mean that one. Use another.",
                                  escape_for_log(id))});
    else if (missing == Missing::reported)
        object.warning("id.missing", "id",
                       {"Thiếu mã (id); nơi khác không dẫn tới mục này được. Đặt một mã riêng.",
                        "The id is missing, so nothing can refer to this. Give it one of its own."});
    std::size_t suffix = object.place().index() + 1;
    do id = fmt::format("{}-{}", prefix_, suffix++);
    while (!is_new(id, number));
    return id;
}

std::optional<std::size_t> Ids::find(std::string_view id) const {
    if (const Members* const members = std::exchange(known_, nullptr)) {
        index_.reserve(members->size());
        std::size_t number = 0;
        for (const Member& member : *members) index_.add(member.id, number++);
    }
    return index_.find(id);
}

std::optional<Member> read_member(const Object& object, const std::function<std::string()>& take_id) {
    Member member;
    member.name = object.name("name");
    if (member.name.empty()) {
        object.error("member.name-missing", "name",
                     {"Đơn vị này không có tên, bị bỏ qua. Bổ sung tên đầy đủ.",
                      "This member has no name and is left out. Add its full name."});
        return std::nullopt;
    }
    member.id = take_id();
    member.short_name = object.text("short_name");
    member.role = object.text("role");
    member.group = object.text("group");
    member.logo.source = object.text("logo");
    member.representatives = read_persons(object, "representatives");
    return member;
}

Members read_members(const Object& feed, MemberIds& ids) {
    Members members;
    Members::Run run;  // they stay where they are: `names` refers to them
    const auto list = feed.find("members");
    const std::size_t expected = list ? list->count() : 0;
    ids.reserve(expected);
    TextIndex names;  // to places in the list
    names.reserve(expected);
    feed.for_each("members", [&](const Value& value) {
        const Object object(value, words::member);
        if (!value.is_object()) return;
        if (run.size() == Members::run_length) members.append(std::exchange(run, {}));
        const std::size_t number = members.size() + run.size();
        auto member = read_member(object, [&] { return ids.take(object, Ids::Missing::reported, number); });
        if (!member) return;
        if (run.empty()) run.reserve(std::min(expected - number, Members::run_length));
        const Member& kept = run.emplace_back(*std::move(member));
        const auto first = names.add(kept.name, object.place().index());
        if (!first) return;
        const std::string place = fmt::format("/members/{}", *first);
        object.warning("member.name-repeated", "name",
                       {fmt::format("\"{}\" đã có ở {}. Xóa nếu nhập trùng.", kept.name, place),
                        fmt::format("\"{}\" is already at {}. Remove it if it was entered twice.", kept.name, place)});
    });
    members.append(std::move(run));
    return members;
}

}  // namespace hall
