// Citation identifiers in the form in which they are compared.
//
//   canonical_id("/us/cons/aI/s8/11") -> "/us/cons/a1/s8/c11"
//   work_of("/us/pl/95/625/s314/d")   -> "/us/pl/95/625"
#pragma once

#include <string>
#include <string_view>

namespace lede::evaluation {

// The identifier with one kind of dash, without spaces, versions, trailing notes and inner levels
// that cite nothing of their own; Roman numbers of the Constitution as digits. Empty stays empty.
std::string canonical_id(std::string_view id);

// The instrument that the identifier belongs to: title and section, law number, act, resolution.
std::string work_of(std::string_view id);

}  // namespace lede::evaluation
