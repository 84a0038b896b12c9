#include "stats/ngram_table.h"

#include <algorithm>

namespace lede::stats {
namespace {

constexpr std::size_t kFirstSlots = 64;

}  // namespace

NgramTable::NgramTable(std::size_t size) : size_(size), slots_(kFirstSlots) {}

std::uint64_t NgramTable::hash_of(const std::uint32_t* ids) const {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < size_; ++i) {
        hash = (hash ^ ids[i]) * 0x9E3779B97F4A7C15ULL;
        hash ^= hash >> 32U;
    }
    return hash;
}

std::uint32_t NgramTable::entry_of(const std::uint32_t* ids) {
    const std::uint64_t hash = hash_of(ids);
    const std::size_t mask = slots_.size() - 1;
    const auto tag = static_cast<std::uint32_t>(hash >> 32U);
    std::size_t at = hash & mask;
    for (; slots_[at].entry != kNone; at = (at + 1) & mask) {
        const Slot& slot = slots_[at];
        if (slot.tag == tag && std::equal(ids, ids + size_, &ids_[slot.entry * size_]))
            return slot.entry;
    }
    const auto entry = static_cast<std::uint32_t>(entries_.size());
    slots_[at] = {tag, entry};
    entries_.emplace_back();
    ids_.insert(ids_.end(), ids, ids + size_);
    if (entries_.size() * 3 > slots_.size() * 2) grow();
    return entry;
}

void NgramTable::add(const std::uint32_t* ids, std::uint64_t article) {
    entries_[entry_of(ids)].add(static_cast<std::uint32_t>(article));
}

void NgramTable::add(const std::uint32_t* ids, Frequency frequency) {
    entries_[entry_of(ids)].add(frequency);
}

void NgramTable::prefetch(const std::uint32_t* ids) const {
    __builtin_prefetch(&slots_[hash_of(ids) & (slots_.size() - 1)]);
}

void NgramTable::grow() {
    std::vector<Slot>(slots_.size() * 2).swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t entry = 0; entry < entries_.size(); ++entry) {
        const std::uint64_t hash = hash_of(&ids_[entry * size_]);
        std::size_t at = hash & mask;
        while (slots_[at].entry != kNone) at = (at + 1) & mask;
        slots_[at] = {static_cast<std::uint32_t>(hash >> 32U), static_cast<std::uint32_t>(entry)};
    }
}

}  // namespace lede::stats
