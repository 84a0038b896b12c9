// Counting against a floor: words, pairs and diversity as ratios to a plain count of ASCII words in
// a hash map, on one text in one run.
//
// The text is data/samples, repeated, or the file that LEDE_BENCH_TEXT names. The floor lower-cases
// runs of letters and counts them in std::unordered_map: a tool would do so that knew no Unicode.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <unordered_map>
#include <vector>

#include "stats/association_measures.h"
#include "stats/diversity_measures.h"
#include "stats/frequency_counter.h"
#include "stats/pair_counter.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace {

using namespace lede;

constexpr std::size_t kBytes = 8 << 20;
constexpr stats::ItemRule kWords{.words = stats::WordRule::kUax29,
                                 .letters = stats::LetterCase::kLower};

std::string content_of(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

Document bench_document() {
    std::string once;
    if (const char* named = std::getenv("LEDE_BENCH_TEXT")) {
        once = content_of(named);
    } else {
        std::vector<std::filesystem::path> paths;
        for (const auto& file : std::filesystem::directory_iterator(
                 std::filesystem::path(LEDE_SOURCE_DIR) / "data/samples"))
            if (file.path().extension() == ".txt") paths.push_back(file.path());
        std::sort(paths.begin(), paths.end());
        for (const auto& path : paths) once += content_of(path) + "\n\n";
    }
    Document document;
    while (document.article.text.size() < kBytes && !once.empty())
        document.article.text += utf8::repair(once);
    return document;
}

const Document& document() {
    static const Document only = bench_document();
    return only;
}

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void count_plainly() {
    std::unordered_map<std::string, std::uint64_t> counts;
    std::string word;
    for (const char c : document().text()) {
        if (unicode::is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80) {
            word += unicode::ascii_lower(c);
        } else if (!word.empty()) {
            ++counts[word];
            word.clear();
        }
    }
    benchmark::DoNotOptimize(counts);
}

// Runs `once` and the floor in turn, so that a slow moment of the machine hits both.
void compare(benchmark::State& state, const std::function<void()>& once) {
    double own = 0, floor = 0;
    for (auto _ : state) {
        const double begin = cpu_seconds();
        count_plainly();
        const double middle = cpu_seconds();
        once();
        const double end = cpu_seconds();
        floor += middle - begin;
        own += end - middle;
        state.SetIterationTime(end - middle);
    }
    const double mega = static_cast<double>(document().text().size()) * 1e-6;
    state.counters["x_floor"] = own / floor;
    state.counters["MB/s"] = mega * static_cast<double>(state.iterations()) / own;
}

void words(benchmark::State& state) {
    compare(state, [] {
        stats::FrequencyCounter counter({.rule = kWords});
        counter.add(document());
        benchmark::DoNotOptimize(counter);
    });
}

void neighbours_by_g2(benchmark::State& state) {
    compare(state, [] {
        stats::PairCounter counter({.rule = kWords});
        counter.add(document());
        const auto* g2 = stats::find_association("g2");
        double best = 0;
        for (const stats::PairRow& row : counter.rows(5))
            best = std::max(best, g2->score(counter.table_of(row), {}));
        benchmark::DoNotOptimize(best);
    });
}

void mattr_and_mtld(benchmark::State& state) {
    stats::ItemReader reader(kWords);
    stats::Vocabulary vocabulary;
    stats::ItemSequence items;
    reader.read(document(), vocabulary, items);
    compare(state, [&] {
        const stats::Diversity diversity(items.ids);
        for (const char* name : {"mattr", "mtld"})
            benchmark::DoNotOptimize(stats::find_diversity(name)->score(diversity, {}));
    });
}

BENCHMARK(words)->UseManualTime()->Iterations(5);
BENCHMARK(neighbours_by_g2)->UseManualTime()->Iterations(5);
BENCHMARK(mattr_and_mtld)->UseManualTime()->Iterations(5);

}  // namespace

BENCHMARK_MAIN();
