// DateFinder: the temporal expressions of a document, with TIMEX3 values.
//
//   DCT 2019-02-20: "They met on Feb. 27 and two days later." -> 2019-02-27,
//   2019-03-01
//
// Needs no part-of-speech tags: the direction of a bare "Monday" is read from
// closed-class cues. Method: a word and rule grammar (data/dates) over runs of
// date words; then values in text order.
#pragma once

#include <cstdint>
#include <vector>

#include "dates/expression_finder.h"
#include "dates/grammar.h"
#include "dates/holidays.h"
#include "dates/neighbours.h"
#include "dates/numeral.h"
#include "dates/tense.h"
#include "dates/trigger_scan.h"
#include "dates/zones.h"
#include "lexicon/lexicon.h"
#include "model/document.h"

namespace lede::dates {

// What partial and relative expressions count from.
enum class AnchorMode : std::uint8_t {
    kAuto,       // narrative if the text speaks mostly of other years than the DCT's
    kDct,        // the publication date
    kNarrative,  // the last mention
};

// Which of two readings a bare weekday, day or month takes.
enum class Prefer : std::uint8_t {
    kTense,  // as the verb beside it says, else the past
    kPast,
    kFuture,  // as people speak to an assistant: offsets count to the day, now is a minute, bare
              // hours are times
    kNearest,
};

struct DateOptions {
    AnchorMode anchor = AnchorMode::kAuto;
    Prefer prefer = Prefer::kTense;
    DateOrder order = DateOrder::kMonthFirst;
};

class DateFinder {
  public:
    DateFinder(const Lexicon& lexicon, const DateOptions& options);

    // Reads text, sentences and citations of the document, and its publication
    // date. Linear; safe from many threads.
    std::vector<Timex> find(const Document& document) const;

  private:
    bool is_narrative(const std::vector<Expression>& expressions,
                      const std::vector<Meaning>& meanings, const Dct& dct) const;

    DateOptions options_;
    Grammar grammar_;
    Holidays holidays_;
    NumeralReader numerals_;
    TenseReader tense_;
    Neighbours neighbours_;
    TriggerScan triggers_;
    Zones zones_;
    Symbol timex_;
};

}  // namespace lede::dates
