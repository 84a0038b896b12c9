#include <algorithm>
#include <array>
#include <cmath>

#include "stats/association_measures.h"
#include "stats/densities.h"

namespace lede::stats {
namespace {

using Options = AssociationOptions;

double count(std::uint64_t n) { return static_cast<double>(n); }

// The sum over the four cells of the deviance at a shifted excess.
double four_deviances(const Contingency& t, double excess) {
    return 2 * (deviance(t.expected_a(), excess) + deviance(t.expected_b(), -excess) +
                deviance(t.expected_c(), -excess) + deviance(t.expected_d(), excess));
}

// Moves the excess by half a count towards 0, and no further.
double corrected(double excess) {
    return std::copysign(std::max(0.0, std::abs(excess) - 0.5), excess);
}

double squares(const Contingency& t, double excess) {
    return excess * excess *
           (1 / t.expected_a() + 1 / t.expected_b() + 1 / t.expected_c() + 1 / t.expected_d());
}

double g2(const Contingency& t, const Options&) {
    return t.is_degenerate() ? 0 : four_deviances(t, t.excess());
}

double g2_yates(const Contingency& t, const Options&) {
    return t.is_degenerate() ? 0 : four_deviances(t, corrected(t.excess()));
}

double williams(const Contingency& t) {
    const double n = t.total();
    return 1 + (n / t.row_1() + n / t.row_2() - 1) * (n / t.column_1() + n / t.column_2() - 1) /
                   (6 * n);
}

double g2_williams(const Contingency& t, const Options& options) {
    return t.is_degenerate() ? 0 : g2(t, options) / williams(t);
}

double g2_williams_quanteda(const Contingency& t, const Options&) {
    if (t.is_degenerate()) return 0;
    const auto term = [](std::uint64_t observed, double expected) {
        const double o = count(observed);
        return o > 0 ? o * std::log(o / expected + 1e-9) : 0;
    };
    const double sum = 2 * (term(t.a, t.expected_a()) + term(t.b, t.expected_b()) +
                            term(t.c, t.expected_c()) + term(t.d, t.expected_d()));
    const bool has_zero = t.a == 0 || t.b == 0 || t.c == 0 || t.d == 0;
    return has_zero ? sum : sum / williams(t);
}

double g2_2term(const Contingency& t, const Options&) {
    if (t.is_degenerate()) return 0;
    return 2 * (deviance(t.expected_a(), t.excess()) + deviance(t.expected_b(), -t.excess()));
}

double simple_ll(const Contingency& t, const Options&) {
    return t.is_degenerate() ? 0 : 2 * deviance(t.expected_a(), t.excess());
}

double chi2(const Contingency& t, const Options&) {
    return t.is_degenerate() ? 0 : squares(t, t.excess());
}

double chi2_yates(const Contingency& t, const Options&) {
    return t.is_degenerate() ? 0 : squares(t, corrected(t.excess()));
}

double bic(const Contingency& t, const Options& options) {
    return t.total() > 0 ? g2(t, options) - std::log(t.total()) : 0;
}

double fisher(const Contingency& t, const Options&) {
    return hypergeometric_two_sided(count(t.a), t.row_1(), t.column_1(), t.total());
}

double fisher_more(const Contingency& t, const Options&) {
    return hypergeometric_at_least(count(t.a), t.row_1(), t.column_1(), t.total());
}

double fisher_less(const Contingency& t, const Options&) {
    return hypergeometric_at_most(count(t.a), t.row_1(), t.column_1(), t.total());
}

double t_score(const Contingency& t, const Options&) {
    return t.a == 0 ? 0 : t.excess() / std::sqrt(count(t.a));
}

double t_variance(const Contingency& t, const Options&) {
    if (t.a == 0 || count(t.a) == t.total()) return 0;
    return t.excess() / std::sqrt(count(t.a) * (1 - count(t.a) / t.total()));
}

double z_score(const Contingency& t, const Options&) {
    return t.is_degenerate() ? 0 : t.excess() / std::sqrt(t.expected_a());
}

double z_variance(const Contingency& t, const Options&) {
    if (t.is_degenerate()) return 0;
    return t.excess() / std::sqrt(t.expected_a() * (1 - t.expected_a() / t.total()));
}

double poisson_stirling(const Contingency& t, const Options&) {
    if (t.a == 0) return 0;
    return count(t.a) * (std::log2(count(t.a) / t.expected_a()) - 1);
}

constexpr std::string_view kZeroTable = "0 if a row or column is empty; O = 0 adds nothing";

constexpr std::array kTests = {
    AssociationMeasure{{"g2", "2 sum O ln(O / E) over the four cells",
                        "Dunning 1993, Computational Linguistics 19(1)",
                        "always positive, see sign; 0 if a row or column is empty; exact at N = "
                        "1e12, computed from deviances"},
                       AssociationUse::kBoth,
                       g2},
    AssociationMeasure{{"g2_2term", "2 (a ln(a / Ea) + b ln(b / Eb))",
                        "Rayson and Garside 2000; printed by WordSmith and the UCREL wizard",
                        "smaller than g2, by what the two large cells add"},
                       AssociationUse::kKeyness,
                       g2_2term},
    AssociationMeasure{
        {"g2_yates", "g2 with each |O - E| less 0.5", "Yates 1934; as scipy computes it",
         "never goes past E: |O - E| below 0.5 gives 0"},
        AssociationUse::kBoth,
        g2_yates},
    AssociationMeasure{{"g2_williams", "g2 / q, q = 1 + (N/r1 + N/r2 - 1)(N/c1 + N/c2 - 1) / 6N",
                        "Williams 1976, Biometrika 63", kZeroTable},
                       AssociationUse::kBoth,
                       g2_williams},
    AssociationMeasure{{"g2_williams_quanteda", "2 sum O ln(O / E + 1e-9) / q",
                        "quanteda.textstats 0.97, for comparison only",
                        "2e-9 N too high, and not corrected where a cell is 0"},
                       AssociationUse::kKeyness,
                       g2_williams_quanteda},
    AssociationMeasure{
        {"simple_ll", "2 (O ln(O / E) - (O - E))", "Evert 2008", "the first cell alone"},
        AssociationUse::kPairs,
        simple_ll},
    AssociationMeasure{{"chi2", "sum (O - E)^2 / E over the four cells", "Pearson 1900",
                        "0 if a row or column is empty; trust g2 where an E is below 5"},
                       AssociationUse::kBoth,
                       chi2},
    AssociationMeasure{{"chi2_yates", "sum (max(0, |O - E| - 0.5))^2 / E", "Yates 1934",
                        "never goes past E, as scipy and R"},
                       AssociationUse::kBoth,
                       chi2_yates},
    AssociationMeasure{{"bic", "g2 - ln N", "Wilson 2013",
                        "above 2 positive, above 6 strong, above 10 very strong evidence; below 0 "
                        "evidence for no difference"},
                       AssociationUse::kKeyness,
                       bic},
    AssociationMeasure{
        {"fisher_p", "sum of the chances of all tables no likelier than this one",
         "Fisher 1922; two-sided as in R and scipy", "may be too small for a number: 0"},
        AssociationUse::kBoth,
        fisher},
    AssociationMeasure{{"fisher_more_p", "the chance of a or more", "Fisher 1922", "one-sided"},
                       AssociationUse::kBoth,
                       fisher_more},
    AssociationMeasure{{"fisher_less_p", "the chance of a or fewer", "Fisher 1922", "one-sided"},
                       AssociationUse::kBoth,
                       fisher_less},
    AssociationMeasure{
        {"t", "(O - E) / sqrt(O)", "Church et al. 1991; NLTK, WordSmith", "0 at O = 0"},
        AssociationUse::kPairs,
        t_score},
    AssociationMeasure{
        {"t_variance", "(O - E) / sqrt(O (1 - O / N))",
         "Manning and Schuetze 1999, section 5.3.1; Wordless", "0 at O = 0 and O = N"},
        AssociationUse::kPairs,
        t_variance},
    AssociationMeasure{
        {"z", "(O - E) / sqrt(E)", "Dennis 1965", kZeroTable}, AssociationUse::kPairs, z_score},
    AssociationMeasure{{"z_variance", "(O - E) / sqrt(E (1 - E / N))", "Wordless", kZeroTable},
                       AssociationUse::kPairs,
                       z_variance},
    AssociationMeasure{{"poisson_stirling", "O (log2(O / E) - 1)",
                        "Quasthoff and Wolff 2002; as NLTK computes it", "0 at O = 0"},
                       AssociationUse::kPairs,
                       poisson_stirling},
};

}  // namespace

std::span<const AssociationMeasure> association_tests() { return kTests; }

}  // namespace lede::stats
