#include "evaluation/date_scores.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>

#include <fmt/format.h>

#include "text/unicode.h"

namespace lede::evaluation {
namespace {

// The number that `text` holds at `at`, or -1.
int number_at(const std::string& text, std::size_t at, std::size_t digits) {
    if (at + digits > text.size()) return -1;
    for (std::size_t i = at; i < at + digits; ++i)
        if (!unicode::is_ascii_digit(text[i])) return -1;
    return std::atoi(text.substr(at, digits).c_str());
}

// The first or last day that the beginning of an ISO date covers; empty if it
// names no year.
std::string widen(const std::string& iso, bool last) {
    using namespace std::chrono;
    const int given_year = number_at(iso, 0, 4);
    if (given_year < 0) return {};
    const bool has_month = iso.size() > 4 && iso[4] == '-' && number_at(iso, 5, 2) >= 0;
    const int given_month = has_month ? number_at(iso, 5, 2) : (last ? 12 : 1);
    if (given_month < 1 || given_month > 12) return {};
    int given_day = -1;
    if (has_month && iso.size() > 7 && iso[7] == '-') given_day = number_at(iso, 8, 2);
    if (given_day < 0) {
        const year_month_day_last end{year{given_year == 0 ? 4 : given_year},
                                      month_day_last{month{static_cast<unsigned>(given_month)}}};
        given_day = last ? static_cast<int>(static_cast<unsigned>(end.day())) : 1;
    }
    return fmt::format("{:04}-{:02}-{:02}", given_year, given_month, given_day);
}

}  // namespace

Scores score_intervals(const std::vector<Record>& gold, const std::vector<Record>& system) {
    const RecordIndex records(system);
    Tally found, start, both;
    for (const Record& document : gold) {
        const Record& record = records.at(document.id);
        for (const Item& want : document.dates) {
            const std::string first = widen(want.from, false), last = widen(want.to, true);
            if (!want.span || first.empty() || last.empty()) continue;
            bool overlaps = false, begins = false, ends = false;
            for (const Item& got : record.dates) {
                if (!got.span || !got.span->overlaps(*want.span)) continue;
                overlaps = true;
                begins = begins || got.from.substr(0, 10) == first;
                ends = ends || got.to.substr(0, 10) == last;
            }
            found += {1, 1, overlaps};
            start += {1, 1, begins};
            both += {1, 1, begins && ends};
        }
    }
    return {{"found", found}, {"start", start}, {"both", both}};
}

}  // namespace lede::evaluation
