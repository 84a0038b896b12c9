// QuotationFinder: where a text is quoted again, with words changed, left out or put in.
//
//   QuotationFinder("These rules were written … for an age of [machines]")
//     finds "These are rules that were written for us, for an age of machine tools"
//
// A local alignment of words (Smith and Waterman 1981) in any case, in which "…", "..." and words
// in brackets let any words stand in between. A hit holds at least three fifths of the words, long
// ones counted twice. Cost: words of the text times words of the quotation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/document.h"
#include "search/matcher.h"
#include "search/query.h"

namespace lede::search {

class QuotationFinder {
  public:
    // Words beyond the 400th are not looked for.
    explicit QuotationFinder(std::string_view quotation);

    // Whether there is no word to look for.
    bool empty() const { return words_.empty(); }

    // Hits that do not overlap, in order.
    std::vector<Hit> find(const Document& document) const;

    // A query that every document with a hit matches.
    Query gate() const;

  private:
    struct Word {
        std::string text;  // folded
        std::int32_t weight = 1;
        bool after_gap = false;  // any words may stand before it
    };
    // The best way to align the words up to one of the quotation's that ends at one of the text's.
    struct Cell {
        std::int32_t score = 0;
        std::int32_t matched = 0;  // weight of the words that are there
        std::uint32_t begin = 0;   // word of the text
    };
    struct Candidate {
        std::int32_t score;
        std::uint32_t begin;
        std::uint32_t last;
    };

    void add_words(std::string_view piece, bool after_gap);
    std::vector<Candidate> align(const std::vector<std::uint32_t>& text) const;
    Cell step(std::size_t i, const std::vector<Cell>& before, const std::vector<Cell>& now,
              std::uint32_t word, std::uint32_t at) const;

    std::vector<Word> words_;
    std::vector<std::uint32_t> ids_;  // of the words, equal ones alike
    std::unordered_map<std::string, std::uint32_t> id_of_;
    std::int32_t whole_ = 0;  // weight of all words
};

}  // namespace lede::search
