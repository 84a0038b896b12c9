#include "entities/name_tagger.h"

#include <algorithm>

#include "learning/bio.h"

namespace lede::entities {

std::vector<TaggedName> tag_names(const Document& document, const NameFeatures& features,
                                  const PreparedDocument& prepared,
                                  const learning::SequenceModel& model, float outside_bias) {
    std::vector<TaggedName> names;
    learning::FeatureSequence sequence;
    learning::DecodeWorkspace workspace;
    std::vector<learning::Label> labels;
    std::vector<float> confidence;
    std::vector<float> bias(model.labels().size(), 0.0F);
    bias[learning::kOutside] = outside_bias;
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        features.write(document, prepared, s, sequence);
        model.decode(sequence, {.bias = bias}, workspace, labels, confidence);
        const std::uint32_t first = document.sentences[s].first_token;
        for (const learning::LabelledSpan& span : learning::spans_of_labels(labels)) {
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
