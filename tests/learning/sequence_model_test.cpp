// The sequence model learns, decodes, and reads its file in place.
#include "learning/sequence_model.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <span>
#include <sstream>

#include "learning/bio.h"
#include "learning/crf_trainer.h"

using namespace lede::learning;

namespace {

constexpr std::array<std::string_view, 2> kTypes = {"PERSON", "GPE"};

std::vector<std::string> words_of(const std::string& sentence) {
    std::istringstream stream(sentence);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

FeatureSequence features_of(const std::string& sentence) {
    const std::vector<std::string> words = words_of(sentence);
    FeatureSequence features;
    for (std::size_t i = 0; i < words.size(); ++i) {
        features.add(feature(0, hash_bytes(words[i])));
        features.add(feature(1, hash_bytes(i > 0 ? words[i - 1] : "")));
        features.add(feature(2, words[i][0] >= 'A' && words[i][0] <= 'Z' ? 1U : 0U));
        features.end_position();
    }
    return features;
}

struct Example {
    const char* sentence;
    std::vector<LabelledSpan> spans;
};

std::string trained(int epochs = 20) {
    CrfTrainer trainer(bio_labels(kTypes), {.epochs = epochs,
                                            .l1 = 0.0F,
                                            .min_count = 1,
                                            .all_labels_count = 1,
                                            .prune = 0.01F,
                                            .allowed = bio_allowed});
    const std::vector<Example> examples = {
        {"Maria Lopez arrived in Lisbon on Monday", {{0, 2, 0}, {4, 5, 1}}},
        {"Officials in Cairo met Omar Haddad", {{2, 3, 1}, {4, 6, 0}}},
        {"The storm hit the coast", {}},
        {"Anna Berg flew to Oslo", {{0, 2, 0}, {4, 5, 1}}},
        {"The vote in Oslo pleased Maria Lopez", {{3, 4, 1}, {5, 7, 0}}},
    };
    for (const Example& example : examples) {
        const FeatureSequence features = features_of(example.sentence);
        trainer.add(features, labels_of_spans(example.spans, features.size()));
    }
    return trainer.train({});
}

// The labels of a sequence; `bias` as in EmissionScorer.
std::vector<Label> decoded(const SequenceModel& model, const FeatureSequence& features,
                           const DecodeOptions& options = {}, std::span<const float> bias = {}) {
    EmissionScorer scorer(model, 2, bias);
    scorer.score(features);
    DecodeWorkspace workspace;
    std::vector<Label> labels;
    model.decode(scorer.emissions(), options, workspace, labels);
    return labels;
}

std::vector<float> confidences(const SequenceModel& model, const FeatureSequence& features) {
    EmissionScorer scorer(model, 2);
    scorer.score(features);
    DecodeWorkspace workspace;
    std::vector<Label> labels;
    std::vector<float> confidence;
    model.decode(scorer.emissions(), {}, workspace, labels, confidence);
    return confidence;
}

}  // namespace

TEST_CASE("a trained model labels what it saw and new names in known contexts") {
    const std::string bytes = trained();
    const SequenceModel model(bytes);
    REQUIRE(spans_of_labels(decoded(model, features_of("Maria Lopez flew to Cairo"))) ==
            std::vector<LabelledSpan>{{0, 2, 0}, {4, 5, 1}});
    REQUIRE(spans_of_labels(decoded(model, features_of("The storm in Quito"))) ==
            std::vector<LabelledSpan>{{3, 4, 1}});
}

TEST_CASE("training twice with one seed gives the same bytes") {
    REQUIRE(trained(3) == trained(3));
}

TEST_CASE("a model forbids what training forbade, even against pins and bias") {
    const std::string bytes = trained();
    const SequenceModel model(bytes);
    const std::array<float, 5> bias = {0, 0, 0, 0, 50.0F};  // begs for I-GPE
    std::vector<Label> labels = decoded(model, features_of("The storm hit the coast"), {}, bias);
    REQUIRE(labels.front() != model.find_label("I-GPE"));
    for (std::size_t i = 1; i < labels.size(); ++i) REQUIRE(bio_allowed(labels[i - 1], labels[i]));

    FeatureSequence features;
    features.end_position(bio_begin(0));
    features.add(feature(0, hash_bytes("Nobody")));
    features.end_position();
    features.end_position(bio_inside(0));
    labels = decoded(model, features);
    REQUIRE(labels[0] == bio_begin(0));
    REQUIRE((labels[1] == bio_begin(0) || labels[1] == bio_inside(0)));
    REQUIRE(labels[2] == bio_inside(0));
}

TEST_CASE("confidence is a probability, high for what was seen and lower for what was not") {
    const std::string bytes = trained();
    const SequenceModel model(bytes);
    const std::vector<float> seen = confidences(model, features_of("Anna Berg flew to Oslo"));
    const std::vector<float> unseen = confidences(model, features_of("Nordic Berg Lisbon of Quux"));
    REQUIRE(*std::min_element(seen.begin(), seen.end()) > 0.9F);
    REQUIRE(*std::max_element(seen.begin(), seen.end()) <= 1.0F);
    REQUIRE(*std::min_element(unseen.begin(), unseen.end()) < 0.9F);
}

TEST_CASE("a wide beam and a narrow one agree on clear sentences, and long input is decoded") {
    const std::string bytes = trained();
    const SequenceModel model(bytes);
    std::string sentence;
    for (int i = 0; i < 3000; ++i) sentence += "Maria Lopez met officials in Cairo ";
    const FeatureSequence features = features_of(sentence);
    const std::vector<Label> wide = decoded(model, features, {.beam = 30.0F});
    REQUIRE(wide == decoded(model, features, {.beam = 6.0F}));
    REQUIRE(wide.size() == 18000);
    REQUIRE(decoded(model, FeatureSequence()).empty());
}

TEST_CASE("sums of groups of features are the same, remembered or not") {
    const std::string bytes = trained();
    const SequenceModel model(bytes);
    const std::vector<std::string> words =
        words_of("Maria Lopez flew to Oslo and Maria Lopez met Anna Berg in Oslo");
    EmissionScorer plain(model, 2), remembering(model, 4);
    for (int round = 0; round < 2; ++round) {
        plain.clear();
        remembering.clear();
        for (const std::string& word : words) {
            const std::uint64_t hash = hash_bytes(word);
            remembering.group(hash, [&] {
                remembering.add(feature(0, hash));
                remembering.add(feature(2, 1U));
            });
            for (EmissionScorer* scorer : {&plain, &remembering})
                scorer->add(feature(1, hash_bytes("in")));
            plain.add(feature(0, hash));
            plain.add(feature(2, 1U));
            plain.end_position();
            remembering.end_position();
        }
        for (std::size_t i = 0; i < words.size(); ++i)
            REQUIRE(std::equal(plain.emissions().row(i), plain.emissions().row(i + 1),
                               remembering.emissions().row(i)));
    }
}

TEST_CASE("broken model bytes are refused or read safely") {
    const std::string bytes = trained(2);
    for (std::size_t size = 0; size < bytes.size(); size += 7)
        REQUIRE_THROWS(SequenceModel(std::string_view(bytes).substr(0, size)));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string broken = bytes;
        broken[at] = static_cast<char>(broken[at] ^ 0x5A);
        try {
            const SequenceModel model(broken);
            const auto labels = decoded(model, features_of("Maria Lopez flew to Cairo"));
            REQUIRE(labels.size() == 5);
            for (const Label label : labels) REQUIRE(label < model.labels().size());
        } catch (const std::runtime_error&) {
        }
    }
}

TEST_CASE("spans and BIO labels are two forms of one thing") {
    const std::vector<LabelledSpan> spans = {{0, 2, 1}, {2, 3, 1}, {5, 6, 0}};
    REQUIRE(spans_of_labels(labels_of_spans(spans, 7)) == spans);
    const std::vector<Label> odd = {bio_inside(0), bio_inside(1), kOutside, bio_inside(1)};
    REQUIRE(spans_of_labels(odd) == std::vector<LabelledSpan>{{0, 1, 0}, {1, 2, 1}, {3, 4, 1}});
}
