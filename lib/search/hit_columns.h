// HitColumns: values of a hit's tokens and of the regions around it, as columns of a table.
//
//   HitColumns::parse("lemma,match.upos,entity.type,text.published")
//   columns.row(table, {17, 19})   ->   "export rule\tNOUN\t\t2019-02-20"
//
// A name alone gives the values of all tokens of the hit, match.NAME and matchend.NAME those of its
// first and its last token; REGION.NAME is read of the region that begins at the hit, or else of
// the innermost one around its first token.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/layers.h"
#include "search/pattern_search.h"
#include "search/token_table.h"

namespace lede::search {

class HitColumns {
  public:
    // Names between commas, in the order of the columns.
    static HitColumns parse(std::string_view list);

    bool empty() const { return names_.empty(); }
    // The layers of a Document that the columns are read from, tokens among them.
    Layers layers() const;
    // The names between tabs.
    std::string header() const;
    // The values between tabs, without tabs or line feeds in them. Throws UnknownAttribute where
    // the table has no such attribute or region.
    std::string row(const TokenTable& table, TokenHit hit) const;

  private:
    std::vector<std::string> names_;
};

}  // namespace lede::search
