#include "search/token_table.h"

#include <algorithm>

namespace lede::search {
namespace {

template <typename Named>
const Named* find_named(const std::vector<Named>& all, std::string_view name) {
    const auto found =
        std::ranges::find_if(all, [&](const Named& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

// How many of the ascending numbers are below `bound`.
std::uint32_t count_below(const PackedIds& numbers, std::uint32_t bound) {
    std::uint32_t low = 0;
    for (std::uint32_t high = numbers.size(); low < high;) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (numbers[middle] < bound)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

}  // namespace

const RegionColumn* RegionColumns::attribute(std::string_view attribute_name) const {
    return find_named(attributes, attribute_name);
}

std::uint32_t RegionColumns::at(std::uint32_t position) const {
    for (std::uint32_t next = count_below(begins, position + 1); next > 0; next = outer[next - 1])
        if (end(next - 1) > position) return next - 1;
    return kNone;
}

std::uint32_t RegionColumns::first_from(std::uint32_t position) const {
    const std::uint32_t first = count_below(begins, position);
    return first < size() && begins[first] == position ? first : kNone;
}

const TokenColumn* TokenTable::column(std::string_view name) const {
    return find_named(columns, name);
}

const RegionColumns* TokenTable::region(std::string_view name) const {
    return find_named(regions, name);
}

std::uint32_t TokenTable::stretch_end(std::uint32_t position) const {
    const std::uint32_t next = count_below(stretches, position + 1);
    return next < stretches.size() ? stretches[next] : size;
}

}  // namespace lede::search
