#include "dates/numeral.h"

#include <algorithm>

#include "dates/calendar.h"
#include "text/unicode.h"

namespace lede::dates {
namespace {

using unicode::ascii_lower;
using unicode::is_ascii_digit;
using unicode::is_ascii_letter;

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    return end - at;
}

char char_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

int number_at(std::string_view text, std::size_t at, std::size_t size) {
    int value = 0;
    for (std::size_t i = at; i < at + size; ++i)
        value = std::min(value * 10 + (text[i] - '0'), 99999999);
    return value;
}

// The numbers of "2019-02-20T15:30", whatever stands between.
std::vector<int> numbers_in(std::string_view text) {
    std::vector<int> numbers;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = digits_at(text, at);
        if (size != 0) numbers.push_back(number_at(text, at, size));
        at += size == 0 ? 1 : size;
    }
    return numbers;
}

bool is_ordinal_ending(std::string_view text, std::size_t at) {
    if (at + 1 >= text.size() || is_ascii_letter(char_at(text, at + 2))) return false;
    const char a = ascii_lower(text[at]), b = ascii_lower(text[at + 1]);
    return (a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') ||
           (a == 't' && b == 'h');
}

// End of "T15:30:05Z" or "T15:30+01:00" at `at`, or `at`.
std::size_t end_of_iso_time(std::string_view text, std::size_t at) {
    if (char_at(text, at) != 'T' || digits_at(text, at + 1) != 2) return at;
    std::size_t end = at + 3;
    while (char_at(text, end) == ':' && digits_at(text, end + 1) == 2) end += 3;
    if (char_at(text, end) == 'Z') return end + 1;
    const char sign = char_at(text, end);
    if ((sign == '+' || sign == '-') && digits_at(text, end + 1) == 2 &&
        char_at(text, end + 3) == ':' && digits_at(text, end + 4) == 2)
        return end + 6;
    return end;
}

Numeral finish(std::size_t begin, std::size_t end, NumeralShape shape) {
    return {static_cast<std::uint32_t>(end - begin), shape};
}

// "2019-02-20", "2/15", "20.2.2019", "2017-18": numbers joined by one repeated
// mark.
Numeral scan_joined(std::string_view text, std::size_t at, char mark) {
    std::size_t sizes[3] = {digits_at(text, at), 0, 0};
    std::size_t parts = 1, end = at + sizes[0];
    while (parts < 3 && char_at(text, end) == mark && digits_at(text, end + 1) != 0) {
        sizes[parts] = digits_at(text, end + 1);
        end += 1 + sizes[parts++];
    }
    const bool more = char_at(text, end) == mark && is_ascii_digit(char_at(text, end + 1));
    const auto small = [&](std::size_t i) { return sizes[i] == 1 || sizes[i] == 2; };
    const int second = number_at(text, at + sizes[0] + 1, sizes[1]);
    if (more) {
        while (char_at(text, end) == mark && digits_at(text, end + 1) != 0)
            end += 1 + digits_at(text, end + 1);
        return finish(at, end, NumeralShape::kOpaque);
    }
    if (parts == 3 && sizes[0] == 4 && small(1) && small(2))
        return finish(at, mark == '-' ? end_of_iso_time(text, end) : end, NumeralShape::kIso);
    if (parts == 3 && small(0) && small(1) && (sizes[2] == 4 || (sizes[2] == 2 && mark != '.')))
        return finish(at, end, NumeralShape::kSlashed);
    if (parts == 2 && mark == '/' && small(0) && small(1)) {
        const bool decimal = char_at(text, end) == '.' && is_ascii_digit(char_at(text, end + 1));
        return finish(at, end, decimal ? NumeralShape::kOpaque : NumeralShape::kPair);
    }
    if (parts == 2 && sizes[0] == 4 && sizes[1] == 2 && mark != '.') {
        const int first = number_at(text, at + 2, 2);
        const bool is_month = second >= 1 && second <= 12 && second != (first + 1) % 100;
        if (is_month && mark == '-') return finish(at, end, NumeralShape::kYearMonth);
        return finish(at, at + sizes[0], NumeralShape::kInteger);
    }
    if (parts == 2 && mark == '/' && small(0) && sizes[1] == 4)
        return finish(at, end, NumeralShape::kMonthYear);
    if (mark == '-' && parts == 2) return finish(at, at + sizes[0], NumeralShape::kInteger);
    if (mark == '.' && parts == 2) return finish(at, end, NumeralShape::kGrouped);
    return finish(at, end, NumeralShape::kOpaque);
}

// "20190220", but not every number of eight digits.
bool is_basic_date(std::string_view text, std::size_t at, std::size_t size) {
    if (size != 8) return false;
    const int year = number_at(text, at, 4);
    return year >= 1900 && year < 2100 &&
           day_exists(year, number_at(text, at + 4, 2), number_at(text, at + 6, 2));
}

Numeral scan_clock(std::string_view text, std::size_t at, std::size_t end) {
    const std::size_t begin = at;
    if (end - at > 2 || digits_at(text, end + 1) != 2 || number_at(text, end + 1, 2) > 59 ||
        number_at(text, at, end - at) > 24)
        return finish(begin, end, NumeralShape::kInteger);
    end += 3;
    if (char_at(text, end) == ':' && digits_at(text, end + 1) == 2) end += 3;
    return finish(begin, end, NumeralShape::kClock);
}

Numeral scan_grouped(std::string_view text, std::size_t at, std::size_t end) {
    while (char_at(text, end) == ',' && digits_at(text, end + 1) == 3) end += 4;
    if (char_at(text, end) == '.' && digits_at(text, end + 1) != 0)
        end += 1 + digits_at(text, end + 1);
    return finish(at, end, NumeralShape::kGrouped);
}

}  // namespace

Numeral scan_numeral(std::string_view text, std::size_t at) {
    const std::size_t end = at + digits_at(text, at);
    const char next = char_at(text, end);
    const char after = char_at(text, end + 1);
    const std::size_t size = end - at;
    if (is_basic_date(text, at, size)) return finish(at, end, NumeralShape::kBasicDate);
    if (size > 8) return finish(at, end, NumeralShape::kOpaque);
    if (is_ordinal_ending(text, end)) return finish(at, end + 2, NumeralShape::kOrdinal);
    const bool tens = (size == 2 || size == 4) && text[end - 1] == '0';
    // "the 1930's", but "2010's best film"
    const std::size_t mark = next == '\''                                   ? 1
                             : text.substr(end).starts_with("\xE2\x80\x99") ? 3
                                                                            : 0;
    if (tens && mark != 0 && ascii_lower(char_at(text, end + mark)) == 's' && size == 4 &&
        text[at] == '1' && !is_ascii_letter(char_at(text, end + mark + 1)))
        return finish(at, end + mark + 1, NumeralShape::kDecade);
    if (tens && ascii_lower(next) == 's' && !is_ascii_letter(after) && !is_ascii_digit(after))
        return finish(at, end + 1, NumeralShape::kDecade);
    if (!is_ascii_digit(after)) return finish(at, end, NumeralShape::kInteger);
    if (next == ':') return scan_clock(text, at, end);
    if (next == ',' && size <= 3 && digits_at(text, end + 1) == 3)
        return scan_grouped(text, at, end);
    if (next == '-' || next == '/' || next == '.') return scan_joined(text, at, next);
    return finish(at, end, NumeralShape::kInteger);
}

int full_year(int two_digits) { return two_digits + (two_digits < 50 ? 2000 : 1900); }

NumeralReader::NumeralReader(Grammar& grammar, DateOrder order)
    : order_(order),
      num_(grammar.symbol("NUM")),
      year_num_(grammar.symbol("YEARNUM")),
      year_three_(grammar.symbol("YEARTHREE")),
      day_num_(grammar.symbol("DAYNUM")),
      hour_num_(grammar.symbol("HOURDIGIT")),
      hour_twelve_(grammar.symbol("HOURTWELVE")),
      min_num_(grammar.symbol("MINNUM")),
      month_num_(grammar.symbol("MONTHNUM")),
      quarter_num_(grammar.symbol("QUARTERNUM")),
      year_(grammar.symbol("YEAR")),
      year_two_(grammar.symbol("YEARTWO")),
      any_year_(grammar.symbol("YEARANY")),
      month_year_(grammar.symbol("MONTHYEAR")),
      date_(grammar.symbol("NUMDATE")),
      basic_date_(grammar.symbol("BASICDATE")),
      clock_(grammar.symbol("CLOCK")),
      clock_zero_(grammar.symbol("CLOCKZERO")),
      clock_four_(grammar.symbol("CLOCKFOUR")),
      clock_three_(grammar.symbol("CLOCKTHREE")),
      clock_dot_(grammar.symbol("CLOCKDOT")),
      ord_(grammar.symbol("ORD")),
      day_ord_(grammar.symbol("DAYORD")),
      decade_(grammar.symbol("DECADEYEARS")),
      decade_two_(grammar.symbol("DECADETWO")),
      pair_(grammar.symbol("MONTHSLASHDAY")),
      fraction_(grammar.symbol("FRACTION")) {}

void NumeralReader::read_integer(std::string_view text, std::vector<Term>& terms) const {
    const int value = number_at(text, 0, text.size());
    const auto add = [&](Symbol symbol, Field field, std::int32_t number) {
        terms.push_back({symbol, {}});
        terms.back().meaning.set(field, number);
    };
    const bool like_year = text.size() == 4 && value >= 1900 && value < 2100;
    if (value <= 9999999) add(like_year ? year_num_ : num_, Field::kCount, value * 100);
    if (text.size() == 3) {
        add(year_three_, Field::kYear, value);
        if (value % 100 < 60) {
            add(clock_three_, Field::kMinute, value % 100);
            terms.back().meaning.set(Field::kHour, value / 100);
        }
    }
    if (text.size() <= 4) add(any_year_, Field::kYear, value);
    if (text.size() == 4) {
        if (value >= 1000 && value <= 2200) add(year_, Field::kYear, value);
        const int hour = value / 100, minute = value % 100;
        if (hour <= 24 && minute < 60) {
            add(clock_four_, Field::kMinute, minute);
            terms.back().meaning.set(Field::kHour, hour);
            if (text.front() == '0') terms.push_back({clock_zero_, terms.back().meaning});
        }
    }
    if (text.size() > 2) return;
    if (value >= 1 && value <= 31) add(day_num_, Field::kDay, value);
    if (value <= 24) add(hour_num_, Field::kHour, value);
    if (value >= 1 && value <= 12) add(hour_twelve_, Field::kHour, value);
    if (value >= 1 && value <= 12) add(month_num_, Field::kMonth, value);
    if (text.size() == 1 && value >= 1 && value <= 4) add(quarter_num_, Field::kQuarter, value);
    if (text.size() < 2) return;
    if (value <= 59) add(min_num_, Field::kMinute, value);
    add(year_two_, Field::kYear, full_year(value));
    terms.back().meaning.set(Field::kShortYear, 1);
}

void NumeralReader::read_iso(std::string_view text, std::vector<Term>& terms) const {
    const std::vector<int> parts = numbers_in(text);
    if (parts[1] < 1 || parts[1] > 12 || parts[2] < 1 || parts[2] > 31) return;
    Meaning meaning;
    meaning.set(Field::kYear, parts[0]);
    meaning.set(Field::kMonth, parts[1]);
    meaning.set(Field::kDay, parts[2]);
    const std::array<Field, 3> clock = {Field::kHour, Field::kMinute, Field::kSecond};
    const std::size_t time = text.find('T');
    const std::size_t sign = time == std::string_view::npos ? time : text.find_first_of("+-", time);
    const std::size_t said = parts.size() - (sign == std::string_view::npos ? 0 : 2);
    for (std::size_t i = 3; i < said && i < 6; ++i) meaning.set(clock[i - 3], parts[i]);
    if (sign != std::string_view::npos) {
        const int minutes = parts[said] * 60 + parts[said + 1];
        meaning.set(Field::kZone, kOffsetZone + (text[sign] == '-' ? -minutes : minutes));
    } else if (text.ends_with('Z')) {
        meaning.set(Field::kZone, kOffsetZone);
    }
    terms.push_back({date_, meaning});
}

// "2,007", "2.5"; "7.30" may also be a time.
void NumeralReader::read_grouped(std::string_view text, std::vector<Term>& terms) const {
    const std::size_t dot = text.find('.');
    std::int32_t hundredths = 0;
    if (dot != std::string_view::npos) {
        hundredths = (text[dot + 1] - '0') * 10;
        if (dot + 2 < text.size()) hundredths += text[dot + 2] - '0';
    }
    std::int64_t whole = 0;
    for (const char c : text.substr(0, dot))
        if (c != ',') whole = std::min<std::int64_t>(whole * 10 + (c - '0'), 9999999);
    Term count{num_, {}};
    count.meaning.set(Field::kCount, static_cast<std::int32_t>(whole) * 100 + hundredths);
    terms.push_back(count);
    if (dot > 2 || text.size() != dot + 3 || whole > 24 || hundredths > 59) return;
    Term clock{clock_dot_, {}};
    clock.meaning.set(Field::kHour, static_cast<std::int32_t>(whole));
    clock.meaning.set(Field::kMinute, hundredths);
    terms.push_back(clock);
}

void NumeralReader::read_basic_date(std::string_view text, std::vector<Term>& terms) const {
    Term date{basic_date_, {}};
    date.meaning.set(Field::kYear, number_at(text, 0, 4));
    date.meaning.set(Field::kMonth, number_at(text, 4, 2));
    date.meaning.set(Field::kDay, number_at(text, 6, 2));
    terms.push_back(date);
}

void NumeralReader::read_slashed(const std::vector<int>& parts, std::vector<Term>& terms) const {
    const bool either = parts[0] <= 12 && parts[1] <= 12 && parts[0] != parts[1];
    const bool day_first = parts[0] > 12 || (either && order_ == DateOrder::kDayFirst);
    const int month = day_first ? parts[1] : parts[0];
    const int day = day_first ? parts[0] : parts[1];
    if (month < 1 || month > 12 || day < 1 || day > 31) return;
    Meaning meaning;
    meaning.set(Field::kMonth, month);
    meaning.set(Field::kDay, day);
    if (either) meaning.set(Field::kAmbiguous, 1);
    if (parts.size() == 3)
        meaning.set(Field::kYear, parts[2] < 100 ? full_year(parts[2]) : parts[2]);
    terms.push_back({parts.size() == 3 ? date_ : pair_, meaning});
}

void NumeralReader::read(std::string_view text, NumeralShape shape,
                         std::vector<Term>& terms) const {
    Meaning meaning;
    const std::vector<int> parts =
        shape == NumeralShape::kInteger ? std::vector<int>{} : numbers_in(text);
    switch (shape) {
        case NumeralShape::kInteger:
            return read_integer(text, terms);
        case NumeralShape::kIso:
            return read_iso(text, terms);
        case NumeralShape::kSlashed:
            return read_slashed(parts, terms);
        case NumeralShape::kOpaque:
            return;
        case NumeralShape::kPair:
            read_slashed(parts, terms);
            if (parts[0] < parts[1] && parts[1] <= 10) {
                meaning.set(Field::kCount, parts[0] * 100 / parts[1]);
                terms.push_back({fraction_, meaning});
            }
            return;
        case NumeralShape::kGrouped:
            return read_grouped(text, terms);
        case NumeralShape::kBasicDate:
            return read_basic_date(text, terms);
        case NumeralShape::kOrdinal:
            if (parts[0] > 9999) return;
            meaning.set(Field::kNth, parts[0]);
            terms.push_back({ord_, meaning});
            if (parts[0] < 1 || parts[0] > 31) return;
            meaning = {};
            meaning.set(Field::kDay, parts[0]);
            terms.push_back({day_ord_, meaning});
            return;
        case NumeralShape::kDecade:
            meaning.set(Field::kDecade, parts[0] / 10);
            if (parts[0] % 100 == 0 && parts[0] != 2000) {
                meaning.clear(Field::kDecade);
                meaning.set(Field::kCentury, parts[0] / 100);
            }
            terms.push_back({parts[0] >= 1000 ? decade_ : decade_two_, meaning});
            return;
        case NumeralShape::kClock:
            meaning.set(Field::kHour, parts[0]);
            meaning.set(Field::kMinute, parts[1]);
            if (parts.size() == 3) meaning.set(Field::kSecond, parts[2]);
            terms.push_back({clock_, meaning});
            return;
        case NumeralShape::kMonthYear:
            if (parts[0] < 1 || parts[0] > 12 || parts[1] < 1900 || parts[1] > 2100) return;
            meaning.set(Field::kMonth, parts[0]);
            meaning.set(Field::kYear, parts[1]);
            terms.push_back({month_year_, meaning});
            return;
        case NumeralShape::kYearMonth:
            meaning.set(Field::kYear, parts[0]);
            meaning.set(Field::kMonth, parts[1]);
            terms.push_back({date_, meaning});
            return;
    }
}

}  // namespace lede::dates
