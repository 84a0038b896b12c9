#include "evaluation/token_scores.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::evaluation {
namespace {

// A span with a label, so that both are compared at once.
using Labelled = std::pair<Span, std::string>;

// Bytes of a text to numbers of characters that are no white space.
class Positions {
  public:
    explicit Positions(std::string_view text) : before_(text.size() + 1, 0) {
        std::uint32_t count = 0;
        for (std::size_t at = 0; at < text.size();) {
            const utf8::Decoded c = utf8::decode(text, at);
            for (std::size_t k = 0; k < c.size; ++k) before_[at + k] = count;
            count += !unicode::is_space(c.code_point);
            at += c.size;
        }
        before_[text.size()] = count;
    }
    Span of(Span bytes) const {
        const auto last = static_cast<std::uint32_t>(before_.size() - 1);
        return {before_[std::min(bytes.begin, last)], before_[std::min(bytes.end, last)]};
    }
    std::uint32_t end() const { return before_.back(); }

  private:
    std::vector<std::uint32_t> before_;
};

// Agreements of two bags.
template <typename Value>
Tally compare(std::vector<Value> gold, std::vector<Value> system) {
    std::sort(gold.begin(), gold.end());
    std::sort(system.begin(), system.end());
    std::vector<Value> both;
    std::set_intersection(gold.begin(), gold.end(), system.begin(), system.end(),
                          std::back_inserter(both));
    return {gold.size(), system.size(), both.size()};
}

struct Layers {
    std::vector<Span> tokens, words, sentences;
    std::vector<std::uint32_t> bounds;
    std::vector<Labelled> upos, lemmas;
};

void add_bounds(std::uint32_t end, Layers& layers) {
    std::set<std::uint32_t> ends;
    for (const Span sentence : layers.sentences)
        if (sentence.end != end) ends.insert(sentence.end);
    layers.bounds.assign(ends.begin(), ends.end());
}

Layers layers_of(const learning::TreebankDocument& document, const Positions& positions) {
    Layers layers;
    for (const learning::TreebankSentence& sentence : document.sentences) {
        layers.sentences.push_back(positions.of(sentence.span));
        for (const learning::TreebankWord& word : sentence.words) {
            const Span span = positions.of(word.span);
            if (!word.joined) layers.tokens.push_back(span);
            layers.tokens.back().end = std::max(layers.tokens.back().end, span.end);
            if (word.fused && word.joined) continue;
            layers.words.push_back(span);
            // The words of a fused token have no spans, so nothing can be right about
            // them.
            layers.upos.emplace_back(span, word.fused ? "\n" : word.upos);
            layers.lemmas.emplace_back(span, word.fused ? "\n" : word.lemma);
        }
    }
    add_bounds(positions.end(), layers);
    return layers;
}

Layers layers_of(const Record& record, const Positions& positions) {
    Layers layers;
    const std::set<std::size_t> joined(record.joined.begin(), record.joined.end());
    for (std::size_t i = 0; i < record.tokens.size(); ++i) {
        const Span span = positions.of(record.tokens[i]);
        if (span.empty()) continue;
        layers.words.push_back(span);
        if (joined.count(i) > 0 && !layers.tokens.empty())
            layers.tokens.back().end = span.end;
        else
            layers.tokens.push_back(span);
        layers.upos.emplace_back(span, i < record.upos.size() ? record.upos[i] : "?");
        layers.lemmas.emplace_back(span, i < record.lemmas.size() ? record.lemmas[i] : "?");
    }
    for (const Span sentence : record.sentences)
        if (const Span span = positions.of(sentence); !span.empty())
            layers.sentences.push_back(span);
    add_bounds(positions.end(), layers);
    return layers;
}

}  // namespace

Scores score_tokens(std::span<const learning::TreebankDocument> gold,
                    const std::vector<Record>& system) {
    Scores scores = {{"Tokens", {}}, {"Words", {}}, {"Sentences", {}},
                     {"Bounds", {}}, {"UPOS", {}},  {"Lemmas", {}}};
    const RecordIndex records(system);
    bool has_upos = false, has_lemmas = false;
    for (const Record& record : system) {
        has_upos |= record.has_upos;
        has_lemmas |= record.has_lemmas;
    }
    for (const learning::TreebankDocument& document : gold) {
        const Positions positions(document.text);
        const Layers want = layers_of(document, positions);
        const Layers got = layers_of(records.at(document.id), positions);
        scores[0].tally += compare(want.tokens, got.tokens);
        scores[1].tally += compare(want.words, got.words);
        scores[2].tally += compare(want.sentences, got.sentences);
        scores[3].tally += compare(want.bounds, got.bounds);
        scores[4].tally += compare(want.upos, got.upos);
        scores[5].tally += compare(want.lemmas, got.lemmas);
    }
    if (!has_lemmas) scores.erase(scores.begin() + 5);
    if (!has_upos) scores.erase(scores.begin() + 4);
    return scores;
}

}  // namespace lede::evaluation
