// The tagger keeps its accuracy on the treebanks' dev parts, with their own tokens.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "learning/treebank.h"
#include "tokens/tagger.h"

using namespace lede;

namespace {

std::filesystem::path corpora() {
    const char* given = std::getenv("LEDE_CORPORA");
    if (given) return given;
    return std::filesystem::path(LEDE_SOURCE_DIR).parent_path() / "shared" / "corpora";
}

struct Shares {
    double upos = 0.0, lemmas = 0.0;
};

// Tags and lemmas that are right, in percent of words.
Shares shares_on(const std::string& file) {
    const Lexicon lexicon;
    const tokens::Tagger tagger(lexicon);
    std::size_t words = 0, upos = 0, lemmas = 0;
    for (learning::TreebankDocument& gold : learning::read_conllu(corpora() / "ud" / file)) {
        Document document;
        document.article.text = gold.text;
        for (const auto& sentence : gold.sentences) {
            const auto first = static_cast<std::uint32_t>(document.tokens.size());
            for (const auto& word : sentence.words)
                document.tokens.push_back({word.span, word.joined});
            document.sentences.push_back(
                {sentence.span, first, static_cast<std::uint32_t>(document.tokens.size())});
        }
        tagger.tag(document);
        tagger.lemmatize(document);
        std::size_t i = 0;
        for (const auto& sentence : gold.sentences) {
            for (const auto& word : sentence.words) {
                upos += name_of(document.upos[i]) == word.upos;
                lemmas += document.lemma(i) == word.lemma;
                ++i;
                ++words;
            }
        }
    }
    const auto share = [&](std::size_t n) {
        return 100.0 * static_cast<double>(n) / static_cast<double>(words);
    };
    return {share(upos), share(lemmas)};
}

}  // namespace

TEST_CASE("tags and lemmas of the treebanks' dev parts are mostly right") {
    if (!std::filesystem::exists(corpora() / "ud")) {
        WARN("skipped: no treebanks in " << corpora().string());
        return;
    }
    const Shares ewt = shares_on("en_ewt-ud-dev.conllu");
    CHECK(ewt.upos > 95.3);
    CHECK(ewt.lemmas > 96.5);
    const Shares gum = shares_on("en_gum-ud-dev-open.conllu");
    CHECK(gum.upos > 96.5);
    CHECK(gum.lemmas > 97.5);
}
