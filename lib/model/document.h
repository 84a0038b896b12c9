// Document: an article and the layers that the annotators added.
//
// Each layer is a vector of small structs in text order. `computed` tells an empty layer from one
// that was not asked for. Plain data, no logic.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "model/citation.h"
#include "model/layers.h"
#include "model/mention.h"
#include "model/quote.h"
#include "model/timex.h"
#include "model/token.h"

namespace lede {

struct Document {
    Article article;
    Layers computed;

    std::vector<Sentence> sentences;
    std::vector<Token> tokens;
    std::vector<Upos> upos;    // parallel to tokens
    std::vector<Xpos> xpos;    // parallel to tokens
    std::string lemma_chars;   // the characters of all lemmas
    std::vector<Span> lemmas;  // parallel to tokens, into lemma_chars

    std::vector<Mention> mentions;
    std::vector<Entity> entities;
    std::vector<Timex> dates;
    std::vector<Quote> quotes;
    std::vector<Span> nonspeech;  // content of quote marks that hold no speech
    std::vector<Citation> citations;

    std::string_view text() const { return article.text; }
    std::string_view text_of(Span span) const { return span.of(article.text); }
    std::string_view token_text(std::size_t i) const { return tokens[i].span.of(article.text); }
    std::string_view lemma(std::size_t i) const { return lemmas[i].of(lemma_chars); }
};

}  // namespace lede
