// The part of the resolver that counts from another moment: "two days after Christmas", "the last
// Friday of May", "the closest Monday to March 5".
#include <algorithm>

#include "dates/meaning_fields.h"
#include "dates/resolver.h"

namespace lede::dates {
namespace {

using std::chrono::days;

// The day that lies `count` units of the meaning from `day`, by its sign; "2.5
// years" to the month.
sys_days shift_by(sys_days day, const Meaning& meaning) {
    const Grain unit = unit_of(meaning);
    const int sign = meaning.get_or(Field::kSign, 1);
    const int hundredths = count_of(meaning);
    day = shift(day, unit, sign * std::clamp(hundredths / 100, 0, kMostUnits));
    const int part = hundredths % 100;
    if (part == 0) return day;
    if (unit == kYearGrain) return shift(day, kMonthGrain, sign * part * 12 / 100);
    if (unit == kMonthGrain) return day + days(sign * part * 30 / 100);
    if (unit == kWeekGrain) return day + days(sign * part * 7 / 100);
    return day;
}

}  // namespace

// "20 % more in March than a year earlier": the same month of that year, in an article of now.
bool Resolver::is_monthly(const Meaning& meaning) const {
    return meaning.is(Field::kAnchor, kLast) && !is_told() && !exact_ &&
           last_->grain == kMonthGrain;
}

// "two days ago", "three weeks after the election day": so many units from a
// base.
Moment Resolver::shifted(const Meaning& meaning) {
    const Grain unit = unit_of(meaning);
    const bool based = meaning.has(Field::kBase);
    const Moment base = based ? moment(base_of(meaning)) : Moment{};
    const Moment* mention = based ? &base : told_before(meaning);
    const auto from = mention != nullptr ? mention->begin : dct_.day;
    const int sign = meaning.get_or(Field::kSign, 1);
    // "several years ago"
    if (is_vague(meaning) && !based && !exact_)
        return open_moment(unit, std::string(name_of_value(sign < 0 ? kPastRef : kFutureRef)));
    if (!from || is_vague(meaning)) return open(meaning);
    std::int32_t now = dct_.minute;
    if (based) now = 0;
    if (mention != nullptr && mention->hour != Meaning::kUnset)
        now = mention->hour * 60 + std::max(mention->minute, 0);
    if (unit < kDayGrain && !meaning.has(Field::kRest)) return clock_after(*from, now, meaning);
    // A week is counted from its Thursday, as ISO places it in a year.
    sys_days day = *from + days(based && base.grain == kWeekGrain ? 3 : 0);
    Grain finest = unit;
    for (const Meaning* step = &meaning; step != nullptr;
         step = step->has(Field::kRest) ? &rest_of(*step) : nullptr) {
        Meaning signed_step = *step;
        signed_step.set(Field::kSign, sign);
        finest = unit_of(signed_step);
        if (finest >= kDayGrain) {
            day = shift_by(day, signed_step);
            continue;
        }
        const Moment clock = clock_after(day, now, signed_step);
        if (clock.hour == Meaning::kUnset) return clock;
        day = *clock.begin;
        now = clock.hour * 60 + clock.minute;
        if (!step->has(Field::kRest)) return clock;
    }
    if (based) return moment_of(day, std::max(kDayGrain, std::min(base.grain, finest)));
    // In a report on quarters, "a year earlier" is the same quarter of that year.
    const bool yearly = !based && sign < 0 && unit == kYearGrain && last_ && last_->begin &&
                        meaning.get_or(Field::kCount, 100) % 100 == 0;
    if (yearly &&
        (last_->grain == kQuarterGrain || last_->grain == kHalfGrain || is_monthly(meaning)))
        return moment_of(shift_by(*last_->begin, meaning), last_->grain);
    return moment_of(day, exact_ ? kDayGrain : finest);
}

// "the last Friday of this month", "the third quarter of 2009".
Moment Resolver::nth(const Meaning& meaning) {
    const Moment base = moment(base_of(meaning));
    if (!base.begin) return open(meaning);
    // "the first Monday in two months" is one of that month.
    const bool counted = base_of(meaning).is(Field::kOp, kShift) && base.grain == kDayGrain;
    const Interval whole = period_of(*base.begin, counted ? unit_of(base_of(meaning)) : base.grain);
    const int n = std::clamp(meaning.get(Field::kNth), -400, 400);
    const int index = n > 0 ? n - 1 : n;
    if (meaning.has(Field::kWeekday)) {
        const int weekday = meaning.get(Field::kWeekday);
        sys_days first = whole.first + days((weekday - weekday_of(whole.first) + 7) % 7);
        sys_days last = whole.last - days((weekday_of(whole.last) - weekday + 7) % 7);
        return moment_of(index >= 0 ? first + days(7 * index) : last + days(7 * (index + 1)),
                         kDayGrain);
    }
    const Grain unit = unit_of(meaning);
    if (unit == kWeekGrain || unit == kWeekendGrain) {
        // The weeks of a month are those whose Thursday it has, as ISO counts the
        // weeks of a year.
        const int mark = unit == kWeekGrain ? 4 : 6;
        const sys_days first = whole.first + days((mark - weekday_of(whole.first) + 7) % 7);
        const sys_days last = whole.last - days((weekday_of(whole.last) - mark + 7) % 7);
        return moment_of(index >= 0 ? first + days(7 * index) : last + days(7 * (index + 1)), unit);
    }
    return moment_of(index >= 0 ? shift(whole.first, unit, index)
                                : shift(period_of(whole.last, unit).first, unit, index + 1),
                     unit);
}

// "March of last year", "Monday of that week", "the morning of May 3".
Moment Resolver::inside(const Meaning& meaning) {
    const Moment base = moment(base_of(meaning));
    if (!base.begin) return names_date(meaning) ? open(meaning) : base;
    const Interval whole = period_of(*base.begin, base.grain);
    if (base.grain > kYearGrain) return base;
    if (is_within_year(meaning)) return in_year(meaning, year_of(*base.begin));
    if (meaning.has(Field::kWeekday)) {
        const int weekday = meaning.get(Field::kWeekday);
        return moment_of(whole.first + days((weekday - weekday_of(whole.first) + 7) % 7),
                         kDayGrain);
    }
    if (meaning.has(Field::kDay)) {
        Meaning dated = meaning;
        dated.set(Field::kMonth, month_of(*base.begin));
        return in_year(dated, year_of(*base.begin));
    }
    if (meaning.has(Field::kWeekend)) {
        // The weekend of a Monday or Tuesday is the one before it.
        const bool before = base.grain == kDayGrain && weekday_of(*base.begin) <= 2;
        return moment_of(*base.begin - days(before ? 7 : 0), kWeekendGrain);
    }
    if (meaning.has(Field::kUnit)) return moment_of(*base.begin, unit_of(meaning));
    return base;
}

// "the Friday after Thanksgiving", "the weekend before the vote".
Moment Resolver::near(const Meaning& meaning) {
    Moment base;
    if (meaning.has(Field::kBase)) {
        base = moment(base_of(meaning));
    } else if (const auto from = anchor(meaning)) {
        base = moment_of(*from, kDayGrain);
    }
    if (!base.begin) return open(meaning);
    const Interval whole = period_of(*base.begin, base.grain);
    if (meaning.is(Field::kSign, 0)) return closest(meaning, *base.begin);
    const bool after = meaning.get_or(Field::kSign, 1) > 0;
    const int n = std::clamp(meaning.get_or(Field::kNth, 1), 1, 1000);
    const bool weekend = meaning.has(Field::kWeekend) || meaning.is(Field::kUnit, kWeekendGrain);
    if (meaning.has(Field::kWeekday) || weekend) {
        const int weekday = weekend ? (after ? 6 : 7) : meaning.get(Field::kWeekday);
        const sys_days day =
            after ? whole.last + days((weekday - weekday_of(whole.last) + 6) % 7 + 1)
                  : whole.first - days((weekday_of(whole.first) - weekday + 6) % 7 + 1);
        return moment_of(day + days((after ? 7 : -7) * (n - 1)),
                         weekend ? kWeekendGrain : kDayGrain);
    }
    std::optional<sys_days> last_found;
    if (is_within_year(meaning)) {
        const int year = year_of(*base.begin), step = after ? 1 : -1;
        int left = n;
        for (int y = year - step; std::abs(y - year) <= n + 4; y += step) {
            const Moment here = in_year(meaning, y);
            if (!here.begin || here.begin == last_found) continue;
            if (after ? *here.begin <= whole.last : *here.begin >= whole.first) continue;
            if (--left == 0) return here;
            last_found = here.begin;
        }
    }
    const Grain unit = meaning.has(Field::kUnit) ? unit_of(meaning) : kDayGrain;
    return moment_of(shift(after ? whole.last : whole.first, unit, after ? n : -n), unit);
}

// "the same month last year", "the same period of 2008": `base`, in the year of `rest`.
Moment Resolver::same_in(const Meaning& meaning) {
    const Moment here = moment(base_of(meaning)), there = moment(rest_of(meaning));
    if (!here.begin || !there.begin) return there;
    const int years = year_of(*there.begin) - year_of(*here.begin);
    return moment_of(shift(*here.begin, kYearGrain, years), here.grain);
}

// "the closest Monday to March 5", "the second closest Easter to today".
Moment Resolver::closest(const Meaning& meaning, sys_days base) const {
    const int n = std::clamp(meaning.get_or(Field::kNth, 1), 1, 50);
    std::vector<sys_days> days_found;
    for (int step = -n - 4; step <= n + 4; ++step) {
        if (meaning.has(Field::kWeekday)) {
            days_found.push_back(weekday_in_week(base, meaning.get(Field::kWeekday)) +
                                 days(7 * step));
        } else if (const Moment here = in_year(meaning, year_of(base) + step); here.begin) {
            days_found.push_back(*here.begin);
        }
    }
    days_found.erase(std::unique(days_found.begin(), days_found.end()), days_found.end());
    std::ranges::stable_sort(days_found, {},
                             [&](sys_days day) { return std::chrono::abs(day - base); });
    if (days_found.size() < static_cast<std::size_t>(n)) return open(meaning);
    return moment_of(days_found[static_cast<std::size_t>(n - 1)], kDayGrain);
}

}  // namespace lede::dates
