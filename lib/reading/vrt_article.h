// Vertical text (VRT, as CWB, Sketch Engine and Korp read it): one token a line, tags on lines of
// their own.
//
//   <text id="a" date="2019-02-20">\n<s>\nKim\tNNP\nleft\tVBD\n<g/>\n.\t.\n</s>\n</text>
//   -> text "Kim left.", id "a", published 2019-02-20, meta columns [["NNP"],["VBD"],["."]]
//
// Words are joined by blanks, except after <g/> and where none stands in print (before a period,
// inside brackets). Attributes of the text go through the same names as other fields; the columns
// behind the word are kept for each token.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/article.h"
#include "model/result.h"

namespace lede::reading {

struct VrtText {
    std::vector<std::pair<std::string, std::string>> attributes;
    std::string text;
    std::vector<Block> blocks;
    std::string columns;  // a JSON array of arrays; empty if words stand alone
};

// Requires: valid UTF-8. Any lines are legal. Linear.
VrtText read_vrt(std::string_view section);

// Whether no blank stands between these words where the text is made: before "," and behind "(".
bool stands_close(std::string_view before, std::string_view word);

}  // namespace lede::reading
