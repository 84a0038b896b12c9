#include "stats/diversity_measures.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <set>

#include "stats/boost_chance.h"

using namespace lede::stats;

namespace {

using Ids = std::vector<std::uint32_t>;

double score(std::string_view measure, const Ids& ids, const DiversityOptions& options = {}) {
    return find_diversity(measure)->score(Diversity(ids), options);
}

Ids random_text(std::size_t tokens) {
    std::mt19937 random(3);
    std::geometric_distribution<std::uint32_t> word(0.02);
    Ids ids(tokens);
    for (std::uint32_t& id : ids) id = word(random);
    return ids;
}

// Every window looked at anew.
double slow_mattr(const Ids& ids, std::size_t window) {
    double sum = 0;
    for (std::size_t i = 0; i + window <= ids.size(); ++i)
        sum += static_cast<double>(
                   std::set<std::uint32_t>(ids.begin() + static_cast<std::ptrdiff_t>(i),
                                           ids.begin() + static_cast<std::ptrdiff_t>(i + window))
                       .size()) /
               static_cast<double>(window);
    return sum / static_cast<double>(ids.size() - window + 1);
}

}  // namespace

TEST_CASE("the moving average over rolling counts is that over windows looked at anew") {
    const Ids ids = random_text(1500);
    for (const std::uint64_t window : {1U, 7U, 100U, 1500U})
        CHECK(score("mattr", ids, {.window = window}) ==
              Approx(slow_mattr(ids, window)).epsilon(1e-12));
}

TEST_CASE("a text shorter than the window or the sample is one window, one sample") {
    const Ids ids = {0, 1, 0, 2};
    CHECK(score("mattr", ids) == 0.75);
    CHECK(score("msttr", ids) == 0.75);
    CHECK(score("hdd", ids) == Approx(0.75));
}

TEST_CASE("factors of lexical diversity fill up in both directions") {
    // Ratio 1/2 after two tokens: three factors each way.
    CHECK(score("mtld", {0, 0, 0, 0, 0, 0}) == 2);
    // Nothing repeats: no factor at all.
    CHECK(score("mtld", {0, 1, 2, 3}) == 0);
}

TEST_CASE("no measure of diversity is NaN on no text, one word, or words that never repeat") {
    for (const auto family : {spectrum_measures(), sequence_measures()})
        for (const DiversityMeasure& measure : family)
            for (const Ids& ids :
                 {Ids{}, Ids{0}, Ids{0, 0}, Ids{0, 1}, Ids{0, 1, 2, 3}, Ids(50, 0)}) {
                INFO(measure.is.name << " of " << ids.size() << " tokens");
                CHECK_FALSE(std::isnan(measure.score(Diversity(ids), {})));
            }
}

TEST_CASE("the chance of none has the digits that SciPy 1.10 gives, wrong ones included") {
    CHECK(boost_chance_of_none(1, 42, 150'000) == Approx(0.9997200000231274).epsilon(1e-13));
    CHECK(boost_chance_of_none(37, 42, 150'000) == Approx(0.9896908133095772).epsilon(1e-13));
    CHECK(boost_chance_of_none(6000, 42, 150'000) == Approx(0.1800063804883261).epsilon(1e-13));
    CHECK(boost_chance_of_none(999, 42, 1'000'000) == Approx(0.9588891182897494).epsilon(1e-13));
}

TEST_CASE("hdd and SciPy's differ only in long texts, and there in the ninth digit") {
    const Ids shorter = random_text(5000), longer = random_text(110'000);
    CHECK(score("hdd_scipy", shorter) == Approx(score("hdd", shorter)).epsilon(1e-12));
    CHECK(score("hdd_scipy", longer) != score("hdd", longer));
    CHECK(score("hdd_scipy", longer) == Approx(score("hdd", longer)).epsilon(1e-7));
    CHECK(score("hdd_scipy", longer, {.hdd_sample = 0}) == 0);
}
