// PositionClasses: sorts positions into classes by what the fixed conditions of a pattern say of
// them, so that an automaton asks each condition once for a class and not once for a token.
//
//   [lower="the"] [shape="Xx"]     3 or 4 classes for a whole corpus: "the", Xx, neither, both
//
// The class of a token follows from the numbers of its attribute values, whose answers are kept;
// regexes run once for each distinct value that is met.
#pragma once

#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

#include "search/automaton.h"
#include "search/conditions.h"
#include "search/token_table.h"

namespace lede::search {

class PositionClasses {
  public:
    // All are borrowed.
    PositionClasses(const Automaton& automaton, const BoundConditions& bound,
                    const TokenTable& table);

    // The class of a position; the end of the table is one too, with no token.
    // The answers of nearby positions are remembered.
    std::uint32_t at(std::uint32_t position);

    // Whether the instruction's token, tag or region may stand at positions of this class. Only for
    // tokens with fixed conditions and for tags without slots.
    bool passes(std::uint32_t cls, std::uint32_t instruction) const {
        return passes_[cls][instruction];
    }

    // Whether the tag stands before the token at the position.
    bool has_tag(std::uint32_t instruction, std::uint32_t position) const;

  private:
    // What one column, or one kind of region, says of a position: a small number.
    struct Source {
        const TokenColumn* column = nullptr;
        const RegionColumns* region = nullptr;
        std::vector<std::uint32_t> nodes;      // conditions that read it
        std::vector<std::uint32_t> answer_of;  // by value or region; 0: not yet known
        std::map<std::vector<bool>, std::uint32_t> answers;
        std::unordered_map<std::uint64_t, std::uint32_t> joined;  // with the sources before it
    };
    struct Remembered {
        std::uint32_t position = kNone;
        std::uint32_t cls = 0;
    };

    void add_sources(const ConditionSet& set);
    std::uint32_t answer(Source& source, std::uint32_t position);
    std::uint32_t tag_answer(std::uint32_t position);
    std::uint32_t compute(std::uint32_t position);
    void describe(std::uint32_t cls, std::uint32_t position);

    const Automaton& automaton_;
    const BoundConditions& bound_;
    const TokenTable& table_;
    std::vector<Source> sources_;
    std::vector<std::uint32_t> tags_;  // instructions that ask for bounds without noting them
    std::map<std::vector<bool>, std::uint32_t> tag_answers_;
    std::unordered_map<std::uint64_t, std::uint32_t> joined_tags_;
    std::vector<Remembered> remembered_;
    std::vector<std::vector<bool>> passes_;  // by class, then instruction
};

}  // namespace lede::search
