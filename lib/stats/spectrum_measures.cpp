#include <math.h>  // lgamma_r, which unlike std::lgamma is safe from many threads

#include <array>
#include <cmath>
#include <limits>

#include "stats/boost_chance.h"
#include "stats/diversity_measures.h"

namespace lede::stats {
namespace {

using Options = DiversityOptions;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double n(const Diversity& d) { return static_cast<double>(d.tokens); }
double v(const Diversity& d) { return static_cast<double>(d.types); }

// The sum over types of `term(count)`.
template <typename Term>
double over_types(const Diversity& d, Term term) {
    double sum = 0;
    for (const auto& [count, types] : d.spectrum)
        sum += static_cast<double>(types) * term(static_cast<double>(count));
    return sum;
}

double squares(const Diversity& d) {
    return over_types(d, [](double count) { return count * count; });
}

// x / y, where a text too short for the measure gives 0.
double ratio(double x, double y) { return y != 0 ? x / y : 0; }

double tokens(const Diversity& d, const Options&) { return n(d); }
double types(const Diversity& d, const Options&) { return v(d); }
double hapax(const Diversity& d, const Options&) {
    return static_cast<double>(d.types_that_occur(1));
}
double dis(const Diversity& d, const Options&) {
    return static_cast<double>(d.types_that_occur(2));
}
double ttr(const Diversity& d, const Options&) { return ratio(v(d), n(d)); }
double rttr(const Diversity& d, const Options&) { return ratio(v(d), std::sqrt(n(d))); }
double cttr(const Diversity& d, const Options&) { return ratio(v(d), std::sqrt(2 * n(d))); }

double herdan_c(const Diversity& d, const Options&) {
    return d.tokens > 1 ? std::log(v(d)) / std::log(n(d)) : 0;
}

double somers_s(const Diversity& d, const Options&) {
    if (d.tokens < 3 || d.types < 3) return 0;
    return std::log(std::log(v(d))) / std::log(std::log(n(d)));
}

double dugast_u(const Diversity& d, const Options&) {
    if (d.tokens == 0) return 0;
    if (d.tokens == d.types) return kInfinity;
    const double log_n = std::log(n(d));
    return log_n * log_n / (log_n - std::log(v(d)));
}

double maas_a2(const Diversity& d, const Options&) {
    if (d.tokens < 2) return 0;
    const double log_n = std::log(n(d));
    return (log_n - std::log(v(d))) / (log_n * log_n);
}

double yule_k(const Diversity& d, const Options&) {
    return 1e4 * ratio(squares(d) - n(d), n(d) * n(d));
}

double yule_i(const Diversity& d, const Options&) {
    if (d.tokens == 0) return 0;
    const double rest = squares(d) - v(d);
    return rest > 0 ? v(d) * v(d) / rest : kInfinity;
}

double simpson_d(const Diversity& d, const Options&) {
    return ratio(squares(d) - n(d), n(d) * (n(d) - 1));
}

double herdan_vm(const Diversity& d, const Options&) {
    if (d.tokens == 0) return 0;
    return std::sqrt(std::max(0.0, squares(d) / (n(d) * n(d)) - 1 / v(d)));
}

double honore_r(const Diversity& d, const Options& options) {
    if (d.tokens == 0) return 0;
    const double once = hapax(d, options);
    return once < v(d) ? 100 * std::log(n(d)) / (1 - once / v(d)) : kInfinity;
}

double honore_r_wordless(const Diversity& d, const Options& options) {
    if (d.tokens == 0) return 0;
    const double once = hapax(d, options);
    return once < v(d) ? 100 * std::log(n(d) / (1 - once / v(d))) : kInfinity;
}

double brunet_w(const Diversity& d, const Options&) {
    return d.tokens > 0 ? std::pow(n(d), std::pow(v(d), -0.172)) : 0;
}

double sichel_s(const Diversity& d, const Options& options) { return ratio(dis(d, options), v(d)); }

double michea_m(const Diversity& d, const Options& options) {
    const double twice = dis(d, options);
    return twice > 0 ? v(d) / twice : d.types > 0 ? kInfinity : 0;
}

// V = alpha ln(1 + N / alpha) grows with alpha; solved by halving in the logarithm.
double fisher_alpha(const Diversity& d, const Options&) {
    if (d.tokens == 0) return 0;
    if (d.tokens == d.types) return kInfinity;
    double low = -50, high = 50;
    for (int step = 0; step < 200 && high - low > 1e-15 * std::abs(low); ++step) {
        const double middle = (low + high) / 2;
        const double alpha = std::exp(middle);
        (alpha * std::log1p(n(d) / alpha) < v(d) ? low : high) = middle;
    }
    return std::exp((low + high) / 2);
}

double entropy(const Diversity& d, const Options&) {
    const double size = n(d);
    return over_types(d, [&](double count) { return -count / size * std::log2(count / size); });
}

double entropy_share(const Diversity& d, const Options& options) {
    return d.types > 1 ? entropy(d, options) / std::log2(v(d)) : 0;
}

double repeat_rate(const Diversity& d, const Options&) { return ratio(squares(d), n(d) * n(d)); }

double spectrum_entropy(const Diversity& d, const Options&) {
    double sum = 0;
    for (const auto& [count, number] : d.spectrum) {
        const double share = static_cast<double>(number) / v(d);
        sum -= share * std::log2(share);
    }
    return sum;
}

double spectrum_repeat_rate(const Diversity& d, const Options&) {
    double sum = 0;
    for (const auto& [count, number] : d.spectrum)
        sum += static_cast<double>(number) * static_cast<double>(number);
    return ratio(sum, v(d) * v(d));
}

// The chance that a type is in a sample, summed: what a sample's type-token ratio is on average.
double hdd(const Diversity& d, const Options& options) {
    const auto log_gamma = [](double x) {
        int sign = 0;
        return ::lgamma_r(x, &sign);
    };
    const double size = n(d);
    const double sample = std::min(static_cast<double>(options.hdd_sample), size);
    if (sample == 0) return 0;
    const double all = log_gamma(size + 1) - log_gamma(size - sample + 1);
    const auto chance = [&](double count) {
        if (size - count < sample) return 1.0;
        // The product of (N - f - i) / (N - i) over the draws, exact for samples of usual size.
        if (sample <= 1000) {
            double none = 1;
            for (std::uint32_t i = 0; i < sample; ++i) none *= 1 - count / (size - i);
            return 1 - none;
        }
        return 1 -
               std::exp(log_gamma(size - count + 1) - log_gamma(size - count - sample + 1) - all);
    };
    return over_types(d, chance) / sample;
}

// The chances as scipy.stats.hypergeom has them.
double hdd_scipy(const Diversity& d, const Options& options) {
    const double size = n(d);
    const double sample = std::min(static_cast<double>(options.hdd_sample), size);
    if (sample == 0) return hdd(d, options);
    const auto chance = [&](double count) {
        return size - count < sample ? 1.0 : 1 - boost_chance_of_none(count, sample, size);
    };
    return over_types(d, chance) / sample;
}

constexpr std::array kMeasures = {
    DiversityMeasure{{"tokens", "N", "", ""}, tokens},
    DiversityMeasure{{"types", "V", "", ""}, types},
    DiversityMeasure{{"hapax", "V1, types that occur once", "", ""}, hapax},
    DiversityMeasure{{"dis", "V2, types that occur twice", "", ""}, dis},
    DiversityMeasure{{"ttr", "V / N", "Johnson 1944", "falls with length"}, ttr},
    DiversityMeasure{{"rttr", "V / sqrt(N)", "Guiraud 1954", "0 for no text"}, rttr},
    DiversityMeasure{{"cttr", "V / sqrt(2 N)", "Carroll 1964", "0 for no text"}, cttr},
    DiversityMeasure{{"herdan_c", "ln V / ln N", "Herdan 1960", "0 for N < 2"}, herdan_c},
    DiversityMeasure{{"somers_s", "ln ln V / ln ln N", "Somers 1966",
                      "0 for N < 3; depends on the base: here e, quanteda 10"},
                     somers_s},
    DiversityMeasure{{"dugast_u", "(ln N)^2 / (ln N - ln V)", "Dugast 1978",
                      "inf where V = N; depends on the base: here e, quanteda 10"},
                     dugast_u},
    DiversityMeasure{{"maas_a2", "(ln N - ln V) / (ln N)^2", "Maas 1972",
                      "low is rich; quanteda gives its root; depends on the base: here e"},
                     maas_a2},
    DiversityMeasure{{"yule_k", "1e4 (sum f^2 - N) / N^2", "Yule 1944", "low is rich"}, yule_k},
    DiversityMeasure{{"yule_i", "V^2 / (sum f^2 - V)", "Oakes 1998", "inf where no word repeats"},
                     yule_i},
    DiversityMeasure{{"simpson_d", "(sum f^2 - N) / (N (N - 1))", "Simpson 1949",
                      "chance that two tokens are the same; 0 for N < 2"},
                     simpson_d},
    DiversityMeasure{{"herdan_vm", "sqrt(sum (f / N)^2 - 1 / V)", "Herdan 1955",
                      "with the root; Wordless leaves it out"},
                     herdan_vm},
    DiversityMeasure{
        {"honore_r", "100 ln N / (1 - V1 / V)", "Honore 1979", "inf where every type occurs once"},
        honore_r},
    DiversityMeasure{{"honore_r_wordless", "100 ln(N / (1 - V1 / V))",
                      "Wordless 3.6, for comparison only", "the logarithm of the quotient"},
                     honore_r_wordless},
    DiversityMeasure{{"brunet_w", "N^(V^-0.172)", "Brunet 1978", "low is rich"}, brunet_w},
    DiversityMeasure{{"sichel_s", "V2 / V", "Sichel 1975", ""}, sichel_s},
    DiversityMeasure{{"michea_m", "V / V2", "Michea 1969", "inf where V2 = 0"}, michea_m},
    DiversityMeasure{{"fisher_alpha", "V = alpha ln(1 + N / alpha)",
                      "Fisher, Corbet and Williams 1943", "inf where V = N"},
                     fisher_alpha},
    DiversityMeasure{{"entropy", "-sum p log2 p, p = f / N", "Shannon 1948", "in bits"}, entropy},
    DiversityMeasure{{"entropy_share", "entropy / log2 V", "Wachsmuth 1989", "0 for V < 2"},
                     entropy_share},
    DiversityMeasure{{"repeat_rate", "sum (f / N)^2", "Popescu 2009", ""}, repeat_rate},
    DiversityMeasure{
        {"spectrum_entropy", "-sum q log2 q, q = types with f / V", "Popescu 2009", "in bits"},
        spectrum_entropy},
    DiversityMeasure{{"spectrum_repeat_rate", "sum (types with f / V)^2", "Popescu 2009", ""},
                     spectrum_repeat_rate},
    DiversityMeasure{{"hdd", "sum over types of (1 - chance of none in the sample) / sample",
                      "McCarthy and Jarvis 2010",
                      "--hdd-sample, 42 unless set; a shorter text is its own sample; exact, where "
                      "Wordless and LexicalRichness drift in the ninth digit on 100,000 words"},
                     hdd},
    DiversityMeasure{{"hdd_scipy", "as hdd; above 104,729 words by Lanczos' approximation",
                      "SciPy 1.10 and so Wordless 3.6 and LexicalRichness, for comparison only",
                      "rounds as they do, off in the ninth digit; hdd is the exact one"},
                     hdd_scipy},
};

}  // namespace

std::span<const DiversityMeasure> spectrum_measures() { return kMeasures; }

}  // namespace lede::stats
