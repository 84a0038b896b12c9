// NameTagger: names by a trained sequence model.
//
//   "Ji Sung-ho told Just Security"   -> [Ji Sung-ho|PER 0.97] [Just Security|ORG 0.74]
//
// A conditional random field over the name features, with the coarse types that open corpora agree
// on. It does not tell cities from rivers, nor who is who.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "entities/name_preparation.h"
#include "entities/token_view.h"
#include "learning/emissions.h"
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

// What a thread finds names with; kept from document to document. Requires: the model outlives it.
struct NameMemory {
    // `outside_bias` (nats) is added to the score of "no name": negative finds more.
    NameMemory(const learning::SequenceModel& model, float outside_bias);

    PreparationMemory preparation;
    PreparedDocument prepared;
    learning::EmissionScorer scorer;
    learning::DecodeWorkspace decoding;
    std::vector<learning::Label> labels;
    std::vector<float> confidence;
};

// Decodes the names of every sentence, in text order. Requires: memory.prepared is of the document.
// Linear; safe from many threads, each with its own memory.
std::vector<TaggedName> tag_names(const Document& document, const learning::SequenceModel& model,
                                  NameMemory& memory);

}  // namespace lede::entities
