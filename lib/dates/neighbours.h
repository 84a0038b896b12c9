// Neighbours: whether the words around a doubtful expression speak for it.
//
//   "In May"  "the 2008 elections"  "10 million a year"      believed
//   "may"     "2007 people"         "a year"                 not, or not as a
//   rate
//
// The grammar marks what needs such a look with `check`; the words are in
// data/dates/neighbours.tsv.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dates/atoms.h"
#include "dates/meaning.h"
#include "lexicon/lexicon.h"

namespace lede::dates {

class Neighbours {
  public:
    // Throws std::runtime_error where the table names an unknown check.
    explicit Neighbours(const Lexicon& lexicon);

    // Whether the expression over atoms [begin, end), whose meaning has this
    // `check`, is believed. `assistant`: as people speak to an assistant, where a
    // lone "may" or "3/4" is a date.
    bool allow(std::int32_t check, std::string_view text, const std::vector<Atom>& atoms,
               std::size_t begin, std::size_t end, bool assistant) const;

  private:
    enum Check : std::uint16_t {
        kYear = 1,
        kName = 2,
        kSpan = 4,
        kRateOf = 8,
        kStrong = 16,
        kAfterDay = 32,
        kPeriod = 64,
        kBeforeTime = 128,
        kClockWord = 256,
        kGoverns = 512,
        kNumbered = 1024,
        kSubject = 2048,
        kDay = 4096,
        kCounted = 8192,
        kYearVerb = 16384,
        kMarketWord = 32768
    };
    bool is_word_for(Check check, std::string_view text, const Atom& atom) const;
    bool precedes(Check check, std::string_view text, const std::vector<Atom>& atoms,
                  std::size_t at) const;
    bool is_near(Check check, std::string_view text, const std::vector<Atom>& atoms,
                 std::size_t begin, std::size_t end) const;
    bool is_name_use(std::string_view text, const std::vector<Atom>& atoms, std::size_t begin,
                     std::size_t end, bool assistant) const;
    bool is_rate(std::string_view text, const std::vector<Atom>& atoms, std::size_t begin) const;
    bool is_year_use(std::string_view text, const std::vector<Atom>& atoms, std::size_t begin,
                     std::size_t end) const;

    std::unordered_map<std::string_view, std::uint16_t> words_;
};

}  // namespace lede::dates
