#pragma once
/// Conferences for the show's tests.
#include <fmt/format.h>

#include <random>
#include <set>

#include "base/time.h"
#include "conference/conference.h"
#include "conference/member_named.h"
#include "show/paging.h"
#include "show/rundown.h"
#include "show/state.h"

namespace hall::testing {

inline const Instant morning = *parse_instant("2026-11-20T08:00:00+07:00", TimeZone());

inline Now at(int seconds, Instant wall = morning) { return {wall, std::chrono::seconds(seconds)}; }

inline Recipient person(const std::string& name) {
    Recipient recipient;
    recipient.kind = RecipientKind::person;
    recipient.honorific = "Đồng chí";
    recipient.name = name;
    recipient.position = "Chủ tịch";
    return recipient;
}

inline Recipient collective(const std::string& name) {
    Recipient recipient;
    recipient.name = name;
    return recipient;
}

inline Batch batch_of(std::size_t count, const std::string& stem = "Người") {
    Batch batch;
    for (std::size_t i = 0; i < count; ++i) batch.recipients.push_back(person(fmt::format("{} {}", stem, i)));
    return batch;
}

inline Batch people(const std::vector<std::string>& names) {
    Batch batch;
    for (const std::string& name : names) batch.recipients.push_back(person(name));
    return batch;
}

inline Award award(const std::string& id, std::vector<Batch> batches, Visibility visibility = Visibility::held) {
    Award made;
    made.id = id;
    made.name = "Bằng khen " + id;
    made.visibility = visibility;
    made.batches = std::move(batches);
    return made;
}

using test::member_named;

inline AgendaItem item(Instant start, std::chrono::minutes length, const std::string& title) {
    AgendaItem made;
    made.id = made.title = title;
    made.start = start;
    made.end = start + length;
    return made;
}

/// Agenda from 8 to 10, seven members, one held award of each shape and one public proposal.
inline Conference typical() {
    using std::chrono::minutes;
    Conference conference;
    conference.identity.title = "Hội nghị tổng kết công tác thi đua";
    conference.agenda = {item(morning, minutes(60), "Khai mạc"), item(morning + minutes(60), minutes(60), "Bế mạc")};
    for (int i = 1; i <= 7; ++i) conference.members.push_back(member_named(fmt::format("Đơn vị {}", i)));
    conference.awards = {award("co", {batch_of(2, "Cờ")}), award("bang", {batch_of(7, "Bằng")}),
                         award("de-xuat", {batch_of(3, "Đề")}, Visibility::open)};
    conference.awards[2].status = AwardStatus::proposed;
    return conference;
}

/// With one held award, "x".
inline Conference group(const std::vector<std::string>& names) {
    Conference conference = typical();
    conference.awards = {award("x", {people(names)})};
    return conference;
}

/// Names that the wall shows on the step.
inline std::vector<std::string> readable(const Step& step, const Conference& conference) {
    std::vector<std::string> names;
    if (step.award && step.batch)
        for (std::size_t i = 0; i < step.revealed; ++i)
            names.push_back(conference.awards[*step.award].batches[*step.batch].recipients[step.page.first + i].name);
    for (const SummaryRow& row : summary_rows(conference, step))
        names.push_back(conference.awards[row.award].batches[row.batch].recipients[row.recipient].name);
    return names;
}

inline std::vector<std::string> keys(const Rundown& rundown) {
    std::vector<std::string> all;
    for (const Step& step : rundown.steps) all.push_back(step.key);
    return all;
}

inline std::size_t number_of(const Rundown& rundown, const std::string& key) {
    for (std::size_t i = 0; i < rundown.steps.size(); ++i)
        if (rundown.steps[i].key == key) return i;
    return rundown.steps.size();
}

/// On air at the step of that key, an operator driving.
inline ShowState on(const Rundown& rundown, const std::string& key) {
    return apply(ShowState{}, {Verb::jump, number_of(rundown, key)}, rundown, at(0));
}

/// One random edit of the kind a secretary makes in the last minute.
inline void edit(Conference& conference, std::mt19937& random, int& fresh) {
    const auto fresh_name = [&] { return fmt::format("Tên {}", fresh++); };
    if (conference.awards.empty() || random() % 8 == 0) {
        conference.awards.insert(
            conference.awards.begin() + static_cast<std::ptrdiff_t>(random() % (conference.awards.size() + 1)),
            award(fmt::format("mới-{}", fresh++), {people({fresh_name(), fresh_name()})}));
        return;
    }
    if (random() % 12 == 0) {
        Members::Run members(conference.members.begin(), conference.members.end());
        members.resize(random() % 20, member_named("Đơn vị"));
        conference.members = Members(std::move(members));
        return;
    }
    const std::size_t which = random() % conference.awards.size();
    if (random() % 10 == 0) {
        conference.awards.erase(conference.awards.begin() + static_cast<std::ptrdiff_t>(which));
        return;
    }
    auto& batches = conference.awards[which].batches;
    auto& recipients = batches[random() % batches.size()].recipients;
    const auto place = static_cast<std::ptrdiff_t>(recipients.empty() ? 0 : random() % recipients.size());
    switch (recipients.empty() ? 0 : random() % 4) {
        case 0: recipients.insert(recipients.begin() + place, person(fresh_name())); break;
        case 1: recipients.erase(recipients.begin() + place); break;
        case 2: recipients[static_cast<std::size_t>(place)].name = fresh_name(); break;
        default: std::swap(recipients.front(), recipients[static_cast<std::size_t>(place)]); break;
    }
}

/// Three held awards, of every shape.
inline Conference secret(std::mt19937& random) {
    Conference conference = typical();
    conference.awards = {award("a", {batch_of(2, "A")}), award("b", {batch_of(random() % 9, "B"), batch_of(3, "C")}),
                         award("c", {batch_of(1, "D")})};
    conference.awards[1].reveal = random() % 3 ? RevealMode::one : RevealMode::all;
    return conference;
}

inline std::set<std::string> all_names(const Conference& conference) {
    std::set<std::string> names;
    for (const Award& each : conference.awards)
        for (const Batch& batch : each.batches)
            for (const Recipient& recipient : batch.recipients) names.insert(recipient.name);
    return names;
}

}  // namespace hall::testing
