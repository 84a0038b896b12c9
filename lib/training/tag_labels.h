// Tag labels: tag names to the tag sets of the model room, and the labels of the tagger's model.
//
//   upos_of("NOUN") -> Upos::kNoun      tag_label("NN", "NOUN") -> "NN NOUN"
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/token.h"

namespace lede::training {

// Nothing if there is no such tag.
std::optional<Upos> upos_of(std::string_view name);
std::optional<Xpos> xpos_of(std::string_view name);

}  // namespace lede::training
