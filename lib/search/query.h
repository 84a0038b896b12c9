// Query: what `lede-search` looks for, as a tree. One tree for every query syntax.
//
//   speaker:Trump(love) -nuclear   ->  and( field(speaker, "Trump", word(love)), not(word(nuclear))
//   )
//
// A query asks about a unit: the article, or a paragraph or sentence of it (`within`). It has two
// answers: whether the unit matches, and the hits, stretches of text that made it match. Hits are
// those of the words, phrases and regexes; a query of fields alone gives the fields' own spans.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "model/layers.h"
#include "search/pattern.h"

namespace lede::search {

enum class Unit : std::uint8_t { kArticle, kParagraph, kSentence };

enum class NodeKind : std::uint8_t {
    kWords,  // one word or a phrase; `prefix` lets the last word go on
    kRegex,  // RE2 syntax
    kField,  // field:value, with the asked region's inner query as only child, if any
    kNear,   // children within `distance` words of each other
    kNot,
    kAnd,
    kOr,
    kPattern,  // over tokens
};

struct Node {
    NodeKind kind = NodeKind::kAnd;
    std::string text;            // words, regex, or the field's value
    std::string field;           // kField: its name
    bool prefix = false;         // kWords: "sanction*"
    bool ignore_case = true;     // kWords, kRegex
    bool whole_words = false;    // kRegex: no match may begin or end inside a word
    bool is_regex = false;       // kField: the value stood between slashes
    std::uint32_t distance = 0;  // kNear
    std::size_t position = 0;    // byte in the query text, for messages
    std::shared_ptr<const PatternQuery> pattern = nullptr;  // kPattern
    std::vector<Node> children = {};
};

struct Query {
    Node root;
    Unit unit = Unit::kArticle;
    Strategy strategy = Strategy::kStandard;  // of patterns
};

struct QueryError {
    std::size_t position = 0;  // byte in the query text
    std::string what;
};

// Lets every regex of the tree match whole words only.
void match_whole_words(Node& node);

// The layers that answering the query reads (blocks and text are always there).
Layers layers_of(const Query& query);

}  // namespace lede::search
