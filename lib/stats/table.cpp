#include "stats/table.h"

#include <fmt/format.h>

#include <algorithm>

#include "stats/tally.h"

namespace lede::stats {

std::string number_cell(double value) {
    if (value == 0) return "0";  // never "-0"
    return fmt::format("{}", value);
}

std::string rate_cell(std::uint64_t count, double per, std::uint64_t of) {
    if (of == 0) return "0";
    return number_cell(per * static_cast<double>(count) / static_cast<double>(of));
}

std::vector<std::string> split_cells(std::string_view key, std::size_t cells) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (parts.size() + 1 < cells) {
        const std::size_t end = std::min(key.find(kCellSeparator, begin), key.size());
        parts.emplace_back(key.substr(begin, end - begin));
        begin = std::min(end + 1, key.size());
    }
    parts.emplace_back(key.substr(begin));
    return parts;
}

}  // namespace lede::stats
