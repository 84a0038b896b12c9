// Other spellings of our identifiers: Akoma Ntoso and URN:LEX, as pure rewrites.
//
//   "/us/usc/t22/s9241/a/1"   akn     "/akn/us/act/usc/t22/~s9241__a__1"
//                             urnlex  "urn:lex:us:usc:t22~s9241-a-1"
//
// Akoma Ntoso Naming Convention 1.0 (OASIS, 2019): work, then "~" and the portion. URN:LEX, RFC
// 9676: jurisdiction, source, details, then "~" and the partition. Neither standard numbers U.S.
// sources, so the steps between are those of our own paths.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/citation.h"

namespace lede::citations {

enum class IdStyle : std::uint8_t { kUslm, kAkn, kUrnLex };

// `id` in the given style; `work` is the head of `id` that names the instrument. Empty stays empty.
std::string restyle(std::string_view id, std::string_view work, IdStyle style);

// Rewrites all identifiers of a citation.
void restyle(Citation& citation, IdStyle style);

}  // namespace lede::citations
