// CPU time of every stage on one text in one run, per MB and as a ratio to ICU's word segmentation
// of the same text. The text is our sample articles, over and over; one thread.
//
//   stages-bench [MEGABYTES]
#include <fmt/format.h>
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

#include "pipeline/annotator.h"
#include "reading/article_parser.h"
#include "relations/relations.h"
#include "writing/record_writer.h"

namespace {

using namespace lede;

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

std::vector<std::string> sample_texts() {
    std::vector<std::filesystem::path> paths;
    for (const auto& file : std::filesystem::directory_iterator(LEDE_SOURCE_DIR "/data/samples"))
        if (file.path().extension() == ".txt") paths.push_back(file.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> texts;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return texts;
}

// Segments all texts into UAX #29 words with ICU, straight from UTF-8.
std::size_t segment_words(const std::vector<std::string>& texts) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getUS(), status));
    std::size_t boundaries = 0;
    for (const std::string& text : texts) {
        UText* utext =
            utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
        words->setText(utext, status);
        while (words->next() != icu::BreakIterator::DONE) ++boundaries;
        utext_close(utext);
    }
    return boundaries;
}

struct Stage {
    std::string name;
    std::function<void()> run;
};

}  // namespace

int main(int argc, char** argv) {
    const double megabytes = argc > 1 ? std::atof(argv[1]) : 4;
    const std::vector<std::string> samples = sample_texts();
    std::vector<std::string> texts;
    std::size_t bytes = 0;
    while (static_cast<double>(bytes) < megabytes * 1e6) {
        texts.push_back(samples[texts.size() % samples.size()]);
        bytes += texts.back().size();
    }

    const Lexicon lexicon;
    const reading::ArticleParser parser({});
    const tokens::Tokenizer tokenizer(lexicon);
    const tokens::Tagger tagger(lexicon);
    const citations::CitationFinder citations(lexicon, {});
    const dates::DateFinder dates(lexicon, {});
    const entities::EntityFinder entities(lexicon, {});
    const quotes::QuoteFinder quotes(lexicon, {});
    const writing::RecordWriter writer({});
    std::vector<Document> documents(texts.size());
    std::size_t written = 0;

    const auto each = [&](const std::function<void(Document&)>& work) {
        return [&documents, work] {
            for (Document& document : documents) work(document);
        };
    };
    const std::vector<Stage> stages = {
        {"ICU words", [&] { written += segment_words(texts) & 1; }},
        {"reading",
         [&] {
             for (std::size_t i = 0; i < texts.size(); ++i)
                 documents[i].article =
                     parser.parse({.source = "bench", .path_id = "b", .bytes = texts[i]}).value();
         }},
        {"tokens",
         each([&](Document& d) { tokenizer.tokenize(d.article, d.tokens, d.sentences); })},
        {"tags", each([&](Document& d) { tagger.tag(d); })},
        {"lemmas", each([&](Document& d) { tagger.lemmatize(d); })},
        {"citations", each([&](Document& d) { d.citations = citations.find(d); })},
        {"dates", each([&](Document& d) { d.dates = dates.find(d); })},
        {"entities", each([&](Document& d) {
             auto found = entities.find(d);
             d.mentions = std::move(found.mentions);
             d.entities = std::move(found.entities);
         })},
        {"quotes", each([&](Document& d) {
             auto found = quotes.find(d);
             d.quotes = std::move(found.quotes);
             d.nonspeech = std::move(found.nonspeech);
         })},
        {"relations", each([](Document& d) { relations::relate(d); })},
        {"writing", each([&](Document& d) {
             d.computed = kDefaultLayers;
             std::string out;
             writer.append(d, out);
             written += out.size();
         })},
    };

    const double size = static_cast<double>(bytes) / 1e6;
    fmt::print("{:.1f} MB of sample articles, CPU time, one thread\n", size);
    fmt::print("{:12} {:>8} {:>8} {:>10}\n", "stage", "ms/MB", "MB/s", "ICU words");
    double icu = 0;
    double all = 0;
    for (const Stage& stage : stages) {
        const double begin = cpu_seconds();
        stage.run();
        const double seconds = cpu_seconds() - begin;
        if (stage.name == "ICU words")
            icu = seconds;
        else if (stage.name != "lemmas")
            all += seconds;
        fmt::print("{:12} {:8.1f} {:8.2f} {:9.2f}x\n", stage.name, 1e3 * seconds / size,
                   size / seconds, seconds / icu);
    }
    fmt::print("{:12} {:8.1f} {:8.2f} {:9.2f}x   (without lemmas)\n", "all", 1e3 * all / size,
               size / all, all / icu);
    return written == 0 ? 1 : 0;
}
