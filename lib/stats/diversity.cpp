#include <algorithm>
#include <map>

#include "stats/diversity_measures.h"

namespace lede::stats {

Diversity::Diversity(std::span<const std::uint32_t> word_ids)
    : ids(word_ids), tokens(word_ids.size()) {
    if (ids.empty()) return;
    highest_id = *std::max_element(ids.begin(), ids.end());
    std::vector<std::uint64_t> counts(std::size_t{highest_id} + 1);
    for (const std::uint32_t id : ids) ++counts[id];
    std::map<std::uint64_t, std::uint64_t> types_by_count;
    for (const std::uint64_t count : counts)
        if (count > 0) ++types_by_count[count];
    spectrum.assign(types_by_count.begin(), types_by_count.end());
    for (const auto& [count, number] : spectrum) types += number;
}

std::uint64_t Diversity::types_that_occur(std::uint64_t times) const {
    for (const auto& [count, number] : spectrum)
        if (count == times) return number;
    return 0;
}

const DiversityMeasure* find_diversity(std::string_view name) {
    for (const auto family : {spectrum_measures(), sequence_measures()})
        for (const DiversityMeasure& measure : family)
            if (measure.is.name == name) return &measure;
    return nullptr;
}

}  // namespace lede::stats
