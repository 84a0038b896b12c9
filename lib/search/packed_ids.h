// PackedIds: a row of small numbers, each in the same number of bits, as memory or a file holds it.
//
//   width 3: [5, 1, 7]  ->  bits 101 001 111, lowest first
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

class PackedIds {
  public:
    PackedIds() = default;
    // Requires: width <= 32, bytes hold size * width bits and kPackedPadding bytes more.
    PackedIds(const char* bytes, unsigned width, std::uint32_t size,
              const GuardedFile* file = nullptr)
        : bytes_(bytes),
          file_(file),
          width_(width),
          size_(size),
          mask_((std::uint64_t{1} << width) - 1) {}

    std::uint32_t operator[](std::uint32_t i) const {
        const std::uint64_t bit = std::uint64_t{i} * width_;
        std::uint64_t word;
        if (file_) file_->touch(bytes_ + (bit >> 3), sizeof word);
        std::memcpy(&word, bytes_ + (bit >> 3), sizeof word);
        return static_cast<std::uint32_t>(word >> (bit & 7) & mask_);
    }

    std::uint32_t size() const { return size_; }

  private:
    const char* bytes_ = nullptr;
    const GuardedFile* file_ = nullptr;
    unsigned width_ = 0;
    std::uint32_t size_ = 0;
    std::uint64_t mask_ = 0;
};

// Bits that the numbers 0 to `largest` need.
unsigned width_for(std::uint32_t largest);

// Appends the numbers, and the padding, to `out`.
void append_packed(const std::uint32_t* ids, std::uint32_t size, unsigned width, std::string& out);

}  // namespace lede::search
