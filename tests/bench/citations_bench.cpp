// CitationFinder: MB/s of news-like and of legal text, and the time per MB of texts made to be slow
// as a ratio to news text.
#include <benchmark/benchmark.h>

#include <string>

#include "citations/citation_finder.h"

namespace {

using namespace lede;

constexpr std::size_t kBytes = 1 << 20;

std::string repeated(std::string_view unit) {
    std::string text;
    while (text.size() < kBytes) text += unit;
    return text;
}

std::string news() {
    return repeated(
        "The mayor said on Tuesday that the bridge would stay closed until the spring, when crews "
        "are due to replace the deck. Residents of the east bank have asked for a ferry since "
        "March, but the council has yet to find the money for it. Under the Clean Water Act the "
        "state must first approve the work, Governor Ellen Marsh told reporters in Albany.\n\n");
}

std::string legal() {
    return repeated(
        "Section 104(a) of the North Korea Sanctions and Policy Enhancement Act of 2016 (22 U.S.C. "
        "9214(a)) is amended by striking “may” and inserting “shall”, as provided in section 552a "
        "of title 5, United States Code, and Public Law 115–44 (131 Stat. 886).\n\n");
}

std::string numbers() {
    std::string text = "sections 1";
    for (int i = 2; text.size() < kBytes; ++i) text += ", " + std::to_string(i);
    return text;
}

void find_in(benchmark::State& state, const std::string& text) {
    const citations::CitationFinder finder(Lexicon(), {});
    Document document;
    document.article.text = text;
    document.article.published = "2019-02-20";
    std::size_t found = 0;
    for (auto _ : state) found = finder.find(document).size();
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
    state.counters["citations"] = static_cast<double>(found);
}

}  // namespace

BENCHMARK_CAPTURE(find_in, news, news());
BENCHMARK_CAPTURE(find_in, legal, legal());
BENCHMARK_CAPTURE(find_in, section_signs, repeated("\xC2\xA7"));
BENCHMARK_CAPTURE(find_in, titles, repeated("1 U.S.C. "));
BENCHMARK_CAPTURE(find_in, sections, numbers());
BENCHMARK_CAPTURE(find_in, acts, repeated("Act "));

BENCHMARK_MAIN();
