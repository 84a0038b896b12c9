#include "tokens/tokenizer.h"

#include "tokens/chunk_scanner.h"
#include "tokens/sentence_splitter.h"

namespace lede::tokens {
Tokenizer::Tokenizer(const Lexicon& lexicon)
    : lexicon_(lexicon), lists_(lexicon), model_(lexicon_.file("tokens/sentences.model")) {}

void Tokenizer::tokenize(const Article& article, std::vector<Token>& tokens,
                         std::vector<Sentence>& sentences) const {
    SentenceSplitter splitter(lists_, model_);
    ChunkScanner scanner(lists_, article.text);
    for (std::uint32_t block = 0; block < article.blocks.size(); ++block) {
        if (article.blocks[block].kind == BlockKind::kBoilerplate) continue;
        const std::size_t first = tokens.size();
        scanner.scan_block(article.blocks[block].span, tokens);
        splitter.split(article.text, first, block, tokens, sentences);
    }
}

void Tokenizer::tokenize(const Article& article, std::vector<Token>& tokens) const {
    ChunkScanner scanner(lists_, article.text);
    for (const Block& block : article.blocks)
        if (block.kind != BlockKind::kBoilerplate) scanner.scan_block(block.span, tokens);
}

}  // namespace lede::tokens
