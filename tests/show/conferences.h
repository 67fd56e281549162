#pragma once
/// Conferences for the show's tests.
#include <fmt/format.h>

#include "base/time.h"
#include "conference/conference.h"
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

inline Award award(const std::string& id, std::vector<Batch> batches, Visibility visibility = Visibility::held) {
    Award made;
    made.id = id;
    made.name = "Bằng khen " + id;
    made.visibility = visibility;
    made.batches = std::move(batches);
    return made;
}

inline Member member(const std::string& name) {
    Member made;
    made.id = made.name = name;
    return made;
}

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
    for (int i = 1; i <= 7; ++i) conference.members.push_back(member(fmt::format("Đơn vị {}", i)));
    conference.awards = {award("co", {batch_of(2, "Cờ")}), award("bang", {batch_of(7, "Bằng")}),
                         award("de-xuat", {batch_of(3, "Đề")}, Visibility::open)};
    conference.awards[2].status = AwardStatus::proposed;
    return conference;
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

}  // namespace hall::testing
