// Periods: years, months or days as they are written, in the order of time.
//
//   next_period("2019-12") -> "2020-01"
//   fill_periods({{"2018-11", 3}, {"2019-02", 1}}, 100)   ->   2018-11: 3, 2018-12: 0, … 2019-02: 1
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lede::stats {

struct PeriodCount {
    std::string period;
    double count = 0;
    friend bool operator==(const PeriodCount&, const PeriodCount&) = default;
};

// The one after "YYYY", "YYYY-MM" or "YYYY-MM-DD"; empty for anything else and for the last year
// of four digits.
std::string next_period(std::string_view period);

// The periods from the first to the last, those without a count too; of more than `most`, the run
// of `most` that holds most counts. What is no period of the first one's form is left out.
// Time and memory depend on `most` and the counts, not on how far apart they are.
// Requires: most > 0.
std::vector<PeriodCount> fill_periods(const std::map<std::string, double>& counts,
                                      std::size_t most);

}  // namespace lede::stats
