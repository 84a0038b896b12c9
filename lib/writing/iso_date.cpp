#include "writing/iso_date.h"

#include <fmt/format.h>

namespace lede::writing {

std::string iso_date(std::chrono::year_month_day day) {
    const int year = static_cast<int>(day.year());
    return fmt::format("{}{:04}-{:02}-{:02}", year < 0 ? "-" : "", year < 0 ? -year : year,
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

}  // namespace lede::writing
