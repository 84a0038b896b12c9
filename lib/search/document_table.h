// The tokens and layers of a Document as a TokenTable, under the record's own names.
//
//   attributes  word lower shape lemma upos xpos
//   regions     text[id source title byline publication published language meta.*]  p[kind]  s
//               entity[type entity text name link value currency]  date[type value mod from to
//               text] quote[kind speaker cue polarity text]  citation[kind id work title text]
//
// A region takes every token that it touches.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "search/token_table_builder.h"

namespace lede::search {

// The attributes that documents have where the layers were computed.
inline constexpr std::string_view kDocumentAttributes[] = {"word",  "lower", "shape",
                                                           "lemma", "upos",  "xpos"};

// An attribute that indexes keep beside these: what stands between the token before and this one.
// Words and blanks make up the text; what stands behind the last is the attribute "tail" of "text".
inline constexpr std::string_view kBlankAttribute = "blank";

// "X" two capitals or more and no small letter, "Xx" a capital first, "x" other words, "d" a digit
// first, "p" anything else.
std::string_view shape_of(std::string_view word);

// A document of a table whose attributes hold the words and, as "blank", what stands before them:
// its text, tokens, sentences, blocks and what is known of the article. Without blanks they are
// those that vertical text is read with. Requires: begin <= end <= table.size.
Document document_of(const TokenTable& table, std::uint32_t begin, std::uint32_t end,
                     std::string_view id);

// Adds the document behind what the builder holds, as a stretch of its own, with those of the
// builder's attributes that it has; the others are empty.
void add_document(const Document& document, TokenTableBuilder& builder);

}  // namespace lede::search
