#include "stats/densities.h"

#include <math.h>  // lgamma_r, which unlike std::lgamma is safe from many threads

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lede::stats {
namespace {

constexpr double kTwoPi = 2 * std::numbers::pi;
constexpr double kNegligible = 1e-18;

double log_gamma(double x) {
    int sign = 0;
    return ::lgamma_r(x, &sign);
}

// ln(n!) minus Stirling's formula for it.
double stirling_error(double n) {
    if (n <= 15) {
        if (n == 0) return 0;
        return log_gamma(n + 1) - (n + 0.5) * std::log(n) + n - 0.5 * std::log(kTwoPi);
    }
    const double square = n * n;
    return (1.0 / 12 -
            (1.0 / 360 - (1.0 / 1260 -
                          (1.0 / 1680 - (1.0 / 1188 - 691.0 / 360360 / square) / square) / square) /
                             square) /
                square) /
           n;
}

struct Bounds {
    double low;
    double high;
};

Bounds support(double marked, double drawn, double total) {
    return {std::max(0.0, drawn - (total - marked)), std::min(marked, drawn)};
}

// density(x) times this is density(x + 1).
double step_up(double x, double marked, double drawn, double total) {
    return (marked - x) * (drawn - x) / ((x + 1) * (total - marked - drawn + x + 1));
}

double sum_down(double x, double marked, double drawn, double total) {
    const double low = support(marked, drawn, total).low;
    double term = hypergeometric_density(x, marked, drawn, total);
    double sum = 0;
    for (; x >= low && term > kNegligible * sum; --x) {
        sum += term;
        if (x > low) term /= step_up(x - 1, marked, drawn, total);
    }
    return sum;
}

double sum_up(double x, double marked, double drawn, double total) {
    const double high = support(marked, drawn, total).high;
    double term = hypergeometric_density(x, marked, drawn, total);
    double sum = 0;
    for (; x <= high && term > kNegligible * sum; ++x) {
        sum += term;
        if (x < high) term *= step_up(x, marked, drawn, total);
    }
    return sum;
}

// The continued fraction of the incomplete beta function.
double beta_fraction(double x, double a, double b) {
    constexpr double kTiny = 1e-300;
    const auto guarded = [](double value) { return std::abs(value) < kTiny ? kTiny : value; };
    double c = 1;
    double d = 1 / guarded(1 - (a + b) * x / (a + 1));
    double fraction = d;
    const int limit = 1000 + static_cast<int>(20 * std::sqrt(std::min(a + b, 1e12)));
    for (int m = 1; m <= limit; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / guarded(1 + even * d);
        c = guarded(1 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / guarded(1 + odd * d);
        c = guarded(1 + odd / c);
        const double factor = d * c;
        fraction *= factor;
        if (std::abs(factor - 1) < 1e-16) break;
    }
    return fraction;
}

// x^a (1-x)^b / (a B(a, b))
double beta_front(double x, double a, double b) {
    return binomial_density(a, a + b, x, 1 - x) * b / (a + b);
}

}  // namespace

double deviance(double mean, double difference) {
    const double relative = difference / mean;
    if (relative <= -1) return mean;
    if (std::abs(relative) > 0.1) return mean * ((1 + relative) * std::log1p(relative) - relative);
    // (1+r) ln(1+r) - r as the sum of (-r)^k / (k (k-1)) from k = 2.
    double power = relative * relative;
    double sum = 0;
    for (int k = 2; k < 40; ++k) {
        const double term = power / (k * (k - 1));
        sum += term;
        if (std::abs(term) < kNegligible * sum) break;
        power *= -relative;
    }
    return mean * sum;
}

double binomial_density(double x, double n, double success, double failure) {
    if (success == 0) return x == 0 ? 1 : 0;
    if (failure == 0) return x == n ? 1 : 0;
    if (x == 0) return std::exp(n * (failure < 0.5 ? std::log(failure) : std::log1p(-success)));
    if (x == n) return std::exp(n * (success < 0.5 ? std::log(success) : std::log1p(-failure)));
    const double left = n - x;
    // Both deviances, from the one difference that they share.
    const double difference = x * failure - left * success;
    const double exponent = stirling_error(n) - stirling_error(x) - stirling_error(left) -
                            deviance(n * success, difference) - deviance(n * failure, -difference);
    return std::exp(exponent) * std::sqrt(n / (kTwoPi * x * left));
}

double hypergeometric_density(double x, double marked, double drawn, double total) {
    const Bounds bounds = support(marked, drawn, total);
    if (x < bounds.low || x > bounds.high) return 0;
    if (drawn == 0 || drawn == total) return 1;
    const double share = drawn / total;
    const double rest = (total - drawn) / total;
    return binomial_density(x, marked, share, rest) *
           binomial_density(drawn - x, total - marked, share, rest) /
           binomial_density(drawn, total, share, rest);
}

double hypergeometric_at_most(double x, double marked, double drawn, double total) {
    // Terms grow towards the mean: beyond it, take what lies above from one.
    if (x >= support(marked, drawn, total).high) return 1;
    if (x * total > marked * drawn) return 1 - sum_up(x + 1, marked, drawn, total);
    return sum_down(x, marked, drawn, total);
}

double hypergeometric_at_least(double x, double marked, double drawn, double total) {
    if (x <= support(marked, drawn, total).low) return 1;
    if (x * total < marked * drawn) return 1 - sum_down(x - 1, marked, drawn, total);
    return sum_up(x, marked, drawn, total);
}

double hypergeometric_two_sided(double x, double marked, double drawn, double total) {
    const Bounds bounds = support(marked, drawn, total);
    const double mode =
        std::clamp(std::floor((marked + 1) * ((drawn + 1) / (total + 2))), bounds.low, bounds.high);
    const double limit = hypergeometric_density(x, marked, drawn, total) * (1 + 1e-7);
    const auto is_counted = [&](double at) {
        return hypergeometric_density(at, marked, drawn, total) <= limit;
    };
    if (is_counted(mode)) return 1;
    // Densities rise up to the mode and fall after it: the outcomes counted on the other side of
    // it begin at one place, found by halving.
    const bool above = x > mode;
    double inside = mode;
    double outside = above ? bounds.low - 1 : bounds.high + 1;
    while (std::abs(outside - inside) > 1) {
        const double middle = std::floor((inside + outside) / 2);
        (is_counted(middle) ? outside : inside) = middle;
    }
    const double near = above ? sum_up(x, marked, drawn, total) : sum_down(x, marked, drawn, total);
    if (outside < bounds.low || outside > bounds.high) return std::min(1.0, near);
    const double far =
        above ? sum_down(outside, marked, drawn, total) : sum_up(outside, marked, drawn, total);
    return std::min(1.0, near + far);
}

double beta_share(double x, double a, double b) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    if (x < (a + 1) / (a + b + 2)) return beta_front(x, a, b) * beta_fraction(x, a, b);
    return 1 - beta_front(1 - x, b, a) * beta_fraction(1 - x, b, a);
}

double beta_quantile(double share, double a, double b) {
    // Newton's steps kept inside a bracket; a step that leaves it is a halving instead.
    double low = 0;
    double high = 1;
    double x = a / (a + b);
    for (int step = 0; step < 200; ++step) {
        const double error = beta_share(x, a, b) - share;
        (error > 0 ? high : low) = x;
        const double density = beta_front(x, a, b) * a / (x * (1 - x));
        double next = density > 0 ? x - error / density : -1;
        if (!(next > low && next < high)) next = (low + high) / 2;
        if (std::abs(next - x) <= 1e-15 * x) return next;
        x = next;
    }
    return x;
}

}  // namespace lede::stats
