// Relations: what stands inside what, once all layers are there.
//
// Sets `sentence` and `quote` of every annotation, and the citation that a LAW mention names.
#pragma once

#include "model/document.h"

namespace lede::relations {

// Idempotent; linear in the number of annotations.
void relate(Document& document);

}  // namespace lede::relations
