// LiteralSearch: finds one ASCII literal in any bytes, in either case, at memory speed.
//
//   LiteralSearch("sanction", true).find("New SANCTIONS") -> 4
//
// A gate for what comes after: it looks at two bytes of the literal, sixteen places at a time, and
// compares the rest only where both fit (32 where the processor has AVX2). Linear times the
// literal's length in the worst case.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lede {

class LiteralSearch {
  public:
    static constexpr std::size_t kNotFound = static_cast<std::size_t>(-1);

    // Requires: `literal` is not empty and, when `caseless`, all ASCII.
    LiteralSearch(std::string_view literal, bool caseless);

    // Offset of the first occurrence at or after `from`, or kNotFound.
    std::size_t find(std::string_view text, std::size_t from = 0) const;

    const std::string& literal() const { return literal_; }  // in small letters when caseless
    bool is_caseless() const { return caseless_; }

  private:
    bool equals_at(std::string_view text, std::size_t at) const;
    std::size_t find_in_tail(std::string_view text, std::size_t from) const;
    std::size_t find_by_32(std::string_view text, std::size_t from) const;

    std::string literal_;  // lower case when caseless
    bool caseless_;
    std::size_t first_ = 0;  // offsets of the two bytes that are looked at
    std::size_t second_ = 0;
};

}  // namespace lede
