#include "draw/line_break.h"

#include <algorithm>
#include <limits>
#include <span>

namespace hall {
namespace {

constexpr float impossible = std::numeric_limits<float>::infinity();
constexpr float raggedness_weight = 100;  ///< a line that is 30 % short costs 9
constexpr float upper_longer_weight = 20;
constexpr float lone_syllable_cost = 30;
constexpr float held_cost = 60;
constexpr float overflow_cost = 1000;

/// Paths over syllables and numbers of lines beyond this are not worth their time: filled greedily.
constexpr std::size_t most_states = 20'000;
constexpr std::size_t more_lines = 2;  ///< than needed, tried for better turns

class Breaker {
public:
    Breaker(const std::vector<Syllable>& syllables, const Measure& measure, Strictness strictness, Align align)
        : syllables_(syllables), measure_(measure), strictness_(strictness), align_(align), offsets_(1, 0) {
        for (const float width : measure.widths) offsets_.push_back(offsets_.back() + width + measure.space);
    }

    std::optional<Breaks> best(std::size_t most) const {
        Breaks found;
        const std::size_t needed = fill(found.starts);
        if (needed == 0 || needed > most) return std::nullopt;
        const std::size_t last = strictness_ == Strictness::strict ? needed : std::min(most, needed + more_lines);
        for (std::size_t lines = std::max<std::size_t>(needed, 2); lines <= last; ++lines) {
            if (lines * syllables_.size() > most_states) break;
            auto other = balance(lines);
            if (other && (lines <= needed || other->cost < found.cost)) found = *std::move(other);
        }
        return found;
    }

private:
    float width(std::size_t from, std::size_t to) const {
        return offsets_[to] - offsets_[from] - measure_.space - measure_.trailing;
    }
    bool may_turn(std::size_t after) const {
        return syllables_[after].turn != Turn::held || strictness_ != Strictness::strict;
    }
    /// Whether a line may hold [from, to); `to` is past the end or a place to turn.
    bool holds(std::size_t from, std::size_t to) const {
        if (width(from, to) <= measure_.width) return true;
        return strictness_ == Strictness::overflow && to == from + 1;
    }

    std::size_t fill(std::vector<std::size_t>& starts) const;
    std::optional<Breaks> balance(std::size_t lines) const;
    float line_cost(std::size_t from, std::size_t to, std::size_t line, std::size_t lines) const;

    const std::vector<Syllable>& syllables_;
    const Measure& measure_;
    Strictness strictness_;
    Align align_;
    std::vector<float> offsets_;  ///< where each syllable starts, were all on one line
};

/// Each line as full as it can be: the fewest lines there are. 0: impossible.
std::size_t Breaker::fill(std::vector<std::size_t>& starts) const {
    starts.clear();
    const std::size_t count = syllables_.size();
    for (std::size_t from = 0; from < count;) {
        std::size_t end = from;
        for (std::size_t to = from + 1; to <= count && holds(from, to); ++to) {
            if (to == count || may_turn(to - 1)) end = to;
            if (to < count && syllables_[to - 1].turn == Turn::forced) break;
        }
        if (end == from) return 0;
        from = end;
        if (from < count) starts.push_back(from);
    }
    return starts.size() + 1;
}

float Breaker::line_cost(std::size_t from, std::size_t to, std::size_t line, std::size_t lines) const {
    const float share = width(from, to) / measure_.width;
    float cost = raggedness_weight * (1 - share) * (1 - share);
    if (align_ == Align::centre)
        cost += upper_longer_weight * share * static_cast<float>(line) / static_cast<float>(lines - 1);
    if (to == from + 1) cost += lone_syllable_cost;
    if (share > 1) cost += overflow_cost;
    if (to < syllables_.size() && syllables_[to - 1].turn != Turn::forced) {
        cost += syllables_[to - 1].cost;
        if (syllables_[to - 1].turn == Turn::held) cost += held_cost;
    }
    return cost;
}

/// Dynamic programming: the cheapest way to set the first n syllables on l lines, for all n and l.
std::optional<Breaks> Breaker::balance(std::size_t lines) const {
    const std::size_t count = syllables_.size();
    std::vector<float> costs(count + 1, impossible);
    costs[0] = 0;
    std::vector<std::vector<std::size_t>> origins(lines, std::vector<std::size_t>(count + 1, 0));
    for (std::size_t line = 0; line < lines; ++line) {
        std::vector<float> next(count + 1, impossible);
        for (std::size_t from = 0; from < count; ++from) {
            if (costs[from] == impossible) continue;
            for (std::size_t to = from + 1; to <= count && holds(from, to); ++to) {
                const bool forced = to < count && syllables_[to - 1].turn == Turn::forced;
                if (to < count && !may_turn(to - 1)) continue;
                const float cost = costs[from] + line_cost(from, to, line, lines);
                if (cost < next[to]) {
                    next[to] = cost;
                    origins[line][to] = from;
                }
                if (forced) break;
            }
        }
        costs = std::move(next);
    }
    if (costs[count] == impossible) return std::nullopt;
    Breaks breaks{std::vector<std::size_t>(lines - 1), costs[count]};
    std::size_t end = count;
    for (std::size_t line = lines - 1; line > 0; --line) {
        end = origins[line][end];
        breaks.starts[line - 1] = end;
    }
    return breaks;
}

}  // namespace

std::optional<Breaks> break_lines(const std::vector<Syllable>& syllables, const Measure& measure, std::size_t most,
                                  Strictness strictness, Align align) {
    return Breaker(syllables, measure, strictness, align).best(most);
}

}  // namespace hall
