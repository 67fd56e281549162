#include "app/door.h"

#include <fmt/format.h>

#include <utility>

#include "base/log.h"
#include "base/text.h"

namespace hall {
namespace {

/// The award on air, empty where there is none. A summary is of all the awards before it.
std::string award_on(const OnAir& on_air) {
    const auto& steps = on_air.rundown().steps;
    if (on_air.state().step >= steps.size()) return {};
    const Step& step = steps[on_air.state().step];
    if (step.award) return on_air.snapshot().conference.awards[*step.award].id;
    return step.awards.empty() ? std::string() : step.key;
}

bool has_content(const Snapshot& snapshot) { return snapshot.number > 0 && snapshot.whole; }

/// What is on air, with what of `next` waits for nobody.
Door::Held passing(const Snapshot& shown, const Snapshot& next) {
    auto made = std::make_shared<Snapshot>(shown);
    made->number = next.number;
    made->conference = with_times_and_notices(shown.conference, next.conference);
    made->issues = next.issues;
    for (const auto& [source, image] : next.pictures) made->pictures.emplace(source, image);
    return made;
}

Sentence not_kept(const Sentence& why) {
    return {"Chưa lưu được bản đã chấp nhận: nếu mất điện, máy có thể chiếu bản chưa duyệt. " + why.vi,
            "The accepted words are not saved: after a power cut unapproved ones may be shown. " + why.en};
}

}  // namespace

Door::Held Door::start(Instant started) {
    auto words = words_.load(started);
    return words ? std::make_shared<const Snapshot>(*std::move(words)) : nullptr;
}

WaitsFor Door::reason(const Snapshot& shown, const Snapshot& next) const {
    const std::string& approved = shown.conference.identity.approved;
    const std::string& approved_next = next.conference.identity.approved;
    if (waiting_.differences.empty() || (approved.empty() && approved_next.empty())) return WaitsFor::nothing;
    // The leadership has approved this very revision since.
    if (approved_next != approved && approved_next == next.conference.revision) return WaitsFor::nothing;
    // An approval of a third revision says nothing for or against these words unless those on air are the approved.
    if (approved.empty() && approved_next != shown.conference.revision) return WaitsFor::nothing;
    return WaitsFor::acceptance;
}

Door::Held Door::offer(Held next, const OnAir& on_air) {
    const Snapshot& shown = on_air.as_fed();
    if (!has_content(shown) || next->generation == shown.generation) return pass(std::move(next));
    Differences differences = hall::differences(shown.conference, next->conference);
    if (differences != waiting_.differences) {
        asked_.reset();
        waiting_.asked = false;
    }
    waiting_.differences = std::move(differences);
    const std::string award = award_on(on_air);
    if (!award.empty()) {
        award_ = award;
        return hold(WaitsFor::award, std::move(next), shown);
    }
    const WaitsFor why = reason(shown, *next);
    return why == WaitsFor::nothing ? pass(std::move(next)) : hold(why, std::move(next), shown);
}

Door::Held Door::look(const OnAir& on_air) {
    if (waiting_.why != WaitsFor::award || award_on(on_air) == award_) return nullptr;
    const WaitsFor why = reason(on_air.as_fed(), *held_);
    if (why == WaitsFor::nothing) return pass(std::exchange(held_, nullptr));
    waiting_.why = why;
    return nullptr;
}

Door::Held Door::press(Milliseconds steady) {
    forget_press(steady);
    if (!held_) return nullptr;
    if (!asked_) {
        asked_ = steady;
        waiting_.asked = true;
        return nullptr;
    }
    if (steady - *asked_ < accept_not_before) return nullptr;
    log_line(LogLevel::info, "app",
             fmt::format("the operator accepted revision {}: {} differences",
                         escape_for_log(held_->conference.revision), waiting_.differences.size()));
    return pass(std::exchange(held_, nullptr));
}

Door::Held Door::accepted_there(const std::string& generation) {
    if (!held_ || generation.empty() || held_->generation != generation) return nullptr;
    log_line(LogLevel::info, "app", "what waited is accepted on the operator's machine");
    return pass(std::exchange(held_, nullptr));
}

bool Door::forget_press(Milliseconds steady) {
    if (!asked_ || steady - *asked_ <= accept_not_after) return false;
    asked_.reset();
    waiting_.asked = false;
    return true;
}

Door::Held Door::hold(WaitsFor why, Held next, const Snapshot& shown) {
    if (waiting_.why != why) {
        log_line(LogLevel::info, "app",
                 fmt::format("revision {} waits: {} differences, {}", escape_for_log(next->conference.revision),
                             waiting_.differences.size(),
                             why == WaitsFor::award ? "an award is on air" : "the operator is to accept them"));
        note(words_.keep(shown));
    }
    waiting_.why = why;
    waiting_.revision = next->conference.revision;
    Held passed = passing(shown, *next);
    held_ = std::move(next);
    return passed;
}

Door::Held Door::pass(Held next) {
    held_.reset();
    asked_.reset();
    const Sentence fault = std::exchange(waiting_, {}).fault;
    waiting_.fault = fault;
    remember(*next);
    return next;
}

void Door::remember(const Snapshot& accepted) {
    if (accepted.conference.identity.approved.empty())
        note(words_.forget());
    else if (has_content(accepted))
        note(words_.keep(accepted));
}

void Door::note(const Status& status) {
    const Sentence fault = status ? Sentence{} : not_kept(status.error().sentence);
    if (fault != waiting_.fault && !fault.empty()) log_line(LogLevel::warning, "app", fault.en);
    waiting_.fault = fault;
}

}  // namespace hall
