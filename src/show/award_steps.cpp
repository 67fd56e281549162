#include "show/award_steps.h"

#include <fmt/format.h>

#include <algorithm>

#include "show/paging.h"

namespace hall {
namespace {

/// One or two recipients have the stage, and the wall, to themselves.
constexpr std::size_t most_single_reveals = 2;

std::string titled(const std::string& honorific, const std::string& name) {
    return honorific.empty() ? name : honorific + " " + name;
}

std::string presenters_note(const Award& award) {
    std::string note;
    for (const Person& presenter : award.presenters) {
        note += note.empty() ? "Mời lên trao: " : "; ";
        note += titled(presenter.honorific, presenter.name);
        if (!presenter.position.empty()) note += ", " + presenter.position;
    }
    return note;
}

std::string recipients_note(const Batch& batch, std::size_t first, std::size_t count) {
    std::string note;
    for (std::size_t i = first; i < std::min(first + count, batch.recipients.size()); ++i) {
        const Recipient& recipient = batch.recipients[i];
        if (recipient.sealed()) continue;
        note += note.empty() ? "Mời lên nhận: " : "; ";
        note += titled(recipient.honorific, recipient.name);
        if (!recipient.representative.empty()) note += " (đại diện: " + recipient.representative + ")";
        if (!recipient.remark.empty()) note += " (" + recipient.remark + ")";
    }
    return note;
}

class AwardSteps {
public:
    AwardSteps(const Conference& conference, std::size_t index)
        : award_(conference.awards[index]), index_(index), whole_(is_public_proposal(award_)) {}

    std::vector<Step> made() {
        Step& intro = add(ScreenId::award_intro, "intro");
        intro.note = presenters_note(award_);
        for (std::size_t batch = 0; batch < award_.batches.size(); ++batch) add_batch(batch);
        return std::move(steps_);
    }

private:
    static bool is_public_proposal(const Award& award) {
        return award.status == AwardStatus::proposed && award.visibility == Visibility::open;
    }

    Step& add(ScreenId screen, const std::string& place) {
        Step& step = steps_.emplace_back();
        step.screen = screen;
        step.key = fmt::format("award:{}/{}", award_.id, place);
        step.award = index_;
        step.advance = award_.visibility == Visibility::open ? Advance::by_time : Advance::by_operator;
        return step;
    }

    void add_batch(std::size_t number) {
        const Batch& batch = award_.batches[number];
        const std::size_t singles = whole_ || award_.reveal == RevealMode::all ? 1 : most_single_reveals;
        if (batch.recipients.size() <= singles) {
            for (std::size_t i = 0; i < batch.recipients.size(); ++i) add_single(number, i);
        } else {
            for (const Page& page : recipient_pages(batch)) add_page(number, page);
        }
    }

    void add_single(std::size_t number, std::size_t recipient) {
        const Batch& batch = award_.batches[number];
        const Page page{recipient, 1, recipient, batch.recipients.size()};
        if (!whole_) {
            Step& armed = add(ScreenId::award_reveal, fmt::format("b{}/r{}/armed", number, recipient));
            armed.batch = number;
            armed.page = page;
            armed.note = recipients_note(batch, recipient, 1);
        }
        Step& named = add(ScreenId::award_reveal, fmt::format("b{}/r{}", number, recipient));
        named.batch = number;
        named.page = page;
        named.recipient = recipient;
        named.revealed = 1;
    }

    /// The last step of a page is its last recipient's, so that a page keeps its key whatever comes before.
    void add_page(std::size_t number, const Page& page) {
        if (!whole_) add_group(number, page, 0).note = recipients_note(award_.batches[number], page.first, page.count);
        const bool at_once = whole_ || award_.reveal == RevealMode::all;
        for (std::size_t revealed = at_once ? page.count : 1; revealed <= page.count; ++revealed)
            add_group(number, page, revealed);
    }

    Step& add_group(std::size_t number, const Page& page, std::size_t revealed) {
        const std::string place = revealed == 0 ? fmt::format("b{}/p{}/armed", number, page.index)
                                                : fmt::format("b{}/r{}", number, page.first + revealed - 1);
        Step& step = add(ScreenId::award_group, place);
        step.batch = number;
        step.page = page;
        step.revealed = revealed;
        if (revealed > 0) step.recipient = page.first + revealed - 1;
        return step;
    }

    const Award& award_;
    std::size_t index_;
    bool whole_;
    std::vector<Step> steps_;
};

}  // namespace

std::vector<Step> award_steps(const Conference& conference, std::size_t award) {
    return AwardSteps(conference, award).made();
}

std::vector<Step> summary_steps(const Conference& conference, const std::vector<std::size_t>& awards) {
    const bool held = std::any_of(awards.begin(), awards.end(), [&](std::size_t award) {
        return conference.awards[award].visibility == Visibility::held;
    });
    std::vector<Step> steps;
    for (const Page& page : summary_pages(all_rows(conference, awards).size())) {
        Step& step = steps.emplace_back();
        step.screen = ScreenId::award_summary;
        step.key = fmt::format("award-summary/{}", page.index + 1);
        step.page = page;
        step.awards = awards;
        step.advance = held ? Advance::by_operator : Advance::by_time;
    }
    return steps;
}

}  // namespace hall
