#include "reading/url_date.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "reading/calendar_date.h"
#include "text/unicode.h"

namespace lede::reading {
namespace {

constexpr int kFirstYear = 1990;

// The value of a part that is all digits, between `least` and `most` of them; else -1.
int number_of(std::string_view part, std::size_t least, std::size_t most) {
    if (part.size() < least || part.size() > most ||
        !std::ranges::all_of(part, unicode::is_ascii_digit))
        return -1;
    int value = 0;
    std::from_chars(part.data(), part.data() + part.size(), value);
    return value;
}

std::string iso_day(int year, int month, int day) {
    if (year < kFirstYear || year > 2100 || !is_calendar_day(year, month, day)) return {};
    const auto two = [](int value) { return (value < 10 ? "-0" : "-") + std::to_string(value); };
    return std::to_string(year) + two(month) + two(day);
}

bool is_word(std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, unicode::is_ascii_letter);
}

}  // namespace

int UrlDateReader::month_of(std::string_view part) const {
    if (const int month = number_of(part, 1, 2); month >= 0) return month;
    std::string name(part);
    for (char& c : name) c = unicode::ascii_lower(c);
    const std::uint32_t row = months_.find(name);
    return row < months_.rows() ? number_of(months_.cell(row, 1), 1, 2) : -1;
}

std::string UrlDateReader::read(std::string_view url) const {
    std::array<std::string_view, 4> last;
    for (std::size_t at = 0; at < url.size();) {
        const std::size_t end = std::min(url.find_first_of("/-_?#.=&", at), url.size());
        last = {last[1], last[2], last[3], url.substr(at, end - at)};
        at = end + 1;
        const int day = number_of(last[3], 1, 2);
        if (auto found = iso_day(number_of(last[1], 4, 4), month_of(last[2]), day); !found.empty())
            return found;
        if (is_word(last[1]))  // a section between the year and the month
            if (auto found = iso_day(number_of(last[0], 4, 4), month_of(last[2]), day);
                !found.empty())
                return found;
        if (const int packed = number_of(last[3], 8, 8); packed > 0)
            if (auto found = iso_day(packed / 10000, packed / 100 % 100, packed % 100);
                !found.empty())
                return found;
    }
    return {};
}

}  // namespace lede::reading
