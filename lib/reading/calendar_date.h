// Dates as fields, options and page metadata write them, normalised to ISO 8601.
//
//   DateReader reader(lexicon);
//   reader.read("Wed, 20 Feb 2019 14:05:00 GMT") -> "2019-02-20T14:05:00Z"
//   reader.read("February 20, 2019")             -> "2019-02-20"
//   reader.read("1550671500")                    -> "2019-02-20T14:05:00Z"
//   reader.read("02/03/2019")                    -> nothing: February or March
//
// This is not the analysis of dates in running text (`dates/`): the whole string is one date, with
// at most a label before it ("Published:") and a clock time after it or before it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lexicon/lexicon.h"

namespace lede::reading {

class DateReader {
  public:
    explicit DateReader(const Lexicon& lexicon)
        : months_(lexicon.table("reading/months")), zones_(lexicon.table("reading/time_zones")) {}

    // A day ("2019-02-20") or a moment ("2019-02-20T14:05:00+09:00"; without a zone when none is
    // given); nothing if the text is no date, lacks the day or the year, or is ambiguous. Digits
    // beyond the second are dropped. Linear in the text, which may be of any kind.
    std::optional<std::string> read(std::string_view text) const;

  private:
    lexicon::Table months_;
    lexicon::Table zones_;
};

// True for a day that the Gregorian calendar has, from year 1000 on.
bool is_calendar_day(int year, int month, int day);

}  // namespace lede::reading
