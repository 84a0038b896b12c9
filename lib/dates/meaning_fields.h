// What a meaning names, asked of its fields: shared by the parts of the resolver.
#pragma once

#include "dates/calendar.h"
#include "dates/meaning.h"

namespace lede::dates {

inline constexpr int kMostUnits = 100000;  // counts beyond are cut: no calendar reaches there

// The unit that the meaning counts in; days where it names none.
inline Grain unit_of(const Meaning& meaning) {
    return static_cast<Grain>(meaning.get_or(Field::kUnit, kDayGrain));
}

// How many units, in hundredths; "a few" are three where a number is needed.
inline std::int32_t count_of(const Meaning& meaning) {
    return meaning.get_or(Field::kCount, 100 * meaning.get_or(Field::kVague, 1));
}

// First month of the meteorological season.
inline int season_month(std::int32_t season) {
    return season == kSpring ? 3 : season == kSummer ? 6 : season == kFall ? 9 : 12;
}

// Whether the meaning names a part of a year.
inline bool is_within_year(const Meaning& meaning) {
    for (const Field field : {Field::kMonth, Field::kSeason, Field::kQuarter, Field::kHalf,
                              Field::kHoliday, Field::kWeek})
        if (meaning.has(field)) return true;
    return false;
}

// Whether the meaning says anything of a day or period, and not only of a time of day.
inline bool names_date(const Meaning& meaning) {
    for (const Field field : {Field::kYear, Field::kDecade, Field::kCentury, Field::kRel,
                              Field::kDay, Field::kWeekday, Field::kWeekend, Field::kUnit})
        if (meaning.has(field)) return true;
    return is_within_year(meaning);
}

// The day of the ISO week of `day` that is that weekday, 1 to 7.
inline sys_days weekday_in_week(sys_days day, int weekday) {
    return day + std::chrono::days(weekday - weekday_of(day));
}

}  // namespace lede::dates
