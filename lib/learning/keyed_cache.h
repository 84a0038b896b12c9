// KeyedCache: remembers a value for each of many keys, in bounded memory.
//
//   KeyedCache<Facts> cache(4096);
//   const Facts& facts = cache.find_or(hash_bytes(word), [&](Facts& f) { … });   works it out once
//
// Each key has one place; the newest one there stays (a direct-mapped cache). Requires of callers:
// keys are hashes, none 0, and a key always stands for the same value, so that results do not
// depend on what the cache happens to hold. Not to be shared by threads at one time.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lede::learning {

template <typename Value>
class KeyedCache {
  public:
    // `places` (at least 2) is rounded up to a power of two.
    explicit KeyedCache(std::size_t places)
        : shift_(64U - static_cast<unsigned>(std::bit_width(std::bit_ceil(places) - 1))),
          entries_(std::bit_ceil(places)) {}

    // The value of `key`; `fill` gets a fresh one to work out if it is not there. Valid until the
    // next call.
    template <typename Fill>
    const Value& find_or(std::uint64_t key, Fill fill) {
        Entry& entry = entries_[key >> shift_];
        if (entry.key != key) {
            entry.value = Value{};
            fill(entry.value);
            entry.key = key;
        }
        return entry.value;
    }

  private:
    struct Entry {
        std::uint64_t key = 0;
        Value value{};
    };

    unsigned shift_;
    std::vector<Entry> entries_;
};

}  // namespace lede::learning
