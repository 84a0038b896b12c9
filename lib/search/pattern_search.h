// PatternSearch: answers a pattern over a table of tokens.
//
//   auto search = PatternSearch::compile(query);
//   search.find(table, Strategy::kStandard)     ->  [17,19) [204,207) …
//
// Which of all stretches that match are hits is as in CQP 3.4.33:
//   standard   for each begin the nearest end; then for each end the first begin
//   longest    for each begin the furthest end; then for each end the first begin
//   shortest   for each begin the nearest end; then for each end the last begin
//   all        every stretch
// A match lies in one stretch of the table and, without "within", is no longer than 500 tokens;
// whole regions may be longer. Unlike CQP every way to place the labels is tried.
//
// Cost: linear in tokens for bounded patterns; for others linear in tokens times the length of
// matches. With labels in gaps each pair of places counts. Memory does not depend on the length of
// the table. Safe from many threads.
#pragma once

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include "search/pattern.h"
#include "search/query.h"
#include "search/token_table.h"

namespace lede::search {

// Tokens [begin, end).
struct TokenHit {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const TokenHit&, const TokenHit&) = default;
};

// Of hits in order of begin, those that the strategy keeps where several share an end. Linear.
std::vector<TokenHit> keep_one_for_each_end(std::vector<TokenHit> hits, Strategy strategy);

class PatternSearch {
  public:
    static std::variant<PatternSearch, QueryError> compile(const PatternQuery& query);
    ~PatternSearch();
    PatternSearch(PatternSearch&&) noexcept;

    // Hits that begin in [first, last), in order; positions of the table. Throws UnknownAttribute.
    std::vector<TokenHit> find(const TokenTable& table, Strategy strategy, std::uint32_t first = 0,
                               std::uint32_t last = kNone) const;

    // The hits for each begin, before ends are told apart: all kinds of surroundings want these,
    // and whoever looks through a text in parts.
    std::vector<TokenHit> find_each_begin(const TokenTable& table, Strategy strategy,
                                          std::uint32_t first = 0,
                                          std::uint32_t last = kNone) const;

  private:
    struct Compiled;
    explicit PatternSearch(std::unique_ptr<Compiled> compiled);
    std::unique_ptr<Compiled> compiled_;
};

}  // namespace lede::search
