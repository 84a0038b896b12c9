#include <algorithm>
#include <array>

#include "stats/diversity_measures.h"

namespace lede::stats {
namespace {

using Options = DiversityOptions;

double ratio(std::uint64_t x, std::uint64_t y) {
    return static_cast<double>(x) / static_cast<double>(y);
}

// A window that moves over the text knows its types by rolling counts.
double mattr(const Diversity& d, const Options& options) {
    if (d.tokens == 0) return 0;
    const std::size_t window =
        std::min<std::size_t>(std::max<std::size_t>(options.window, 1), d.tokens);
    std::vector<std::uint32_t> counts(std::size_t{d.highest_id} + 1);
    std::uint64_t types = 0;
    std::uint64_t sum = 0;  // of types over all windows: exact
    for (std::size_t i = 0; i < d.ids.size(); ++i) {
        if (counts[d.ids[i]]++ == 0) ++types;
        if (i >= window && --counts[d.ids[i - window]] == 0) --types;
        if (i + 1 >= window) sum += types;
    }
    return ratio(sum, window * (d.tokens - window + 1));
}

double msttr(const Diversity& d, const Options& options) {
    if (d.tokens == 0) return 0;
    const std::size_t size =
        std::min<std::size_t>(std::max<std::size_t>(options.window, 1), d.tokens);
    const std::size_t segments = d.tokens / size;
    // The segment that last had a word, so that nothing is cleared.
    std::vector<std::size_t> seen(std::size_t{d.highest_id} + 1);
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < segments * size; ++i) {
        std::size_t& last = seen[d.ids[i]];
        if (last == i / size + 1) continue;
        last = i / size + 1;
        ++sum;
    }
    return ratio(sum, size * segments);
}

// Factors of one direction, the last one in part.
template <typename At>
double mtld_one_way(const Diversity& d, double threshold, At at) {
    std::vector<std::uint32_t> seen(std::size_t{d.highest_id} + 1);
    std::uint32_t factor = 1;
    std::uint64_t types = 0, tokens = 0;
    double factors = 0;
    for (std::size_t i = 0; i < d.ids.size(); ++i) {
        std::uint32_t& last = seen[at(i)];
        if (last != factor) {
            last = factor;
            ++types;
        }
        ++tokens;
        if (ratio(types, tokens) > threshold) continue;
        ++factors;
        ++factor;
        types = tokens = 0;
    }
    if (tokens > 0) factors += (1 - ratio(types, tokens)) / (1 - threshold);
    return factors > 0 ? static_cast<double>(d.tokens) / factors : 0;
}

double mtld(const Diversity& d, const Options& options) {
    const double forward =
        mtld_one_way(d, options.mtld_threshold, [&](std::size_t i) { return d.ids[i]; });
    const double backward = mtld_one_way(
        d, options.mtld_threshold, [&](std::size_t i) { return d.ids[d.ids.size() - 1 - i]; });
    return (forward + backward) / 2;
}

constexpr std::array kMeasures = {
    DiversityMeasure{
        {"mattr", "mean V / w over all windows of w tokens", "Covington and McFall 2010",
         "--window, 100 unless set; a shorter text is one window"},
        mattr},
    DiversityMeasure{{"msttr", "mean V / w over the segments of w tokens", "Johnson 1944",
                      "--window; what is left at the end does not count"},
                     msttr},
    DiversityMeasure{
        {"mtld", "N / factors, the mean of both directions", "McCarthy and Jarvis 2010",
         "a factor is full at V / N <= --mtld-threshold (0.72); the last counts (1 - "
         "V / N) / (1 - 0.72); 0 if no word repeats"},
        mtld},
};

}  // namespace

std::span<const DiversityMeasure> sequence_measures() { return kMeasures; }

}  // namespace lede::stats
