// Parse: every constituent that the grammar finds in a short run of atoms.
//
//   "two days after Christmas 2014" -> DUR 0-2, HOLIDAY 3-4, DATE 3-5, DATE
//   0-5, TIMEX 0-5 …
//
// Bottom up, from the last atom to the first, left corners through the rule
// trie. A constituent is built once for each place and symbol. Runs are cut at
// a fixed length, so that the cost of a text is linear whatever it holds.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dates/atoms.h"
#include "dates/grammar.h"
#include "dates/meaning.h"

namespace lede::dates {

// A constituent over atoms [begin, end). Its meaning may refer to other
// constituents by index (base, first, second_of).
struct Constituent {
    Symbol symbol;
    std::uint16_t begin;
    std::uint16_t end;
    Meaning meaning;
};

class Parser {
  public:
    static constexpr std::size_t kLongestRun = 40;          // atoms
    static constexpr std::size_t kMostConstituents = 3000;  // of one run

    Parser(const Grammar& grammar, const NumeralReader& numerals)
        : grammar_(grammar), numerals_(numerals) {}

    // Parses atoms[begin, end), at most kLongestRun of them; forgets the run
    // before.
    void parse(std::string_view text, const std::vector<Atom>& atoms, std::size_t begin,
               std::size_t end);

    const std::vector<Constituent>& constituents() const { return constituents_; }

    // Indexes of the constituents that begin at an atom of the run (counted from
    // its begin).
    const std::vector<std::uint32_t>& beginning_at(std::size_t atom) const {
        return beginning_[atom];
    }

  private:
    void add_lexical(std::string_view text, const Atom& atom, std::size_t at);
    void extend(std::uint32_t node, std::size_t at);
    void complete(std::uint32_t node);
    void add(Symbol symbol, std::size_t begin, std::size_t end, const Meaning& meaning);
    bool is_doubtful(std::int32_t child) const;
    Meaning meaning_of(const Production& production) const;
    std::int32_t value_of(const Operand& operand, const Production& production) const;
    std::int32_t child_at(const Production& production, std::uint8_t element) const;

    const Grammar& grammar_;
    const NumeralReader& numerals_;
    std::size_t size_ = 0;
    std::vector<Constituent> constituents_;
    std::vector<std::vector<std::uint32_t>> beginning_;
    std::vector<std::uint32_t> children_;  // of the sequence being extended
    std::vector<Term> terms_;
};

}  // namespace lede::dates
