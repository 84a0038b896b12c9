// Where in an index a search has to look: at the rarest thing that every match holds.
//
//   [lower="in"] [lower="front"] [lower="of"]    in 360,000, front 4,000, of 480,000 times
//     -> only begins one token before a "front"
//
// Without an index, or where nothing rare is asked for, everywhere.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "search/automaton.h"
#include "search/conditions.h"
#include "search/pattern.h"
#include "search/token_table.h"

namespace lede::search {

// Begins [first, last).
struct BeginRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

// Ranges in order that do not overlap, within [first, last). No match begins outside of them.
std::vector<BeginRange> plan_begins(const Automaton& automaton, const BoundConditions& bound,
                                    const TokenTable& table,
                                    const std::vector<Surrounding>& surroundings, BeginRange all);

// Ascending positions that hold all tokens that fulfil the condition, and perhaps more; nothing if
// no index tells. Conditions must be fixed.
std::optional<std::vector<std::uint32_t>> candidate_tokens(const ConditionSet& conditions,
                                                           const BoundConditions& bound,
                                                           std::uint32_t condition);

// Exactly the tokens that fulfil the condition, ascending; nothing if no index tells them.
std::optional<std::vector<std::uint32_t>> fulfilling_tokens(const ConditionSet& conditions,
                                                            const BoundConditions& bound,
                                                            std::uint32_t condition);

}  // namespace lede::search
