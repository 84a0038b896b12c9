// LiteralSet: finds the first of many ASCII literals in any bytes, in either case, in one pass.
//
//   LiteralSet({"January", "March"}, false).find("in early March") -> 9
//
// The method of Hyperscan's Teddy: literals lie in eight buckets, and a byte of masks tells, by the
// nibbles of three bytes, which buckets may begin at each of 32 places at a time; only there
// literals are compared. Fast up to about a hundred literals. Without AVX2 it looks at one byte at
// a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lede {

class LiteralSet {
  public:
    static constexpr std::size_t kNotFound = static_cast<std::size_t>(-1);
    static constexpr std::size_t kShortest = 3;  // bytes

    // Requires: each literal has kShortest bytes and, when `caseless`, is all ASCII.
    LiteralSet(std::vector<std::string> literals, bool caseless);

    // Offset of the first occurrence of any of them at or after `from`, or kNotFound.
    std::size_t find(std::string_view text, std::size_t from = 0) const;

  private:
    bool any_at(std::string_view text, std::size_t at, std::uint8_t buckets) const;
    std::size_t find_in_tail(std::string_view text, std::size_t from) const;
    std::size_t find_by_vectors(std::string_view text, std::size_t from) const;

    std::vector<std::string> literals_;  // in small letters when caseless
    bool caseless_;
    std::array<std::vector<std::uint32_t>, 8> buckets_;
    // By place in the literal: the buckets whose byte there has this low, or high, nibble.
    std::array<std::array<std::uint8_t, 16>, kShortest> low_{};
    std::array<std::array<std::uint8_t, 16>, kShortest> high_{};
    std::array<std::uint8_t, 256> first_{};  // buckets by the first byte
};

}  // namespace lede
