#pragma once
/// Which of many texts came first where. Flat: in a large feed a node for every text costs more than reading it.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hall {

/// Refers to its texts, which must outlive it and stay where they are.
class TextIndex {
public:
    void reserve(std::size_t texts);
    /// The number that `text` was added with before; nothing where it is new.
    std::optional<std::size_t> find(std::string_view text) const;
    /// Like `find`; a new one is kept with `number`.
    std::optional<std::size_t> add(std::string_view text, std::size_t number);

private:
    struct Entry {
        std::string_view text;
        std::size_t number;
    };
    struct Slot {
        std::uint32_t entry = 0;  ///< from 1; 0: free
        std::uint32_t hash = 0;   ///< its upper half
    };
    /// Where `text` stands, or the free slot where it would.
    std::size_t slot_of(std::string_view text, std::uint64_t hash) const;
    void grow(std::size_t slots);

    std::vector<Entry> entries_;
    std::vector<Slot> slots_;  ///< a power of two, at most half of them taken
};

}  // namespace hall
