#include <array>
#include <cmath>
#include <limits>

#include "stats/association_measures.h"
#include "stats/densities.h"

namespace lede::stats {
namespace {

using Options = AssociationOptions;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double count(std::uint64_t n) { return static_cast<double>(n); }

double rate(std::uint64_t n, double size) { return size > 0 ? count(n) / size : 0; }

// x / y, where nothing over nothing shows no difference.
double ratio(double x, double y) {
    if (y > 0) return x / y;
    return x > 0 ? kInfinity : 1;
}

double sign(const Contingency& t, const Options&) {
    const double excess = t.excess();
    return excess > 0 ? 1 : excess < 0 ? -1 : 0;
}

double relative_risk(const Contingency& t, const Options&) {
    return ratio(rate(t.a, t.column_1()), rate(t.b, t.column_2()));
}

double log_ratio(const Contingency& t, const Options&) {
    return std::log2((count(t.a) + 0.5) / (t.column_1() + 0.5)) -
           std::log2((count(t.b) + 0.5) / (t.column_2() + 0.5));
}

double log_ratio_raw(const Contingency& t, const Options& options) {
    return std::log2(relative_risk(t, options));
}

double log_ratio_half(const Contingency& t, const Options&) {
    if (t.column_1() == 0 || t.column_2() == 0) return 0;
    const double a = t.a > 0 ? count(t.a) : 0.5;
    const double b = t.b > 0 ? count(t.b) : 0.5;
    return std::log2(a / t.column_1() / (b / t.column_2()));
}

// Evert's conservative log ratio: the end of the interval of the rate ratio that is nearer to no
// difference, or 0 if the interval holds it. Given the sum a + b, a is binomial; its share's exact
// interval (Clopper and Pearson 1934) gives that of the ratio.
double lrc(const Contingency& t, const Options& options) {
    if (t.is_degenerate()) return 0;
    const double alpha = (1 - options.confidence) / options.tests / 2;
    const double sizes = std::log2(t.column_2()) - std::log2(t.column_1());
    const auto log_odds = [](double share) { return std::log2(share) - std::log2(1 - share); };
    if (t.excess() > 0) {
        const double share = beta_quantile(alpha, count(t.a), count(t.b) + 1);
        return std::max(0.0, log_odds(share) + sizes);
    }
    if (t.excess() < 0) {
        // The upper bound of a's share, as one less the lower bound of b's, which is exact when
        // it is small.
        const double other = beta_quantile(alpha, count(t.b), count(t.a) + 1);
        return std::min(0.0, sizes - log_odds(other));
    }
    return 0;
}

double log_odds_prior(const Contingency& t, const Options& options) {
    if (t.is_degenerate()) return 0;
    const double prior = options.prior * (t.row_1() / t.total());
    const double rest = options.prior - prior;
    const double target = count(t.a) + prior;
    const double reference = count(t.b) + prior;
    const double difference =
        std::log(target / (count(t.c) + rest)) - std::log(reference / (count(t.d) + rest));
    return difference / std::sqrt(1 / target + 1 / reference);
}

double simple_maths(const Contingency& t, const Options& options) {
    const double k = options.simple_maths;
    return ratio(1e6 * rate(t.a, t.column_1()) + k, 1e6 * rate(t.b, t.column_2()) + k);
}

double percent_difference(const Contingency& t, const Options& options) {
    return 100 * (relative_risk(t, options) - 1);
}

double percent_difference_wordless(const Contingency& t, const Options& options) {
    return t.a == 0 && t.b > 0 ? -kInfinity : percent_difference(t, options);
}

double difference_coefficient(const Contingency& t, const Options&) {
    const double p1 = rate(t.a, t.column_1());
    const double p2 = rate(t.b, t.column_2());
    return p1 + p2 > 0 ? (p1 - p2) / (p1 + p2) : 0;
}

double odds_ratio(const Contingency& t, const Options&) {
    return ratio(count(t.a) * count(t.d), count(t.b) * count(t.c));
}

double odds_ratio_wordless(const Contingency& t, const Options& options) {
    return t.a == 0 && t.b > 0 ? -kInfinity : odds_ratio(t, options);
}

// The share of the largest G2 that could be had.
double ell(const Contingency& t, const Options&) {
    if (t.is_degenerate()) return 0;
    const double least = std::min(t.expected_a(), t.expected_b());
    if (t.total() <= 1 || least <= 1) return 0;
    const double g2 =
        2 * (deviance(t.expected_a(), t.excess()) + deviance(t.expected_b(), -t.excess()));
    return g2 / (t.total() * std::log(least));
}

constexpr std::array kEffects = {
    AssociationMeasure{{"sign", "1 if the target's rate is higher, -1 if lower", "", "0 if equal"},
                       AssociationUse::kKeyness,
                       sign},
    AssociationMeasure{
        {"log_ratio", "log2((a + .5) / (n1 + .5)) - log2((b + .5) / (n2 + .5))",
         "Hardie 2014, smoothed as by Walter 1975; R corpora", "finite at zero counts"},
        AssociationUse::kKeyness,
        log_ratio},
    AssociationMeasure{{"log_ratio_raw", "log2((a / n1) / (b / n2))", "Hardie 2014",
                        "inf where b = 0, -inf where a = 0"},
                       AssociationUse::kKeyness,
                       log_ratio_raw},
    AssociationMeasure{{"log_ratio_half", "log2((a / n1) / (b / n2)), a count of 0 taken for 0.5",
                        "Hardie 2014; CQPweb", "finite at zero counts"},
                       AssociationUse::kKeyness,
                       log_ratio_half},
    AssociationMeasure{{"lrc", "log2 of the bound nearer to 1 of the rate ratio's exact interval",
                        "Evert 2022; R corpora 0.6",
                        "0 where the interval holds 1; --confidence, --bonferroni; the measure to "
                        "rank by"},
                       AssociationUse::kKeyness,
                       lrc},
    AssociationMeasure{
        {"log_odds_prior", "d / sqrt(1/(a+w) + 1/(b+w)), d = ln((a+w)/(c+W-w)) - ln((b+w)/(d+W-w))",
         "Monroe, Colaresi and Quinn 2008",
         "W = --prior tokens, shared out as the words of both corpora together: w = "
         "W (a + b) / N"},
        AssociationUse::kKeyness,
        log_odds_prior},
    AssociationMeasure{{"simple_maths", "(1e6 a / n1 + k) / (1e6 b / n2 + k)", "Kilgarriff 2009",
                        "k = --simple-maths, 1 unless set; higher k favours frequent words"},
                       AssociationUse::kKeyness,
                       simple_maths},
    AssociationMeasure{{"pct_diff", "100 (p1 - p2) / p2", "Gabrielatos and Marchi 2011",
                        "inf where b = 0; -100 where a = 0"},
                       AssociationUse::kKeyness,
                       percent_difference},
    AssociationMeasure{
        {"pct_diff_wordless", "pct_diff", "Wordless 3.6, for comparison only", "-inf where a = 0"},
        AssociationUse::kKeyness,
        percent_difference_wordless},
    AssociationMeasure{
        {"diff_coef", "(p1 - p2) / (p1 + p2)", "Hofland and Johansson 1982", "0 where both are 0"},
        AssociationUse::kKeyness,
        difference_coefficient},
    AssociationMeasure{
        {"relative_risk", "(a / n1) / (b / n2)", "", "inf where b = 0; 1 where both are 0"},
        AssociationUse::kKeyness,
        relative_risk},
    AssociationMeasure{{"odds_ratio", "a d / (b c)", "Pojanapunya and Watson Todd 2016",
                        "inf where b c = 0; 1 where all is 0"},
                       AssociationUse::kBoth,
                       odds_ratio},
    AssociationMeasure{{"odds_ratio_wordless", "odds_ratio", "Wordless 3.6, for comparison only",
                        "-inf where a = 0"},
                       AssociationUse::kKeyness,
                       odds_ratio_wordless},
    AssociationMeasure{{"ell", "g2_2term / (N ln(min(Ea, Eb)))", "Johnston, Berry and Mielke 2006",
                        "0 where the smaller expectation is 1 or less"},
                       AssociationUse::kKeyness,
                       ell},
};

}  // namespace

std::span<const AssociationMeasure> keyness_effects() { return kEffects; }

}  // namespace lede::stats
