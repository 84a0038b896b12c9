#include "search/packed_ids.h"

#include <bit>

namespace lede::search {

unsigned width_for(std::uint32_t largest) { return static_cast<unsigned>(std::bit_width(largest)); }

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
