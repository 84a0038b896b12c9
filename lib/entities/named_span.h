// NamedSpan: a name that a finder proposes, in tokens; what the finders of this room hand on.
//
//   "President Donald Trump met Kim"   tokens 1 to 3, PERSON
#pragma once

#include <cstdint>
#include <string_view>

#include "model/annotation.h"
#include "model/mention.h"

namespace lede::entities {

struct NamedSpan {
    std::uint32_t first = 0;  // token
    std::uint32_t last = 0;   // one past the last token
    EntityType type = EntityType::kPerson;
    float confidence = kCertain;
    std::string_view link = {};  // from a table; empty: none
    friend bool operator==(const NamedSpan&, const NamedSpan&) = default;
};

}  // namespace lede::entities
