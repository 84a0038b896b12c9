// NameTagger: names by a trained sequence model.
//
//   "Ji Sung-ho told Just Security"   -> [Ji Sung-ho|PER 0.97] [Just Security|ORG 0.74]
//
// A conditional random field over `NameFeatures`, with the coarse types that open corpora agree on.
// It does not tell cities from rivers, nor who is who.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "entities/name_features.h"
#include "learning/sequence_model.h"
#include "model/document.h"

namespace lede::entities {

enum class CoarseType : std::uint8_t { kPerson, kOrganisation, kLocation, kMiscellaneous };
inline constexpr std::array<std::string_view, 4> kCoarseTypeNames = {"PER", "ORG", "LOC", "MISC"};

struct TaggedName {
    std::uint32_t first = 0;  // token
    std::uint32_t last = 0;   // one past the last token
    CoarseType type = CoarseType::kPerson;
    float confidence = 1.0F;  // the least probable of its tokens
};

// Decodes the names of every sentence, in text order. `outside_bias` (nats) is added to the score
// of "no name": negative finds more. Linear; safe from many threads.
std::vector<TaggedName> tag_names(const Document& document, const NameFeatures& features,
                                  const PreparedDocument& prepared,
                                  const learning::SequenceModel& model, float outside_bias);

}  // namespace lede::entities
