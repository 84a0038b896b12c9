#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "stats/dispersion_measures.h"

namespace lede::stats {
namespace {

double sum(const std::vector<std::uint64_t>& values) {
    return static_cast<double>(std::accumulate(values.begin(), values.end(), std::uint64_t{0}));
}

double parts(const Spread& s) { return static_cast<double>(s.counts.size()); }

// Share of the item in each part, and of each part in the corpus.
struct Shares {
    double item;
    double part;
};

std::vector<Shares> shares(const Spread& s) {
    const double frequency = sum(s.counts);
    const double size = sum(s.sizes);
    std::vector<Shares> result;
    for (std::size_t i = 0; i < s.counts.size(); ++i)
        result.push_back(
            {static_cast<double>(s.counts[i]) / frequency, static_cast<double>(s.sizes[i]) / size});
    return result;
}

std::vector<double> rates(const Spread& s) {
    std::vector<double> result;
    for (std::size_t i = 0; i < s.counts.size(); ++i)
        result.push_back(s.sizes[i] > 0
                             ? static_cast<double>(s.counts[i]) / static_cast<double>(s.sizes[i])
                             : 0);
    return result;
}

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// The standard deviation of the population, over the mean.
double variation(const std::vector<double>& values) {
    const double middle = mean(values);
    double squares = 0;
    for (const double value : values) squares += (value - middle) * (value - middle);
    return std::sqrt(squares / static_cast<double>(values.size())) / middle;
}

std::vector<double> as_real(const std::vector<std::uint64_t>& counts) {
    return {counts.begin(), counts.end()};
}

double range_parts(const Spread& s) {
    return static_cast<double>(s.counts.size()) -
           static_cast<double>(std::count(s.counts.begin(), s.counts.end(), 0U));
}

double range(const Spread& s) { return range_parts(s) / parts(s); }

// A share that is 1 but for the rounding of sums.
double at_most_one(double share) { return share > 1 && share < 1 + 1e-12 ? 1 : share; }

double juilland(const std::vector<double>& values) {
    if (values.size() < 2) return 1;
    return 1 - at_most_one(variation(values) / std::sqrt(static_cast<double>(values.size() - 1)));
}

double juilland_d(const Spread& s) { return juilland(rates(s)); }
double juilland_d_equal(const Spread& s) { return juilland(as_real(s.counts)); }

double carroll(const std::vector<double>& values) {
    if (values.size() < 2) return 1;
    const double total = std::accumulate(values.begin(), values.end(), 0.0);
    double entropy = 0;
    for (const double value : values)
        if (value > 0) entropy -= value / total * std::log(value / total);
    return entropy / std::log(static_cast<double>(values.size()));
}

double carroll_d2(const Spread& s) { return carroll(as_real(s.counts)); }
double carroll_d2_rates(const Spread& s) { return carroll(rates(s)); }

double rosengren_s(const Spread& s) {
    double roots = 0;
    for (const Shares& share : shares(s)) roots += std::sqrt(share.item * share.part);
    return roots * roots;
}

double dc(const Spread& s) {
    double roots = 0;
    for (const std::uint64_t count : s.counts) roots += std::sqrt(static_cast<double>(count));
    return roots * roots / (parts(s) * sum(s.counts));
}

double lyne_d3(const Spread& s) {
    const double middle = sum(s.counts) / parts(s);
    double squares = 0;
    for (const double count : as_real(s.counts)) squares += (count - middle) * (count - middle);
    return 1 - squares / middle / (4 * sum(s.counts));
}

double dp(const Spread& s) {
    double difference = 0;
    for (const Shares& share : shares(s)) difference += std::abs(share.item - share.part);
    return difference / 2;
}

// The largest DP that can be had: all in the smallest part (that `counts`).
double scaled_dp(const Spread& s, bool only_parts_with_it) {
    double least = 1;
    for (const Shares& share : shares(s))
        if (share.part > 0 && (share.item > 0 || !only_parts_with_it))
            least = std::min(least, share.part);
    return least < 1 ? dp(s) / (1 - least) : 0;
}

double dp_norm(const Spread& s) { return scaled_dp(s, false); }
double dp_egbert(const Spread& s) { return scaled_dp(s, true); }

double da(const Spread& s) {
    std::vector<double> values = rates(s);
    if (values.size() < 2) return 1;
    // The sum over all pairs of |x - y|: in order, the i-th is subtracted n - 1 - i times and added
    // i times.
    std::sort(values.begin(), values.end());
    const double n = static_cast<double>(values.size());
    double differences = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        differences += values[i] * (2 * static_cast<double>(i) - n + 1);
    return 1 - at_most_one(differences / (n * (n - 1) / 2) / (2 * mean(values)));
}

double kl(const Spread& s) {
    double divergence = 0;
    for (const Shares& share : shares(s))
        if (share.item > 0 && share.part > 0)
            divergence += share.item * std::log2(share.item / share.part);
    return divergence;
}

double dkl(const Spread& s) { return 1 / (1 + kl(s)); }

double variation_coefficient(const Spread& s) { return variation(rates(s)); }
double juilland_u(const Spread& s) { return sum(s.counts) * juilland_d(s); }
double carroll_um(const Spread& s) {
    const double d2 = carroll_d2(s);
    return sum(s.counts) * d2 + (1 - d2) * sum(s.counts) / parts(s);
}
double rosengren_kf(const Spread& s) { return sum(s.counts) * rosengren_s(s); }
double engwall_fm(const Spread& s) { return sum(s.counts) * range(s); }
double idf(const Spread& s) { return std::log2(parts(s) / range_parts(s)); }

constexpr std::string_view kEqual = "made for parts of equal size: takes counts as they are";

constexpr std::array kMeasures = {
    DispersionMeasure{
        {"range", "parts with the item / parts", "Keniston 1920", "0 to 1"}, false, range},
    DispersionMeasure{
        {"range_parts", "parts with the item", "Keniston 1920", ""}, false, range_parts},
    DispersionMeasure{{"juilland_d", "1 - V / sqrt(n - 1), V = sd / mean of the rates",
                       "Juilland and Chang-Rodriguez 1964; tlda",
                       "unequal parts: rates; sd of the population; 1 if there is one part"},
                      false,
                      juilland_d},
    DispersionMeasure{
        {"juilland_d_equal", "juilland_d over counts", "Carroll 1970; Wordless", kEqual},
        false,
        juilland_d_equal},
    DispersionMeasure{{"carroll_d2", "-sum p ln p / ln n, p = count / f", "Carroll 1970", kEqual},
                      false,
                      carroll_d2},
    DispersionMeasure{{"carroll_d2_rates", "-sum p ln p / ln n, p = rate / sum of rates", "tlda",
                       "unequal parts: rates"},
                      false,
                      carroll_d2_rates},
    DispersionMeasure{{"rosengren_s", "(sum sqrt(count s))^2 / f, s = the part's share",
                       "Rosengren 1971", "unequal parts: as it should be"},
                      false,
                      rosengren_s},
    DispersionMeasure{
        {"dc", "(sum sqrt(count))^2 / (n f)", "Katz 1996, distributional consistency", kEqual},
        false,
        dc},
    DispersionMeasure{
        {"lyne_d3", "1 - sum((count - m)^2 / m) / 4f", "Lyne 1985", kEqual}, false, lyne_d3},
    DispersionMeasure{{"dp", "sum |count / f - s| / 2", "Gries 2008",
                       "0 is even; unequal parts: as it should be"},
                      false,
                      dp},
    DispersionMeasure{{"dp_norm", "dp / (1 - min s)", "Lijffijt and Gries 2012",
                       "0 is even, 1 all in the smallest part; 0 if there is one part"},
                      false,
                      dp_norm},
    DispersionMeasure{{"dp_egbert", "dp / (1 - min s of the parts with the item)",
                       "Egbert, Burch and Biber 2020; tlda", "0 is even"},
                      false,
                      dp_egbert},
    DispersionMeasure{{"da", "1 - mean |r - r'| over pairs of parts / 2 mean r",
                       "Burch, Egbert and Biber 2017", "1 is even; rates; n log n"},
                      false,
                      da},
    DispersionMeasure{
        {"kl", "sum p log2(p / s), p = count / f", "Gries 2022", "0 is even, in bits"}, false, kl},
    DispersionMeasure{
        {"dkl", "1 / (1 + kl)", "Gries 2024; tlda, odds to probability", "1 is even"}, false, dkl},
    DispersionMeasure{{"vc", "sd / mean of the rates", "", "0 is even; sd of the population"},
                      false,
                      variation_coefficient},
    DispersionMeasure{{"juilland_u", "f juilland_d", "Juilland and Chang-Rodriguez 1964",
                       "a frequency adjusted for dispersion"},
                      false,
                      juilland_u},
    DispersionMeasure{{"carroll_um", "f D2 + (1 - D2) f / n", "Carroll 1970",
                       "a frequency adjusted for dispersion"},
                      false,
                      carroll_um},
    DispersionMeasure{
        {"rosengren_kf", "f rosengren_s", "Rosengren 1971", "a frequency adjusted for dispersion"},
        false,
        rosengren_kf},
    DispersionMeasure{
        {"engwall_fm", "f range", "Engwall 1974", "a frequency adjusted for dispersion"},
        false,
        engwall_fm},
    DispersionMeasure{
        {"idf", "log2(parts / parts with the item)", "Sparck Jones 1972", "0 is even"}, false, idf},
};

}  // namespace

std::span<const DispersionMeasure> part_measures() { return kMeasures; }

}  // namespace lede::stats
