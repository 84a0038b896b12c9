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

const std::string& PackedNumbers::bytes() {
    if (is_complete_) return bytes_;
    if (bits_ > 0) bytes_ += static_cast<char>(pending_);
    bytes_.append(kPackedPadding, '\0');
    is_complete_ = true;
    return bytes_;
}

}  // namespace lede::search
