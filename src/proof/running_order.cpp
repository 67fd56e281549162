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
        Step whole = step;
        whole.page = {};
        if (is_award(step)) {
            add(block, note_lines(note_beside_presenters(step.note)));  // it says how the names are read
            return add_award(block, conference_.awards[*step.award]);
        }
        add(block, content_lines(conference_, whole));
        for (std::size_t i = first; i <= last; ++i) add(block, note_lines(rundown_.steps[i].note));
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

    static void add(PaperBlock& block, const SpokenLines& lines) {
        block.insert(block.end(), lines.begin(), lines.end());
    }

    static void add_award(PaperBlock& block, const Award& award) {
        add(block, award_head(award));
        for (std::size_t i = 0; i < award.batches.size(); ++i) add_batch(block, award, i);
    }

    static void add_batch(PaperBlock& block, const Award& award, std::size_t index) {
        const Batch& batch = award.batches[index];
        if (award.batches.size() > 1 || !batch.label.empty())
            block.push_back({LineKind::cue, batch.label.empty()
                                                ? fmt::format("Lượt {}/{}", index + 1, award.batches.size())
                                                : batch.label});
        std::size_t number = 0;
        for (const Recipient& recipient : batch.recipients) add(block, recipient_lines(++number, recipient));
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
