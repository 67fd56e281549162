#include "app/on_air.h"

#include <algorithm>
#include <utility>

#include "base/log.h"
#include "show/follow.h"
#include "show/rundown.h"

namespace hall {
namespace {

/// A full disk may have room again; a page that stays for hours is still today's.
constexpr std::chrono::seconds after_a_fault{10};
constexpr std::chrono::hours while_nothing_changes{1};

/// `why` names the file and the cause.
Sentence not_saved(const Sentence& why) {
    return {
        "Chưa lưu được vị trí đang chiếu. " + why.vi +
            " Màn hình vẫn chiếu bình thường; nếu mất điện, chương trình sẽ mở lại ở vị trí đã lưu trước đó hoặc từ "
            "đầu. Hãy giải phóng ổ đĩa hoặc cấp quyền ghi vào thư mục này.",
        "The place on air is not saved. " + why.en +
            " The show goes on; after a power cut it comes back to an earlier place or starts again. Free space on "
            "the disk, or make the folder writable."};
}

}  // namespace

OnAir::OnAir(Path place_file, Now now, Role role, Vault vault)
    : place_file_(std::move(place_file)),
      role_(role),
      vault_(std::move(vault)),
      fed_(std::make_shared<Snapshot>()),
      feeds_(fed_),
      snapshot_(fed_),
      rundown_(make_rundown(snapshot_->conference)),
      state_(first_state(rundown_, now)) {}

void OnAir::take(std::shared_ptr<const Snapshot> snapshot, Now now) {
    if (!snapshot->conference.sealing.empty()) keep_memory_private();
    if (!started_) release_again(snapshot->conference, now);
    const auto before = feeds_;
    fed_ = std::move(snapshot);
    feeds_ = vault_.opened(fed_);
    if (started_) {
        carry_remarks(before->conference);
        ShowState next = rebuilt();
        // Another step than the commanded one, however near, is for the operator to command.
        if (role_ == Role::follows && next.key != state_.key) next.cover = Cover::hold;
        if (saved_) {  // the same step may name others now
            SavedPlace place = place_to_save(next, saved_->saved);
            if (place != *saved_) saved_.reset();
        }
        return change(std::move(next), now);
    }
    started_ = true;
    const auto place = load_place(place_file_);
    const bool counts = place && still_counts(*place, now.wall);
    if (counts) {
        const ShowState saved = state_of(*place);
        state_.remarks = carried(saved.remarks, feeds_->conference, feeds_->conference);
        state_.said = saved.said;
        state_.item = saved.item;
        state_.item_began = saved.item_began;
    }
    snapshot_ = shown(state_);
    rundown_ = make_rundown(snapshot_->conference);
    ShowState next = counts ? resumed(*place, now) : started_with(first_state(rundown_, now));
    if (role_ == Role::follows && (!place || next.key != place->key)) {
        next.cover = Cover::hold;  // nothing was commanded yet, or what was is no more
        next.drive = Drive::by_operator;
    }
    change(std::move(next), now);
}

ShowState OnAir::resumed(const SavedPlace& place, Now now) const {
    return started_with(resume(state_of(place), place.readable, rundown_, now));
}

ShowState OnAir::started_with(ShowState next) const {
    next.remarks = state_.remarks;
    next.said = state_.said;
    next.item = state_.item;
    next.item_began = state_.item_began;
    if (state_.cover != Cover::none) {  // HOLD or BLACK pressed before the feed came still holds
        next.cover = state_.cover;
        next.drive = Drive::by_operator;
    }
    return next;
}

std::shared_ptr<const Snapshot> OnAir::shown(const ShowState& state) const {
    const Said& said = state.said;
    if (state.remarks.empty() && said.urgent.empty() && said.ticker.empty()) return feeds_;
    auto made = std::make_shared<Snapshot>(*feeds_);
    made->conference = amended(feeds_->conference, state.remarks);
    add_notices(made->conference, said);
    return made;
}

ShowState OnAir::rebuilt() {
    snapshot_ = shown(state_);
    Rundown rundown = make_rundown(snapshot_->conference);
    ShowState next = carry_over(state_, rundown_, rundown, seen_);
    rundown_ = std::move(rundown);
    return next;
}

/// What was commanded about somebody whom this machine's content lacks so far may be about whom newer content names.
void OnAir::carry_remarks(const Conference& before) {
    const Remarks commanded = std::exchange(state_.remarks, carried(state_.remarks, before, feeds_->conference));
    if (role_ != Role::follows) return;
    for (const Remark& remark : commanded)
        if (!remarked_recipient(before, commanded, remark.who))
            state_.remarks = with_remark(std::move(state_.remarks), remark);
}

/// What an earlier life of the program had opened, with the keys that are on this machine still.
void OnAir::release_again(const Conference& fed, Now now) {
    const auto place = load_place(place_file_);
    if (!place || !still_counts(*place, now.wall)) return;
    for (std::size_t i = 0; i < fed.awards.size(); ++i)
        if (fed.awards[i].sealed &&
            std::find(place->opened.begin(), place->opened.end(), fed.awards[i].id) != place->opened.end())
            if (const Status released = vault_.release(fed, i); !released) key_fault_ = released.error().sentence;
}

void OnAir::command(const Command& command, Now now) {
    if (!may_show(apply(state_, command, rundown_, now), now)) return;
    ShowState next = apply(state_, command, rundown_, now);
    const bool same = next.remarks == state_.remarks && next.said == state_.said && next.item == state_.item &&
                      next.item_began == state_.item_began;
    if (same) return change(std::move(next), now);
    state_ = std::move(next);
    saved_.reset();
    change(rebuilt(), now);
}

Result<std::string> OnAir::hold_key(std::string_view typed) {
    auto award = vault_.hold(typed, fed_->conference);
    if (award) key_fault_ = {};  // whether another is missing says the next step that needs it
    return award;
}

void OnAir::take_keys(const ReleasedKeys& keys, Now now) {
    vault_.take(keys);
    show_opened(now);
}

bool OnAir::take_photos() {
    auto illustrated = vault_.illustrated(feeds_);
    if (illustrated == feeds_) return false;
    feeds_ = std::move(illustrated);
    snapshot_ = shown(state_);
    return true;
}

/// Whether the step's names can be read, or could be made so.
bool OnAir::may_show(const ShowState& next, Now now) {
    key_fault_ = {};
    if (next.step >= rundown_.steps.size()) return true;
    const Step& step = rundown_.steps[next.step];
    const auto& awards = snapshot_->conference.awards;
    if (!step.award || step.revealed == 0 || !awards[*step.award].is_closed()) return true;
    const bool covered = next.cover != Cover::none;
    const Status opens =
        covered ? vault_.ready(fed_->conference, *step.award) : vault_.release(fed_->conference, *step.award);
    if (!opens) {
        key_fault_ = opens.error().sentence;
        log_line(LogLevel::warning, "app", key_fault_.en);
        return false;
    }
    if (!covered) show_opened(now);
    return true;
}

void OnAir::show_opened(Now now) {
    auto opened = vault_.opened(fed_);
    if (opened == feeds_) return;
    feeds_ = std::move(opened);
    saved_.reset();
    change(rebuilt(), now);
}

bool OnAir::follow(const ShowState& commanded, Milliseconds since, Entry entry, Now now) {
    const bool amends = commanded.remarks != state_.remarks || commanded.said != state_.said;
    auto snapshot = amends ? shown(commanded) : snapshot_;
    Rundown rundown = amends ? make_rundown(snapshot->conference) : rundown_;
    auto next = followed(state_, commanded, rundown, since, entry);
    if (!next) {
        cover_with(commanded.cover, now);
        return false;
    }
    if (amends && next->key == state_.key) next->previous.reset();  // its number was another rundown's
    snapshot_ = std::move(snapshot);
    rundown_ = std::move(rundown);
    change(*std::move(next), now);
    return true;
}

/// A cover needs no content. What lies under it is no longer the commanded step, so only that step lifts it.
void OnAir::cover_with(Cover cover, Now now) {
    if (cover == Cover::none || cover == state_.cover) return;
    ShowState next = state_;
    next.cover = cover;
    change(std::move(next), now);
}

void OnAir::tick(Now now) { change(advance(state_, rundown_, snapshot_->conference, now), now); }

void OnAir::change(ShowState next, Now now) {
    const bool moved = next.key != state_.key || next.cover != state_.cover || next.drive != state_.drive ||
                       next.lower_third != state_.lower_third;
    state_ = std::move(next);
    if (!started_) return;
    if (state_.cover == Cover::none && state_.step < rundown_.steps.size())
        seen_.add(rundown_.steps[state_.step], rundown_);
    if (moved || now.steady >= save_again_ || (save_fault_.empty() && !is_saved()))
        save(now, role_ == Role::follows ? Outlives::process : Outlives::power);
}

void OnAir::settle(Now now) {
    if (hasty_) save(now, Outlives::power);
}

bool OnAir::is_saved() const {
    return saved_ && saved_->step == state_.step && saved_->key == state_.key && saved_->cover == state_.cover &&
           saved_->drive == state_.drive && saved_->name_at.has_value() == (state_.lower_third == LowerThird::on);
}

/// What the desk noted and typed is on the operator's disk only: a screen hears it again.
SavedPlace OnAir::place_to_save(const ShowState& state, Instant moment) const {
    SavedPlace place = place_of(state, rundown_, moment);
    if (role_ == Role::drives) return place;
    place.remarks.clear();
    place.said = {};
    return place;
}

/// The operator's place is on the disk before its picture stands and before others hear of it. A screen that follows
/// would be told again, so its picture need not wait for the disk.
void OnAir::save(Now now, Outlives outlives) {
    if (keeps_ == Keeps::nothing) return;
    SavedPlace place = place_to_save(state_, now.wall);
    for (const auto& [award, key] : vault_.released()) place.opened.push_back(award);
    const Status written = save_place(place_file_, place, outlives);
    hasty_ = written && outlives == Outlives::process;
    Sentence fault;
    if (!written) fault = not_saved(written.error().sentence);
    if (fault != save_fault_)
        log_line(written ? LogLevel::info : LogLevel::warning, "app",
                 written ? "The place on air is saved again." : fault.en);
    save_fault_ = std::move(fault);
    save_again_ = now.steady + (written ? Milliseconds(while_nothing_changes) : Milliseconds(after_a_fault));
    if (written) saved_ = std::move(place);
}

}  // namespace hall
