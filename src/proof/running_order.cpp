#include "proof/running_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "screens/wording.h"
#include "show/rundown.h"

namespace hall {
namespace {

std::optional<ItemKind> kind_of(ScreenId screen) {
    switch (screen) {
        case ScreenId::welcome: return ItemKind::reception;
        case ScreenId::flag: return ItemKind::flag;
        case ScreenId::presidium: return ItemKind::opening;
        case ScreenId::report: return ItemKind::report;
        case ScreenId::speech: return ItemKind::speech;
        case ScreenId::award_intro: return ItemKind::awards;
        case ScreenId::covenant: return ItemKind::signing;
        case ScreenId::handover: return ItemKind::handover;
        case ScreenId::closing: return ItemKind::closing;
        default: return {};
    }
}

bool is_award(const Step& step) { return step.award.has_value(); }

/// Steps of one item follow one another: an award's, a speech's, the pages of a screen.
bool same_item(const Step& one, const Step& next) {
    if (is_award(one) || is_award(next)) return one.award == next.award;
    return one.screen == next.screen && one.item == next.item;
}

class Writer {
public:
    Writer(const Conference& conference, const Rundown& rundown) : conference_(conference), rundown_(rundown) {}

    std::vector<PaperBlock> written() {
        const auto& steps = rundown_.steps;
        for (std::size_t first = 0; first < steps.size();) {
            std::size_t last = first;
            while (last + 1 < steps.size() && same_item(steps[first], steps[last + 1])) ++last;
            write(first, last);
            first = last + 1;
        }
        return std::move(blocks_);
    }

private:
    void write(std::size_t first, std::size_t last) {
        const Step& step = rundown_.steps[first];
        PaperBlock& block = blocks_.emplace_back();
        const std::string place = first == last ? fmt::format("bước\u00A0{}", first + 1)
                                                : fmt::format("bước\u00A0{}–{}", first + 1, last + 1);
        block.push_back({LineKind::heading, title(step), joined(expected(step.screen), "\u00A0•\u00A0", place)});
        if (is_award(step))
            add_award(block, conference_.awards[*step.award]);
        else
            add_content(block, step);
        for (std::size_t i = first; i <= last; ++i)
            if (!is_award(step)) add_note(block, rundown_.steps[i].note);
        if (is_award(step)) add_note(block, own_note(step.note));
    }

    std::string title(const Step& step) const {
        if (is_award(step)) return conference_.awards[*step.award].name;
        Step whole = step;
        whole.page = {};
        return describe(whole, conference_, Language::vietnamese);
    }

    /// The next agenda item of that kind.
    std::string expected(ScreenId screen) {
        const auto kind = kind_of(screen);
        if (!kind) return {};
        std::size_t& from = seen_[*kind];
        const auto& agenda = conference_.agenda;
        for (std::size_t i = from; i < agenda.size(); ++i) {
            if (agenda[i].kind != *kind) continue;
            // All awards may lie in one item: the last of a kind stays.
            const bool more = std::any_of(agenda.begin() + static_cast<std::ptrdiff_t>(i) + 1, agenda.end(),
                                          [&](const AgendaItem& item) { return item.kind == *kind; });
            from = more ? i + 1 : i;
            const TimeZone& zone = conference_.identity.timezone;
            return format_clock(zone.local(agenda[i].start)) + "–" + format_clock(zone.local(agenda[i].end));
        }
        return {};
    }

    /// The presenters have a line of their own.
    static std::string own_note(const std::string& note) {
        const auto presenters = note.find("Mời lên trao: ");
        return presenters == 0 ? std::string()
                               : note.substr(0, presenters == std::string::npos ? presenters : presenters - 1);
    }

    static void add_note(PaperBlock& block, const std::string& note) {
        for (std::size_t from = 0; from < note.size();) {
            const std::size_t end = std::min(note.find('\n', from), note.size());
            if (end > from) block.push_back({LineKind::cue, note.substr(from, end - from)});
            from = end + 1;
        }
    }

    static void add(PaperBlock& block, LineKind kind, const std::string& text) {
        if (!text.empty()) block.push_back({kind, text});
    }

    static void add(PaperBlock& block, const Person& person) {
        add(block, LineKind::name, called(person));
        add(block, LineKind::standing, standing_of(person.position, person.organisation));
    }

    static void add_award(PaperBlock& block, const Award& award) {
        add(block, LineKind::text,
            award.status == AwardStatus::proposed ? "Đề xuất khen thưởng" : decision_line(award));
        add(block, LineKind::text, award.ground);
        for (const Person& presenter : award.presenters)
            add(block, LineKind::cue,
                joined("Mời lên trao: " + called(presenter), ", ",
                       standing_of(presenter.position, presenter.organisation)));
        for (std::size_t i = 0; i < award.batches.size(); ++i) add_batch(block, award, i);
    }

    static void add_batch(PaperBlock& block, const Award& award, std::size_t index) {
        const Batch& batch = award.batches[index];
        if (award.batches.size() > 1 || !batch.label.empty())
            block.push_back({LineKind::cue, batch.label.empty()
                                                ? fmt::format("Lượt {}/{}", index + 1, award.batches.size())
                                                : batch.label});
        std::size_t number = 0;
        for (const Recipient& recipient : batch.recipients) {
            ++number;
            if (recipient.sealed()) {
                block.push_back({LineKind::name, fmt::format("{}. (còn niêm phong)", number)});
                continue;
            }
            block.push_back(
                {LineKind::name, fmt::format("{}. {}", number, called(recipient.honorific, recipient.name))});
            add(block, LineKind::standing, standing_of(recipient));
            add(block, LineKind::standing, recipient.citation);
        }
    }

    void add_content(PaperBlock& block, const Step& step) const {
        switch (step.screen) {
            case ScreenId::presidium:
                for (const Person& person : conference_.presidium) add(block, person);
                break;
            case ScreenId::guests:
                for (const Person& person : conference_.guests) add(block, person);
                break;
            case ScreenId::members:
                for (const Member& member : conference_.members) {
                    add(block, LineKind::name, member.name);
                    add(block, LineKind::standing, member.role);
                }
                break;
            case ScreenId::report:
                add(block, LineKind::text, conference_.report.title);
                add(block, conference_.report.presenter);
                break;
            case ScreenId::tasks: add(block, conference_.tasks.proposer); break;
            case ScreenId::speech:
                if (step.item < conference_.speeches.size()) {
                    add(block, LineKind::text, conference_.speeches[step.item].occasion);
                    add(block, conference_.speeches[step.item].speaker);
                }
                break;
            case ScreenId::covenant:
                add(block, LineKind::text, conference_.covenant.title);
                for (const Signatory& signatory : conference_.covenant.signatories)
                    if (signatory.member < conference_.members.size())
                        add(block, LineKind::name, conference_.members[signatory.member].name);
                break;
            case ScreenId::handover:
                for (const auto& [member, label] :
                     {std::pair{conference_.handover.from, conference_.handover.from_label},
                      std::pair{conference_.handover.to, conference_.handover.to_label}})
                    if (member && *member < conference_.members.size()) {
                        add(block, LineKind::name, conference_.members[*member].name);
                        add(block, LineKind::standing, label);
                    }
                break;
            default: break;
        }
    }

    const Conference& conference_;
    const Rundown& rundown_;
    std::map<ItemKind, std::size_t> seen_;
    std::vector<PaperBlock> blocks_;
};

}  // namespace

std::vector<PaperBlock> running_order(const Conference& conference, const Rundown& rundown) {
    return Writer(conference, rundown).written();
}

}  // namespace hall
