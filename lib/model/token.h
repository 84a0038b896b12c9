// Token, Sentence, and the part-of-speech tag sets.
//
//   "Korea’s" -> tokens "Korea", "’s" (joined)        "don't" -> "do", "n't" (joined)
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/span.h"

namespace lede {

// A syntactic word in the sense of Universal Dependencies. `joined` tells that it continues the
// surface token before it (clitics).
struct Token {
    Span span;
    bool joined = false;
    friend bool operator==(const Token&, const Token&) = default;
};

struct Sentence {
    Span span;                      // from its first token to its last
    std::uint32_t first_token = 0;  // index into Document::tokens
    std::uint32_t last_token = 0;   // one past the last
    std::uint32_t block = kNone;    // index into Article::blocks
    friend bool operator==(const Sentence&, const Sentence&) = default;
};

// Universal part-of-speech tags, https://universaldependencies.org/u/pos/
enum class Upos : std::uint8_t {
    kAdj,
    kAdp,
    kAdv,
    kAux,
    kCconj,
    kDet,
    kIntj,
    kNoun,
    kNum,
    kPart,
    kPron,
    kPropn,
    kPunct,
    kSconj,
    kSym,
    kVerb,
    kX,
};

inline constexpr std::array<std::string_view, 17> kUposNames = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::string_view name_of(Upos tag) { return kUposNames[static_cast<std::size_t>(tag)]; }

// Penn Treebank tags as the English UD treebanks use them (xpos); an index into this table.
using Xpos = std::uint8_t;
inline constexpr std::array<std::string_view, 50> kXposNames = {
    "$",   "''",  ",",    "-LRB-", "-RRB-", ".",   ":",   "ADD", "AFX", "CC",  "CD", "DT",  "EX",
    "FW",  "GW",  "HYPH", "IN",    "JJ",    "JJR", "JJS", "LS",  "MD",  "NFP", "NN", "NNP", "NNPS",
    "NNS", "PDT", "POS",  "PRP",   "PRP$",  "RB",  "RBR", "RBS", "RP",  "SYM", "TO", "UH",  "VB",
    "VBD", "VBG", "VBN",  "VBP",   "VBZ",   "WDT", "WP",  "WP$", "WRB", "XX",  "``"};

}  // namespace lede
