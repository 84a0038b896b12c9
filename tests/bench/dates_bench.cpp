// The dates layer alone, sentences given, against ICU's word segmentation of the same text in the
// same run.
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "dates/date_finder.h"
#include "lexicon/lexicon.h"
#include "tokens/tokenizer.h"

namespace {

const char* const kSamples[] = {"council-vote.txt", "data-transfer.txt", "export-controls.txt",
                                "river-pollution.txt"};

std::vector<lede::Document> read_samples(const lede::Lexicon& lexicon) {
    const lede::tokens::Tokenizer tokenizer(lexicon);
    std::vector<lede::Document> documents;
    for (const char* name : kSamples) {
        std::ifstream file(std::string(LEDE_SOURCE_DIR "/data/samples/") + name);
        lede::Document document;
        document.article.published = "2019-02-20";
        document.article.text.assign(std::istreambuf_iterator<char>(file), {});
        const std::string& text = document.article.text;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            if (end > begin) document.article.blocks.push_back({lede::make_span(begin, end)});
            begin = end + 1;
        }
        tokenizer.tokenize(document.article, document.tokens, document.sentences);
        documents.push_back(std::move(document));
    }
    return documents;
}

std::int64_t bytes_of(const std::vector<lede::Document>& documents) {
    std::size_t bytes = 0;
    for (const lede::Document& document : documents) bytes += document.text().size();
    return static_cast<std::int64_t>(bytes);
}

void find_dates(benchmark::State& state) {
    const lede::Lexicon lexicon;
    const std::vector<lede::Document> documents = read_samples(lexicon);
    const lede::dates::DateFinder finder(lexicon, {});
    for (auto _ : state)
        for (const lede::Document& document : documents)
            benchmark::DoNotOptimize(finder.find(document));
    state.SetBytesProcessed(state.iterations() * bytes_of(documents));
}
BENCHMARK(find_dates);

void compile_grammar(benchmark::State& state) {
    const lede::Lexicon lexicon;
    for (auto _ : state) {
        const lede::dates::DateFinder finder(lexicon, {});
        benchmark::DoNotOptimize(&finder);
    }
}
BENCHMARK(compile_grammar);

void segment_words_with_icu(benchmark::State& state) {
    const lede::Lexicon lexicon;
    const std::vector<lede::Document> documents = read_samples(lexicon);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status));
    std::vector<icu::UnicodeString> texts;
    for (const lede::Document& document : documents)
        texts.push_back(icu::UnicodeString::fromUTF8(document.article.text));
    for (auto _ : state) {
        for (const icu::UnicodeString& text : texts) {
            words->setText(text);
            std::int32_t count = 0;
            while (words->next() != icu::BreakIterator::DONE) ++count;
            benchmark::DoNotOptimize(count);
        }
    }
    state.SetBytesProcessed(state.iterations() * bytes_of(documents));
}
BENCHMARK(segment_words_with_icu);

}  // namespace

BENCHMARK_MAIN();
