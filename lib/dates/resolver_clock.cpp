// The part of the resolver that knows the time of day: "3 p.m.", "in 48 hours", "the last hour".
#include <algorithm>

#include "dates/meaning_fields.h"
#include "dates/resolver.h"

namespace lede::dates {

using std::chrono::days;

void Resolver::set_clock(const Meaning& meaning, Moment& moment) const {
    if (meaning.has(Field::kHour)) {
        moment.hour = meaning.get(Field::kHour);
        moment.minute = meaning.get(Field::kMinute);
        moment.second = meaning.get(Field::kSecond);
        const std::int32_t part = meaning.get(Field::kPart);
        const bool late = meaning.is(Field::kPm, 1) || part == kAfternoon || part == kEvening ||
                          (part == kNight && moment.hour >= 5);
        if (late && moment.hour < 12) moment.hour += 12;
        if (meaning.is(Field::kPm, 0) && moment.hour == 12) moment.hour = 0;
        moment.part = Meaning::kUnset;
    } else if (meaning.has(Field::kPart)) {
        moment.part = meaning.get(Field::kPart);
    }
    if (moment.has_clock() && moment.begin) moment.grain = std::min(moment.grain, kDayGrain);
}

// To an assistant, a time of day alone is the next one: where "3:30" has passed this morning, it is
// the one this afternoon, else tomorrow's. Midnight begins the next day.
void Resolver::make_coming(const Meaning& meaning, Moment& moment) const {
    const bool alone =
        meaning.has(Field::kHour) && !meaning.has(Field::kOp) && !names_date(meaning);
    if (!exact_ || !alone || !moment.begin || dct_.minute == Meaning::kUnset) return;
    if (moment.hour == 24) {
        moment.begin = *moment.begin + days(1);
        moment.hour = 0;
        return;
    }
    const int at = moment.hour * 60 + std::max(moment.minute, 0);
    if (at >= dct_.minute) return;
    const bool either = moment.hour < 12 && !meaning.has(Field::kPm) && !meaning.has(Field::kPart);
    if (either && at + 12 * 60 >= dct_.minute) {
        moment.hour += 12;
    } else {
        moment.begin = *moment.begin + days(1);
    }
}

// The moment so many hours, minutes or seconds from a day and the minute of it, if that is known:
// without it only whole days count.
Moment Resolver::clock_after(sys_days day, std::int32_t minute, const Meaning& meaning) {
    const Grain unit = unit_of(meaning);
    if (unit == kPartGrain) return moment_of(day, kDayGrain);
    const std::int64_t size = unit == kHourGrain ? 60 * 60 : unit == kMinuteGrain ? 60 : 1;
    std::int64_t seconds =
        meaning.get_or(Field::kSign, 1) * size * std::min(count_of(meaning), 10000000) / 100;
    if (minute == Meaning::kUnset) return moment_of(day + days(seconds / 86400), kDayGrain);
    seconds += 60LL * minute;
    const std::int64_t passed = (seconds >= 0 ? seconds : seconds - 86399) / 86400;
    Moment moment = moment_of(day + days(passed), kDayGrain);
    moment.hour = static_cast<std::int32_t>((seconds - passed * 86400) / 3600);
    moment.minute = static_cast<std::int32_t>((seconds - passed * 86400) / 60 % 60);
    return moment;
}

// "the next hour" begins now, "the last minute" ended now.
Moment Resolver::this_clock_unit(sys_days day, Grain unit, int rel) const {
    Meaning one;
    one.set(Field::kUnit, unit);
    one.set(Field::kCount, rel < 0 ? 100 : 0);
    one.set(Field::kSign, -1);
    return clock_after(day, dct_.minute, one);
}

}  // namespace lede::dates
