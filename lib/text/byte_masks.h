// ByteMasks: what 64 bytes of text are, one bit for each byte.
//
//   "Kim, 35"   letters 0b0000111   digits 0b1100000   white 0b0010000
//
// Segmentation and tokenizing look for runs and their ends, which are a few bit operations on these
// masks. On x86-64 they come from SSE2, which every such machine has; elsewhere from a table. Both
// give the same masks (`masks_by_table` is the reference). Bytes of characters beyond ASCII are
// only `high`.
#pragma once

#include <cstdint>
#include <string_view>

namespace lede {

struct ByteMasks {
    std::uint64_t letters = 0;  // A-Z a-z
    std::uint64_t digits = 0;   // 0-9
    std::uint64_t white = 0;    // space, tab to carriage return
    std::uint64_t spaces = 0;   // space alone
    std::uint64_t high = 0;     // bytes from 0x80 on
    std::uint64_t underscores = 0;
    std::uint64_t periods = 0;  // . and '
    std::uint64_t commas = 0;   // , and ;
    std::uint64_t ats = 0;      // @
    friend bool operator==(const ByteMasks&, const ByteMasks&) = default;
};

inline constexpr std::size_t kMaskBytes = 64;

// The masks of the 64 bytes from `at` on; places behind the text's end are in no mask.
// Requires: at <= text.size().
ByteMasks byte_masks(std::string_view text, std::size_t at);
ByteMasks masks_by_table(std::string_view text, std::size_t at);

}  // namespace lede
