// Linker: joins pins and bases into citations.
//
//   "section 104(a) of title I of Public Law 114-122"  ->  one citation, /us/pl/114/122/tI/s104/a
//   "sections 5 and 7 of the Clayton Act"              ->  two, the second with the act's name
//
// Reads only the atoms and the few bytes between neighbours; linear.
#pragma once

#include <string_view>
#include <vector>

#include "citations/atoms.h"
#include "citations/law_book.h"

namespace lede::citations {

// What the linker knows of the text beyond its atoms.
struct LinkContext {
    const LawBook& book;
    std::string_view text;
    std::string_view here;  // "/us/usc/t16" where "this title" is that; "" if not known
};

// Citations in text order; ids are set, short forms resolved.
std::vector<Citation> link(const LinkContext& context, const Atoms& atoms);

}  // namespace lede::citations
