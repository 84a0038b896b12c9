// VrtSearch: patterns over vertical text as it streams by, section after section, its tokens as
// they stand. What CQP answers, without an index.
//
//   VrtSearch search(patterns, Strategy::kStandard, {});
//   for (…) for (VrtSection& done : search.add(std::move(section))) …
//   for (VrtSection& done : search.finish()) …
//
// Matches may reach from one section (<text>) into the next. Sections are handed back in their
// order once all matches that begin in them are known. Memory depends on the largest section.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "search/pattern_search.h"

namespace lede::search {

struct VrtSection {
    std::string bytes;
    std::uint64_t number = 0;       // in the order they were added, from 0
    std::uint64_t first_token = 0;  // of the whole input
    std::uint32_t tokens = 0;
    std::vector<TokenHit> hits;  // counted from the section's first token; ends may lie behind it
};

class VrtSearch {
  public:
    // Hits of any of the patterns. `columns` are the names of the columns; empty: those that the
    // first section names or looks like. Patterns are borrowed.
    VrtSearch(const std::vector<PatternSearch>& patterns, Strategy strategy,
              std::vector<std::string> columns);

    std::vector<VrtSection> add(std::string section);
    std::vector<VrtSection> finish();

    // The names of the columns, once a section was added.
    const std::vector<std::string>& columns() const { return columns_; }

  private:
    std::vector<VrtSection> search(bool at_end);

    const std::vector<PatternSearch>& patterns_;
    Strategy strategy_;
    std::vector<std::string> columns_;
    std::deque<VrtSection> open_;
    std::size_t open_bytes_ = 0;
    std::uint32_t searched_ = 0;  // tokens of the first open section
    std::uint64_t sections_ = 0;
    std::uint64_t tokens_ = 0;  // of sections that were handed back
    // By pattern: hits that share no end with an earlier one; ends count over the whole input.
    std::vector<std::vector<std::uint64_t>> taken_ends_;
};

}  // namespace lede::search
