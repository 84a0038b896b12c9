// Numerals as they are written in digits, and what each can be in a date.
//
//   "2019-02-20" -> NUMDATE      "02/20/2019" -> NUMDATE     "15:30" -> CLOCK
//   "1990s" -> DECADE "20th"       -> ORD, DAYORD  "2,007"      -> NUM "12" ->
//   NUM, DAYNUM, HOURNUM, …
//
// Finds the extent of one numeral and names its shape; which reading is meant
// is the grammar's business. Does not know number words ("twelve"): those are
// in data/dates/numbers.tsv.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dates/grammar.h"

namespace lede::dates {

enum class NumeralShape : std::uint8_t {
    kOpaque,     // part of something else: "3.4.5", "555-0100-22"
    kInteger,    // digits alone
    kGrouped,    // "2,007", "2.5"
    kOrdinal,    // "20th"
    kDecade,     // "1990s", "90s", "1930's"
    kBasicDate,  // "20190220"
    kClock,      // "15:30", "15:30:05"
    kIso,        // "2019-02-20", with "T15:30" if it has a time
    kYearMonth,  // "2019-02"
    kMonthYear,  // "02/2019"
    kSlashed,    // "02/20/2019", "20.2.2019"
    kPair,       // "2/15"
};

struct Numeral {
    std::uint32_t size = 0;  // bytes
    NumeralShape shape = NumeralShape::kOpaque;
};

// The longest numeral at `at`. Requires: an ASCII digit there. Cost: linear in
// its size.
Numeral scan_numeral(std::string_view text, std::size_t at);

// Which of two small numbers is the month: "03/04/19".
enum class DateOrder : std::uint8_t { kMonthFirst, kDayFirst };

class NumeralReader {
  public:
    explicit NumeralReader(Grammar& grammar, DateOrder order);

    // Appends what the numeral `text` of that shape can be.
    void read(std::string_view text, NumeralShape shape, std::vector<Term>& terms) const;

  private:
    void read_integer(std::string_view text, std::vector<Term>& terms) const;
    void read_iso(std::string_view text, std::vector<Term>& terms) const;
    void read_grouped(std::string_view text, std::vector<Term>& terms) const;
    void read_basic_date(std::string_view text, std::vector<Term>& terms) const;
    void read_slashed(const std::vector<int>& parts, std::vector<Term>& terms) const;

    DateOrder order_;
    Symbol num_, year_num_, year_three_, day_num_, hour_num_, hour_twelve_, min_num_, month_num_,
        quarter_num_, year_, year_two_, any_year_, month_year_, date_, basic_date_, clock_,
        clock_zero_, clock_four_, clock_three_, clock_dot_, ord_, day_ord_, decade_, decade_two_,
        pair_, fraction_;
};

// "07" in a date: the year of that ending that lies between 1950 and 2049.
int full_year(int two_digits);

}  // namespace lede::dates
