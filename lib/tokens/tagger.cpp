#include "tokens/tagger.h"

namespace lede::tokens {

Tagger::Tagger(const Lexicon&) {}

void Tagger::tag(Document& document) const {
    document.upos.assign(document.tokens.size(), Upos::kX);
    document.xpos.assign(document.tokens.size(), 0);
}

void Tagger::lemmatize(Document& document) const {
    document.lemmas.assign(document.tokens.size(), Span{});
}

}  // namespace lede::tokens
