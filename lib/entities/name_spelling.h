// Spellings: the different names of an article, and which one can be short for which.
//
//   "Trump" is part of the person "Donald J. Trump"; "IAEA" abbreviates "International Atomic
//   Energy Agency"; "Goldman" and "Goldman Sachs Inc." are short for "Goldman Sachs"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entities/small_words.h"
#include "model/mention.h"

namespace lede::entities {

// One name as the article spells it; all its mentions share it.
struct Spelling {
    std::string text;  // white space collapsed
    // Folded, without accents, initials and suffixes ("J.", "Jr.", "Inc.").
    std::vector<std::string> words;
    std::string initials;  // of all words, suffixes too
    EntityType type = EntityType::kPerson;
    std::string_view link;  // from a table; empty: none
    std::uint32_t count = 0;
};

Spelling make_spelling(std::string_view text, EntityType type, const SmallWords& small);

// "Kim" of "Kim Jong Un", "Trump" of "Donald Trump", "Bin Laden" of "Osama Bin Laden", "Ana Paz" of
// "Ana Paz Solis": some of its words in a row. Requires: both are persons.
bool is_part_of_person(const Spelling& part, const Spelling& full);

// "IAEA", "U.S.", "NAAFI" (small words may count or not).
bool is_acronym_of(const Spelling& acronym, const Spelling& full, const SmallWords& small);

// "Johns Hopkins" of "Johns Hopkins University", "Parliament" of "Norwegian Parliament".
bool is_short_name_of(const Spelling& part, const Spelling& full);

// Whether an acronym that stands in parentheses behind a name can be short for it: its letters
// stand in the name in this order, the first one at the begin of a word ("NAVFOR" of "Naval
// Forces", "SPA" of "Northern Area Structure Plan").
bool may_define(const Spelling& full, const Spelling& acronym);

// "New York" of "New York City", "Kano" of "Kano State", "Prussia" of "Kingdom of Prussia",
// "Heathrow Airport" of "London Heathrow Airport".
bool is_short_place_of(const Spelling& part, const Spelling& full, const SmallWords& small);

bool is_place(EntityType type);

}  // namespace lede::entities
