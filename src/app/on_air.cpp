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
      snapshot_(fed_),
      rundown_(make_rundown(snapshot_->conference)),
      state_(first_state(rundown_, now)) {}

void OnAir::take(std::shared_ptr<const Snapshot> snapshot, Now now) {
    if (!snapshot->conference.sealing.empty()) keep_memory_private();
    if (!started_) release_again(snapshot->conference, now);
    fed_ = std::move(snapshot);
    snapshot = vault_.opened(fed_);
    Rundown rundown = make_rundown(snapshot->conference);
    ShowState next = started_ ? carry_over(state_, rundown_, rundown) : start(rundown, now);
    // Another step than the commanded one, however near, is for the operator to command.
    if (started_ && role_ == Role::follows && next.key != state_.key) next.cover = Cover::hold;
    started_ = true;
    snapshot_ = std::move(snapshot);
    rundown_ = std::move(rundown);
    if (saved_) {  // the same step may name others now
        SavedPlace place = place_of(next, rundown_, saved_->saved);
        if (place != *saved_) saved_.reset();
    }
    change(std::move(next), now);
}

ShowState OnAir::start(const Rundown& rundown, Now now) const {
    const auto place = load_place(place_file_);
    ShowState next = place && still_counts(*place, now.wall) ? resume(state_of(*place), place->readable, rundown, now)
                                                             : first_state(rundown, now);
    if (role_ == Role::follows && (!place || next.key != place->key)) {
        next.cover = Cover::hold;  // nothing was commanded yet, or what was is no more
        next.drive = Drive::by_operator;
    }
    if (state_.cover != Cover::none) {  // HOLD or BLACK pressed before the feed came still holds
        next.cover = state_.cover;
        next.drive = Drive::by_operator;
    }
    return next;
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
    const ShowState next = apply(state_, command, rundown_, now);
    if (may_show(next, now)) change(apply(state_, command, rundown_, now), now);
}

void OnAir::take_keys(const ReleasedKeys& keys, Now now) {
    vault_.take(keys);
    show_opened(now);
}

/// Whether the step's names can be read, or could be made so.
bool OnAir::may_show(const ShowState& next, Now now) {
    key_fault_ = {};
    if (next.step >= rundown_.steps.size()) return true;
    const Step& step = rundown_.steps[next.step];
    const auto& awards = snapshot_->conference.awards;
    if (!step.award || step.revealed == 0 || !awards[*step.award].is_closed()) return true;
    const Status released = vault_.release(fed_->conference, *step.award);
    if (!released) {
        key_fault_ = released.error().sentence;
        log_line(LogLevel::warning, "app", key_fault_.en);
        return false;
    }
    show_opened(now);
    return true;
}

void OnAir::show_opened(Now now) {
    auto opened = vault_.opened(fed_);
    if (opened == snapshot_) return;
    Rundown rundown = make_rundown(opened->conference);
    ShowState next = carry_over(state_, rundown_, rundown);
    snapshot_ = std::move(opened);
    rundown_ = std::move(rundown);
    saved_.reset();
    change(std::move(next), now);
}

bool OnAir::follow(const ShowState& commanded, Milliseconds since, Entry entry, Now now) {
    auto next = followed(state_, commanded, rundown_, since, entry);
    if (!next) return false;
    change(*std::move(next), now);
    return true;
}

void OnAir::tick(Now now) { change(advance(state_, rundown_, snapshot_->conference, now), now); }

void OnAir::change(ShowState next, Now now) {
    const bool moved = next.key != state_.key || next.cover != state_.cover || next.drive != state_.drive ||
                       next.lower_third != state_.lower_third;
    state_ = std::move(next);
    if (!started_) return;
    if (moved || now.steady >= save_again_ || (save_fault_.empty() && !is_saved())) save(now);
}

bool OnAir::is_saved() const {
    return saved_ && saved_->step == state_.step && saved_->key == state_.key && saved_->cover == state_.cover &&
           saved_->drive == state_.drive && saved_->name_at.has_value() == (state_.lower_third == LowerThird::on);
}

void OnAir::save(Now now) {
    SavedPlace place = place_of(state_, rundown_, now.wall);
    for (const auto& [award, key] : vault_.released()) place.opened.push_back(award);
    const Status written = save_place(place_file_, place);
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
