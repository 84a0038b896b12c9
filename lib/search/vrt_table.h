// Vertical text (VRT) as a TokenTable: every column an attribute, every tag a region.
//
//   <text id="a" date="2019-02-20">      columns named word,pos:
//   <s>                                  tokens   word=Kim pos=NNP   word=left pos=VBD
//   Kim<TAB>NNP                          regions  text[id=a date=2019-02-20]  s
//   left<TAB>VBD
//   </s></text>
//
// Words are taken as they stand, other than the text that `reading/vrt_article.h` makes of them.
// Columns that the file lacks are derived: lower and shape from the word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/token_table_builder.h"

namespace lede::search {

// The names of the columns: those in a comment of the section, as corpora carry them
// ("<!-- #vrt positional-attributes: word lemma pos -->"), else a guess by what stands in them:
// word, then upos, shape, lower, xpos, lemma where the values look so, else column2, column3.
std::vector<std::string> vrt_columns(std::string_view section);

// The attributes of a table of tokens with these columns.
std::vector<std::string> vrt_attributes(const std::vector<std::string>& columns);

// Adds a section of vertical text behind what the builder holds; matches may reach over its bounds.
// Requires: the builder's attributes are vrt_attributes(columns). Any bytes are legal: tags that
// are not closed end with the section. Linear.
void add_vrt(std::string_view section, const std::vector<std::string>& columns,
             TokenTableBuilder& builder);

}  // namespace lede::search
