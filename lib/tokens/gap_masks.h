// GapMasks: of 64 tokens and the gaps before them, what decides most gaps; one bit for each token.
//
//   Kim | left | . | "   lower 0b0010   nested 0b1000   after_stop 0b1000   spaced 0b0010
//
// Between most tokens no sentence can end: two plain words stand there. Bit operations find the
// other gaps, so that the splitter looks at these only.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/token.h"

namespace lede::tokens {

inline constexpr std::size_t kGroup = 64;

struct GapMasks {
    std::uint64_t lower = 0;        // the token begins with a lower-case ASCII letter
    std::uint64_t nested = 0;       // it begins with " ( ) [ or ]
    std::uint64_t after_stop = 0;   // the token before it ends in . ! or ?
    std::uint64_t after_quiet = 0;  // in an ASCII letter, digit, underscore or comma
    std::uint64_t spaced = 0;       // white space stands before it

    // The gaps where a sentence may end; of the first token of a text, there is none.
    std::uint64_t candidates() const { return after_stop | (spaced & ~(lower & after_quiet)); }
};

// How much a stretch of tokens looks like prose.
struct ProseCounts {
    std::size_t lower = 0;  // tokens that begin with a lower-case ASCII letter
    std::size_t stops = 0;  // tokens that are one . ! or ?
};

// Replaces `masks` by those of the tokens, kGroup a piece. Requires: tokens are not empty.
ProseCounts mask_gaps(std::string_view text, std::span<const Token> tokens,
                      std::vector<GapMasks>& masks);

}  // namespace lede::tokens
