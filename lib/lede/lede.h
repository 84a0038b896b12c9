// Lede: reads news articles and says who is named, when, who said what, and which law is cited.
//
// This is the library's public face: read articles, annotate them, walk the layers, write records.
// It needs C++20 and nothing but the standard library to include.
//
//   #include <lede/lede.h>
//
//   const lede::Analyzer analyzer;
//   lede::Reader reader({"corpus/"}, {.published = "2019-02-20"});
//   while (auto article = reader.next()) {
//       if (!*article) continue;                        a bad record; article->error() says why
//       const lede::Document document = analyzer.annotate(std::move(article->value()));
//       for (const lede::Mention& mention : document.mentions)
//           std::cout << document.text_of(mention.place.span) << '\n';
//       std::cout << lede::to_json(document) << '\n';
//   }
//
// The model. An article's text is one UTF-8 buffer that never changes after reading. Every layer of
// a Document is a vector of small structs that point into it with half-open byte spans, in order of
// begin. The structs are plain data; they are declared in the headers of `model/`, each with an
// example: Article, Document, Token, Sentence, Mention, Entity, Timex, Quote, Citation.
//
// What it does not do. It never prints, exits, or reads the environment; it fetches nothing, and
// needs no data files: its knowledge is compiled in. Languages other than English are read, not
// annotated.
//
// Errors. A record that cannot be read is a value, lede::Error, because one bad article in a
// million is normal. What makes going on impossible (a broken table of the user's) is an exception
// derived from std::exception.
//
// Threads. An Analyzer is constant after it is built and serves any number of threads. A Reader
// belongs to one thread at a time. Documents are values and share nothing.
//
// Determinism. The same text and options give the same document and the same bytes of JSON, on any
// number of threads, in any locale and time zone.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.h"
#include "model/result.h"
#include "text/offset_map.h"

namespace lede {

// The library's version, as "0.1.0".
std::string_view version();

// How articles are read.
struct ReaderOptions {
    // Publication date of articles that carry none, as "2019-02-20". Relative dates ("Thursday")
    // are read from an article's publication date; without any they keep unknown parts, as in
    // "XXXX-02-27".
    std::string published = {};

    // Which fields of JSON input hold the parts of an article: {"text", "body"}, {"id", "doc"}.
    // Parts: id, text, title, published, byline, publication, source. Parts that are not mapped are
    // found under their usual names.
    std::vector<std::pair<std::string, std::string>> map = {};

    // Articles above this many bytes are refused with an Error, so that memory stays bounded.
    std::uint64_t max_article = std::uint64_t{16} << 20;
};

// Reads articles from files, one after the other, in flat memory.
class Reader {
  public:
    // `paths` are files, directories (walked in byte order of names), or "-" for standard input.
    // Formats and compression are recognised by content. Files are opened when their turn comes.
    // Throws std::invalid_argument if an option cannot be read.
    explicit Reader(std::vector<std::string> paths, const ReaderOptions& options = {});
    ~Reader();
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;

    // The next article; an Error for a file or record that cannot be read, after which reading goes
    // on; nothing at the end.
    std::optional<Result<Article>> next();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// The article in `text`, as if it had been read from a plain text file: title, byline, paragraphs
// and boilerplate are told apart. Broken UTF-8 becomes U+FFFD. `id` names it in records. An Error
// if there is no text. Linear.
Result<Article> read_text(std::string_view text, std::string id, const ReaderOptions& options = {});

// How articles are annotated.
struct AnalyzerOptions {
    // The layers to compute. What they need is computed, too; Document::computed names all of it.
    Layers layers = kDefaultLayers;

    // A folder whose files replace built-in tables of the same path below data/; empty: none.
    std::string data = {};
};

// Annotates articles: citations, dates, entities, quotes, over tokens and sentences.
class Analyzer {
  public:
    // Builds what annotating needs, in some milliseconds: build it once. Throws std::exception if
    // a table below `options.data` is broken.
    explicit Analyzer(const AnalyzerOptions& options = {});
    ~Analyzer();
    Analyzer(Analyzer&&) noexcept;
    Analyzer& operator=(Analyzer&&) noexcept;

    // The article with its layers. Takes the article over; its text is not copied. Linear in the
    // text, for any text. Safe from many threads at once.
    Document annotate(Article article) const;

  private:
    struct State;
    std::unique_ptr<const State> state_;
};

// How records are written.
struct JsonOptions {
    // What offsets count: code points (what Python, R, jq and SQL slice by), bytes, or UTF-16 units
    // (what JavaScript and Java slice by).
    OffsetUnit offsets = OffsetUnit::kCodePoints;

    // Whether the record carries the text that its offsets index.
    bool with_text = true;
};

// The document as one JSON object without a line end: the record that lede-extract writes and that
// json_schema() describes. Layers that were not asked of the Analyzer are left out: `layers` are
// those to write. Linear.
std::string to_json(const Document& document, Layers layers = kDefaultLayers,
                    const JsonOptions& options = {});

// The JSON Schema (draft 2020-12) of the record.
std::string_view json_schema();

}  // namespace lede
