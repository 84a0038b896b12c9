// Automaton: a pattern as a nondeterministic automaton over token positions (Thompson 1968).
//
//   [lower="not"] []{0,2} [lower="but"]   ->   0 token(c0)  1 split(2,6)  2 token(any)  3 split …
//
// An instruction reads a token, branches, asks about the place between two tokens, or notes where a
// label stands. Labels and bounds that nothing asks for are not noted.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "search/conditions.h"
#include "search/pattern.h"
#include "search/query.h"

namespace lede::search {

struct Instruction {
    enum class Kind : std::uint8_t {
        kToken,     // reads one token that fulfils `condition`
        kSplit,     // goes on at `next` and at `other`
        kRegion,    // reads all tokens of a region that fulfils `condition`
        kOpenTag,   // such a region begins here; notes so in `slot`
        kCloseTag,  // a region ends here: the one noted in `slot`
        kNote,      // notes the token that follows in `slot`
        kAccept,
    };
    Kind kind = Kind::kAccept;
    std::uint32_t next = 0;
    std::uint32_t other = 0;
    std::uint32_t condition = kNone;  // kNone: any token or region
    std::uint32_t slot = kNone;       // kNone: nothing is noted or asked
    std::uint32_t region = kNone;     // into Automaton::regions
};

// A token or region that every match holds, and how many tokens of the match stand before it; or
// groups of them, one of which every match holds whole ("a" | "b" "c").
struct Anchor {
    std::uint32_t condition = kNone;
    std::uint32_t region = kNone;  // into Automaton::regions; kNone: a token
    std::uint32_t least = 0;
    std::uint32_t most = 0;  // or kUnbounded
    bool is_tag = false;     // stands before the token at its place, or behind the last one
    std::vector<std::vector<Anchor>> either = {};
};

struct Automaton {
    std::vector<Instruction> program;
    std::uint32_t start = 0;
    std::uint32_t slots = 0;  // places to note
    std::vector<std::string> regions;
    ConditionSet conditions;
    std::vector<Anchor> anchors;
    std::uint32_t where = kNone;  // condition of the whole match
    // Whether each step depends on the token at hand alone: no places noted, no whole regions.
    bool is_plain = true;
};

// Cost and size are linear in the pattern with its repeats written out, which must not be more than
// some ten thousand tokens.
std::variant<Automaton, QueryError> build_automaton(const PatternQuery& query);

}  // namespace lede::search
