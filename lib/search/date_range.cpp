#include "search/date_range.h"

#include <charconv>

namespace lede::search {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

std::optional<int> number(std::string_view text, std::size_t digits) {
    int value = 0;
    if (text.size() != digits) return std::nullopt;
    const auto end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value);
    if (parsed.ec != std::errc() || parsed.ptr != end || value < 0) return std::nullopt;
    return value;
}

// The first and last day of "2019", "2019-02" or "2019-02-27".
std::optional<DateRange> parse_period(std::string_view text) {
    const auto y = number(text.substr(0, 4), 4);
    if (!y) return std::nullopt;
    if (text.size() == 4)
        return DateRange{year{*y} / month{1} / day{1}, year{*y} / month{12} / day{31}};
    if (text.size() < 7 || text[4] != '-') return std::nullopt;
    const auto m = number(text.substr(5, 2), 2);
    if (!m || !month{static_cast<unsigned>(*m)}.ok()) return std::nullopt;
    const auto of_month = year{*y} / month{static_cast<unsigned>(*m)};
    if (text.size() == 7)
        return DateRange{of_month / day{1}, year_month_day{of_month / std::chrono::last}};
    if (text.size() != 10 || text[7] != '-') return std::nullopt;
    const auto d = number(text.substr(8, 2), 2);
    if (!d) return std::nullopt;
    const year_month_day date = of_month / day{static_cast<unsigned>(*d)};
    if (!date.ok()) return std::nullopt;
    return DateRange{date, date};
}

}  // namespace

std::optional<DateRange> parse_date_range(std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) return parse_period(text);
    const std::string_view low = text.substr(0, dots);
    const std::string_view high = text.substr(dots + 2);
    if (low.empty() && high.empty()) return std::nullopt;
    DateRange range;
    if (!low.empty()) {
        const auto period = parse_period(low);
        if (!period) return std::nullopt;
        range.from = period->from;
    }
    if (!high.empty()) {
        const auto period = parse_period(high);
        if (!period) return std::nullopt;
        range.to = period->to;
    }
    return range;
}

std::optional<year_month_day> parse_day(std::string_view iso) {
    const auto period = parse_period(iso.substr(0, 10));
    return period ? period->from : std::nullopt;
}

bool inside(const DateRange& range, std::optional<year_month_day> from,
            std::optional<year_month_day> to) {
    if (!from && !to) return false;
    const year_month_day first = from ? *from : *to;
    const year_month_day last = to ? *to : *from;
    return (!range.from || *range.from <= first) && (!range.to || last <= *range.to);
}

}  // namespace lede::search
