#include "stats/association_measures.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "stats/densities.h"

using namespace lede::stats;

namespace {

double score(std::string_view measure, const Contingency& table,
             const AssociationOptions& options = {}) {
    return find_association(measure)->score(table, options);
}

}  // namespace

TEST_CASE("no score is NaN, whatever cells are zero or huge") {
    const std::uint64_t values[] = {0, 1, 2, 1000, 1'000'000'000'000};
    for (const auto family : {association_tests(), keyness_effects(), pair_effects()})
        for (const AssociationMeasure& measure : family)
            for (const auto a : values)
                for (const auto b : values)
                    for (const auto c : values)
                        for (const auto d : values) {
                            // Exact tests over 1e12 outcomes take as long as they must.
                            if (measure.is.name.starts_with("fisher") && a + b + c + d > 1'000'000)
                                continue;
                            INFO(measure.is.name << " of " << a << ' ' << b << ' ' << c << ' '
                                                 << d);
                            REQUIRE_FALSE(std::isnan(measure.score({a, b, c, d}, {})));
                        }
}

TEST_CASE("scores stay exact at a total of 1e12 where a count is close to its expectation") {
    // Expected 1e6 - 1 and one more than that seen: worked out with 50 digits.
    const Contingency table{1'000'000, 999'000'000, 999'000'000, 998'001'000'000};
    CHECK(table.excess() == 0);
    const Contingency more{1'000'001, 998'999'999, 998'999'999, 998'001'000'001};
    CHECK(more.excess() == Approx(1.0).epsilon(1e-12));
    CHECK(score("g2", more) == Approx(1.0020026706725073e-06).epsilon(1e-12));
    CHECK(score("chi2", more) == Approx(1.0020030040050061e-06).epsilon(1e-12));
}

TEST_CASE("chi-squared is phi-squared times the total") {
    std::mt19937 random(7);
    std::uniform_int_distribution<std::uint64_t> cell(1, 5000);
    for (int i = 0; i < 200; ++i) {
        const Contingency table{cell(random), cell(random), cell(random), cell(random)};
        CHECK(score("chi2", table) == Approx(score("phi2", table) * table.total()).epsilon(1e-10));
    }
}

TEST_CASE("the conservative log ratio is nothing where the interval holds no difference") {
    CHECK(score("lrc", Contingency::of_corpora(50, 100000, 50, 100000)) == 0);
    CHECK(score("lrc", Contingency::of_corpora(50, 100000, 40, 100000)) == 0);
    CHECK(score("lrc", Contingency::of_corpora(500, 100000, 40, 100000)) > 2);
    CHECK(score("lrc", Contingency::of_corpora(40, 100000, 500, 100000)) < -2);
    // The two corpora in each other's place change the sign and nothing else.
    CHECK(score("lrc", Contingency::of_corpora(7, 3000, 90, 5000)) ==
          Approx(-score("lrc", Contingency::of_corpora(90, 5000, 7, 3000))).epsilon(1e-12));
    const AssociationOptions many{.tests = 1000};
    CHECK(score("lrc", Contingency::of_corpora(500, 100000, 40, 100000), many) <
          score("lrc", Contingency::of_corpora(500, 100000, 40, 100000)));
}

TEST_CASE("the chances of all outcomes add up to one") {
    for (const double total : {8.0, 52.0, 1000.0}) {
        double sum = 0;
        for (double x = 0; x <= total / 2; ++x)
            sum += hypergeometric_density(x, total / 2, total / 4, total);
        CHECK(sum == Approx(1).epsilon(1e-12));
    }
    CHECK(hypergeometric_at_most(3, 10, 20, 100) + hypergeometric_at_least(4, 10, 20, 100) ==
          Approx(1).epsilon(1e-12));
}

TEST_CASE("the beta quantile is the inverse of its share") {
    for (const double a : {0.5, 1.0, 10.0, 2000.0, 1e7})
        for (const double b : {1.0, 7.0, 900.0, 3e6})
            for (const double share : {1e-6, 0.025, 0.5, 0.999}) {
                const double x = beta_quantile(share, a, b);
                CHECK(beta_share(x, a, b) == Approx(share).epsilon(1e-7));
            }
}
