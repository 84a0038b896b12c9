#include "dates/moment.h"

#include <fmt/format.h>

#include "text/digits.h"

namespace lede::dates {
namespace {

using std::chrono::days;

std::string year_text(int year) {
    if (year <= 0) return fmt::format("BC{:04}", 1 - year);
    if (year > 9999) return fmt::format("{:04}", year);
    std::string text;
    append_digits(text, static_cast<unsigned>(year), 4);
    return text;
}

std::string month_text(sys_days day) {
    std::string text = year_text(year_of(day));
    text += '-';
    append_digits(text, static_cast<unsigned>(month_of(day)), 2);
    return text;
}

std::string day_text(sys_days day) {
    std::string text = month_text(day);
    text += '-';
    append_digits(text, static_cast<unsigned>(day_of_month(day)), 2);
    return text;
}

std::string season_text(sys_days day) {
    switch (month_of(day)) {
        case 3:
            return "SP";
        case 6:
            return "SU";
        case 9:
            return "FA";
        default:
            return "WI";
    }
}

// Digits of a decade or century: the year's without its last one or two.
std::string years_text(int year, int digits_left_out) {
    std::string text = year_text(year);
    text.resize(text.size() - static_cast<std::size_t>(digits_left_out));
    return text;
}

std::string date_text(sys_days day, Grain grain) {
    const auto year = [&] { return year_text(year_of(day)); };
    const auto week = [&] {
        const IsoWeek iso = iso_week(day);
        return fmt::format("{}-W{:02}", year_text(iso.year), iso.week);
    };
    switch (grain) {
        case kWeekendGrain:
            return week() + "-WE";
        case kWeekGrain:
            return week();
        case kMonthGrain:
            return month_text(day);
        case kSeasonGrain:
            return year() + "-" + season_text(day);
        case kQuarterGrain:
            return fmt::format("{}-Q{}", year(), (month_of(day) - 1) / 3 + 1);
        case kHalfGrain:
            return fmt::format("{}-H{}", year(), (month_of(day) - 1) / 6 + 1);
        case kYearGrain:
            return year();
        case kDecadeGrain:
            return years_text(year_of(day), 1);
        case kCenturyGrain:
            return years_text(year_of(day), 2);
        case kMillenniumGrain:
            return years_text(year_of(day), 3);
        default:
            return day_text(day);
    }
}

std::string clock_text(const Moment& moment) {
    if (moment.hour == Meaning::kUnset) return fmt::format("T{}", name_of_value(moment.part));
    std::string text = fmt::format("T{:02}", moment.hour);
    text += fmt::format(":{:02}", moment.minute == Meaning::kUnset ? 0 : moment.minute);
    if (moment.second != Meaning::kUnset) text += fmt::format(":{:02}", moment.second);
    return text;
}

// First and last third of a period counted in `size` smaller units.
Interval third(const Interval& whole, std::int32_t mod, Grain unit, int size) {
    const int early = size / 3, late = size - size / 3;
    const auto at = [&](int units) { return shift(whole.first, unit, units); };
    if (mod == kStart) return {whole.first, at(early) - days(1)};
    if (mod == kEnd) return {at(late), whole.last};
    return {at(early), at(late) - days(1)};
}

// The thirds of a period whose second and last begin so many days after it.
Interval third_of_days(const Interval& whole, std::int32_t mod, int second, int last) {
    if (mod == kStart) return {whole.first, whole.first + days(second - 1)};
    if (mod == kEnd) return {whole.first + days(last), whole.last};
    return {whole.first + days(second), whole.first + days(last - 1)};
}

}  // namespace

Moment moment_of(sys_days day, Grain grain) {
    Moment moment;
    moment.grain = grain;
    moment.begin = period_of(day, grain).first;
    return moment;
}

Moment open_moment(Grain grain, std::string value) {
    Moment moment;
    moment.grain = grain;
    moment.open_value = std::move(value);
    return moment;
}

std::string value_of(const Moment& moment) {
    std::string value = moment.begin ? date_text(*moment.begin, moment.grain) : moment.open_value;
    if (moment.has_clock()) value += clock_text(moment);
    return value;
}

std::optional<Interval> interval_of(const Moment& moment, std::int32_t mod) {
    if (!moment.begin) return std::nullopt;
    const Interval whole = period_of(*moment.begin, moment.grain);
    if (mod != kStart && mod != kMid && mod != kEnd) return whole;
    switch (moment.grain) {
        case kWeekGrain:
            return third_of_days(whole, mod, 2, 4);  // the week ends on Friday
        case kMonthGrain:
            return third_of_days(whole, mod, 10, 20);
        case kSeasonGrain:
        case kQuarterGrain:
            return third(whole, mod, kMonthGrain, 3);
        case kHalfGrain:
            return third(whole, mod, kMonthGrain, 6);
        case kYearGrain:
            return third(whole, mod, kMonthGrain, 12);
        case kDecadeGrain:
            return third(whole, mod, kYearGrain, 10);
        case kCenturyGrain:
            return third(whole, mod, kYearGrain, 100);
        case kMillenniumGrain:
            return third(whole, mod, kYearGrain, 1000);
        default:
            return whole;
    }
}

std::string duration_value(std::int32_t hundredths, Grain unit) {
    const bool fraction = hundredths == 25 || hundredths == 50 || hundredths == 75;
    if (fraction && unit == kHourGrain) return fmt::format("PT{}M", hundredths * 60 / 100);
    if (fraction && unit == kYearGrain) return fmt::format("P{}M", hundredths * 12 / 100);
    std::string number = "X";
    if (hundredths != Meaning::kUnset) {
        number = std::to_string(hundredths / 100);
        if (hundredths % 100 != 0) number += fmt::format(".{:02}", hundredths % 100);
        if (hundredths % 100 != 0 && number.back() == '0') number.pop_back();
    }
    switch (unit) {
        case kSecondGrain:
            return "PT" + number + "S";
        case kMinuteGrain:
            return "PT" + number + "M";
        case kHourGrain:
            return "PT" + number + "H";
        case kPartGrain:
            return "P" + number + "NI";
        case kWeekendGrain:
            return "P" + number + "WE";
        case kWeekGrain:
            return "P" + number + "W";
        case kMonthGrain:
            return "P" + number + "M";
        case kSeasonGrain:
            return "P" + number + "SU";
        case kQuarterGrain:
            return "P" + number + "Q";
        case kHalfGrain:
            return "P" + number + "H";
        case kYearGrain:
            return "P" + number + "Y";
        case kDecadeGrain:
            return "P" + number + "DE";
        case kCenturyGrain:
            return "P" + number + "CE";
        case kMillenniumGrain:
            return "P" + number + "ML";
        default:
            return "P" + number + "D";
    }
}

}  // namespace lede::dates
