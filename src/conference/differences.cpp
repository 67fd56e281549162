#include "conference/differences.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "conference/passages.h"

namespace hall {
namespace {

using Texts = std::vector<std::string>;

/// Beyond it (a list of thousands, all new) entries are paired by their number.
constexpr std::size_t most_compared = 4'000'000;

/// Which entries of two lists belong together: as few as possible are new, gone or other.
class Alignment {
public:
    Alignment(const Texts& before, const Texts& after) : before_(before), after_(after) {
        while (head_ < std::min(before.size(), after.size()) && before[head_] == after[head_]) ++head_;
        while (tail_ < std::min(before.size(), after.size()) - head_ &&
               before[before.size() - 1 - tail_] == after[after.size() - 1 - tail_])
            ++tail_;
        rows_ = before.size() - head_ - tail_;
        columns_ = after.size() - head_ - tail_;
    }

    /// Calls `changed` with the number in `before` (or `after`, where that is new) and both texts.
    template <class Changed>
    void each(Changed changed) {
        if (rows_ * columns_ > most_compared) return pair(head_, head_ + rows_, head_, head_ + columns_, changed);
        measure();
        std::size_t i = 0, j = 0, from_i = 0, from_j = 0;
        while (i < rows_ && j < columns_) {
            if (before_[head_ + i] == after_[head_ + j]) {
                pair(head_ + from_i, head_ + i, head_ + from_j, head_ + j, changed);
                from_i = ++i;
                from_j = ++j;
            } else if (common(i + 1, j) >= common(i, j + 1)) {
                ++i;
            } else {
                ++j;
            }
        }
        pair(head_ + from_i, head_ + rows_, head_ + from_j, head_ + columns_, changed);
    }

private:
    std::size_t& common(std::size_t i, std::size_t j) { return common_[i * (columns_ + 1) + j]; }

    /// The longest common subsequence of the rest from (i, j).
    void measure() {
        common_.assign((rows_ + 1) * (columns_ + 1), 0);
        for (std::size_t i = rows_; i-- > 0;)
            for (std::size_t j = columns_; j-- > 0;)
                common(i, j) = before_[head_ + i] == after_[head_ + j] ? common(i + 1, j + 1) + 1
                                                                       : std::max(common(i + 1, j), common(i, j + 1));
    }

    /// Between two entries that both have: what stands at the same place was edited.
    template <class Changed>
    void pair(std::size_t i, std::size_t end_i, std::size_t j, std::size_t end_j, Changed& changed) {
        static const std::string none;
        for (; i < end_i || j < end_j;) {
            const std::size_t number = i < end_i ? i : j;
            const std::string& before = i < end_i ? before_[i++] : none;
            const std::string& after = j < end_j ? after_[j++] : none;
            if (before != after) changed(number, before, after);
        }
    }

    const Texts& before_;
    const Texts& after_;
    std::size_t head_ = 0, tail_ = 0;  ///< entries that are the same at both ends
    std::size_t rows_ = 0, columns_ = 0;
    std::vector<std::size_t> common_;
};

void compare(const Passage& passage, const Texts& before, const Texts& after, Differences& found) {
    Alignment(before, after).each([&](std::size_t index, const std::string& then, const std::string& now) {
        Sentence where = passage.where;
        if (passage.numbered) {
            where.vi += " " + std::to_string(index + 1);
            where.en += " " + std::to_string(index + 1);
        }
        found.push_back({std::move(where), then, now, passage.naming});
    });
}

}  // namespace

Differences differences(const Conference& shown, const Conference& next) {
    const std::vector<Passage> before = passages_of(shown, next), after = passages_of(next, shown);
    std::unordered_map<std::string_view, const Passage*> earlier, later;
    for (const Passage& passage : before) earlier.emplace(passage.key, &passage);
    for (const Passage& passage : after) later.emplace(passage.key, &passage);
    Differences found;
    for (const Passage& passage : before) {
        const auto same = later.find(passage.key);
        compare(passage, passage.texts, same == later.end() ? Texts() : same->second->texts, found);
    }
    for (const Passage& passage : after)
        if (!earlier.contains(passage.key)) compare(passage, {}, passage.texts, found);
    return found;
}

Conference with_times_and_notices(Conference shown, const Conference& next) {
    std::unordered_map<std::string_view, const AgendaItem*> items;
    for (const AgendaItem& item : next.agenda) items.emplace(item.id, &item);
    for (AgendaItem& item : shown.agenda) {
        const auto later = items.find(item.id);
        if (later == items.end()) continue;
        item.start = later->second->start;
        item.end = later->second->end;
    }
    std::stable_sort(shown.agenda.begin(), shown.agenda.end(),
                     [](const AgendaItem& a, const AgendaItem& b) { return a.start < b.start; });
    shown.notices = next.notices;
    std::unordered_map<std::string_view, SignatoryState> signed_by;
    for (const Signatory& one : next.covenant.signatories) signed_by.emplace(next.members[one.member].id, one.state);
    for (Signatory& one : shown.covenant.signatories)
        if (const auto state = signed_by.find(shown.members[one.member].id); state != signed_by.end())
            one.state = state->second;
    return shown;
}

}  // namespace hall
