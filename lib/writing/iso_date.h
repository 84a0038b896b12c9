// A calendar day as ISO 8601 writes it: 2019-02-27.
#pragma once

#include <chrono>
#include <string>

namespace lede::writing {

// Years before 0 carry a minus sign; all have at least four digits. Requires: day.ok().
std::string iso_date(std::chrono::year_month_day day);

}  // namespace lede::writing
