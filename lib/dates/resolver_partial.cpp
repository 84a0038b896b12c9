// The part of the resolver that places what is said in part: "June", "last Friday", "March 5".
#include <fmt/format.h>

#include <algorithm>

#include "dates/meaning_fields.h"
#include "dates/resolver.h"

namespace lede::dates {
namespace {

using std::chrono::days;

constexpr std::chrono::days kFarDays{300};
constexpr std::chrono::days kNearDays{45};
constexpr std::chrono::days kNineMonths{270};
constexpr std::chrono::days kThreeMonths{92};
constexpr std::chrono::days kHalfYear{183};
constexpr std::chrono::days kStepBack{240};

// Leaves only the days of that weekday, if there are any within so many days on the side that is
// asked for, or half a year on the other: "Sunday, Feb. 10" tells which of the two Februaries is
// meant.
void keep_weekday(int weekday, sys_days anchor, bool future, std::chrono::days reach,
                  std::vector<sys_days>& rising) {
    const auto agrees = [&](sys_days day) {
        const auto ahead = future ? day - anchor : anchor - day;
        return weekday_of(day) == weekday && ahead <= reach && ahead >= -kHalfYear;
    };
    if (std::ranges::any_of(rising, agrees))
        std::erase_if(rising, [&](sys_days day) { return !agrees(day); });
}

}  // namespace

// The one of the rising days that the direction asks for.
sys_days Resolver::choose(const std::vector<sys_days>& rising, sys_days anchor, Grain grain) const {
    const auto after = std::ranges::upper_bound(rising, anchor);
    const auto at_or_after = std::ranges::lower_bound(rising, anchor);
    const sys_days gone = after == rising.begin() ? rising.front() : *(after - 1);
    const sys_days coming = at_or_after == rising.end() ? rising.back() : *at_or_after;
    const sys_days next = after == rising.end() ? rising.back() : *after;
    // A day almost a year gone or ahead is not meant where the other one is near.
    switch (direction_) {
        case Direction::kFuture:
            if (!exact_ && grain <= kMonthGrain && coming - anchor > kFarDays &&
                anchor - gone < kNearDays && gone < anchor)
                return gone;
            return coming;
        case Direction::kPast:
        case Direction::kUsual: {
            const bool usual = direction_ == Direction::kUsual && grain <= kSeasonGrain;
            const bool near = next > anchor && next - anchor < (usual ? kThreeMonths : kNearDays);
            const bool far = anchor - gone > (usual ? kNineMonths : kFarDays);
            return far && near && !before_end_ ? next : gone;
        }
        case Direction::kUnknown:
            break;
    }
    return std::chrono::abs(coming - anchor) < std::chrono::abs(gone - anchor) ? coming : gone;
}

// Those that follow the moon are dear: each is computed once for a document.
sys_days Resolver::holiday_in(std::int32_t row, int year) const {
    const auto [found, added] = holiday_days_.try_emplace({row, year});
    if (added) found->second = holidays_.day_of(row, year);
    return found->second;
}

Moment Resolver::in_year(const Meaning& meaning, int year) const {
    if (meaning.has(Field::kHoliday))
        return moment_of(holiday_in(meaning.get(Field::kHoliday), year), kDayGrain);
    if (meaning.has(Field::kMonth)) {
        const int month = meaning.get(Field::kMonth);
        if (!meaning.has(Field::kDay)) return moment_of(make_day(year, month, 1), kMonthGrain);
        const int day = meaning.get(Field::kDay);
        if (day_exists(year, month, day)) return moment_of(make_day(year, month, day), kDayGrain);
        Moment missing = open_moment(kDayGrain, fmt::format("{:04}-{:02}-{:02}", year, month, day));
        missing.invalid = true;
        return missing;
    }
    if (meaning.has(Field::kSeason))
        return moment_of(make_day(year, season_month(meaning.get(Field::kSeason)), 1),
                         kSeasonGrain);
    if (meaning.has(Field::kQuarter))
        return moment_of(make_day(year, 3 * meaning.get(Field::kQuarter) - 2, 1), kQuarterGrain);
    if (meaning.has(Field::kHalf))
        return moment_of(make_day(year, 6 * meaning.get(Field::kHalf) - 5, 1), kHalfGrain);
    if (meaning.has(Field::kWeek))
        return moment_of(monday_of_week(year, meaning.get(Field::kWeek)), kWeekGrain);
    return moment_of(make_day(year, 1, 1), kYearGrain);
}

// What is said of a moment whose year nobody said.
Moment Resolver::open(const Meaning& meaning) const {
    if (meaning.has(Field::kMonth) && meaning.has(Field::kDay))
        return open_moment(kDayGrain, fmt::format("XXXX-{:02}-{:02}", meaning.get(Field::kMonth),
                                                  meaning.get(Field::kDay)));
    if (meaning.has(Field::kMonth))
        return open_moment(kMonthGrain, fmt::format("XXXX-{:02}", meaning.get(Field::kMonth)));
    if (meaning.has(Field::kWeekday))
        return open_moment(kDayGrain, fmt::format("XXXX-WXX-{}", meaning.get(Field::kWeekday)));
    if (meaning.has(Field::kDay))
        return open_moment(kDayGrain, fmt::format("XXXX-XX-{:02}", meaning.get(Field::kDay)));
    if (meaning.has(Field::kSeason))
        return open_moment(kSeasonGrain,
                           fmt::format("XXXX-{}", name_of_value(meaning.get(Field::kSeason))));
    if (meaning.has(Field::kQuarter))
        return open_moment(kQuarterGrain, fmt::format("XXXX-Q{}", meaning.get(Field::kQuarter)));
    if (meaning.has(Field::kHalf))
        return open_moment(kHalfGrain, fmt::format("XXXX-H{}", meaning.get(Field::kHalf)));
    if (meaning.has(Field::kWeekend)) return open_moment(kWeekendGrain, "XXXX-WXX-WE");
    const Grain grain = meaning.has(Field::kUnit) ? unit_of(meaning) : kDayGrain;
    switch (grain) {
        case kWeekendGrain:
            return open_moment(grain, "XXXX-WXX-WE");
        case kWeekGrain:
            return open_moment(grain, "XXXX-WXX");
        case kMonthGrain:
            return open_moment(grain, "XXXX-XX");
        case kQuarterGrain:
            return open_moment(grain, "XXXX-QX");
        case kHalfGrain:
            return open_moment(grain, "XXXX-HX");
        case kSeasonGrain:
        case kYearGrain:
            return open_moment(grain, "XXXX");
        case kDecadeGrain:
            return open_moment(grain, "XXX");
        case kCenturyGrain:
            return open_moment(grain, "XX");
        default:
            return open_moment(kDayGrain, "XXXX-XX-XX");
    }
}

// "last week", "this Friday", "next June": periods counted from the anchor's
// own.
Moment Resolver::relative(const Meaning& meaning) const {
    const auto from = anchor(meaning);
    if (!from) return open(meaning);
    const int rel = std::clamp(meaning.get(Field::kRel), -kMostUnits, kMostUnits);
    if (meaning.has(Field::kWeekday)) {
        const sys_days here = weekday_in_week(*from, meaning.get(Field::kWeekday));
        if (rel < 0) return moment_of(here < *from ? here : here - days(7), kDayGrain);
        if (rel > 0) return moment_of(here + days(7 * rel), kDayGrain);
        // To an assistant, "this Monday" is still to come.
        return moment_of(exact_ && here < *from ? here + days(7) : here, kDayGrain);
    }
    if (is_within_year(meaning)) {
        int year = year_of(*from);
        Moment moment = in_year(meaning, year);
        if (!moment.begin) return moment;
        const Interval now = period_of(*from, moment.grain);
        // "this winter", said in February
        const Moment before = in_year(meaning, year - 1);
        if (meaning.has(Field::kSeason) && before.begin == now.first)
            moment = in_year(meaning, --year);
        if (rel < 0 && *moment.begin >= now.first) return in_year(meaning, year + rel);
        if (rel > 0 && *moment.begin <= now.first) return in_year(meaning, year + rel);
        const bool gone = meaning.has(Field::kHoliday) && *moment.begin < now.first;
        if (exact_ && rel == 0 && gone) return in_year(meaning, year + 1);
        return moment;
    }
    if (!meaning.has(Field::kUnit) && rel == 0 && meaning.is(Field::kAnchor, kLast) && last_)
        return moment_of(*from, last_->grain);  // "the same period"
    const Grain unit = unit_of(meaning);
    if (unit < kPartGrain) return this_clock_unit(*from, unit, rel);
    if (unit == kPartGrain) {
        Moment night = moment_of(*from + days(rel), kDayGrain);
        night.part = kNight;
        return night;
    }
    // "this weekend", said early in the week of what has been, is the one just
    // gone.
    const bool just_gone = unit == kWeekendGrain && rel == 0 && weekday_of(*from) <= 3 &&
                           (direction_ == Direction::kPast || direction_ == Direction::kUsual);
    return moment_of(shift(period_of(*from, unit).first, unit, just_gone ? -1 : rel), unit);
}

// A story goes forward: after "in December", January is that of the next year. Only far back is
// it not meant to be.
Moment Resolver::told_next(const Meaning& meaning, sys_days told) const {
    const Moment same_year = in_year(meaning, year_of(told));
    if (!same_year.begin || last_->grain > kSeasonGrain) return same_year;
    if (told - *same_year.begin < kStepBack) return same_year;
    return in_year(meaning, year_of(told) + 1);
}

// "on the 21st": of the month that was told of last, or of the next one.
Moment Resolver::told_day(int day) const {
    const sys_days told = *last_->begin;
    const bool gone = last_->grain <= kDayGrain && day < day_of_month(told);
    const sys_days month = shift(period_of(told, kMonthGrain).first, kMonthGrain, gone ? 1 : 0);
    if (!day_exists(year_of(month), month_of(month), day))
        return open_moment(kDayGrain, fmt::format("XXXX-XX-{:02}", day));
    return moment_of(month + days(day - 1), kDayGrain);
}

// "Monday", "June", "March 5": the past or the coming one.
Moment Resolver::directed(const Meaning& meaning) const {
    const bool ahead = !narrative_ && direction_ == Direction::kFuture;
    const bool alone = !narrative_ && meaning.has(Field::kWeekday);
    const bool narrated = is_told() && !ahead && !alone && last_ && last_->begin;
    const auto from = narrated ? last_->begin : anchor(meaning);
    if (!from) return open(meaning);
    std::vector<sys_days> candidates;
    Grain grain = kDayGrain;
    if (is_within_year(meaning)) {
        const int year = year_of(*from);
        if (meaning.has(Field::kHoliday)) {
            if (const auto said = holidays_.year_said(meaning.get(Field::kHoliday)))
                return in_year(meaning, *said);
        }
        if (narrated) return told_next(meaning, *from);
        for (int y = year - 4; y <= year + 4; ++y) {
            const Moment moment = in_year(meaning, y);
            if (!moment.begin) continue;
            grain = moment.grain;
            candidates.push_back(*moment.begin);
        }
        if (candidates.empty()) return in_year(meaning, year);
        // What an assistant is to note may be years ahead, news is not.
        if (meaning.has(Field::kWeekday) && grain == kDayGrain)
            keep_weekday(meaning.get(Field::kWeekday), *from, direction_ == Direction::kFuture,
                         days(exact_ ? 2 * 366 : 366), candidates);
        return moment_of(choose(candidates, period_of(*from, grain).first, grain), grain);
    }
    if (meaning.has(Field::kWeekday) && !meaning.has(Field::kDay)) {
        const sys_days here = weekday_in_week(*from, meaning.get(Field::kWeekday));
        if (narrated && last_day_)
            return moment_of(here < *from ? here + days(7) : here, kDayGrain);
        candidates = {here - days(7), here, here + days(7)};
        // To an assistant, today's weekday means the one in a week.
        if (exact_ && here == *from) candidates.erase(candidates.begin() + 1);
    } else if (meaning.has(Field::kDay) && narrated) {
        return told_day(meaning.get(Field::kDay));
    } else if (meaning.has(Field::kDay)) {
        for (int months = -14; months <= 14; ++months) {
            const sys_days month = shift(period_of(*from, kMonthGrain).first, kMonthGrain, months);
            const sys_days day = month + days(meaning.get(Field::kDay) - 1);
            if (meaning.has(Field::kWeekday) && weekday_of(day) != meaning.get(Field::kWeekday))
                continue;
            if (day_exists(year_of(month), month_of(month), meaning.get(Field::kDay)))
                candidates.push_back(month + days(meaning.get(Field::kDay) - 1));
        }
    } else if (meaning.has(Field::kWeekend)) {
        grain = kWeekendGrain;
        const sys_days here = period_of(*from, kWeekendGrain).first;
        candidates = {here - days(7), here, here + days(7)};
    }
    if (candidates.empty()) return moment_of(*from, kDayGrain);
    return moment_of(choose(candidates, *from, grain), grain);
}

}  // namespace lede::dates
