// Pattern: a query over tokens and regions, as CQP and Sketch Engine write it, as a tree.
//
//   a:[lower="from"] []{1,6} b:[lower="to"] :: distance(a,b) >= 4 within s
//
//   pattern    sequence(token a, repeat 1..6 (token), token b)
//   where      compare(distance(a,b), >=, 4)
//   inside     region s
//
// A pattern matches stretches of whole tokens. Plain data: `cql_parser.h` makes it,
// `pattern_search.h` answers it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/layers.h"

namespace lede::search {

enum class Relation : std::uint8_t {
    kEqual,
    kUnequal,
    kLess,
    kLessOrEqual,
    kGreater,
    kGreaterOrEqual
};

// How the right side of a comparison is written.
enum class ValueForm : std::uint8_t {
    kText,     // "sanctions?": a regex (RE2) for the whole value
    kName,     // the same of a region: whole words of it in any case, /a regex/, or the beginning
               // of /an/identifier
    kLiteral,  // l"U.S.": the value itself
    kOrdered,  // 2016-01-01, 4: numbers and days by size
};

// Where a value is read from.
struct Operand {
    enum class Kind : std::uint8_t { kAttribute, kDistance, kAbsoluteDistance, kConstant };
    Kind kind = Kind::kAttribute;
    std::string label;  // a.lower: "a"; empty: the token at hand
    std::string name;   // "lower"; a region's attribute, "text_date"; kConstant: the value itself
    std::string other_label;   // distances: the second label
    bool in_tag = false;       // of the region at hand: <quote speaker=…/>
    std::size_t position = 0;  // byte in the query text
};

// A truth about one token, one region or one whole match.
struct Condition {
    enum class Kind : std::uint8_t { kTrue, kAnd, kOr, kNot, kExists, kCompare };
    Kind kind = Kind::kTrue;
    std::vector<Condition> children;  // kAnd, kOr, kNot
    Operand left;                     // kExists, kCompare
    Relation relation = Relation::kEqual;
    std::optional<Operand> right;  // kCompare with another value; else with `value`
    std::string value;
    ValueForm form = ValueForm::kText;
    bool fold_case = false;        // %c
    bool fold_diacritics = false;  // %d
};

inline constexpr std::uint32_t kUnbounded = 0xFFFFFFFF;

struct Pattern {
    enum class Kind : std::uint8_t {
        kToken,
        kSequence,
        kEither,
        kRepeat,
        kOpenTag,   // <s>: between tokens, where a region begins
        kCloseTag,  // </s>: where the region ends that the tag before it opened
        kRegion,    // <quote/>: all tokens of a region
    };
    Kind kind = Kind::kSequence;
    std::string label;              // a:[…]; empty: none
    std::string region;             // tags and regions: its name
    Condition condition;            // kToken; tags and regions: of their attributes
    std::uint32_t at_least = 1;     // kRepeat
    std::uint32_t at_most = 1;      // kRepeat; or kUnbounded
    std::vector<Pattern> children;  // kSequence, kEither, kRepeat
    std::size_t position = 0;       // byte in the query text
};

// MU(meet A B -3 3): tokens of A with one of B in the window, or in the same region.
struct Meet {
    std::optional<Condition> token;  // a leaf
    std::vector<Meet> pair;          // otherwise two of them
    std::int32_t from = 0;           // tokens before (negative) or after
    std::int32_t to = 0;
    std::string region;  // not empty: instead of the window
};

struct PatternQuery;

// `within s`, `within 3 s`, `within <quote/>`, `containing [lower="kim"]`.
struct Surrounding {
    enum class Kind : std::uint8_t { kWithinRegion, kWithinTokens, kWithin, kContaining };
    Kind kind = Kind::kWithinRegion;
    std::string region;                   // kWithinRegion
    std::uint32_t count = 1;              // of regions or tokens
    bool negated = false;                 // !within, !containing
    std::vector<PatternQuery> operation;  // kWithin, kContaining: one
};

struct PatternQuery {
    Pattern pattern;
    std::optional<Meet> meet;  // instead of the pattern
    std::optional<Condition> where;
    std::vector<Surrounding> surroundings;
};

// Which of all stretches that match are hits: see `pattern_search.h`.
enum class Strategy : std::uint8_t { kStandard, kLongest, kShortest, kAll };

// The layers of a Document that answering reads. Attributes that no layer gives count for nothing.
Layers layers_of(const PatternQuery& query);
// The same of the name of an attribute or region: "lemma", "entity", "quote_speaker".
Layers layers_of(std::string_view name);

}  // namespace lede::search
