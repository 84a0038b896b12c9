#include "tokens/tagger.h"

#include <algorithm>
#include <span>
#include <stdexcept>

namespace lede::tokens {
namespace {

// Longer sentences (tables, run-on text) are tagged in parts, so that memory stays flat.
constexpr std::size_t kLongestPart = 512;
// Nats: a narrower beam than is common; no tag of the dev treebanks is worse for it.
constexpr float kBeam = 3.0F;
// Rows that a scorer remembers, 160 bytes each.
constexpr std::size_t kRememberedRows = 1U << 14U;

template <std::size_t size>
std::size_t index_of(std::string_view name, const std::array<std::string_view, size>& names) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        throw std::runtime_error("tagger model has an unknown tag " + std::string(name));
    return static_cast<std::size_t>(found - names.begin());
}

}  // namespace

struct Tagger::Memory {
    explicit Memory(const learning::SequenceModel& model) : scorer(model, kRememberedRows) {}

    TagFeatures::Scratch features;
    learning::EmissionScorer scorer;
    learning::DecodeWorkspace decoding;
    std::vector<learning::Label> labels;
};

Tagger::~Tagger() = default;

Tagger::Tagger(const Lexicon& lexicon)
    : lexicon_(lexicon),
      model_(lexicon_.file("tokens/tagger.model")),
      features_(learning::WordClasses(lexicon_.file("learning/clusters.bin")),
                learning::WordClasses(lexicon_.file("tokens/word_kinds.bin"))),
      lemmas_(lexicon_.file("tokens/lemmas.model"),
              learning::WordClasses(lexicon_.file("tokens/word_kinds.bin"))),
      memory_(std::make_unique<learning::WorkspacePool<Memory>>(
          [this] { return std::make_unique<Memory>(model_); })) {
    for (const std::string_view label : model_.labels()) {
        const std::size_t space = std::min(label.find(' '), label.size() - 1);
        tags_.emplace_back(static_cast<Xpos>(index_of(label.substr(0, space), kXposNames)),
                           static_cast<Upos>(index_of(label.substr(space + 1), kUposNames)));
    }
}

void Tagger::tag(Document& document) const {
    document.upos.assign(document.tokens.size(), Upos::kX);
    document.xpos.assign(document.tokens.size(), 0);
    const auto memory = memory_->borrow();
    for (const Sentence& sentence : document.sentences) {
        for (std::size_t begin = sentence.first_token; begin < sentence.last_token;
             begin += kLongestPart) {
            const std::size_t size = std::min(kLongestPart, sentence.last_token - begin);
            features_.compute(document.text(), std::span(document.tokens).subspan(begin, size),
                              memory->features, memory->scorer);
            model_.decode(memory->scorer.emissions(), {.beam = kBeam}, memory->decoding,
                          memory->labels);
            for (std::size_t i = 0; i < size; ++i)
                std::tie(document.xpos[begin + i], document.upos[begin + i]) =
                    tags_[memory->labels[i]];
        }
    }
}

void Tagger::lemmatize(Document& document) const {
    document.lemmas.clear();
    document.lemma_chars.clear();
    for (std::size_t i = 0; i < document.tokens.size(); ++i) {
        const std::size_t begin = document.lemma_chars.size();
        lemmas_.append_lemma(document.token_text(i), document.xpos[i], document.upos[i],
                             document.lemma_chars);
        document.lemmas.push_back(make_span(begin, document.lemma_chars.size()));
    }
}

}  // namespace lede::tokens
