// Moment: one place on the calendar at one grain, perhaps with a time of day;
// and its TIMEX3 value.
//
//   {kWeekGrain, 2019-02-18}            "2019-W08"      2019-02-18 to
//   2019-02-24 {kMonthGrain, 2018-03-01}, mod END  "2018-03"       2018-03-21
//   to 2018-03-31
//
// Where the year is not known, `begin` is absent and `open_value` holds what
// is: "XXXX-05-12".
#pragma once

#include <optional>
#include <string>

#include "dates/calendar.h"
#include "dates/meaning.h"

namespace lede::dates {

struct Moment {
    Grain grain = kNoGrain;
    std::optional<sys_days> begin;  // first day of the period
    std::string open_value;         // of a moment without `begin`
    std::int32_t part = Meaning::kUnset;
    std::int32_t hour = Meaning::kUnset;
    std::int32_t minute = Meaning::kUnset;
    std::int32_t second = Meaning::kUnset;
    bool invalid = false;  // no such day

    bool has_clock() const { return part != Meaning::kUnset || hour != Meaning::kUnset; }
};

Moment moment_of(sys_days day, Grain grain);
Moment open_moment(Grain grain, std::string value);

// "2019-02-20", "199", "2018-Q1", "BC0044", "2019-02-20T15:30".
std::string value_of(const Moment& moment);

// The days of the moment; with a mod START, MID or END its first, middle or
// last third (by months for a year, by years for a decade or century). Nothing
// for an open moment.
std::optional<Interval> interval_of(const Moment& moment, std::int32_t mod);

// "P2Y", "PT36H", "P2.5Y", "PXD". `hundredths` is Meaning::kUnset where the
// number is not said.
std::string duration_value(std::int32_t hundredths, Grain unit);

}  // namespace lede::dates
