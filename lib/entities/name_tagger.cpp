#include "entities/name_tagger.h"

#include <algorithm>

#include "entities/name_features.h"
#include "learning/bio.h"

namespace lede::entities {
namespace {

// Rows that a scorer remembers, 32 bytes each.
constexpr std::size_t kRememberedRows = 1U << 14U;

std::vector<float> bias_of(const learning::SequenceModel& model, float outside) {
    std::vector<float> bias(model.labels().size(), 0.0F);
    bias[learning::kOutside] = outside;
    return bias;
}

}  // namespace

NameMemory::NameMemory(const learning::SequenceModel& model, float outside_bias)
    : scorer(model, kRememberedRows, bias_of(model, outside_bias)) {}

std::vector<TaggedName> tag_names(const Document& document, const learning::SequenceModel& model,
                                  NameMemory& memory) {
    std::vector<TaggedName> names;
    const std::vector<float>& confidence = memory.confidence;
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        if (!write_name_features(document, memory.prepared, s, memory.scorer)) continue;
        model.decode(memory.scorer.emissions(), {}, memory.decoding, memory.labels,
                     memory.confidence);
        const std::uint32_t first = document.sentences[s].first_token;
        for (const learning::LabelledSpan& span : learning::spans_of_labels(memory.labels)) {
            const auto least =
                std::min_element(confidence.begin() + static_cast<std::ptrdiff_t>(span.begin),
                                 confidence.begin() + static_cast<std::ptrdiff_t>(span.end));
            names.push_back({first + static_cast<std::uint32_t>(span.begin),
                             first + static_cast<std::uint32_t>(span.end),
                             static_cast<CoarseType>(span.type), *least});
        }
    }
    return names;
}

}  // namespace lede::entities
