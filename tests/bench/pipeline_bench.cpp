// Every stage of the pipeline over the same articles in one run: CPU time per MB, and the ratio to
// ICU's word segmentation of the same text.
//
// usage: pipeline-bench [FILE]...    default: the sample articles
#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <ctime>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "citations/citation_finder.h"
#include "dates/date_finder.h"
#include "entities/entity_finder.h"
#include "lexicon/lexicon.h"
#include "quotes/quote_finder.h"
#include "reading/article_parser.h"
#include "reading/article_source.h"
#include "relations/relations.h"
#include "tokens/tagger.h"
#include "tokens/tokenizer.h"
#include "writing/record_writer.h"

namespace {

using namespace lede;

constexpr double kLeastSeconds = 1;  // of all stages together

struct Stage {
    const char* name;
    std::function<void(Document&)> run;
    std::clock_t ticks = 0;
};

std::vector<reading::RawRecord> read_records(const std::vector<std::string>& paths) {
    reading::ArticleSource source(paths, {});
    std::vector<reading::RawRecord> records;
    while (auto record = source.next())
        if (*record) records.push_back(std::move(record->value()));
    return records;
}

// Counts the word boundaries of ICU, over UTF-8 as it stands.
class IcuWords {
  public:
    IcuWords() {
        UErrorCode status = U_ZERO_ERROR;
        words_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status));
    }

    void segment(const Document& document) {
        UErrorCode status = U_ZERO_ERROR;
        UText text = UTEXT_INITIALIZER;
        utext_openUTF8(&text, document.text().data(),
                       static_cast<std::int64_t>(document.text().size()), &status);
        words_->setText(&text, status);
        while (words_->next() != icu::BreakIterator::DONE) ++boundaries_;
        utext_close(&text);
    }

    std::size_t boundaries() const { return boundaries_; }

  private:
    std::unique_ptr<icu::BreakIterator> words_;
    std::size_t boundaries_ = 0;
};

void print_stages(const std::vector<Stage>& stages, double megabytes) {
    const auto seconds = [](std::clock_t ticks) {
        return static_cast<double>(ticks) / CLOCKS_PER_SEC;
    };
    const double icu = seconds(stages.front().ticks);
    fmt::print("{:<12}{:>10}{:>10}{:>10}\n", "stage", "ms/MB", "MB/s", "x ICU");
    double all = 0;
    for (const Stage& stage : stages) {
        const double spent = seconds(stage.ticks);
        fmt::print("{:<12}{:>10.1f}{:>10.2f}{:>10.2f}\n", stage.name, 1000 * spent / megabytes,
                   megabytes / spent, spent / icu);
        if (&stage != &stages.front()) all += spent;
    }
    fmt::print("{:<12}{:>10.1f}{:>10.2f}{:>10.2f}\n", "together", 1000 * all / megabytes,
               megabytes / all, all / icu);
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> paths(argv + 1, argv + argc);
    if (paths.empty()) paths.emplace_back(LEDE_SOURCE_DIR "/data/samples");
    const std::vector<reading::RawRecord> records = read_records(paths);

    const Lexicon lexicon;
    const reading::ArticleParser parser({.lexicon = lexicon, .published = "2019-02-20"});
    const tokens::Tokenizer tokenizer(lexicon);
    const tokens::Tagger tagger(lexicon);
    const citations::CitationFinder citations(lexicon, {});
    const dates::DateFinder dates(lexicon, {});
    const entities::EntityFinder entities(lexicon, {});
    const quotes::QuoteFinder quotes(lexicon, {});
    const writing::RecordWriter writer({});
    IcuWords icu;
    std::string written;
    const reading::RawRecord* record = nullptr;

    std::vector<Stage> stages = {
        {"ICU words", [&](Document& d) { icu.segment(d); }},
        {"reading", [&](Document&) { static_cast<void>(parser.parse(*record)); }},
        {"tokens", [&](Document& d) { tokenizer.tokenize(d.article, d.tokens, d.sentences); }},
        {"tags", [&](Document& d) { tagger.tag(d); }},
        {"lemmas", [&](Document& d) { tagger.lemmatize(d); }},
        {"citations", [&](Document& d) { d.citations = citations.find(d); }},
        {"dates", [&](Document& d) { d.dates = dates.find(d); }},
        {"entities",
         [&](Document& d) {
             entities::Entities found = entities.find(d);
             d.mentions = std::move(found.mentions);
             d.entities = std::move(found.entities);
         }},
        {"quotes",
         [&](Document& d) {
             quotes::Quotes found = quotes.find(d);
             d.quotes = std::move(found.quotes);
         }},
        {"relations", [&](Document& d) { relations::relate(d); }},
        {"writing",
         [&](Document& d) {
             written.clear();
             writer.append(d, written);
         }},
    };

    double bytes = 0;
    const std::clock_t begin = std::clock();
    do {
        for (const reading::RawRecord& each : records) {
            record = &each;
            Result<Article> article = parser.parse(each);
            if (!article) continue;
            Document document;
            document.article = std::move(article.value());
            document.computed = kDefaultLayers;
            bytes += static_cast<double>(document.text().size());
            for (Stage& stage : stages) {
                const std::clock_t before = std::clock();
                stage.run(document);
                stage.ticks += std::clock() - before;
            }
        }
    } while (bytes > 0 &&
             static_cast<double>(std::clock() - begin) < kLeastSeconds * CLOCKS_PER_SEC);
    if (bytes == 0) {
        fmt::print(stderr, "pipeline-bench: nothing to read\n");
        return 2;
    }
    print_stages(stages, bytes / 1e6);
    return icu.boundaries() > 0 ? 0 : 2;
}
