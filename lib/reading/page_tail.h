// What stands at the end of a page's article and is none of it: "Follow her on Twitter", "Bo Berg
// contributed to this report", a last list of links, a heading with nothing below it.
//
//   paragraph · paragraph · "Follow Ann Lee on Twitter" · Ten Facts About Cod (link)
//   -> the two paragraphs
//
// The phrases are those of data/reading/line_cues.tsv that count in a tail. A note on the article
// itself ("This story has been updated") stays and does not end the tail. What stands before the
// last paragraph is left as it is.
#pragma once

#include <vector>

#include "reading/line_cues.h"
#include "reading/page_blocks.h"

namespace lede::reading {

// Unmarks the blocks of the tail in `is_body`, from the last one backwards, and never more than a
// quarter of the body. Requires: one flag for each block. Linear.
void cut_page_tail(const std::vector<PageBlock>& blocks, const LineCues& cues,
                   std::vector<bool>& is_body);

}  // namespace lede::reading
