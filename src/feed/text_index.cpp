#include "feed/text_index.h"

#include <algorithm>
#include <bit>

#include "base/keyed_hash.h"

namespace hall {
namespace {

constexpr std::size_t least_slots = 16;

std::uint32_t upper(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }

}  // namespace

void TextIndex::reserve(std::size_t texts) {
    entries_.reserve(texts);
    grow(std::bit_ceil(2 * texts));
}

std::optional<std::size_t> TextIndex::find(std::string_view text) const {
    if (entries_.empty()) return std::nullopt;
    const Slot& slot = slots_[slot_of(text, keyed_hash(text))];
    return slot.entry == 0 ? std::nullopt : std::optional(entries_[slot.entry - 1].number);
}

std::optional<std::size_t> TextIndex::add(std::string_view text, std::size_t number) {
    if (2 * (entries_.size() + 1) > slots_.size()) grow(2 * slots_.size());
    const std::uint64_t hash = keyed_hash(text);
    Slot& slot = slots_[slot_of(text, hash)];
    if (slot.entry != 0) return entries_[slot.entry - 1].number;
    entries_.push_back({text, number});
    slot = {static_cast<std::uint32_t>(entries_.size()), upper(hash)};
    return std::nullopt;
}

std::size_t TextIndex::slot_of(std::string_view text, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].entry != 0 && (slots_[at].hash != upper(hash) || entries_[slots_[at].entry - 1].text != text))
        at = (at + 1) & mask;
    return at;
}

void TextIndex::grow(std::size_t slots) {
    slots = std::max(slots, least_slots);
    if (slots <= slots_.size()) return;
    slots_.assign(slots, {});
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const std::uint64_t hash = keyed_hash(entries_[i].text);
        slots_[slot_of(entries_[i].text, hash)] = {static_cast<std::uint32_t>(i + 1), upper(hash)};
    }
}

}  // namespace hall
