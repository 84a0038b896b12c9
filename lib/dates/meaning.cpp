#include "dates/meaning.h"

#include <utility>

namespace lede::dates {
namespace {

constexpr std::array<std::string_view, kFieldCount> kFieldNames = {
    "type",   "year",    "month",  "day",       "weekday",   "week",      "quarter", "half",
    "season", "weekend", "decade", "century",   "era",       "part",      "hour",    "minute",
    "second", "pm",      "zone",   "holiday",   "rel",       "unit",      "count",   "vague",
    "nth",    "mod",     "quant",  "freq",      "ref",       "op",        "sign",    "base",
    "rest",   "anchor",  "first",  "second_of", "shortyear", "ambiguous", "check"};

using NamedValue = std::pair<std::string_view, std::int32_t>;

constexpr NamedValue kGrains[] = {
    {"SECOND", kSecondGrain},   {"MINUTE", kMinuteGrain},   {"HOUR", kHourGrain},
    {"PART", kPartGrain},       {"DAY", kDayGrain},         {"WEEKEND", kWeekendGrain},
    {"WEEK", kWeekGrain},       {"MONTH", kMonthGrain},     {"SEASON", kSeasonGrain},
    {"QUARTER", kQuarterGrain}, {"HALF", kHalfGrain},       {"YEAR", kYearGrain},
    {"DECADE", kDecadeGrain},   {"CENTURY", kCenturyGrain}, {"MILLENNIUM", kMillenniumGrain}};

constexpr NamedValue kTypes[] = {
    {"DATE", kDateType}, {"TIME", kTimeType}, {"DURATION", kDurationType}, {"SET", kSetType}};

constexpr NamedValue kValues[] = {{"SP", kSpring},
                                  {"SU", kSummer},
                                  {"FA", kFall},
                                  {"WI", kWinter},
                                  {"MO", kMorning},
                                  {"MI", kMidday},
                                  {"AF", kAfternoon},
                                  {"EV", kEvening},
                                  {"NI", kNight},
                                  {"DT", kDaytime},
                                  {"START", kStart},
                                  {"MID", kMid},
                                  {"END", kEnd},
                                  {"APPROX", kApprox},
                                  {"BEFORE", kBefore},
                                  {"AFTER", kAfter},
                                  {"LESS_THAN", kLessThan},
                                  {"MORE_THAN", kMoreThan},
                                  {"EQUAL_OR_LESS", kEqualOrLess},
                                  {"EQUAL_OR_MORE", kEqualOrMore},
                                  {"ON_OR_BEFORE", kOnOrBefore},
                                  {"ON_OR_AFTER", kOnOrAfter},
                                  {"REMAINDER", kRemainder},
                                  {"PRESENT_REF", kPresentRef},
                                  {"PAST_REF", kPastRef},
                                  {"FUTURE_REF", kFutureRef},
                                  {"SHIFT", kShift},
                                  {"NTH", kNthOf},
                                  {"IN", kIn},
                                  {"NEAR", kNear},
                                  {"EVERY", kEvery},
                                  {"EACH", kEach},
                                  {"SOME", kSome},
                                  {"LAST", kLast},
                                  {"TOLD", kTold},
                                  {"CAPITAL", kCapital},
                                  {"BAREYEAR", kBareYear},
                                  {"ASSISTANT", kAssistant},
                                  {"AFTERPREPOSITION", kAfterPreposition},
                                  {"CLAUSEEND", kClauseEnd},
                                  {"RATE", kRate},
                                  {"LONEDAY", kLoneDay},
                                  {"CAPITALLAST", kCapitalLast},
                                  {"SIGN", kLeadingSign},
                                  {"WHOLE", kWhole},
                                  {"NOTBEFORE", kNotBefore},
                                  {"ONDAY", kOnDay},
                                  {"PERIODIN", kPeriodIn},
                                  {"MARKET", kMarket},
                                  {"AFTERCLOCKWORD", kAfterClockWord},
                                  {"NOTVERB", kNotVerb},
                                  {"OLDYEAR", kOldYear},
                                  {"PROPERNAME", kProperName},
                                  {"ATCLAUSEEND", kAtClauseEnd},
                                  {"SAME", kSame},
                                  {"BC", kBc}};

}  // namespace

std::optional<Field> field_by_name(std::string_view name) {
    for (std::size_t i = 0; i < kFieldCount; ++i)
        if (kFieldNames[i] == name) return static_cast<Field>(i);
    return std::nullopt;
}

std::optional<std::int32_t> value_by_name(std::string_view name) {
    for (const auto& [known, value] : kGrains)
        if (known == name) return value;
    for (const auto& [known, value] : kTypes)
        if (known == name) return value;
    for (const auto& [known, value] : kValues)
        if (known == name) return value;
    return std::nullopt;
}

std::string_view name_of_value(std::int32_t value) {
    for (const auto& [known, number] : kValues)
        if (number == value) return known;
    return {};
}

}  // namespace lede::dates
