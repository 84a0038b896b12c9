#include "tokens/tokenizer.h"

namespace lede::tokens {

Tokenizer::Tokenizer(const Lexicon&) {}

void Tokenizer::tokenize(const Article&, std::vector<Token>&, std::vector<Sentence>&) const {}

}  // namespace lede::tokens
