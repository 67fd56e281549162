#pragma once
/// A long list that is handed on far more often than it changes: copies share their items, and a changed one costs the
/// run that it stands in. Thread: as a value; what copies share is never written again.
#include <algorithm>
#include <cassert>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace hall {

template <class Item>
class SharedList {
public:
    using Run = std::vector<Item>;
    static constexpr std::size_t run_length = 256;  ///< items

    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Item;
        using difference_type = std::ptrdiff_t;
        using pointer = const Item*;
        using reference = const Item&;

        Iterator() = default;
        Iterator(const SharedList& list, std::size_t at) : list_(&list), at_(at) {}
        reference operator*() const { return (*list_)[at_]; }
        pointer operator->() const { return &(*list_)[at_]; }
        Iterator& operator++() {
            ++at_;
            return *this;
        }
        Iterator operator++(int) { return {*list_, at_++}; }
        difference_type operator-(const Iterator& other) const {
            return static_cast<difference_type>(at_) - static_cast<difference_type>(other.at_);
        }
        bool operator==(const Iterator& other) const { return at_ == other.at_; }

    private:
        const SharedList* list_ = nullptr;
        std::size_t at_ = 0;
    };
    using const_iterator = Iterator;
    using value_type = Item;

    SharedList() = default;
    SharedList(std::initializer_list<Item> items) : SharedList(Run(items)) {}
    explicit SharedList(Run items) {
        for (auto from = items.begin(); from != items.end();) {
            const auto to = from + std::min<std::ptrdiff_t>(run_length, items.end() - from);
            append(Run(std::make_move_iterator(from), std::make_move_iterator(to)));
            from = to;
        }
    }

    std::size_t size() const { return runs_.empty() ? 0 : (runs_.size() - 1) * run_length + runs_.back()->size(); }
    bool empty() const { return runs_.empty(); }
    const Item& operator[](std::size_t index) const { return (*runs_[index / run_length])[index % run_length]; }
    const Item& front() const { return (*this)[0]; }
    const Item& back() const { return runs_.back()->back(); }
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size()}; }

    /// At most `run_length` more, where all runs so far are full. The items stay where they are in memory.
    void append(Run run) {
        assert(size() % run_length == 0 && run.size() <= run_length);
        if (run.empty()) return;
        runs_.push_back(std::make_shared<const Run>(std::move(run)));
    }
    void push_back(Item item) {
        if (size() % run_length == 0) return append({std::move(item)});
        Run longer = *runs_.back();
        longer.push_back(std::move(item));
        runs_.back() = std::make_shared<const Run>(std::move(longer));
    }
    void replace(std::size_t index, Item item) {
        auto& run = runs_[index / run_length];
        Run changed = *run;
        changed[index % run_length] = std::move(item);
        run = std::make_shared<const Run>(std::move(changed));
    }

    /// The item of that number is one and the same in both, which is known without looking at it.
    bool shares(const SharedList& other, std::size_t index) const {
        const std::size_t run = index / run_length;
        return run < runs_.size() && run < other.runs_.size() && runs_[run] == other.runs_[run];
    }
    /// Takes from `other` what is equal there, so that both share it.
    void share(const SharedList& other) {
        for (std::size_t i = 0; i < std::min(runs_.size(), other.runs_.size()); ++i)
            if (runs_[i] != other.runs_[i] && *runs_[i] == *other.runs_[i]) runs_[i] = other.runs_[i];
    }

private:
    std::vector<std::shared_ptr<const Run>> runs_;  ///< full, but for the last
};

}  // namespace hall
