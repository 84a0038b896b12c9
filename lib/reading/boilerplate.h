// What becomes of text that is no part of the article: menus, appeals, footers.
//
//   kMark: blocks of kind boilerplate, which annotators pass over (the default)
//   kKeep: paragraphs like all others
//   kDrop: gone from the text
#pragma once

#include <cstdint>

#include "model/article.h"

namespace lede::reading {

enum class BoilerplatePolicy : std::uint8_t { kMark, kKeep, kDrop };

// Applies the policy to an article whose blocks are known. Dropping makes a new text, into which
// the blocks that stay then point; the white space after a dropped block goes with it. Linear.
void apply_boilerplate_policy(BoilerplatePolicy policy, Article& article);

}  // namespace lede::reading
