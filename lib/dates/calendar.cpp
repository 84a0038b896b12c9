#include "dates/calendar.h"

#include <algorithm>

namespace lede::dates {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

year_month_day civil(sys_days day) { return year_month_day(day); }

int months_in(Grain grain) {
    switch (grain) {
        case kSeasonGrain:
        case kQuarterGrain:
            return 3;
        case kHalfGrain:
            return 6;
        case kYearGrain:
            return 12;
        case kDecadeGrain:
            return 120;
        case kCenturyGrain:
            return 1200;
        case kMillenniumGrain:
            return 12000;
        default:
            return 1;
    }
}

int floor_to(int value, int step) {
    const int rest = ((value % step) + step) % step;
    return value - rest;
}

Interval months_from(int year, int month, int months) {
    const sys_days first = make_day(year, month, 1);
    return {first, shift(first, kMonthGrain, months) - days(1)};
}

}  // namespace

sys_days make_day(int year, int month, int day) {
    const std::chrono::year_month_day_last last{std::chrono::year(std::clamp(year, -32000, 32000)) /
                                                std::chrono::month(static_cast<unsigned>(month)) /
                                                std::chrono::last};
    const unsigned bounded =
        std::min(static_cast<unsigned>(day), static_cast<unsigned>(last.day()));
    return sys_days(last.year() / last.month() / std::chrono::day(bounded));
}

bool day_exists(std::optional<int> year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > 31) return false;
    return day_of_month(make_day(year.value_or(2000), month, day)) == day;
}

int year_of(sys_days day) { return static_cast<int>(civil(day).year()); }
int month_of(sys_days day) { return static_cast<int>(static_cast<unsigned>(civil(day).month())); }
int day_of_month(sys_days day) { return static_cast<int>(static_cast<unsigned>(civil(day).day())); }
int weekday_of(sys_days day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()); }

IsoWeek iso_week(sys_days day) {
    const sys_days thursday = day + days(4 - weekday_of(day));
    const int year = year_of(thursday);
    return {year, static_cast<int>((thursday - make_day(year, 1, 1)).count()) / 7 + 1};
}

sys_days monday_of_week(int year, int week) {
    const sys_days fourth = make_day(year, 1, 4);
    return fourth - days(weekday_of(fourth) - 1) + days(7 * (week - 1));
}

Interval period_of(sys_days day, Grain grain) {
    const int year = year_of(day);
    const sys_days monday = day - days(weekday_of(day) - 1);
    switch (grain) {
        case kWeekendGrain:
            return {monday + days(5), monday + days(6)};
        case kWeekGrain:
            return {monday, monday + days(6)};
        case kMonthGrain:
            return months_from(year, month_of(day), 1);
        case kSeasonGrain: {
            const int month = month_of(day) / 3 * 3;
            return month == 0 ? months_from(year - 1, 12, 3) : months_from(year, month, 3);
        }
        case kQuarterGrain:
        case kHalfGrain: {
            const int size = months_in(grain);
            return months_from(year, floor_to(month_of(day) - 1, size) + 1, size);
        }
        case kYearGrain:
        case kDecadeGrain:
        case kCenturyGrain:
        case kMillenniumGrain: {
            const int size = months_in(grain);
            return months_from(floor_to(year, size / 12), 1, size);
        }
        default:
            return {day, day};
    }
}

sys_days shift(sys_days day, Grain grain, int count) {
    if (grain < kWeekendGrain) return day + days(count);
    if (grain <= kWeekGrain) return day + days(7 * count);
    const std::int64_t months =
        12LL * year_of(day) + month_of(day) - 1 + std::int64_t{months_in(grain)} * count;
    const auto bounded = static_cast<int>(std::clamp<std::int64_t>(months, -380000, 380000));
    const int year = floor_to(bounded, 12) / 12;
    return make_day(year, bounded - 12 * year + 1, day_of_month(day));
}

sys_days easter(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
    return make_day(year, n / 31, n % 31 + 1);
}

sys_days orthodox_easter(int year) {
    const int d = (19 * (year % 19) + 15) % 30;
    const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    const int n = d + e + 114;
    const int offset = year / 100 - year / 400 - 2;  // Julian to Gregorian
    return make_day(year, n / 31, n % 31 + 1) + days(offset);
}

}  // namespace lede::dates
