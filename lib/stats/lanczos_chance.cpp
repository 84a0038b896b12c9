#include "stats/lanczos_chance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

// After hypergeometric_pdf.hpp of Boost.Math 1.74 (Sewani and Maddock 2008; Boost Software License
// 1.0). The order of the operations is theirs: only so does rounding leave the same digits.
namespace lede::stats {
namespace {

constexpr double kShift = 6.024680040776729583740234375 + 0.5;

// Lanczos' sum of 13 terms, scaled by exp(-g).
double lanczos_sum(double z) {
    constexpr std::array<double, 13> kAbove = {
        56906521.91347156388090791033559122686859,   103794043.1163445451906271053616070238554,
        86363131.28813859145546927288977868422342,   43338889.32467613834773723740590533316085,
        14605578.08768506808414169982791359218571,   3481712.15498064590882071018964774556468,
        601859.6171681098786670226533699352302507,   75999.29304014542649875303443598909137092,
        6955.999602515376140356310115515198987526,   449.9445569063168119446858607650988409623,
        19.51992788247617482847860966235652136208,   0.5098416655656676188125178644804694509993,
        0.006061842346248906525783753964555936883222};
    constexpr std::array<double, 13> kBelow = {0,        39916800, 120543840, 150917976, 105258076,
                                               45995730, 13339535, 2637558,   357423,    32670,
                                               1925,     66,       1};
    // By falling powers of 1/z, which do not overflow.
    double above = 0, below = 0;
    for (std::size_t i = 0; i < kAbove.size(); ++i) {
        above = above / z + kAbove[i];
        below = below / z + kBelow[i];
    }
    return above / below;
}

// A product of nine powers; exponents are taken off each other, the highest first, so that no
// power overflows.
class Powers {
  public:
    explicit Powers(const std::array<double, 9>& arguments) {
        for (std::size_t i = 0; i < kCount; ++i) {
            const double base = arguments[i] + kShift;
            bases_[i] = i < 4 ? base : 1 / base;
            exponents_[i] = arguments[i] + 0.5;
            e_factors_[i] = i < 4 ? -1 : 1;
            order_[i] = i;
        }
        std::sort(order_.begin(), order_.end(),
                  [this](std::size_t i, std::size_t j) { return exponents_[i] > exponents_[j]; });
    }

    double product() {
        while (exponents_[order_[1]] > 1 || !begun_) {
            begun_ = true;
            if (!take_second_off_first()) return 0;
        }
        combine_equals();
        double result = 1;
        for (std::size_t place = 0; place < kCount && exponents_[order_[place]] > 0; ++place) {
            if (result < std::numeric_limits<double>::min()) return 0;
            result *= power(order_[place]);
        }
        return result;
    }

  private:
    static constexpr std::size_t kCount = 9;

    bool take_second_off_first() {
        const std::size_t first = order_[0], second = order_[1];
        exponents_[first] -= exponents_[second];
        bases_[second] *= bases_[first];
        if (bases_[second] < std::numeric_limits<double>::min() && exponents_[second] != 0)
            return false;
        e_factors_[second] += e_factors_[first];
        sink(0);
        return true;
    }

    void combine_equals() {
        std::size_t last = kCount - 1;
        while (exponents_[order_[last]] == 0) --last;
        while (last > 0) {
            while (last > 0 && exponents_[order_[last - 1]] == exponents_[order_[last]]) {
                const std::size_t kept = order_[last - 1], spent = order_[last];
                bases_[kept] *= bases_[spent];
                exponents_[spent] = 0;
                e_factors_[kept] += e_factors_[spent];
                sink(last);
                --last;
            }
            if (last > 0) --last;
        }
    }

    // Moves the factor at `place` behind those of higher exponents.
    void sink(std::size_t place) {
        for (; place + 1 < kCount && exponents_[order_[place]] <= exponents_[order_[place + 1]];
             ++place)
            std::swap(order_[place], order_[place + 1]);
    }

    double power(std::size_t i) const {
        const double base = bases_[i] * std::exp(static_cast<double>(e_factors_[i]));
        if (exponents_[i] == 1) return base;
        return exponents_[i] == 0.5 ? std::sqrt(base) : std::pow(base, exponents_[i]);
    }

    std::array<double, kCount> bases_{};
    std::array<double, kCount> exponents_{};
    std::array<int, kCount> e_factors_{};
    std::array<std::size_t, kCount> order_{};
    bool begun_ = false;
};

}  // namespace

double lanczos_chance_of_none(double marked, double drawn, double all) {
    const double rest = all - marked;
    // n! r! (N - n)! (N - r)! / (N! 0! n! r! (N - n - r)!)
    const std::array<double, 9> arguments = {drawn, marked, all - drawn, rest,        all,
                                             0,     drawn,  marked,      rest - drawn};
    double result = Powers(arguments).product();
    double above = 1, below = 1;
    for (std::size_t i = 0; i < arguments.size(); ++i)
        (i < 4 ? above : below) *= lanczos_sum(arguments[i] + 1);
    return result * (above / below);
}

}  // namespace lede::stats
