// Name repairs: bounds of names that the tagger often misses.
//
//   [HARLOW - Otto Brandner] said   -> [HARLOW] - [Otto Brandner]    the dash of a dateline
//   King [Otto] II                  -> [Otto II]
//   [Omar Fattah] al-[Masri]        -> [Omar Fattah al-Masri]
//
// By the letters of the words alone; no name grows beyond its sentence.
#pragma once

#include <cstdint>
#include <vector>

#include "entities/name_tagger.h"
#include "entities/token_view.h"
#include "model/document.h"

namespace lede::entities {

// "de", "van der", "bin": small words of surnames.
bool is_particle(const Document& document, const PreparedDocument& prepared, std::uint32_t token);

// All require: names in text order, without overlaps, as are those they return. Linear but for a
// binary search where a name grows.

// Parts the place in capitals, where a report was written, from what begins the report.
std::vector<TaggedName> part_datelines(const Document& document,
                                       const std::vector<TaggedName>& names);

void add_ordinals(const Document& document, std::vector<TaggedName>& names);

// Joins parts of a person's name that only particles part.
std::vector<TaggedName> join_particles(const Document& document, const PreparedDocument& prepared,
                                       const std::vector<TaggedName>& names);

}  // namespace lede::entities
