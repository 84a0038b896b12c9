// What every annotation carries: where it stands.
#pragma once

#include "text/span.h"

namespace lede {

inline constexpr float kCertain = -1;  // no model decided: nothing is written

struct Place {
    Span span;
    std::uint32_t sentence = kNone;  // index into Document::sentences, set by relations
    std::uint32_t quote = kNone;     // index of the quote it stands in, set by relations
    float confidence = kCertain;     // 0 to 1 where a model decided
    friend bool operator==(const Place&, const Place&) = default;
};

}  // namespace lede
