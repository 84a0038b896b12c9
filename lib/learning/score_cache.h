// ScoreCache: remembers rows of scores by key, in bounded memory.
//
//   if (const std::int16_t* row = cache.find(key)) …      what was worked out before
//   std::int16_t* row = cache.replace(key);               to be filled by the caller
//
// Words repeat: what a model says of a word by itself is worked out once and then found here. Each
// key has one place; the newest one there stays (a direct-mapped cache), so the content depends on
// what was asked before, but never what a key means: as long as a key always stands for the same
// row, results are the same with any cache. Not to be shared by threads at one time.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lede::learning {

class ScoreCache {
  public:
    // `places` (at least 2) is rounded up to a power of two; a row has `row_size` scores.
    ScoreCache(std::size_t places, std::size_t row_size)
        : row_size_(row_size),
          shift_(64U - static_cast<unsigned>(std::bit_width(std::bit_ceil(places) - 1))),
          keys_(std::bit_ceil(places)),
          rows_(keys_.size() * row_size) {}

    // The row of this key, or nullptr. Valid until the next `replace`.
    const std::int16_t* find(std::uint64_t key) const {
        const std::size_t place = place_of(key);
        return keys_[place] == key ? rows_.data() + place * row_size_ : nullptr;
    }

    // The place for the row of this key; holds some other row until the caller fills it.
    std::int16_t* replace(std::uint64_t key) {
        const std::size_t place = place_of(key);
        keys_[place] = key;
        return rows_.data() + place * row_size_;
    }

    // Asks the memory for what `find` reads.
    void prefetch(std::uint64_t key) const {
        constexpr std::size_t kLine = 64 / sizeof(std::int16_t);
        const std::size_t place = place_of(key);
        __builtin_prefetch(keys_.data() + place);
        const std::int16_t* const row = rows_.data() + place * row_size_;
        for (std::size_t i = 0; i < row_size_; i += kLine) __builtin_prefetch(row + i);
    }

  private:
    // Keys are hashes, so that any of their bits will do. An empty place has key 0: a row of zeros
    // that no caller's key stands for.
    std::size_t place_of(std::uint64_t key) const { return key >> shift_; }

    std::size_t row_size_;
    unsigned shift_;
    std::vector<std::uint64_t> keys_;
    std::vector<std::int16_t> rows_;
};

}  // namespace lede::learning
