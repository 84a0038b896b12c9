// Moon calendars: the Gregorian days of Chinese, Hindu, Islamic and Hebrew dates.
//
//   chinese_day(2018, 1, 1) -> 2018-02-16          the Chinese New Year
//   hindu_day(2018, 7, 30, 18) -> 2018-11-07       the new moon of Ashvin: Diwali
//   hebrew_new_year(2018) -> 2018-09-10            Rosh Hashanah
//
// Each asks for the day that falls into a Gregorian year. Computed, not looked up: where
// authorities wait for the sight of the moon (Ramadan), the day that a country keeps may differ by
// one. Leap months repeat no festival.
#pragma once

#include "dates/calendar.h"

namespace lede::dates {

// Day of a month (1 to 12) of the Chinese calendar. A month begins on the Beijing day of a new
// moon; the eleventh holds the winter solstice.
sys_days chinese_day(int year, int month, int day);

// The day on which a tithi (1 to 30 from the new moon) of a lunar month (1 Chaitra to 12 Phalguna,
// months end with the new moon) prevails at that hour of Indian standard time; the day on which it
// begins where it prevails on none.
sys_days hindu_day(int year, int month, int tithi, int hour);

// The day in India on which the sun enters that sign of the sidereal zodiac (0 Aries, 9 Capricorn).
sys_days indian_solar_day(int year, int sign);

// The first day in the year that is that day of an Islamic month (1 Muharram to 12). A month begins
// on the day after a new moon that comes before sunset in Mecca, else on the second day after it.
sys_days islamic_day(int year, int month, int day);

// Rosh Hashanah (1 Tishri) in the autumn of the year: exact, by the rules of the fixed calendar.
sys_days hebrew_new_year(int year);

// The day so many days after that new year, or before it where negative.
enum class HebrewShift : int {
    kNone = 0,
    kLongHeshvan = 1,  // a day later in years whose second month has 30 days
    kLeapMonth = 2,    // 30 days earlier if the year that ends has a thirteenth month
    // Away from the Sabbath: of Friday and Saturday to Thursday, of Monday to Tuesday; of Friday to
    // Thursday, of Sunday to Monday; of Saturday to Sunday.
    kIndependence = 3,
    kHolocaust = 4,
    kFast = 5,
};
sys_days hebrew_day(int year, int offset, HebrewShift shift);

// The day in universal time on which the sun has that longitude: 0 spring equinox, 90 solstice.
sys_days solar_day(int year, int longitude);

}  // namespace lede::dates
