// Sentences of treebanks that the model has not seen: F1 does not fall below what was reached.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "tokens/tokenizer.h"
#include "training/treebank_text.h"

using namespace lede;

namespace {

std::string treebank(const char* name) {
    const char* named = std::getenv("LEDE_CORPORA");
    const std::filesystem::path root =
        named ? std::filesystem::path(named)
              : std::filesystem::path(LEDE_SOURCE_DIR) / "../shared/corpora";
    std::ifstream stream(root / "ud" / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// Sentences whose begin and end are both right. A treebank's paragraph is one block.
double sentence_f1(const std::string& conllu) {
    const tokens::Tokenizer tokenizer{Lexicon()};
    double gold = 0, found = 0, right = 0;
    for (const auto& paragraph : training::read_treebank_text(conllu)) {
        Article article;
        article.text = paragraph.text;
        article.blocks = {{make_span(0, article.text.size()), BlockKind::kParagraph}};
        std::vector<Token> words;
        std::vector<Sentence> sentences;
        tokenizer.tokenize(article, words, sentences);
        std::set<std::pair<std::uint32_t, std::uint32_t>> spans;
        std::uint32_t begin = 0;
        for (const std::uint32_t end : paragraph.sentence_ends) {
            while (article.text[begin] == ' ') ++begin;
            spans.emplace(begin, end);
            begin = end;
        }
        gold += static_cast<double>(spans.size());
        found += static_cast<double>(sentences.size());
        for (const Sentence& sentence : sentences)
            right += static_cast<double>(spans.count({sentence.span.begin, sentence.span.end}));
    }
    return 200 * right / (gold + found);
}

}  // namespace

TEST_CASE("sentences of the development treebanks keep their accuracy") {
    const std::string ewt = treebank("en_ewt-ud-dev.conllu");
    const std::string gum = treebank("en_gum-ud-dev-open.conllu");
    if (ewt.empty() || gum.empty()) {
        WARN("skipped: no treebanks (set LEDE_CORPORA)");
        return;
    }
    CHECK(sentence_f1(ewt) >= 88.7);
    CHECK(sentence_f1(gum) >= 94.6);
}
