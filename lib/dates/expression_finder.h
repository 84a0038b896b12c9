// ExpressionFinder: the temporal expressions of a text as meanings, before any
// is resolved.
//
// Cuts each sentence into atoms, parses the runs that hold a trigger, and takes
// the longest expression from left to right. What the grammar marks with
// `check` must pass a look at its neighbours ("may" is a month only with a
// capital or after a preposition).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dates/atoms.h"
#include "dates/neighbours.h"
#include "dates/parse.h"
#include "dates/resolver.h"
#include "dates/tense.h"
#include "model/document.h"

namespace lede::dates {

struct Expression {
    Span span;
    std::uint32_t root = 0;                     // into the meanings
    Direction direction = Direction::kUnknown;  // as the words around it tell
    bool opens_paragraph = false;
    bool opens_pair = false;  // the next expression is the other end: "May to July"
};

class ExpressionFinder {
  public:
    ExpressionFinder(const Grammar& grammar, const NumeralReader& numerals,
                     const TenseReader& tense, const Neighbours& neighbours, Symbol timex,
                     bool assistant)
        : grammar_(grammar),
          tense_(tense),
          neighbours_(neighbours),
          timex_(timex),
          assistant_(assistant),
          parser_(grammar, numerals) {}

    // Appends the sentence's expressions and their meanings. `base` fields become
    // indexes into `meanings`.
    void find(std::string_view text, Span sentence, std::vector<Expression>& expressions,
              std::vector<Meaning>& meanings);

  private:
    void find_in_run(std::string_view text, std::size_t begin, std::size_t end,
                     std::vector<Expression>& expressions, std::vector<Meaning>& meanings);
    const Constituent* longer_inside(std::string_view text, std::size_t run,
                                     const Constituent& found) const;
    const Constituent* longest_at(std::string_view text, std::size_t run, std::size_t at,
                                  std::size_t limit = Parser::kLongestRun) const;
    bool is_part_of_less(const Meaning& meaning) const;
    bool is_no_time(std::string_view text, std::size_t run, const Constituent& candidate) const;
    bool has_good_ends(std::string_view text, std::size_t run, const Constituent& candidate) const;
    void add_pair(std::string_view text, std::size_t run, const Constituent& found,
                  std::vector<Expression>& expressions, std::vector<Meaning>& meanings);
    static void share(Meaning& first, Meaning& second);
    static void share_half_day(Meaning& first, Meaning& second);
    static void share_year(Meaning& first, Meaning& second);
    std::uint32_t copy(const Meaning& meaning, std::vector<Meaning>& meanings) const;
    void add(std::string_view text, std::size_t run, const Constituent& found,
             std::vector<Expression>& expressions, std::vector<Meaning>& meanings);

    const Grammar& grammar_;
    const TenseReader& tense_;
    const Neighbours& neighbours_;
    Symbol timex_;
    bool assistant_;
    Parser parser_;
    std::vector<Atom> atoms_;
    std::vector<Direction> cues_;
};

}  // namespace lede::dates
