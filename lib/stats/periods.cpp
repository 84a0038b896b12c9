#include "stats/periods.h"

#include <fmt/format.h>

#include <chrono>
#include <optional>

#include "text/unicode.h"

namespace lede::stats {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::size_t kYear = 4, kMonth = 7, kDay = 10;  // characters

// The digits at [begin, end), or nothing.
std::optional<unsigned> digits_at(std::string_view text, std::size_t begin, std::size_t end) {
    unsigned number = 0;
    for (std::size_t at = begin; at < end; ++at) {
        if (!unicode::is_ascii_digit(text[at])) return std::nullopt;
        number = number * 10 + static_cast<unsigned>(text[at] - '0');
    }
    return number;
}

// Its first day.
std::optional<year_month_day> first_day(std::string_view period) {
    if (period.size() != kYear && period.size() != kMonth && period.size() != kDay)
        return std::nullopt;
    if (period.size() >= kMonth && period[kYear] != '-') return std::nullopt;
    if (period.size() == kDay && period[kMonth] != '-') return std::nullopt;
    const auto y = digits_at(period, 0, kYear);
    const auto m = period.size() >= kMonth ? digits_at(period, kYear + 1, kMonth) : 1;
    const auto d = period.size() == kDay ? digits_at(period, kMonth + 1, kDay) : 1;
    if (!y || !m || !d) return std::nullopt;
    const year_month_day date{year(static_cast<int>(*y)), month(*m), day(*d)};
    return date.ok() ? std::optional(date) : std::nullopt;
}

// Periods between the first day of time and this one.
long number_of(const year_month_day& date, std::size_t size) {
    const long y = static_cast<int>(date.year());
    if (size == kYear) return y;
    if (size == kMonth) return y * 12 + static_cast<long>(static_cast<unsigned>(date.month())) - 1;
    return sys_days(date).time_since_epoch().count();
}

// The run of `most` numbers with the largest sum, as its first.
long densest_run(const std::map<long, double>& counts, long most) {
    long best = counts.begin()->first;
    double sum = 0, best_sum = -1;
    auto first = counts.begin();
    for (const auto& [number, count] : counts) {
        sum += count;
        for (; number - first->first >= most; ++first) sum -= first->second;
        if (sum > best_sum) {
            best_sum = sum;
            best = first->first;
        }
    }
    return best;
}

}  // namespace

std::string next_period(std::string_view period) {
    const auto date = first_day(period);
    if (!date || date->year() >= year(9999)) return {};
    if (period.size() == kYear) return fmt::format("{:04}", static_cast<int>(date->year()) + 1);
    year_month_day next = *date;
    if (period.size() == kMonth)
        next += months(1);
    else
        next = sys_days(*date) + days(1);
    std::string text = fmt::format("{:04}-{:02}", static_cast<int>(next.year()),
                                   static_cast<unsigned>(next.month()));
    if (period.size() == kDay) text += fmt::format("-{:02}", static_cast<unsigned>(next.day()));
    return text;
}

std::vector<PeriodCount> fill_periods(const std::map<std::string, double>& counts,
                                      std::size_t most) {
    std::map<long, double> numbers;
    std::map<long, std::string_view> names;
    std::size_t size = 0;
    for (const auto& [period, count] : counts) {
        const auto date = first_day(period);
        if (!date || (size > 0 && period.size() != size)) continue;
        size = period.size();
        const long number = number_of(*date, size);
        numbers[number] += count;
        names[number] = period;
    }
    if (numbers.empty()) return {};
    const long first = densest_run(numbers, static_cast<long>(most));
    std::string period(names[first]);
    std::vector<PeriodCount> filled;
    for (long number = first; filled.size() < most && !period.empty(); ++number) {
        const auto found = numbers.find(number);
        filled.push_back({period, found == numbers.end() ? 0 : found->second});
        if (number == numbers.rbegin()->first) break;
        period = next_period(period);
    }
    // A run that is cut may end in periods without anything.
    while (filled.back().count == 0) filled.pop_back();
    return filled;
}

}  // namespace lede::stats
