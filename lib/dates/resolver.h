// Resolver: from what an expression says to the days it means.
//
//   DCT 2019-02-20, past tense:   {weekday=1, part=MO} -> 2019-02-18TMO
//   after "In June 2016 …":       {rel=1, unit=MONTH, anchor=LAST} -> 2016-07
//
// One resolver serves one document: it remembers the last mentions, from which
// narrative counts. It keeps no clock and asks no system: without a publication
// date, values keep their X digits.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dates/holidays.h"
#include "dates/meaning.h"
#include "dates/moment.h"
#include "model/timex.h"

namespace lede::dates {

enum class Direction : std::uint8_t {
    kUnknown,
    kPast,
    kFuture,
    kUsual,  // past, unless the coming one is much nearer
};

// When the article was written.
struct Dct {
    std::optional<sys_days> day;
    std::int32_t minute = Meaning::kUnset;  // of the day
};

// "2019-02-20", "2019-02-20T14:05:00Z"; anything else is an unknown time.
Dct parse_dct(std::string_view published);

class Resolver {
  public:
    // `narrative`: partial dates count from the last mention. `exact`: "two weeks
    // ago" is a day.
    Resolver(const Holidays& holidays, const Dct& dct, bool narrative, bool exact)
        : holidays_(holidays), dct_(dct), narrative_(narrative), exact_(exact) {}

    // The type, value, mod, quant, freq, days and flags of the expression with
    // meaning nodes[root]. `base` fields are indexes into `nodes`.
    Timex resolve(const std::vector<Meaning>& nodes, std::size_t root, Direction direction);

    // Whether what `resolve` makes of a root with this meaning may hang on the direction.
    static bool asks_direction(const Meaning& meaning);

    // Where a narrative begins: what its first, partial dates count from.
    void begin_in(int year) { last_ = moment_of(make_day(year, 1, 1), kYearGrain); }

    // A paragraph of an article that begins anew: what an earlier one told of other years is over.
    void begin_paragraph() { tells_of_past_ = false; }

    // The same for the first of two ends ("from May to July"), of which the
    // second is `day`.
    Timex resolve_before(const std::vector<Meaning>& nodes, std::size_t root, sys_days day);

  private:
    Moment moment(const Meaning& meaning);
    Moment day_part(const Meaning& meaning);
    int decade_told(int decade) const;
    Moment plain(const Meaning& meaning);
    sys_days holiday_in(std::int32_t row, int year) const;
    Moment in_year(const Meaning& meaning, int year) const;
    Moment relative(const Meaning& meaning) const;
    Moment directed(const Meaning& meaning) const;
    Moment told_day(int day) const;
    Moment told_next(const Meaning& meaning, sys_days told) const;
    Moment open(const Meaning& meaning) const;
    Moment shifted(const Meaning& meaning);
    // To an assistant, "now" is the minute in which it is said.
    bool is_minute_asked(const Meaning& meaning) const {
        return exact_ && meaning.is(Field::kRef, kPresentRef) && meaning.has(Field::kUnit) &&
               dct_.minute != Meaning::kUnset;
    }
    bool is_monthly(const Meaning& meaning) const;
    static Moment clock_after(sys_days day, std::int32_t minute, const Meaning& meaning);
    Moment this_clock_unit(sys_days day, Grain unit, int rel) const;
    Moment nth(const Meaning& meaning);
    Moment inside(const Meaning& meaning);
    Moment near(const Meaning& meaning);
    Moment same_in(const Meaning& meaning);
    Moment closest(const Meaning& meaning, sys_days base) const;
    void set_clock(const Meaning& meaning, Moment& moment) const;
    void make_coming(const Meaning& meaning, Moment& moment) const;
    std::string set_value(const Meaning& meaning) const;
    void fill_part_of_base(const Meaning& meaning, Timex& timex);
    void fill_duration(const Meaning& meaning, Timex& timex);
    void fill_moment(const Meaning& meaning, const Moment& moment, Timex& timex) const;
    void remember(const Moment& moment);

    const Meaning& base_of(const Meaning& meaning) const {
        return (*nodes_)[static_cast<std::size_t>(meaning.get(Field::kBase))];
    }
    const Meaning& rest_of(const Meaning& meaning) const {
        return (*nodes_)[static_cast<std::size_t>(meaning.get(Field::kRest))];
    }
    // Whether the meaning does not say how many. To an assistant, a few are three.
    bool is_vague(const Meaning& meaning) const {
        return meaning.has(Field::kVague) && !(exact_ && meaning.get(Field::kVague) > 1);
    }
    // Whether partial dates count from the last mention.
    bool is_told() const { return narrative_ || (tells_of_past_ && !exact_); }
    const Moment* last_fitting(Grain unit) const;
    const Moment* told_before(const Meaning& meaning) const;
    std::optional<sys_days> anchor(const Meaning& meaning) const;
    sys_days choose(const std::vector<sys_days>& rising, sys_days anchor, Grain grain) const;

    const Holidays& holidays_;
    Dct dct_;
    bool narrative_;
    bool exact_;
    bool before_end_ = false;     // a range's first end is asked for
    bool tells_of_past_ = false;  // the last mention was a month or day of another year
    Direction direction_ = Direction::kUnknown;
    const std::vector<Meaning>* nodes_ = nullptr;
    std::optional<Moment> last_, last_month_,
        last_day_;  // mentions: any, as fine as a month, a day
    mutable std::map<std::pair<std::int32_t, int>, sys_days> holiday_days_;
};

}  // namespace lede::dates
