#include "writing/iso_date.h"

#include <cstdlib>

#include "text/digits.h"

namespace lede::writing {

std::string iso_date(std::chrono::year_month_day day) {
    const int year = static_cast<int>(day.year());
    const auto digits = static_cast<unsigned>(std::abs(year));
    std::string text(year < 0 ? "-" : "");
    append_digits(text, digits, digits > 9999 ? 5 : 4);
    text += '-';
    append_digits(text, static_cast<unsigned>(day.month()), 2);
    text += '-';
    append_digits(text, static_cast<unsigned>(day.day()), 2);
    return text;
}

}  // namespace lede::writing
