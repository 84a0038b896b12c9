#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "stats/association_measures.h"

namespace lede::stats {
namespace {

using Options = AssociationOptions;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double count(std::uint64_t n) { return static_cast<double>(n); }

// 0 over 0 is nothing together of nothing.
double share(double part, double whole) { return whole > 0 ? part / whole : 0; }

double power_mi(const Contingency& t, double power) {
    if (t.is_degenerate()) return 0;
    if (t.a == 0) return -kInfinity;
    return power * std::log2(count(t.a)) - std::log2(t.expected_a());
}

double mi(const Contingency& t, const Options&) { return power_mi(t, 1); }
double mi2(const Contingency& t, const Options&) { return power_mi(t, 2); }
double mi3(const Contingency& t, const Options&) { return power_mi(t, 3); }

double npmi(const Contingency& t, const Options&) {
    if (t.a == 0) return t.is_degenerate() ? 0 : -1;
    if (count(t.a) == t.total()) return 1;
    return std::log(count(t.a) / t.expected_a()) / -std::log(count(t.a) / t.total());
}

double local_mi(const Contingency& t, const Options& options) {
    return t.a == 0 ? 0 : count(t.a) * mi(t, options);
}

double average_mi(const Contingency& t, const Options&) {
    const auto term = [&](std::uint64_t observed, double expected) {
        return observed == 0 ? 0
                             : count(observed) / t.total() * std::log2(count(observed) / expected);
    };
    return term(t.a, t.expected_a()) + term(t.b, t.expected_b()) + term(t.c, t.expected_c()) +
           term(t.d, t.expected_d());
}

double mi_like(const Contingency& t, const Options&) {
    const double o = count(t.a);
    return share(o * o * o, t.row_1() * t.column_1());
}

double dice(const Contingency& t, const Options&) {
    return share(2 * count(t.a), t.row_1() + t.column_1());
}

double log_dice(const Contingency& t, const Options& options) {
    const double value = dice(t, options);
    return value > 0 ? 14 + std::log2(value) : -kInfinity;
}

double jaccard(const Contingency& t, const Options&) {
    return share(count(t.a), count(t.a) + count(t.b) + count(t.c));
}

double delta_p_forward(const Contingency& t, const Options&) {
    return share(count(t.a), t.row_1()) - share(count(t.c), t.row_2());
}

double delta_p_backward(const Contingency& t, const Options&) {
    return share(count(t.a), t.column_1()) - share(count(t.b), t.column_2());
}

double min_sensitivity(const Contingency& t, const Options&) {
    return std::min(share(count(t.a), t.row_1()), share(count(t.a), t.column_1()));
}

double phi2(const Contingency& t, const Options&) {
    if (t.is_degenerate()) return 0;
    const double excess = t.excess();
    return excess / t.expected_a() * (excess / t.expected_d());
}

double lambda(const Contingency& t, const Options&) {
    return std::log((count(t.a) + 0.5) * (count(t.d) + 0.5) /
                    ((count(t.b) + 0.5) * (count(t.c) + 0.5)));
}

double lambda_z(const Contingency& t, const Options& options) {
    return lambda(t, options) / std::sqrt(1 / (count(t.a) + 0.5) + 1 / (count(t.b) + 0.5) +
                                          1 / (count(t.c) + 0.5) + 1 / (count(t.d) + 0.5));
}

constexpr std::string_view kZero = "-inf at O = 0";

constexpr std::array kEffects = {
    AssociationMeasure{{"mi", "log2(O / E)", "Church and Hanks 1990",
                        "-inf at O = 0; favours rare pairs: use --min-freq"},
                       AssociationUse::kPairs,
                       mi},
    AssociationMeasure{{"mi2", "log2(O^2 / E)", "Daille 1994", kZero}, AssociationUse::kPairs, mi2},
    AssociationMeasure{{"mi3", "log2(O^3 / E)", "Daille 1994", kZero}, AssociationUse::kPairs, mi3},
    AssociationMeasure{{"npmi", "ln(O / E) / -ln(O / N)", "Bouma 2009",
                        "-1 at O = 0; 1 where they only stand together"},
                       AssociationUse::kPairs,
                       npmi},
    AssociationMeasure{{"local_mi", "O log2(O / E)", "Evert 2008", "0 at O = 0"},
                       AssociationUse::kPairs,
                       local_mi},
    AssociationMeasure{{"average_mi", "sum O / N log2(O / E) over the four cells",
                        "Dunning 1998, page 50", "a cell of 0 adds nothing"},
                       AssociationUse::kPairs,
                       average_mi},
    AssociationMeasure{
        {"mi_like", "O^3 / (f1 f2)", "NLTK", "0 at O = 0"}, AssociationUse::kPairs, mi_like},
    AssociationMeasure{{"dice", "2 O / (f1 + f2)", "Dice 1945; Smadja et al. 1996", "0 at O = 0"},
                       AssociationUse::kPairs,
                       dice},
    AssociationMeasure{{"log_dice", "14 + log2(2 O / (f1 + f2))", "Rychly 2008",
                        "-inf at O = 0; 14 where they only stand together; does not depend on N"},
                       AssociationUse::kPairs,
                       log_dice},
    AssociationMeasure{{"jaccard", "O / (a + b + c)", "Jaccard 1912", "0 at O = 0"},
                       AssociationUse::kPairs,
                       jaccard},
    AssociationMeasure{{"delta_p_2_1", "O / f1 - c / (c + d)", "Gries 2013",
                        "how the first predicts the second; an empty row counts 0"},
                       AssociationUse::kPairs,
                       delta_p_forward},
    AssociationMeasure{{"delta_p_1_2", "O / f2 - b / (b + d)", "Gries 2013",
                        "how the second predicts the first; an empty column counts 0"},
                       AssociationUse::kPairs,
                       delta_p_backward},
    AssociationMeasure{{"min_sens", "min(O / f1, O / f2)", "Pedersen and Bruce 1996", "0 at O = 0"},
                       AssociationUse::kPairs,
                       min_sensitivity},
    AssociationMeasure{
        {"phi2", "chi2 / N", "Church and Gale 1991", "0 if a row or column is empty"},
        AssociationUse::kBoth,
        phi2},
    AssociationMeasure{{"lambda", "ln((a + .5)(d + .5) / ((b + .5)(c + .5)))",
                        "Blaheta and Johnson 2001; quanteda, whose N counts pairs: --total pairs",
                        "finite at zero cells"},
                       AssociationUse::kPairs,
                       lambda},
    AssociationMeasure{{"lambda_z", "lambda / sqrt(sum 1 / (cell + .5))",
                        "Blaheta and Johnson 2001", "finite at zero cells"},
                       AssociationUse::kPairs,
                       lambda_z},
};

}  // namespace

std::span<const AssociationMeasure> pair_effects() { return kEffects; }

}  // namespace lede::stats
