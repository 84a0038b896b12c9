#include "dates/resolver.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "dates/meaning_fields.h"

namespace lede::dates {
namespace {

using std::chrono::days;

constexpr int kMostUnits = 100000;  // counts beyond are cut: no calendar reaches there

// The astronomical year that the meaning names.
int named_year(const Meaning& meaning) {
    const int year = meaning.get(Field::kYear);
    return meaning.is(Field::kEra, kBc) ? 1 - year : year;
}

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

Dct parse_dct(std::string_view published) {
    Dct dct;
    std::array<int, 5> parts{};
    std::size_t count = 0;
    const char* at = published.data();
    const char* const end = at + published.size();
    while (count < parts.size() && at < end) {
        const auto [next, error] = std::from_chars(at, end, parts[count]);
        if (error != std::errc{}) break;
        ++count;
        at = next == end ? end : next + 1;
    }
    if (count < 3 || !day_exists(parts[0], parts[1], parts[2])) return dct;
    dct.day = make_day(parts[0], parts[1], parts[2]);
    if (count == 5) dct.minute = parts[3] * 60 + parts[4];
    return dct;
}

std::optional<sys_days> Resolver::anchor(const Meaning& meaning) const {
    if (!meaning.is(Field::kAnchor, kLast)) return dct_.day;
    const Moment* mention = last_fitting(meaning.has(Field::kUnit) ? unit_of(meaning) : kYearGrain);
    return mention != nullptr ? mention->begin : dct_.day;
}

// The last mention that is as fine as `unit`: "the previous month" is not counted from "2019". A
// story may count from a coarser one.
const Moment* Resolver::last_fitting(Grain unit) const {
    const auto finest = std::max(unit, kDayGrain);
    if (last_ && last_->begin && last_->grain <= finest) return &*last_;
    const std::optional<Moment>& fitting = finest >= kYearGrain    ? last_
                                           : finest >= kMonthGrain ? last_month_
                                                                   : last_day_;
    if (fitting && fitting->begin) return &*fitting;
    return narrative_ && last_ && last_->begin ? &*last_ : nullptr;
}

// What "two days later" counts from: a mention as fine as that, else any.
const Moment* Resolver::told_before(const Meaning& meaning) const {
    if (!meaning.is(Field::kAnchor, kLast)) return nullptr;
    const Moment* fitting = last_fitting(unit_of(meaning));
    if (fitting == nullptr && last_ && last_->begin) fitting = &*last_;
    return fitting;
}

Moment Resolver::plain(const Meaning& meaning) {
    if (meaning.has(Field::kYear)) return in_year(meaning, named_year(meaning));
    const bool bc = meaning.is(Field::kEra, kBc);
    if (meaning.has(Field::kDecade)) {
        int decade = meaning.get(Field::kDecade);
        if (decade < 10) decade += decade < 3 ? 200 : 190;
        return moment_of(make_day(decade * 10, 1, 1), kDecadeGrain);
    }
    if (meaning.has(Field::kCentury)) {
        const int century = meaning.get(Field::kCentury);
        if (bc) return open_moment(kCenturyGrain, fmt::format("BC{:02}", century));
        return moment_of(make_day(century * 100, 1, 1), kCenturyGrain);
    }
    if (meaning.has(Field::kRel)) return relative(meaning);
    if (names_date(meaning)) return directed(meaning);
    // A time of day alone: of the day spoken of last, if that was a day.
    if (!exact_ && last_ && last_->begin && last_->grain <= kDayGrain)
        return moment_of(*last_->begin, kDayGrain);
    if (!dct_.day) return open_moment(kDayGrain, "XXXX-XX-XX");
    return moment_of(*dct_.day, kDayGrain);
}

// "two days ago", "three weeks after the election day": so many units from a
// base.
Moment Resolver::shifted(const Meaning& meaning) {
    const Grain unit = unit_of(meaning);
    const bool based = meaning.has(Field::kBase);
    const Moment base = based ? moment(base_of(meaning)) : Moment{};
    const Moment* mention = based ? &base : told_before(meaning);
    const auto from = mention != nullptr ? mention->begin : dct_.day;
    if (!from || is_vague(meaning)) return open(meaning);
    const int sign = meaning.get_or(Field::kSign, 1);
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
    const bool quarterly = !based && sign < 0 && unit == kYearGrain && last_ && last_->begin &&
                           (last_->grain == kQuarterGrain || last_->grain == kHalfGrain) &&
                           meaning.get_or(Field::kCount, 100) % 100 == 0;
    if (quarterly) return moment_of(shift_by(*last_->begin, meaning), last_->grain);
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

Moment Resolver::day_part(const Meaning& meaning) {
    if (!meaning.has(Field::kOp)) return plain(meaning);
    if (meaning.is(Field::kOp, kShift)) return shifted(meaning);
    if (meaning.is(Field::kOp, kNear)) return near(meaning);
    if (meaning.has(Field::kBase)) {
        switch (meaning.get(Field::kOp)) {
            case kNthOf:
                return nth(meaning);
            case kIn:
                return inside(meaning);
            case kSame:
                return same_in(meaning);
            default:
                break;
        }
    }
    return plain(meaning);
}

Moment Resolver::moment(const Meaning& meaning) {
    Moment moment = day_part(meaning);
    set_clock(meaning, moment);
    make_coming(meaning, moment);
    return moment;
}

// The value of a set: "every Monday" XXXX-WXX-1, "every two years" P2Y, "each
// morning".
std::string Resolver::set_value(const Meaning& meaning) const {
    std::string value;
    if (meaning.has(Field::kUnit)) {
        return duration_value(meaning.get_or(Field::kCount, 100), unit_of(meaning));
    }
    Moment moment = open(meaning);
    set_clock(meaning, moment);
    return value_of(moment);
}

void Resolver::fill_duration(const Meaning& meaning, Timex& timex) {
    const Grain unit = unit_of(meaning);
    const bool vague = is_vague(meaning);
    const std::int32_t count = vague ? Meaning::kUnset : count_of(meaning);
    timex.value = duration_value(count, unit);
    bool clock = timex.value.starts_with("PT");
    for (const Meaning* part = &meaning; part->has(Field::kRest);) {
        part = &rest_of(*part);
        const std::string tail = duration_value(part->get_or(Field::kCount, 100), unit_of(*part));
        timex.value += tail.substr(clock ? 2 : 1);
        clock = clock || tail.starts_with("PT");
    }
    if (meaning.has(Field::kBase)) return fill_part_of_base(meaning, timex);
    if (!meaning.has(Field::kRel) || vague || unit < kDayGrain) return;
    const auto from = anchor(meaning);
    if (!from) return;
    const int whole = std::clamp(count / 100, 0, kMostUnits);
    // Quarters are those of the calendar: "the past two quarters" ended with the last one.
    if (unit == kQuarterGrain) {
        const Interval now = period_of(*from, unit);
        const bool past = meaning.get(Field::kRel) < 0;
        timex.from = past ? shift(now.first, unit, -whole) : now.last + days(1);
        timex.to = past ? now.first - days(1) : shift(now.last + days(1), unit, whole) - days(1);
        return;
    }
    // Assistants count whole days around today; in prose the last days end with
    // it.
    if (meaning.get(Field::kRel) < 0) {
        timex.from = shift(*from, unit, -whole) + days(exact_ ? 0 : 1);
        timex.to = *from - days(exact_ ? 1 : 0);
    } else {
        timex.from = *from + days(1);
        timex.to = shift(*from, unit, whole);
    }
}

// "the first six months of 2018"
void Resolver::fill_part_of_base(const Meaning& meaning, Timex& timex) {
    const Moment base = moment(base_of(meaning));
    const Grain unit = unit_of(meaning);
    if (!base.begin || unit < kDayGrain) return;
    const Interval whole = period_of(*base.begin, base.grain);
    const int count = std::clamp(meaning.get_or(Field::kCount, 100) / 100, 0, kMostUnits);
    const bool from_end = meaning.get(Field::kNth) < 0;
    if (unit == kWeekGrain) {
        Meaning week = meaning;
        const auto nth_week = [&](int n) {
            week.set(Field::kNth, n);
            return period_of(*nth(week).begin, kWeekGrain);
        };
        timex.from = nth_week(from_end ? -count : 1).first;
        timex.to = nth_week(from_end ? -1 : count).last;
        return;
    }
    const sys_days after = whole.last + days(1);
    timex.from = from_end ? shift(after, unit, -count) : whole.first;
    timex.to = from_end ? whole.last : shift(whole.first, unit, count) - days(1);
}

void Resolver::fill_moment(const Meaning& meaning, const Moment& moment, Timex& timex) const {
    timex.type = moment.has_clock() ? TimexType::kTime : TimexType::kDate;
    timex.value = value_of(moment);
    timex.invalid = moment.invalid;
    const std::int32_t mod = meaning.get(Field::kMod);
    const auto interval = interval_of(moment, mod);
    if (!interval) return;
    if (mod != kAfter) timex.from = interval->first;
    if (mod != kBefore) timex.to = interval->last;
    if (meaning.has(Field::kHoliday) && moment.grain == kDayGrain) {
        const std::int32_t holiday = meaning.get(Field::kHoliday);
        if (holidays_.begins_on_eve(holiday)) timex.from = interval->first - days(1);
        timex.to = interval->last + days(holidays_.days_of(holiday) - 1);
    }
}

void Resolver::remember(const Moment& moment) {
    if (!moment.begin || moment.grain > kYearGrain) return;
    last_ = moment;
    if (moment.grain <= kMonthGrain) last_month_ = moment;
    if (moment.grain <= kDayGrain) last_day_ = moment;
}

Timex Resolver::resolve_before(const std::vector<Meaning>& nodes, std::size_t root, sys_days day) {
    const Dct dct = dct_;
    dct_.day = day;
    Timex timex = resolve(nodes, root, Direction::kPast);
    dct_ = dct;
    return timex;
}

Timex Resolver::resolve(const std::vector<Meaning>& nodes, std::size_t root, Direction direction) {
    nodes_ = &nodes;
    direction_ = direction;
    const Meaning& meaning = nodes[root];
    Timex timex;
    if (meaning.has(Field::kMod)) timex.mod = name_of_value(meaning.get(Field::kMod));
    if (meaning.has(Field::kQuant)) timex.quant = name_of_value(meaning.get(Field::kQuant));
    if (meaning.has(Field::kFreq)) timex.freq = fmt::format("{}X", meaning.get(Field::kFreq));
    timex.ambiguous = meaning.is(Field::kAmbiguous, 1);
    if (meaning.has(Field::kRef)) {
        timex.value = name_of_value(meaning.get(Field::kRef));
        if (meaning.is(Field::kRef, kPresentRef) && dct_.day) timex.from = timex.to = *dct_.day;
    } else if (meaning.is(Field::kType, kDurationType)) {
        timex.type = TimexType::kDuration;
        fill_duration(meaning, timex);
    } else if (meaning.is(Field::kType, kSetType)) {
        timex.type = TimexType::kSet;
        timex.value = set_value(meaning);
    } else {
        const Moment found = moment(meaning);
        fill_moment(meaning, found, timex);
        remember(found);
    }
    nodes_ = nullptr;
    return timex;
}

}  // namespace lede::dates
