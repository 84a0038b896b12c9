// LiteralGate: rules articles out before they are parsed or analysed.
//
//   sanctions -nuclear        every match holds "sanctions"
//   (korea OR pyongyang)      every match holds one of the two
//
// A query from which no literal follows (regexes, fields alone) lets everything pass. What passes
// may still not match; what is stopped cannot.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "search/query.h"
#include "text/literal_search.h"

namespace lede::search {

class LiteralGate {
  public:
    explicit LiteralGate(const Query& query);

    // Whether the query can match an article with this text.
    bool may_match(std::string_view text) const;

    // The same for an article that is still a line of JSON, in which letters may be escaped.
    bool may_match_json(std::string_view line) const;

    // Begins of the lines that may match, in any encoding or JSON, ascending. Linear times the
    // number of literals.
    std::vector<std::size_t> lines_that_may_match(std::string_view lines) const;

    bool lets_all_pass() const { return any_of_.empty(); }

    // What a text must hold one of; empty: nothing is known. ASCII letters and digits.
    const std::vector<LiteralSearch>& any_of() const { return any_of_; }

  private:
    std::size_t find_escaped_letter(std::string_view json, std::size_t from) const;

    std::vector<LiteralSearch> any_of_;
    LiteralSearch escape_;
};

}  // namespace lede::search
