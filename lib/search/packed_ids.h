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

// Bits that the numbers of so many values need.
inline unsigned width_for_values(std::size_t values) {
    return values == 0 ? 0 : width_for(static_cast<std::uint32_t>(values - 1));
}

// A row that is being packed.
class PackedNumbers {
  public:
    // Requires: width <= 32.
    explicit PackedNumbers(unsigned width) : width_(width) {}

    void reserve(std::size_t numbers) { bytes_.reserve(numbers * width_ / 8 + 1 + kPackedPadding); }

    // Requires: the number needs no more bits than the width. Nothing may be added once the bytes
    // were asked for.
    void add(std::uint32_t number) {
        pending_ |= std::uint64_t{number} << bits_;
        for (bits_ += width_; bits_ >= 8; bits_ -= 8) {
            bytes_ += static_cast<char>(pending_ & 0xFF);
            pending_ >>= 8;
        }
        ++size_;
    }

    // With the padding.
    const std::string& bytes();
    PackedIds view() { return {bytes().data(), width_, size_}; }
    unsigned width() const { return width_; }
    std::uint32_t size() const { return size_; }

  private:
    std::string bytes_;
    std::uint64_t pending_ = 0;
    unsigned width_;
    unsigned bits_ = 0;  // pending
    std::uint32_t size_ = 0;
    bool is_complete_ = false;
};

}  // namespace lede::search
