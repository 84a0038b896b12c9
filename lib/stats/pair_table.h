// PairTable: how often each ordered pair of numbers was seen; NgramTable for two, made for speed.
//
//   PairTable table;
//   table.add(3, 17);                      counted at once or a little later
//   table.for_each([](std::uint32_t first, std::uint32_t second, std::uint64_t count) { … });
//
// A table of millions of pairs lies outside the processor's caches, and counting waits for memory.
// So pairs queue up: the slot of a pair is asked for when it is added, and touched some pairs
// later. Memory: 12 bytes a slot, 16 to 24 for each different pair; the table is in shards that
// grow one at a time, so that growing never holds it twice.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

namespace lede::stats {

class PairTable {
  public:
    PairTable();

    void add(std::uint32_t first, std::uint32_t second) {
        const Pair pair{first, second};
        const std::uint64_t hash = hash_of(pair);
        const Shard& shard = shards_[shard_of(hash)];
        __builtin_prefetch(&shard.slots[place_in(shard, hash)], 1);
        const Waiting now = waiting_[next_];
        waiting_[next_] = {pair, hash, true};
        next_ = (next_ + 1) % waiting_.size();
        if (now.waits) count(now.pair, now.hash, 1);
    }

    // Adds many of one pair.
    void add(std::uint32_t first, std::uint32_t second, std::uint64_t times);

    // Counts what waits.
    void finish();

    // Requires: finish() was called after the last `add`. In no order that means anything.
    template <typename Use>
    void for_each(Use use) const {
        for (const Shard& shard : shards_)
            for (const Slot& slot : shard.slots)
                if (slot.count != 0)
                    use(slot.pair.first, slot.pair.second, slot.count + carried(slot.pair));
    }

  private:
    struct Pair {
        std::uint32_t first = 0;
        std::uint32_t second = 0;
        friend auto operator<=>(const Pair&, const Pair&) = default;
    };
    struct Slot {
        Pair pair;
        std::uint32_t count = 0;  // 0: empty
    };
    struct Shard {
        std::vector<Slot> slots;  // at most three quarters full
        std::size_t used = 0;
    };
    struct Waiting {
        Pair pair;
        std::uint64_t hash = 0;
        bool waits = false;
    };
    static constexpr std::size_t kShardBits = 6;

    static std::uint64_t hash_of(Pair pair) {
        return (std::uint64_t{pair.first} << 32U | pair.second) * 0x9E3779B97F4A7C15ULL;
    }
    static std::size_t shard_of(std::uint64_t hash) { return hash >> (64 - kShardBits); }
    // The 32 bits of the hash below those of the shard, as a share of its slots, of which there may
    // be any number.
    static std::size_t place_in(const Shard& shard, std::uint64_t hash) {
        return (hash >> (32 - kShardBits) & 0xFFFFFFFFU) * shard.slots.size() >> 32U;
    }
    void count(Pair pair, std::uint64_t hash, std::uint64_t times);
    static void grow(Shard& shard);
    std::uint64_t carried(Pair pair) const;

    std::array<Shard, std::size_t{1} << kShardBits> shards_;
    std::map<Pair, std::uint64_t> carries_;  // what counts have beyond 32 bits
    std::array<Waiting, 16> waiting_;
    std::size_t next_ = 0;
};

}  // namespace lede::stats
