#include "stats/pair_table.h"

#include <limits>

namespace lede::stats {
namespace {

constexpr std::size_t kFirstSlots = 16;

}  // namespace

PairTable::PairTable() {
    for (Shard& shard : shards_) shard.slots.resize(kFirstSlots);
}

void PairTable::add(std::uint32_t first, std::uint32_t second, std::uint64_t times) {
    if (times > 0) count({first, second}, hash_of({first, second}), times);
}

void PairTable::finish() {
    for (Waiting& waiting : waiting_) {
        if (waiting.waits) count(waiting.pair, waiting.hash, 1);
        waiting.waits = false;
    }
}

void PairTable::count(Pair pair, std::uint64_t hash, std::uint64_t times) {
    Shard& shard = shards_[shard_of(hash)];
    const std::size_t slots = shard.slots.size();
    std::size_t at = place_in(shard, hash);
    while (shard.slots[at].count != 0 && shard.slots[at].pair != pair)
        if (++at == slots) at = 0;
    Slot& slot = shard.slots[at];
    const bool is_new = slot.count == 0;
    const std::uint64_t sum = slot.count + times;
    slot.pair = pair;
    slot.count = static_cast<std::uint32_t>(sum);
    if (sum > std::numeric_limits<std::uint32_t>::max()) {
        // The slot keeps 1 of it, which says that it is taken.
        slot.count = 1;
        carries_[pair] += sum - 1;
    }
    if (is_new && ++shard.used * 4 > slots * 3) grow(shard);
}

void PairTable::grow(Shard& shard) {
    std::vector<Slot> old(shard.slots.size() + shard.slots.size() / 2);
    old.swap(shard.slots);
    for (const Slot& slot : old) {
        if (slot.count == 0) continue;
        std::size_t at = place_in(shard, hash_of(slot.pair));
        while (shard.slots[at].count != 0)
            if (++at == shard.slots.size()) at = 0;
        shard.slots[at] = slot;
    }
}

std::uint64_t PairTable::carried(Pair pair) const {
    if (carries_.empty()) return 0;
    const auto found = carries_.find(pair);
    return found == carries_.end() ? 0 : found->second;
}

}  // namespace lede::stats
