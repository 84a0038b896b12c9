// Tally: how many gold items, system items and agreements a measure counted.
//
//   Tally t;  t.gold = 4; t.system = 5; t.hit = 3;
//   t.precision() -> 60.0    t.recall() -> 75.0    t.f1() -> 66.7
//
// Percent. A share of nothing is 0, as in the scorers of the field.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace lede::evaluation {

struct Tally {
    std::size_t gold = 0;
    std::size_t system = 0;
    std::size_t hit = 0;

    double precision() const { return share(hit, system); }
    double recall() const { return share(hit, gold); }
    double f1() const {
        const double p = precision(), r = recall();
        return p + r > 0 ? 2 * p * r / (p + r) : 0.0;
    }

    Tally& operator+=(const Tally& other) {
        gold += other.gold;
        system += other.system;
        hit += other.hit;
        return *this;
    }
    friend bool operator==(const Tally&, const Tally&) = default;

    static double share(std::size_t part, std::size_t whole) {
        return whole > 0 ? 100.0 * static_cast<double>(part) / static_cast<double>(whole) : 0.0;
    }
};

// One line of a report. Measures that are accuracies have gold == system.
struct Score {
    std::string name;
    Tally tally;
    friend bool operator==(const Score&, const Score&) = default;
};

using Scores = std::vector<Score>;

}  // namespace lede::evaluation
