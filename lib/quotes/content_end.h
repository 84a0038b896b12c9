// Where reported content ends: at another report, at what the narrator says of it, or with its
// clause.
//
//   "[the dam was safe], adding that"       "[the dam was safe], a claim that"
//   "[he would go] and the mayor said"      "[the dam was safe], a survey found"
//
// Commas alone end nothing: "she said the dam, built in 1931, was safe".
#pragma once

#include "quotes/report.h"

namespace lede::quotes {

// Whether the phrase at `at` names what was said before it, as the narrator does: "a claim that he
// denied", "a move that angered them".
bool names_content(const View& view, std::uint32_t at, std::uint32_t end);

// Where content that begins with the marked span at `begin` ends: with the span, if a comma follows
// (“…,” but he left), unless more reported content is joined to it (“…,” and that he would go).
std::uint32_t marked_content_end(const View& view, std::uint32_t cue, std::uint32_t begin,
                                 std::uint32_t end);

// Where the content clause that begins at `begin` ends; `end` is the sentence's end.
std::uint32_t clause_end(const View& view, std::uint32_t cue, std::uint32_t begin,
                         std::uint32_t end);

// Where content that is no clause ends: "to raise the wage", "the vote as a sham". A finite verb or
// a clause joined to it ("…, and she objects", "… and left") is outside.
std::uint32_t phrase_end(const View& view, std::uint32_t cue, std::uint32_t begin,
                         std::uint32_t end);

}  // namespace lede::quotes
