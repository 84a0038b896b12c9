// PackedIds: a row of small numbers, each in the same number of bits, as memory or a file holds it.
//
//   width 3: [5, 1, 7]  ->  bits 101 001 111, lowest first
//
// Numbers that grow evenly are kept as what they differ from a straight line:
//
//   [3, 24, 42] above 2 + 20 i:  ->  1 2 0
//
// A borrowed view. Reading one number is one load and a shift, wherever it stands; in a file it
// checks the block first.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>

#include "search/guarded_file.h"

namespace lede::search {

// Bytes that must be readable behind the last number.
inline constexpr std::size_t kPackedPadding = 8;

// The line that the numbers of a row stand above.
struct NumberLine {
    std::uint64_t slope = 0;  // times 65536
    std::uint32_t base = 0;   // modulo 2^32
    std::uint32_t at(std::uint64_t i) const {
        return base + static_cast<std::uint32_t>(i * slope >> 16);
    }
};

class PackedIds {
  public:
    PackedIds() = default;
    // Requires: width <= 32, bytes hold size * width bits and kPackedPadding bytes more.
    PackedIds(const char* bytes, unsigned width, std::uint32_t size,
              const GuardedFile* file = nullptr, NumberLine line = {})
        : line_(line),
          bytes_(bytes),
          file_(file),
          width_(width),
          size_(size),
          mask_((std::uint64_t{1} << width) - 1) {}

    std::uint32_t operator[](std::uint32_t i) const {
        const std::uint64_t bit = std::uint64_t{i} * width_;
        std::uint64_t word;
        if (file_) file_->touch(bytes_ + (bit >> 3), sizeof word);
        std::memcpy(&word, bytes_ + (bit >> 3), sizeof word);
        return static_cast<std::uint32_t>(word >> (bit & 7) & mask_) + line_.at(i);
    }

    std::uint32_t size() const { return size_; }

  private:
    NumberLine line_;
    const char* bytes_ = nullptr;
    const GuardedFile* file_ = nullptr;
    unsigned width_ = 0;
    std::uint32_t size_ = 0;
    std::uint64_t mask_ = 0;
};

// A line below the numbers, which ascend, through about their first and last.
NumberLine line_below(const std::uint32_t* numbers, std::uint32_t size);

// Bits that the numbers 0 to `largest` need.
unsigned width_for(std::uint32_t largest);

// Appends the numbers, and the padding, to `out`.
void append_packed(const std::uint32_t* ids, std::uint32_t size, unsigned width, std::string& out);

}  // namespace lede::search
