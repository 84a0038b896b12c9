#include "search/packed_ids.h"

#include <algorithm>
#include <bit>

namespace lede::search {

unsigned width_for(std::uint32_t largest) { return static_cast<unsigned>(std::bit_width(largest)); }

NumberLine line_below(const std::uint32_t* numbers, std::uint32_t size) {
    NumberLine line;
    if (size < 2 || numbers[size - 1] < numbers[0]) return line;
    line.slope = (std::uint64_t{numbers[size - 1] - numbers[0]} << 16) / (size - 1);
    std::int64_t lowest = numbers[0];
    for (std::uint32_t i = 0; i < size; ++i)
        lowest = std::min(lowest, std::int64_t{numbers[i]} - std::int64_t{line.at(i)});
    line.base = static_cast<std::uint32_t>(lowest);
    return line;
}

void append_packed(const std::uint32_t* ids, std::uint32_t size, unsigned width, std::string& out) {
    std::uint64_t pending = 0;
    unsigned bits = 0;
    out.reserve(out.size() + (std::uint64_t{size} * width + 7) / 8 + kPackedPadding);
    for (std::uint32_t i = 0; i < size; ++i) {
        pending |= std::uint64_t{ids[i]} << bits;
        for (bits += width; bits >= 8; bits -= 8) {
            out += static_cast<char>(pending & 0xFF);
            pending >>= 8;
        }
    }
    if (bits > 0) out += static_cast<char>(pending & 0xFF);
    out.append(kPackedPadding, '\0');
}

}  // namespace lede::search
