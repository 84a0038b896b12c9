#include "dates/moon_calendars.h"

#include <algorithm>

#include "dates/sky.h"

namespace lede::dates {
namespace {

using std::chrono::days;

constexpr double kBeijing = 8.0, kIndia = 5.5, kMeccaSunset = 15.0;  // hours of universal time
constexpr double kTithi = 0.98435;                                   // days, on average
constexpr double kMonthOfSun = 30.44, kMonthOfMoon = 29.530588853;

// Formulas of the sky hold for these years; others get those of the nearest.
int within_sky(int year) { return std::clamp(year, 1000, 3000); }

// The Beijing day on which the month of the winter solstice begins.
sys_days chinese_solstice_month(int year) {
    const sky::Instant near = sky::instant_of(make_day(year, 12, 21), 0);
    const sys_days solstice = sky::day_at(sky::sun_reaches(270.0, near), kBeijing);
    const sky::Instant end_of_day = sky::instant_of(solstice, 24.0 - kBeijing) - 1e-6;
    return sky::day_at(sky::new_moon_before(end_of_day), kBeijing);
}

// The first day of the month so many moons later.
sys_days chinese_month(sys_days first, int moons) {
    const sky::Instant near = sky::instant_of(first, 12.0 - kBeijing) + kMonthOfMoon * moons;
    return sky::day_at(sky::moon_reaches(0, near), kBeijing);
}

// Whether the sun enters a twelfth of the zodiac in that month.
bool enters_sign(sys_days first, int moons) {
    const auto sign_at = [](sys_days day) {
        return static_cast<int>(sky::sun_longitude(sky::instant_of(day, -kBeijing)) / 30.0);
    };
    return sign_at(chinese_month(first, moons)) != sign_at(chinese_month(first, moons + 1));
}

// Days from the calendar's epoch to 1 Tishri of a Hebrew year, after its four postponements.
int hebrew_elapsed(int year) {
    const auto is_leap = [](int y) { return (7 * y + 1) % 19 < 7; };
    const int months = (235 * year - 234) / 19;
    const int parts_before = 204 + 793 * (months % 1080);
    const int hours = 5 + 12 * months + 793 * (months / 1080) + parts_before / 1080;
    const int parts = 1080 * (hours % 24) + parts_before % 1080;
    int day = 1 + 29 * months + hours / 24;
    if (parts >= 19440 || (day % 7 == 2 && parts >= 9924 && !is_leap(year)) ||
        (day % 7 == 1 && parts >= 16789 && is_leap(year - 1)))
        ++day;
    return day % 7 == 0 || day % 7 == 3 || day % 7 == 5 ? day + 1 : day;
}

}  // namespace

// The month of the winter solstice is the eleventh. Where thirteen moons lie between two solstices,
// the first month without a twelfth of the zodiac repeats the number before it.
sys_days chinese_day(int year, int month, int day) {
    year = within_sky(year);
    const int solstice_year = month < 11 ? year - 1 : year;
    const sys_days first = chinese_solstice_month(solstice_year);
    int moons = month < 11 ? month + 1 : month - 11;
    if (chinese_solstice_month(solstice_year + 1) - first > days(370)) {
        int leap = 1;
        while (leap < 12 && enters_sign(first, leap)) ++leap;
        if (moons >= leap) ++moons;
    }
    return chinese_month(first, moons) + days(day - 1);
}

sys_days hindu_day(int year, int month, int tithi, int hour) {
    year = within_sky(year);
    const sky::Instant guess = sky::instant_of(make_day(year, 4, 14), 0) +
                               kMonthOfSun * (month > 9 ? month - 13 : month - 1);
    const sky::Instant entry = sky::sun_reaches(30.0 * (month - 1), guess, true);
    const sky::Instant moon = sky::new_moon_before(entry);
    const sky::Instant begin = sky::moon_reaches(12.0 * (tithi - 1), moon + kTithi * (tithi - 1));
    const sky::Instant end = sky::moon_reaches(12.0 * tithi, moon + kTithi * tithi);
    const sys_days first = sky::day_at(begin, kIndia);
    for (sys_days day = first; day <= first + days(2); day += days(1)) {
        const sky::Instant at = sky::instant_of(day, hour - kIndia);
        if (at >= begin && at < end) return day;
    }
    return first;
}

sys_days indian_solar_day(int year, int sign) {
    year = within_sky(year);
    const sky::Instant guess =
        sky::instant_of(make_day(year, 4, 14), 0) + kMonthOfSun * (sign > 8 ? sign - 12 : sign);
    // What falls behind sunset is kept on the next day.
    constexpr double kFromSunset = 6;
    return sky::day_at(sky::sun_reaches(30.0 * sign, guess, true), kIndia + kFromSunset);
}

sys_days islamic_day(int year, int month, int day) {
    year = within_sky(year);
    // Twelve moons are eleven days short of a year: look at each moon of the year and at its number
    // since 1 Muharram 1 (16 July 622 of the Julian calendar, its new moon on 14 July).
    constexpr double kFirstMoon = -492149.7;
    const double start = sky::instant_of(make_day(year, 1, 1), 0) - 60;
    int number = static_cast<int>((start - kFirstMoon) / kMonthOfMoon);
    for (int i = 0; i < 16; ++i, ++number) {
        if (number % 12 != month - 1) continue;
        const sky::Instant moon = sky::moon_reaches(0, kFirstMoon + number * kMonthOfMoon);
        const sys_days eve = sky::day_at(moon, 0);
        const bool before_sunset = moon < sky::instant_of(eve, kMeccaSunset);
        const sys_days found = eve + days(before_sunset ? 1 : 2) + days(day - 1);
        if (year_of(found) == year) return found;
    }
    return make_day(year, 1, 1);  // not reached: such a year is shorter than ours
}

sys_days hebrew_new_year(int year) {
    year = within_sky(year);
    constexpr int kEpoch = -2092591;  // days from 1970-01-01 to the day before 1 Tishri 1
    return sys_days(days(kEpoch + hebrew_elapsed(year + 3761)));
}

sys_days hebrew_day(int year, int offset, HebrewShift shift) {
    year = within_sky(year);
    const sys_days new_year = hebrew_new_year(year);
    int moved = 0;
    if (shift == HebrewShift::kLongHeshvan) {
        const auto length = (hebrew_new_year(year + 1) - new_year).count();
        moved = length == 355 || length == 385 ? 1 : 0;
    } else if (shift == HebrewShift::kLeapMonth) {
        moved = (new_year - hebrew_new_year(year - 1)).count() > 380 ? -30 : 0;
    }
    const sys_days day = new_year + days(offset + moved);
    const int weekday = weekday_of(day);
    switch (shift) {
        case HebrewShift::kIndependence:
            return day + days(weekday == 5 ? -1 : weekday == 6 ? -2 : weekday == 1 ? 1 : 0);
        case HebrewShift::kHolocaust:
            return day + days(weekday == 5 ? -1 : weekday == 7 ? 1 : 0);
        case HebrewShift::kFast:
            return day + days(weekday == 6 ? 1 : 0);
        default:
            return day;
    }
}

sys_days solar_day(int year, int longitude) {
    year = within_sky(year);
    const sky::Instant guess = sky::instant_of(make_day(year, 3, 20), 0) + longitude * 1.01456;
    return sky::day_at(sky::sun_reaches(longitude, guess), 0);
}

}  // namespace lede::dates
