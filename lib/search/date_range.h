// DateRange: a stretch of calendar days as users write it.
//
//   2019  2019-02  2019-02-27  2018-01..2018-12  2018..  ..2019-06-30
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace lede::search {

struct DateRange {
    std::optional<std::chrono::year_month_day> from;  // absent: open
    std::optional<std::chrono::year_month_day> to;    // inclusive; absent: open
};

// Nothing if `text` is no date or range, or names a day that does not exist.
std::optional<DateRange> parse_date_range(std::string_view text);

// The day of an ISO date or date-time ("2019-02-20T14:05:00Z"), or nothing.
std::optional<std::chrono::year_month_day> parse_day(std::string_view iso);

// Whether [from, to] lies inside the range. An open end counts as the end that is known.
bool inside(const DateRange& range, std::optional<std::chrono::year_month_day> from,
            std::optional<std::chrono::year_month_day> to);

}  // namespace lede::search
