// Calendar arithmetic of the proleptic Gregorian calendar, beyond what <chrono>
// has.
//
//   iso_week(2019-02-20) -> {2019, 8}       easter(2019) -> 2019-04-21
//
// Years are astronomical (0 is 1 BC). Nothing here knows the clock or the time
// zone.
#pragma once

#include <chrono>
#include <optional>

#include "dates/meaning.h"

namespace lede::dates {

using std::chrono::sys_days;

struct Interval {
    sys_days first;
    sys_days last;  // inclusive
    friend bool operator==(const Interval&, const Interval&) = default;
};

struct IsoWeek {
    int year;
    int week;  // 1 to 53
    friend bool operator==(const IsoWeek&, const IsoWeek&) = default;
};

// Requires: a month of 1 to 12. A day beyond the month's end gives its last
// day.
sys_days make_day(int year, int month, int day);

// Whether the month has that day; February 29 exists where the year is not
// known.
bool day_exists(std::optional<int> year, int month, int day);

int year_of(sys_days day);
int month_of(sys_days day);
int day_of_month(sys_days day);
int weekday_of(sys_days day);  // 1 Monday to 7 Sunday

// ISO 8601 week date: weeks begin on Monday, week 1 holds January 4.
IsoWeek iso_week(sys_days day);
sys_days monday_of_week(int year, int week);

// The period of the given size that holds the day: for kMonthGrain its month,
// for kWeekendGrain Saturday and Sunday of its ISO week, for kSeasonGrain its
// meteorological season. Units below the day give the day.
Interval period_of(sys_days day, Grain grain);

// The day `count` units later (earlier where negative); a day that the month
// lacks becomes the month's last.
sys_days shift(sys_days day, Grain grain, int count);

// First full moon Sunday after the spring equinox, western rule (Meeus, Jones,
// Butcher), and the Orthodox one as a Gregorian day (Meeus).
sys_days easter(int year);
sys_days orthodox_easter(int year);

}  // namespace lede::dates
