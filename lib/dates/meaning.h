// Meaning: what a temporal expression says, before it is placed on the
// calendar.
//
//   "Monday morning"   {weekday=1, part=MO}
//   "two weeks ago"    {op=SHIFT, sign=-1, count=200, unit=WEEK}       (counts
//   are in hundredths)
//
// A small record of numbered fields. The word and rule tables of data/dates
// name fields and values as they are named here (`field_by_name`,
// `value_by_name`). A meaning knows no calendar and no publication date;
// `Resolver` does.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace lede::dates {

enum class Field : std::uint8_t {
    kType,     // DATE TIME DURATION SET, where the other fields do not tell
    kYear,     // as written, era apart
    kMonth,    // 1 to 12
    kDay,      // of the month
    kWeekday,  // 1 Monday to 7 Sunday; 8: working days
    kWeek,     // ISO week of the year
    kQuarter,
    kHalf,
    kSeason,   // SP SU FA WI
    kWeekend,  // 1
    kDecade,   // year / 10; below 10: the century is open ("the '90s")
    kCentury,  // year / 100
    kEra,      // BC
    kPart,     // of the day: MO MI AF EV NI DT
    kHour,
    kMinute,
    kSecond,
    kPm,       // 0 a.m., 1 p.m.
    kZone,     // row of data/dates/zones.tsv, or kOffsetZone + minutes east
    kHoliday,  // row of data/dates/holidays.tsv
    kRel,      // periods from the anchor's: -1 last, 0 this, 1 next
    kUnit,     // a Grain
    kCount,    // how many units, in hundredths
    kVague,    // how many is not said: 1 "several weeks", 3 "a few weeks"
    kNth,      // which one in `base`: 1 first, -1 last
    kMod,      // TIMEX3 mod
    kQuant,    // TIMEX3 quant
    kFreq,     // times per period
    kRef,      // PRESENT_REF PAST_REF FUTURE_REF
    kOp,       // SHIFT NTH IN NEAR SAME
    kSign,     // direction of SHIFT and NEAR
    kBase,     // another meaning of the same parse, that `op` works on
    kRest,     // the smaller part of a duration: "two years and six months"
    kAnchor,   // LAST: counts from the last mention; TOLD: in a narrative
    kFirst,    // two expressions in one ("from May to July"): edges of the parse
    kSecondOf,
    kShortYear,  // 1: two digits were written ("1848-49")
    kAmbiguous,  // 1: only habit tells day from month ("03/04/19")
    kCheck,      // what the finder must see around the expression before it believes
                 // it
};
inline constexpr std::size_t kFieldCount = static_cast<std::size_t>(Field::kCheck) + 1;
static_assert(kFieldCount <= 64);

// From fine to coarse.
enum Grain : std::int32_t {
    kNoGrain,
    kSecondGrain,
    kMinuteGrain,
    kHourGrain,
    kPartGrain,
    kDayGrain,
    kWeekendGrain,
    kWeekGrain,
    kMonthGrain,
    kSeasonGrain,
    kQuarterGrain,
    kHalfGrain,
    kYearGrain,
    kDecadeGrain,
    kCenturyGrain,
    kMillenniumGrain,
};

// Values of the other fields that have names.
enum Value : std::int32_t {
    kDateType = 0,
    kTimeType,
    kDurationType,
    kSetType,
    kSpring = 20,
    kSummer,
    kFall,
    kWinter,
    kMorning = 30,
    kMidday,
    kAfternoon,
    kEvening,
    kNight,
    kDaytime,
    kStart = 40,
    kMid,
    kEnd,
    kApprox,
    kBefore,
    kAfter,
    kLessThan,
    kMoreThan,
    kEqualOrLess,
    kEqualOrMore,
    kOnOrBefore,
    kOnOrAfter,
    kRemainder,  // "the rest of the year": its end, from now on
    kPresentRef = 60,
    kPastRef,
    kFutureRef,
    kShift = 70,
    kNthOf,
    kIn,
    kNear,
    kSame,
    kEvery = 80,
    kEach,
    kSome,
    kLast = 90,
    kTold,
    kCapital = 100,
    kBareYear,
    kAssistant,
    kAfterPreposition,
    kClauseEnd,
    kRate,
    kLoneDay,
    kCapitalLast,
    kLeadingSign,
    kWhole,
    kNotBefore,
    kOnDay,
    kPeriodIn,
    kMarket,
    kAtClauseEnd,
    kAfterClockWord,
    kNotVerb,
    kOldYear,
    kProperName,   // no date at all: "the Daily News"
    kDoubtfulEnd,  // of a pair, set by the parser
    kBc = 110,
    kOffsetZone = 100000,
};

class Meaning {
  public:
    static constexpr std::int32_t kUnset = std::numeric_limits<std::int32_t>::min();

    constexpr Meaning() { values_.fill(kUnset); }

    constexpr std::int32_t get(Field field) const { return values_[index(field)]; }
    constexpr std::int32_t get_or(Field field, std::int32_t otherwise) const {
        return has(field) ? get(field) : otherwise;
    }
    constexpr bool has(Field field) const { return get(field) != kUnset; }
    constexpr bool is(Field field, std::int32_t value) const { return get(field) == value; }
    constexpr void set(Field field, std::int32_t value) {
        values_[index(field)] = value;
        const std::uint64_t bit = std::uint64_t{1} << index(field);
        has_ = value == kUnset ? has_ & ~bit : has_ | bit;
    }
    constexpr void clear(Field field) { set(field, kUnset); }

    // Takes over every field that `other` has.
    constexpr void merge(const Meaning& other) {
        for (std::uint64_t left = other.has_; left != 0; left &= left - 1) {
            const auto i = static_cast<std::size_t>(std::countr_zero(left));
            values_[i] = other.values_[i];
        }
        has_ |= other.has_;
    }

    friend constexpr bool operator==(const Meaning&, const Meaning&) = default;

  private:
    static constexpr std::size_t index(Field field) { return static_cast<std::size_t>(field); }
    std::uint64_t has_ = 0;  // one bit for each field that is set: most are not
    std::array<std::int32_t, kFieldCount> values_{};
};

// The names that the tables use: "weekday", "mod"; "START", "WEEK". Nothing for
// other names.
std::optional<Field> field_by_name(std::string_view name);
std::optional<std::int32_t> value_by_name(std::string_view name);

// TIMEX3 spelling of a mod, quant, ref, season or part of day: kStart ->
// "START".
std::string_view name_of_value(std::int32_t value);

}  // namespace lede::dates
