#include "stats/pair_table.h"

namespace lede::stats {
namespace {

constexpr std::size_t kFirstSlots = 1024;

}  // namespace

PairTable::PairTable() : slots_(kFirstSlots), mask_(kFirstSlots - 1) {}

void PairTable::add(std::uint32_t first, std::uint32_t second, std::uint64_t times) {
    const std::uint64_t key = std::uint64_t{first} << 32U | second;
    count(key, place_of(key), times);
}

void PairTable::finish() {
    for (Waiting& waiting : waiting_) {
        if (waiting.key != kNoPair) count(waiting.key, waiting.slot, 1);
        waiting = {};
    }
}

void PairTable::count(std::uint64_t key, std::size_t slot, std::uint64_t times) {
    std::size_t at = slot & mask_;
    while (slots_[at].key != key && slots_[at].key != kNoPair) at = (at + 1) & mask_;
    slots_[at].count += times;
    if (slots_[at].key == key) return;
    slots_[at].key = key;
    if (++size_ * 3 > slots_.size() * 2) grow();
}

void PairTable::grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    mask_ = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.key == kNoPair) continue;
        std::size_t at = place_of(slot.key) & mask_;
        while (slots_[at].key != kNoPair) at = (at + 1) & mask_;
        slots_[at] = slot;
    }
}

}  // namespace lede::stats
