// Sky: where sun and moon stand, as far as calendars that follow them need to know.
//
//   sky::sun_reaches(0, near 2019-03-20)   2019-03-20, about 22h UT: the spring equinox
//   sky::new_moon_before(2018-02-20)       2018-02-15, about 21h UT
//
// Method: J. Meeus, Astronomical Algorithms, 2nd ed., chapters 25 (sun, 0.01 degrees) and 47 (moon,
// its 21 largest terms). Within a few minutes of time for the years 1800 to 2200; no eclipses, no
// places on earth.
#pragma once

#include "dates/calendar.h"

namespace lede::dates::sky {

// A moment in days of universal time since 1970-01-01T00:00.
using Instant = double;

Instant instant_of(sys_days day, double hours);

// The day that the instant lies in, where clocks show `hours` more than universal time.
sys_days day_at(Instant instant, double hours);

// Apparent geocentric longitudes of date in degrees, 0 to 360.
double sun_longitude(Instant at);
double moon_longitude(Instant at);

// How far the sidereal zodiac of Indian calendars (Lahiri) lies behind the equinox, in degrees.
double ayanamsa(Instant at);

// When, nearest to `near`, the sun has that longitude; `sidereal`: counted in the Indian zodiac.
Instant sun_reaches(double longitude, Instant near, bool sidereal = false);

// When, nearest to `near`, the moon stands so many degrees east of the sun: 0 new, 180 full.
Instant moon_reaches(double elongation, Instant near);

// The last new moon at or before the instant.
Instant new_moon_before(Instant at);

}  // namespace lede::dates::sky
