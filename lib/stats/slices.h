// Slices: an article's text without its boilerplate, in pieces that can be segmented apart.
//
//   "Skip to main content\n\nMinisters met. …"   ->   the part from "Ministers" on, in pieces of
//                                                     64 KiB that end at white space
//
// A word never crosses the border of two slices: they are cut where white space follows an ASCII
// character, before which every rule of Unicode segmentation breaks. So memory for the segments is
// bounded, whatever the size of the article.
#pragma once

#include <vector>

#include "model/article.h"

namespace lede::stats {

// In text order. Blocks that are no boilerplate run together, as does everything that is in no
// block.
std::vector<Span> text_slices(const Article& article);

}  // namespace lede::stats
