#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "stats/dispersion_measures.h"

namespace lede::stats {
namespace {

double total(const Spread& s) {
    return static_cast<double>(std::accumulate(s.sizes.begin(), s.sizes.end(), std::uint64_t{0}));
}

// Sums `term` over the distances from each occurrence to the next, in items; from the last one the
// corpus goes on at its beginning, so that distances add up to its size.
template <typename Term>
double over_distances(const Spread& s, Term term) {
    const auto& at = s.positions;
    double sum = term(total(s) - static_cast<double>(at.back() - at.front()));
    for (std::size_t i = 1; i < at.size(); ++i) sum += term(static_cast<double>(at[i] - at[i - 1]));
    return sum;
}

double arf(const Spread& s) {
    const double even = total(s) / static_cast<double>(s.positions.size());
    return over_distances(s, [&](double distance) { return std::min(distance, even); }) / even;
}

double ald(const Spread& s) {
    return over_distances(s, [](double distance) { return distance * std::log10(distance); }) /
           total(s);
}

double awt(const Spread& s) {
    return (1 + over_distances(s, [](double distance) { return distance * distance; }) / total(s)) /
           2;
}

double f_ald(const Spread& s) { return total(s) * std::pow(10, -ald(s)); }
double f_awt(const Spread& s) { return total(s) / (2 * awt(s) - 1); }

constexpr std::array kMeasures = {
    DispersionMeasure{{"arf", "sum min(d, v) / v, v = N / f, d = distance to the next, in a ring",
                       "Savicky and Hlavacova 2002, average reduced frequency",
                       "f if evenly spread, near 1 if in one place"},
                      true,
                      arf},
    DispersionMeasure{
        {"ald", "sum d log10 d / N", "Savicky and Hlavacova 2002", "average logarithmic distance"},
        true,
        ald},
    DispersionMeasure{{"awt", "(1 + sum d^2 / N) / 2", "Savicky and Hlavacova 2002",
                       "average waiting time, in items"},
                      true,
                      awt},
    DispersionMeasure{
        {"f_ald", "N 10^-ald", "Savicky and Hlavacova 2002", "a frequency adjusted for dispersion"},
        true,
        f_ald},
    DispersionMeasure{{"f_awt", "N / (2 awt - 1)", "Savicky and Hlavacova 2002",
                       "a frequency adjusted for dispersion"},
                      true,
                      f_awt},
};

}  // namespace

std::span<const DispersionMeasure> distance_measures() { return kMeasures; }

const DispersionMeasure* find_dispersion(std::string_view name) {
    for (const auto family : {part_measures(), distance_measures()})
        for (const DispersionMeasure& measure : family)
            if (measure.is.name == name) return &measure;
    return nullptr;
}

}  // namespace lede::stats
