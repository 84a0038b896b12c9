// Report: one act of saying as the patterns find it, before speakers are resolved.
#pragma once

#include <optional>
#include <vector>

#include "quotes/noun_phrase.h"

namespace lede::quotes {

enum class Polarity : std::uint8_t { kPositive, kNegative, kHypothetical };

// Tokens [begin, end) of content. `mark` names the marked span that is the whole piece, if one is.
struct Piece {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t mark = kNone;
};

struct Report {
    std::vector<Piece> pieces;
    std::optional<NounPhrase> speaker;
    std::uint32_t cue_begin = kNone;  // tokens; kNone: no cue
    std::uint32_t cue_end = kNone;
    Polarity polarity = Polarity::kPositive;
    CueClass cue_class = CueClass::kSpeech;
    int depth = 0;  // how many reports it stands inside
};

}  // namespace lede::quotes
