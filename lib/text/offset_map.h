// OffsetMap: byte offsets of one text as code points or UTF-16 code units, and back.
//
//   OffsetMap map("Kim’s", OffsetUnit::kCodePoints);
//   map.from_bytes(6) -> 4      map.to_bytes(4) -> 6
//
// Built in one pass; a sample every 64 bytes keeps it at 1/16 of the text's size, and any lookup
// scans at most 64 bytes. ASCII text needs no samples at all.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace lede {

enum class OffsetUnit : std::uint8_t { kCodePoints, kBytes, kUtf16 };

class OffsetMap {
  public:
    // Requires: `text` is valid UTF-8, below 4 GiB, and outlives the map.
    OffsetMap(std::string_view text, OffsetUnit unit);

    // Units before the byte offset. Requires: bytes <= text.size(), on a code point boundary.
    std::uint32_t from_bytes(std::uint32_t bytes) const;

    // Byte offset of the given unit offset; values past the end give text.size(). An offset inside
    // a surrogate pair gives the begin of its code point.
    std::uint32_t to_bytes(std::uint32_t units) const;

  private:
    std::string_view text_;
    OffsetUnit unit_;
    bool identity_;
    std::vector<std::uint32_t> samples_;  // units before byte 64 * i
};

}  // namespace lede
