// A section of vertical text as a Document, with the tokens and sentences that it marks itself: for
// showing hits in their context.
#pragma once

#include <string_view>

#include "model/document.h"

namespace lede::search {

// `article` is what reading made of the same section. Its text holds the words of the section in
// their order, blanks between them. Linear.
Document vrt_document(Article article, std::string_view section);

}  // namespace lede::search
