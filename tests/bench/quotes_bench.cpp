// The quotes layer alone, tokens and entities given, and pairing marks alone, against ICU's word
// segmentation of the same text in the same run.
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "pipeline/annotator.h"
#include "quotes/quote_finder.h"
#include "quotes/quote_marks.h"

namespace {

const char* const kSamples[] = {"council-vote.txt", "data-transfer.txt", "export-controls.txt",
                                "river-pollution.txt"};

// The sample articles, annotated up to entities.
std::vector<lede::Document> read_samples() {
    const lede::Lexicon lexicon;
    const lede::pipeline::Annotator annotator(
        lexicon, {.layers = {lede::Layer::kEntities, lede::Layer::kUpos}});
    std::vector<lede::Document> documents;
    for (const char* name : kSamples) {
        std::ifstream file(std::string(LEDE_SOURCE_DIR "/data/samples/") + name);
        std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
        lede::Article article{.id = name, .text = text};
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            if (end > begin) article.blocks.push_back({lede::make_span(begin, end)});
            begin = end + 1;
        }
        documents.push_back(annotator.annotate(std::move(article)));
    }
    return documents;
}

std::int64_t bytes_of(const std::vector<lede::Document>& documents) {
    std::size_t bytes = 0;
    for (const lede::Document& document : documents) bytes += document.text().size();
    return static_cast<std::int64_t>(bytes);
}

void find_quotes(benchmark::State& state) {
    const std::vector<lede::Document> documents = read_samples();
    const lede::Lexicon lexicon;
    const lede::quotes::QuoteFinder finder(lexicon, {});
    for (auto _ : state)
        for (const lede::Document& document : documents)
            benchmark::DoNotOptimize(finder.find(document));
    state.SetBytesProcessed(state.iterations() * bytes_of(documents));
}
BENCHMARK(find_quotes);

void pair_marks(benchmark::State& state) {
    const std::vector<lede::Document> documents = read_samples();
    const lede::quotes::WordClasses classes{lede::Lexicon()};
    for (auto _ : state)
        for (const lede::Document& document : documents)
            benchmark::DoNotOptimize(
                lede::quotes::find_marks(document.text(), document.article.blocks, classes));
    state.SetBytesProcessed(state.iterations() * bytes_of(documents));
}
BENCHMARK(pair_marks);

void segment_words_with_icu(benchmark::State& state) {
    const std::vector<lede::Document> documents = read_samples();
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status));
    std::vector<icu::UnicodeString> texts;
    for (const lede::Document& document : documents)
        texts.push_back(icu::UnicodeString::fromUTF8(document.article.text));
    for (auto _ : state)
        for (const icu::UnicodeString& text : texts) {
            words->setText(text);
            while (words->next() != icu::BreakIterator::DONE) benchmark::ClobberMemory();
        }
    state.SetBytesProcessed(state.iterations() * bytes_of(documents));
}
BENCHMARK(segment_words_with_icu);

}  // namespace

BENCHMARK_MAIN();
