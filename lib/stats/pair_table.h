// PairTable: how often each ordered pair of numbers was seen; NgramTable for two, made for speed.
//
//   PairTable table;
//   table.add(3, 17);                      counted at once or a little later
//   table.for_each([](std::uint32_t first, std::uint32_t second, std::uint64_t count) { … });
//
// A table of millions of pairs lies outside the processor's caches, and counting waits for memory.
// So pairs queue up: the slot of a pair is asked for when it is added, and touched some pairs
// later. Memory: 16 bytes a slot, 24 to 48 for each different pair.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace lede::stats {

class PairTable {
  public:
    PairTable();

    void add(std::uint32_t first, std::uint32_t second) {
        const std::uint64_t key = std::uint64_t{first} << 32U | second;
        const std::size_t slot = place_of(key);
        __builtin_prefetch(&slots_[slot & mask_], 1);
        const Waiting now = waiting_[next_];
        waiting_[next_] = {key, slot};
        next_ = (next_ + 1) % waiting_.size();
        if (now.key != kNoPair) count(now.key, now.slot, 1);
    }

    // Adds many of one pair.
    void add(std::uint32_t first, std::uint32_t second, std::uint64_t times);

    // Counts what waits.
    void finish();

    // Requires: finish() was called after the last `add`. In no order that means anything.
    template <typename Use>
    void for_each(Use use) const {
        for (const Slot& slot : slots_)
            if (slot.key != kNoPair)
                use(static_cast<std::uint32_t>(slot.key >> 32U),
                    static_cast<std::uint32_t>(slot.key), slot.count);
    }

    std::size_t size() const { return size_; }

  private:
    static constexpr std::uint64_t kNoPair = ~std::uint64_t{0};
    struct Slot {
        std::uint64_t key = kNoPair;
        std::uint64_t count = 0;
    };
    struct Waiting {
        std::uint64_t key = kNoPair;
        std::size_t slot = 0;
    };

    // Spread over 44 bits, of which the table takes as many as it has slots.
    static std::size_t place_of(std::uint64_t key) {
        return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15ULL >> 20U);
    }
    void count(std::uint64_t key, std::size_t slot, std::uint64_t times);
    void grow();

    std::vector<Slot> slots_;  // a power of two, at most two thirds full
    std::size_t mask_;
    std::size_t size_ = 0;
    std::array<Waiting, 16> waiting_;
    std::size_t next_ = 0;
};

}  // namespace lede::stats
