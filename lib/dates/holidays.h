// Holidays: named days and the rules that compute them.
//
//   data/dates/holidays.tsv:  thanksgiving  nth  11 4 4      the fourth
//   Thursday of November holidays.day_of(row, 2018) -> 2018-11-22
//
// Rules: "fixed MONTH DAY", "nth MONTH WEEKDAY N" (negative N counts from the
// month's end), "after MONTH DAY WEEKDAY N" (the N-th such weekday strictly
// after that day; negative: before), "easter OFFSET", "orthodox OFFSET",
// "observed MONTH DAY SATURDAY SUNDAY [FRIDAY]" (moved by so many days where it
// falls on one of these), "once YEAR MONTH DAY", "quadrennial MONTH WEEKDAY N"
// (as nth, in the years that four divides); and, by the calendars of
// moon_calendars.h, "chinese MONTH DAY", "hindu MONTH TITHI HOUR OFFSET",
// "indian SIGN OFFSET", "islamic MONTH DAY", "islamic-last MONTH WEEKDAY",
// "hebrew OFFSET SHIFT" and "sun LONGITUDE"; "parsi YEAR MONTH DAY" (every 365 days from there).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "dates/calendar.h"
#include "lexicon/lexicon.h"

namespace lede::dates {

class Holidays {
  public:
    // Throws std::runtime_error where a rule cannot be read.
    explicit Holidays(const Lexicon& lexicon);

    // The day of the holiday in that year. `row` is a row of the table.
    sys_days day_of(std::int32_t row, int year) const;

    // The year that the name itself says ("9/11"), if it does.
    std::optional<int> year_said(std::int32_t row) const;

    // How many days it lasts.
    int days_of(std::int32_t row) const;

    // Whether it begins at sunset of the day before, as those of the Hebrew calendar do.
    bool begins_on_eve(std::int32_t row) const;

  private:
    enum class Kind : std::uint8_t {
        kFixed,
        kNth,
        kAfter,
        kEaster,
        kOrthodox,
        kOnce,
        kObserved,
        kChinese,
        kHindu,
        kIndian,
        kIslamic,
        kIslamicLast,
        kQuadrennial,
        kHebrew,
        kSun,
        kParsi
    };
    struct Rule {
        Kind kind;
        std::vector<int> numbers;
        int days = 1;
    };
    std::vector<Rule> rules_;
};

}  // namespace lede::dates
