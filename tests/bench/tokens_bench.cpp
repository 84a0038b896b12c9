// Words and sentences against ICU on one text in one run: CPU time as ratios to ICU's UTF-8 words.
//
// The text is data/samples, or the file that LEDE_BENCH_TEXT names, cut into documents of 8 KB.
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "text/segmentation.h"
#include "text/utf8.h"
#include "tokens/tokenizer.h"

namespace {

using lede::Article;

constexpr std::size_t kDocument = 8 << 10;
constexpr std::size_t kBytes = 4 << 20;

std::string content_of(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string bench_text() {
    if (const char* named = std::getenv("LEDE_BENCH_TEXT")) return content_of(named);
    std::vector<std::filesystem::path> paths;
    for (const auto& file : std::filesystem::directory_iterator(
             std::filesystem::path(LEDE_SOURCE_DIR) / "data/samples"))
        if (file.path().extension() == ".txt") paths.push_back(file.path());
    std::sort(paths.begin(), paths.end());
    std::string once;
    for (const auto& path : paths) once += content_of(path) + "\n\n";
    std::string text;
    while (text.size() < kBytes && !once.empty()) text += once;
    return text;
}

std::vector<Article> bench_articles() {
    const std::string text = lede::utf8::repair(bench_text());
    std::vector<Article> articles;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin + kDocument), text.size());
        Article article;
        article.text = text.substr(begin, end - begin);
        for (std::size_t at = 0; at < article.text.size();) {
            const std::size_t stop = std::min(article.text.find("\n\n", at), article.text.size());
            if (stop > at) article.blocks.push_back({lede::make_span(at, stop), {}});
            at = stop + 2;
        }
        articles.push_back(std::move(article));
        begin = end;
    }
    return articles;
}

const std::vector<Article>& articles() {
    static const std::vector<Article> all = bench_articles();
    return all;
}

std::size_t total_bytes() {
    std::size_t bytes = 0;
    for (const Article& article : articles()) bytes += article.text.size();
    return bytes;
}

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void icu_words(icu::BreakIterator& words) {
    for (const Article& article : articles()) {
        UErrorCode status = U_ZERO_ERROR;
        UText* text = utext_openUTF8(nullptr, article.text.data(),
                                     static_cast<std::int64_t>(article.text.size()), &status);
        words.setText(text, status);
        std::int32_t sum = 0;
        for (std::int32_t end = words.first(); end != icu::BreakIterator::DONE; end = words.next())
            sum += end;
        benchmark::DoNotOptimize(sum);
        utext_close(text);
    }
}

std::unique_ptr<icu::BreakIterator> icu_iterator() {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
}

// Runs `once` and ICU in turn, so that a slow moment of the machine hits both.
void compare(benchmark::State& state, const std::function<void()>& once) {
    const auto words = icu_iterator();
    double own = 0, icu = 0;
    for (auto _ : state) {
        const double begin = cpu_seconds();
        icu_words(*words);
        const double middle = cpu_seconds();
        once();
        const double end = cpu_seconds();
        icu += middle - begin;
        own += end - middle;
        state.SetIterationTime(end - middle);
    }
    const double mega = static_cast<double>(total_bytes()) * 1e-6;
    state.counters["x_icu"] = icu / own;
    state.counters["MB/s"] = mega * static_cast<double>(state.iterations()) / own;
    state.counters["icu_MB/s"] = mega * static_cast<double>(state.iterations()) / icu;
}

void uax29_words(benchmark::State& state) {
    lede::WordSegmenter segmenter;
    std::vector<lede::WordSegment> segments;
    compare(state, [&] {
        for (const Article& article : articles()) {
            segments.clear();
            segmenter.append_segments(article.text, segments);
            benchmark::DoNotOptimize(segments.data());
        }
    });
}

void tokens_alone(benchmark::State& state) {
    const lede::tokens::Tokenizer tokenizer{lede::Lexicon()};
    std::vector<lede::Token> tokens;
    compare(state, [&] {
        for (const Article& article : articles()) {
            tokens.clear();
            tokenizer.tokenize(article, tokens);
            benchmark::DoNotOptimize(tokens.data());
        }
    });
}

void tokens_with_sentences(benchmark::State& state) {
    const lede::tokens::Tokenizer tokenizer{lede::Lexicon()};
    std::vector<lede::Token> tokens;
    std::vector<lede::Sentence> sentences;
    compare(state, [&] {
        for (const Article& article : articles()) {
            tokens.clear();
            sentences.clear();
            tokenizer.tokenize(article, tokens, sentences);
            benchmark::DoNotOptimize(sentences.data());
        }
    });
}

BENCHMARK(uax29_words)->UseManualTime()->Iterations(9);
BENCHMARK(tokens_alone)->UseManualTime()->Iterations(9);
BENCHMARK(tokens_with_sentences)->UseManualTime()->Iterations(9);

}  // namespace

BENCHMARK_MAIN();
