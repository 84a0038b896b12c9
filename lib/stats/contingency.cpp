#include "stats/contingency.h"

#include <algorithm>

namespace lede::stats {

Contingency Contingency::of_pair(std::uint64_t both, std::uint64_t first, std::uint64_t second,
                                 std::uint64_t total) {
    const std::uint64_t b = first - std::min(both, first);
    const std::uint64_t c = second - std::min(both, second);
    const std::uint64_t filled = both + b + c;
    return {both, b, c, total - std::min(filled, total)};
}

Contingency Contingency::of_corpora(std::uint64_t target, std::uint64_t target_size,
                                    std::uint64_t reference, std::uint64_t reference_size) {
    return {target, reference, target_size - target, reference_size - reference};
}

double Contingency::excess() const {
    if (total() == 0) return 0;
    __extension__ using Wide = __int128;
    const Wide determinant = static_cast<Wide>(a) * d - static_cast<Wide>(b) * c;
    return static_cast<double>(determinant) / total();
}

bool Contingency::is_degenerate() const {
    return row_1() == 0 || row_2() == 0 || column_1() == 0 || column_2() == 0;
}

}  // namespace lede::stats
