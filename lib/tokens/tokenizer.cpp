#include "tokens/tokenizer.h"

#include "tokens/characters.h"
#include "tokens/chunk_scanner.h"

namespace lede::tokens {
namespace {

std::size_t skip_space(std::string_view text, std::size_t at, std::size_t limit) {
    while (at < limit) {
        const std::size_t size = space_size(text, at);
        if (size == 0) break;
        at += size;
    }
    return at;
}

std::size_t chunk_end(std::string_view text, std::size_t at, std::size_t limit) {
    while (at < limit) {
        const std::uint8_t c = byte_class(text[at]);
        if (c & kSpaceByte) break;
        if ((c & kHighByte) && other_space_size(text, at)) break;
        ++at;
    }
    return at;
}

// "at 5 p.m." ends a sentence: p.m|.
void split_final_period(std::string_view text, std::vector<Token>& tokens) {
    const Span last = tokens.back().span;
    const std::string_view word = last.of(text);
    if (last.size() < 2 || word.back() != '.' || word[word.size() - 2] == '.') return;
    if (!is_letter_at(text, last.begin)) return;
    tokens.back().span.end -= 1;
    tokens.push_back({{last.end - 1, last.end}, false});
}

}  // namespace

Tokenizer::Tokenizer(const Lexicon& lexicon) : lists_(lexicon), splitter_(lists_) {}

void Tokenizer::tokenize(const Article& article, std::vector<Token>& tokens,
                         std::vector<Sentence>& sentences) const {
    const std::string_view text = article.text;
    ChunkScanner scanner(lists_, text);
    for (std::uint32_t block = 0; block < article.blocks.size(); ++block) {
        if (article.blocks[block].kind == BlockKind::kBoilerplate) continue;
        const std::size_t limit = article.blocks[block].span.end;
        std::size_t first = tokens.size();
        scanner.begin_block();
        std::size_t at = skip_space(text, article.blocks[block].span.begin, limit);
        while (at < limit) {
            const std::size_t end = chunk_end(text, at, limit);
            scanner.scan(make_span(at, end), tokens);
            at = skip_space(text, end, limit);
            const bool over = at == limit || splitter_.ends(text, tokens, {first, at, limit});
            if (!over) continue;
            split_final_period(text, tokens);
            sentences.push_back({{tokens[first].span.begin, tokens.back().span.end},
                                 static_cast<std::uint32_t>(first),
                                 static_cast<std::uint32_t>(tokens.size()),
                                 block});
            first = tokens.size();
        }
    }
}

}  // namespace lede::tokens
