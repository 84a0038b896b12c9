// Noun phrases beside a cue: "the head of the agency" before "said", "Kim Jong Un" after it.
//
// A chunker over word classes and tags, no parser: a phrase begins at a determiner, a name or the
// clause's edge, and goes on over "of" and, where nothing else could own them, other prepositions.
#pragma once

#include <optional>

#include "quotes/token_facts.h"

namespace lede::quotes {

struct NounPhrase {
    std::uint32_t begin = 0;  // tokens
    std::uint32_t end = 0;
    friend bool operator==(const NounPhrase&, const NounPhrase&) = default;
};

// The phrase whose last token is `end - 1`, not reaching below `floor`. None if no noun, name or
// pronoun stands there.
std::optional<NounPhrase> noun_phrase_before(const View& view, std::uint32_t end,
                                             std::uint32_t floor);

// The phrase that begins at `begin`, not reaching `ceiling`. `wide` also takes prepositional
// phrases ("a person with knowledge of the talks").
std::optional<NounPhrase> noun_phrase_after(const View& view, std::uint32_t begin,
                                            std::uint32_t ceiling, bool wide);

// Whether the phrase names a time only: "this time", "last week".
bool is_time(const View& view, const NounPhrase& phrase);

}  // namespace lede::quotes
