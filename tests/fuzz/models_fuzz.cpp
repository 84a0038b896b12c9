// Any bytes are either opened as a model or refused, and an opened one reads only inside them.
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "learning/sequence_model.h"
#include "learning/word_classes.h"
#include "tokens/lemma_rules.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lede;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try {
        const learning::WordClasses classes(bytes);
        for (std::uint64_t word = 0; word < 64; ++word) classes.find(learning::mix(word, word));
    } catch (const std::runtime_error&) {
    }
    try {
        const tokens::LemmaRules rules(bytes, {});
        std::string lemma;
        for (const char* form : {"studies", "went", "States", "é"})
            rules.append_lemma(form, 0, Upos::kNoun, lemma);
    } catch (const std::runtime_error&) {
    }
    try {
        const learning::SequenceModel model(bytes);
        learning::FeatureSequence features;
        for (std::uint64_t i = 0; i < 64; ++i) {
            features.add(learning::mix(i, i));
            if (i % 4 == 3) features.end_position();
        }
        learning::EmissionScorer scorer(model, 2);
        scorer.score(features);
        learning::DecodeWorkspace workspace;
        std::vector<learning::Label> labels;
        std::vector<float> confidence;
        model.decode(scorer.emissions(), {}, workspace, labels, confidence);
    } catch (const std::runtime_error&) {
    }
    return 0;
}
