#include "dates/resolver.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "dates/meaning_fields.h"

namespace lede::dates {
namespace {

using std::chrono::days;

// The astronomical year that the meaning names.
int named_year(const Meaning& meaning) {
    const int year = meaning.get(Field::kYear);
    return meaning.is(Field::kEra, kBc) ? 1 - year : year;
}

// "the year-ago quarter", "the same month last year": what the text goes on to speak of is still
// the period that is compared with it.
bool is_comparison(const Meaning& meaning, const Moment& found) {
    if (meaning.is(Field::kOp, kSame)) return true;
    return meaning.is(Field::kOp, kShift) && meaning.is(Field::kSign, -1) &&
           unit_of(meaning) == kYearGrain && found.grain >= kMonthGrain && found.grain < kYearGrain;
}

// TimeML has no word for what is left of a period.
std::string_view name_of_mod(std::int32_t mod) {
    return name_of_value(mod == kRemainder ? std::int32_t{kEnd} : mod);
}

// "today", and no part or time of it
bool is_today(const Meaning& meaning) {
    Meaning today;
    today.set(Field::kRel, 0);
    today.set(Field::kUnit, kDayGrain);
    return meaning == today;
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
    const bool told = meaning.is(Field::kAnchor, kTold) && is_told();
    if (!told && !meaning.is(Field::kAnchor, kLast)) return dct_.day;
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
    // "On 5 October … In August of the next year … Three weeks later": the month has passed the
    // day.
    const bool passed = last_ && last_->begin && last_->grain <= kSeasonGrain && fitting &&
                        fitting->begin && *last_->begin > *fitting->begin;
    if (passed && is_told()) return &*last_;
    if (fitting && fitting->begin) return &*fitting;
    return is_told() && last_ && last_->begin ? &*last_ : nullptr;
}

// What "two days later" counts from: a mention as fine as that, else any.
const Moment* Resolver::told_before(const Meaning& meaning) const {
    if (!meaning.is(Field::kAnchor, kLast)) return nullptr;
    const Moment* fitting = last_fitting(unit_of(meaning));
    if (fitting == nullptr && last_ && last_->begin) fitting = &*last_;
    return fitting;
}

bool Resolver::asks_direction(const Meaning& meaning) {
    if (meaning.has(Field::kRef) || meaning.is(Field::kType, kSetType)) return false;
    if (meaning.has(Field::kBase)) return true;
    if (meaning.is(Field::kType, kDurationType) || meaning.is(Field::kOp, kShift)) return false;
    if (meaning.has(Field::kYear) || meaning.has(Field::kDecade) || meaning.has(Field::kCentury))
        return false;
    // "this weekend" may be the one just gone.
    return !meaning.has(Field::kRel) || unit_of(meaning) == kWeekendGrain;
}

// "the twenties": those of our time, but in a story of older times those that it reached or comes
// to.
int Resolver::decade_told(int decade) const {
    constexpr int kOurTime = 1890, kNewTwenties = 1995;
    const bool told = is_told() && last_ && last_->begin;
    const int year = told ? year_of(*last_->begin) : kNewTwenties;
    if (year >= kOurTime) return decade + (decade < 3 && year >= kNewTwenties ? 200 : 190);
    const int in_century = year / 100 * 10 + decade;
    return in_century + (in_century < year / 10 - 2 ? 10 : 0);
}

Moment Resolver::plain(const Meaning& meaning) {
    if (meaning.has(Field::kYear)) return in_year(meaning, named_year(meaning));
    const bool bc = meaning.is(Field::kEra, kBc);
    if (meaning.has(Field::kDecade)) {
        int decade = meaning.get(Field::kDecade);
        if (decade < 10) decade = decade_told(decade);
        return moment_of(make_day(decade * 10, 1, 1), kDecadeGrain);
    }
    if (meaning.has(Field::kCentury)) {
        const int century = meaning.get(Field::kCentury);
        if (bc) return open_moment(kCenturyGrain, fmt::format("BC{:02}", century));
        if (century == 0) return open_moment(kCenturyGrain, "00");
        return moment_of(make_day(century * 100, 1, 1), kCenturyGrain);
    }
    if (meaning.has(Field::kRel)) return relative(meaning);
    if (names_date(meaning)) return directed(meaning);
    // A time of day alone: of the day spoken of last, if that was a day and is not over.
    const bool over = !is_told() && direction_ == Direction::kFuture && dct_.day && last_ &&
                      last_->begin && *last_->begin < *dct_.day;
    if (!exact_ && !over && last_ && last_->begin && last_->grain <= kDayGrain)
        return moment_of(*last_->begin, kDayGrain);
    if (!dct_.day) return open_moment(kDayGrain, "XXXX-XX-XX");
    return moment_of(*dct_.day, kDayGrain);
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
    if (mod == kRemainder && dct_.day && *dct_.day > interval->first && *dct_.day <= interval->last)
        timex.from = *dct_.day;
    if (meaning.has(Field::kHoliday) && moment.grain == kDayGrain) {
        const std::int32_t holiday = meaning.get(Field::kHoliday);
        if (holidays_.begins_on_eve(holiday)) timex.from = interval->first - days(1);
        timex.to = interval->last + days(holidays_.days_of(holiday) - 1);
    }
}

void Resolver::remember(const Moment& moment) {
    if (!moment.begin || moment.grain > kYearGrain) return;
    const int year = year_of(*moment.begin);
    const bool elsewhere = !dct_.day || std::abs(year - year_of(*dct_.day)) > 1;
    tells_of_past_ = elsewhere && (moment.grain <= kSeasonGrain || tells_of_past_);
    last_ = moment;
    if (moment.grain <= kMonthGrain) last_month_ = moment;
    if (moment.grain <= kDayGrain) last_day_ = moment;
}

Timex Resolver::resolve_before(const std::vector<Meaning>& nodes, std::size_t root, sys_days day) {
    const Dct dct = dct_;
    dct_.day = day;
    before_end_ = true;
    Timex timex = resolve(nodes, root, Direction::kPast);
    before_end_ = false;
    dct_ = dct;
    return timex;
}

Timex Resolver::resolve(const std::vector<Meaning>& nodes, std::size_t root, Direction direction) {
    nodes_ = &nodes;
    direction_ = direction;
    const Meaning& meaning = nodes[root];
    Timex timex;
    if (meaning.has(Field::kMod)) timex.mod = name_of_mod(meaning.get(Field::kMod));
    if (meaning.has(Field::kQuant)) timex.quant = name_of_value(meaning.get(Field::kQuant));
    if (meaning.has(Field::kFreq)) timex.freq = fmt::format("{}X", meaning.get(Field::kFreq));
    timex.ambiguous = meaning.is(Field::kAmbiguous, 1);
    if (narrative_ && is_today(meaning)) {
        // A history's "today" is the time of its readers.
        timex.value = name_of_value(kPresentRef);
        timex.from = timex.to = dct_.day;
    } else if (is_minute_asked(meaning)) {
        fill_moment(meaning, this_clock_unit(*dct_.day, kMinuteGrain, 0), timex);
    } else if (meaning.has(Field::kRef)) {
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
        if (!is_comparison(meaning, found)) remember(found);
    }
    nodes_ = nullptr;
    return timex;
}

}  // namespace lede::dates
