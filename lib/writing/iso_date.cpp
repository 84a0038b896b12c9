#include "writing/iso_date.h"

#include <fmt/format.h>

namespace lede::writing {

std::string iso_date(std::chrono::year_month_day day) {
    const int year = static_cast<int>(day.year());
    if (year >= 0 && year <= 9999) {  // by far the most
        std::string text = "0000-00-00";
        const auto put = [&](std::size_t end, unsigned number) {
            for (; number != 0; number /= 10) text[--end] = static_cast<char>('0' + number % 10);
        };
        put(4, static_cast<unsigned>(year));
        put(7, static_cast<unsigned>(day.month()));
        put(10, static_cast<unsigned>(day.day()));
        return text;
    }
    return fmt::format("{}{:04}-{:02}-{:02}", year < 0 ? "-" : "", year < 0 ? -year : year,
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

}  // namespace lede::writing
