// Worked examples printed in the literature: each measure must round to the printed value.
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <string>

#include "stats/association_measures.h"
#include "stats/dispersion_measures.h"
#include "stats/diversity_measures.h"
#include "stats/vocabulary.h"

using namespace lede::stats;

namespace {

double association(std::string_view measure, const Contingency& table) {
    const AssociationMeasure* found = find_association(measure);
    REQUIRE(found);
    return found->score(table, {});
}

double dispersion(std::string_view measure, const Spread& spread) {
    const DispersionMeasure* found = find_dispersion(measure);
    REQUIRE(found);
    return found->score(spread);
}

// Rounds to the digits that were printed.
double rounded(double value, int digits) {
    const double scale = std::pow(10, digits);
    return std::round(value * scale) / scale;
}

void check(double value, double printed, int digits) {
    INFO(value << " printed as " << printed);
    CHECK(rounded(value, digits) == Approx(printed).epsilon(1e-12));
}

// Counts in parts of one size.
Spread even_parts(std::vector<std::uint64_t> counts) {
    std::vector<std::uint64_t> sizes(counts.size(), 100);
    return {std::move(counts), std::move(sizes)};
}

// Words of which the i-th occurs as often as the i-th count says.
std::vector<std::uint32_t> words(const std::vector<std::pair<int, int>>& types_by_count) {
    std::vector<std::uint32_t> ids;
    std::uint32_t next = 0;
    for (const auto& [count, types] : types_by_count)
        for (int type = 0; type < types; ++type, ++next)
            ids.insert(ids.end(), static_cast<std::size_t>(count), next);
    return ids;
}

double diversity(std::string_view measure, const std::vector<std::uint32_t>& ids) {
    const DiversityMeasure* found = find_diversity(measure);
    REQUIRE(found);
    return found->score(Diversity(ids), {});
}

constexpr Contingency kPedersen{1, 3, 3, 1};

}  // namespace

TEST_CASE("tests of association give the values printed by Dunning, Pedersen and Manning") {
    check(association("g2", {10, 0, 3, 31764}), 167.23, 2);
    check(association("chi2", {3, 0, 0, 31774}), 31777, 0);
    check(association("chi2_yates", kPedersen), 0.5, 3);
    check(association("fisher_p", kPedersen), 0.486, 3);
    check(association("fisher_less_p", kPedersen), 0.243, 3);
    check(association("fisher_more_p", kPedersen), 0.986, 3);
    check(association("t_variance", {8, 15820, 4667, 14287173}), 0.999932, 6);
    check(association("average_mi", {2, 0, 0, 7}), 0.764, 3);
    check(association("average_mi", {2, 0, 0, 997}), 0.021, 3);
}

TEST_CASE("effects give the values printed by Gries, Smadja, Church, Bouma and others") {
    check(association("delta_p_2_1", {5610, 168938, 2257, 10233063}), 0.032, 3);
    check(association("delta_p_1_2", {5610, 168938, 2257, 10233063}), 0.697, 3);
    check(association("dice", {130, 2991, 13, 1000000}), 0.08, 2);
    check(association("diff_coef", Contingency::of_corpora(18, 1000000, 35, 1000000)), -0.32, 2);
    check(association("simple_maths", Contingency::of_corpora(35, 112289811, 263, 1559717242)),
          1.1224, 4);
    check(association("odds_ratio", {16217, 735, 2780721, 2087211}), 16.6, 1);
    check(association("pct_diff", Contingency::of_corpora(206523, 959641, 178174, 1562358)), 88.7,
          1);
    check(association("mi", {8, 1097, 36, 14998859}), 11.3, 1);
    check(association("npmi", {10, 0, 0, 90}), 1, 6);
    check(association("npmi", {1, 9, 9, 81}), 0, 6);
    check(association("npmi", {0, 10, 10, 80}), -1, 6);
    check(association("min_sens", {17, 240, 1001, 1298742}), 0.016699, 6);
    check(association("phi2", {31950, 12004, 4793, 848330}), 0.62, 2);
}

TEST_CASE("dispersion gives the values printed by Carroll, Lijffijt and Gries") {
    check(dispersion("juilland_d", even_parts({0, 4, 3, 2, 1})), 0.6464, 4);
    check(dispersion("carroll_d2", even_parts({2, 1, 1, 1, 0})), 0.8277, 4);
    check(dispersion("dp_norm", even_parts({2, 1, 0})), 0.5, 1);
    check(dispersion("dp", even_parts({3, 3, 3})), 0, 6);
    check(dispersion("lyne_d3", even_parts({1, 2, 3, 4, 5})), 0.944, 3);
    check(dispersion("rosengren_s", even_parts({1, 2, 3, 4, 5})), 0.937, 3);
    check(dispersion("dc", even_parts({1, 2, 3, 4, 5})), 0.937, 3);
}

TEST_CASE("distances give the values printed by Gries for a text of fifty letters") {
    const std::string text = "bamnibeupkbasatbewqnbcagabestabaghabeaatbahaabeaxa";
    Spread spread{{0}, {text.size()}};
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text[at] == 'a') spread.positions.push_back(at);
    spread.counts = {spread.positions.size()};
    check(dispersion("arf", spread), 10.8, 1);
    check(dispersion("ald", spread), 0.628, 3);
    check(dispersion("awt", spread), 3.18, 2);
}

TEST_CASE("diversity gives the values printed by Fisher and by Popescu") {
    std::vector<std::pair<int, int>> flour_beetles = {{1, 239}, {15609 - 239, 1}};
    check(diversity("fisher_alpha", words(flour_beetles)), 40.247, 3);
    const auto list =
        words({{11, 1}, {9, 2}, {7, 1}, {6, 2}, {5, 2}, {4, 7}, {3, 6}, {2, 18}, {1, 85}});
    check(diversity("repeat_rate", list), 0.0153, 4);
    check(diversity("entropy", list), 6.5270, 4);
    check(diversity("spectrum_repeat_rate", list), 0.4974, 4);
    check(diversity("spectrum_entropy", list), 1.6234, 4);
}
