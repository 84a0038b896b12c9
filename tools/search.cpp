// lede-search: finds words, names, speakers, dates and laws.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>

#include "bad_articles.h"
#include "color.h"
#include "message.h"
#include "pipeline/document_reader.h"
#include "pipeline/record_run.h"
#include "search/literal_gate.h"
#include "search_options.h"
#include "tool.h"
#include "writing/output.h"
#include "writing/record_writer.h"

namespace lede::tools {
namespace {

// What one article gave.
struct Found {
    std::optional<Error> error;
    std::string source;
    std::string bytes;
    std::uint64_t hits = 0;
};

std::vector<std::string> read_lines(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw UsageError{"--query-file: " + path + ": cannot be read"};
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        if (!line.empty()) lines.push_back(line);
    return lines;
}

search::Query parse_query(const std::string& text, const SearchOptions& options) {
    if (options.fixed) return search::fixed_query(text, options.parse);
    auto parsed = search::parse_bag(text, options.parse);
    if (const auto* error = std::get_if<search::QueryError>(&parsed))
        throw UsageError{"bad query", search::show_error(text, *error) + "\n"};
    return std::get<search::Query>(std::move(parsed));
}

// The one query that all of -e, -f or the first operand make together.
search::Query take_query(SearchOptions& options) {
    std::vector<std::string> texts = options.queries;
    for (const std::string& file : options.query_files)
        for (std::string& line : read_lines(file)) texts.push_back(std::move(line));
    if (texts.empty()) {
        if (!options.query_files.empty()) throw UsageError{"--query-file: no query in it"};
        if (options.operands.empty()) throw UsageError{"a query is missing"};
        texts.push_back(options.operands.front());
        options.operands.erase(options.operands.begin());
    }
    search::Query query = parse_query(texts.front(), options);
    if (texts.size() == 1) return query;
    search::Node any{.kind = search::NodeKind::kOr};
    for (const std::string& text : texts) {
        search::Query one = parse_query(text, options);
        if (one.unit != query.unit)
            throw UsageError{"queries that are given together must have the same \"within\""};
        any.children.push_back(std::move(one.root));
    }
    query.root = std::move(any);
    return query;
}

search::Matcher compile(search::Query query, const SearchOptions& options) {
    if (options.whole_words) search::match_whole_words(query.root);
    auto compiled = search::Matcher::compile(std::move(query));
    if (const auto* error = std::get_if<search::QueryError>(&compiled))
        throw UsageError{
            fmt::format("bad query, at character {}: {}", error->position + 1, error->what)};
    return std::get<search::Matcher>(std::move(compiled));
}

class Search {
  public:
    Search(const SearchOptions& options, search::Matcher matcher)
        : options_(options),
          lexicon_(open_lexicon(options.analysis)),
          asked_(layers_of(matcher.query())),
          gate_(matcher.query()),
          matcher_(std::move(matcher)),
          parser_(parse_options(options)),
          annotator_(lexicon_, annotator_options(options, asked_)),
          reader_(parser_, annotator_, asked_),
          completer_(lexicon_, annotator_options(options, kDefaultLayers)) {}

    // On any thread: what the record gives.
    Found look(Result<reading::RawRecord>&& record) const {
        Found found;
        if (!record) {
            found.error = record.error();
            return found;
        }
        found.source = record.value().source;
        if (!options_.invert && cannot_match(record.value())) return found;
        Result<Document> document = reader_.read(record.value());
        if (!document) {
            found.error = document.error();
            return found;
        }
        report(document.value(), found);
        return found;
    }

  private:
    static reading::ParseOptions parse_options(const SearchOptions& options) {
        reading::ParseOptions parse = options.input.parse;
        parse.text_required = false;
        return parse;
    }

    static pipeline::AnnotatorOptions annotator_options(const SearchOptions& options,
                                                        Layers layers) {
        pipeline::AnnotatorOptions annotator = options.analysis.annotator;
        annotator.layers = layers;
        return annotator;
    }

    // Only where the bytes of the record are those of the text, or of its JSON.
    bool cannot_match(const reading::RawRecord& record) const {
        if (gate_.lets_all_pass()) return false;
        return record.bytes.starts_with('{') && !gate_.may_match_json(record.bytes);
    }

    void report(Document& document, Found& found) const {
        std::vector<search::Hit> hits = matcher_.hits(document);
        if (options_.invert) {
            if (!hits.empty()) return;
            hits.push_back({document.sentences.empty() ? make_span(0, document.text().size())
                                                       : document.sentences.front().span,
                            document.sentences.empty() ? kNone : 0});
        }
        if (hits.empty()) return;
        found.hits = hits.size();
        if (options_.report == SearchReport::kHits) {
            if (options_.max_hits > 0 && hits.size() > options_.max_hits)
                hits.resize(options_.max_hits);
            search::append_concordance(document, hits, options_.concordance, found.bytes);
        } else if (options_.report == SearchReport::kIds) {
            found.bytes = document.article.id + (options_.null_ids ? '\0' : '\n');
        } else if (options_.report == SearchReport::kRecords) {
            if (!document.computed.has_all(kDefaultLayers)) completer_.complete(document);
            writing::RecordWriter({.layers = document.computed}).append(document, found.bytes);
        }
    }

    const SearchOptions& options_;
    Lexicon lexicon_;
    Layers asked_;
    search::LiteralGate gate_;
    search::Matcher matcher_;
    reading::ArticleParser parser_;
    pipeline::Annotator annotator_;
    pipeline::DocumentReader reader_;
    pipeline::Annotator completer_;  // the rest of a record, for --records
};

// Hits of each source in the order of the sources, for --count.
class SourceCounts {
  public:
    void add(const std::string& source, std::uint64_t hits) {
        if (counts_.empty() || counts_.back().first != source) counts_.emplace_back(source, 0);
        counts_.back().second += hits;
    }

    std::string lines() const {
        if (counts_.size() < 2)
            return fmt::format("{}\n", counts_.empty() ? 0 : counts_.front().second);
        std::string out;
        for (const auto& [source, hits] : counts_)
            out += fmt::format("{}:{}\n", escape_controls(source), hits);
        return out;
    }

  private:
    std::vector<std::pair<std::string, std::uint64_t>> counts_;
};

// Each hit is a line; whole sentences around hits (-A, -B) are not cut.
std::string_view first_lines(std::string_view text, std::uint64_t lines) {
    std::size_t end = 0;
    while (lines-- > 0 && end < text.size()) end = std::min(text.find('\n', end), text.size()) + 1;
    return text.substr(0, end);
}

int search_all(const SearchOptions& options, const Search& search) {
    writing::Output output(options.output);
    BadArticles bad("lede-search", options.run);
    reading::ArticleSource source(input_paths(options.input), options.input.source);
    SourceCounts counts;
    std::uint64_t total = 0;
    if (options.report == SearchReport::kHits)
        output.write(search::concordance_header(options.concordance.format));

    const auto sink = [&](Found&& found) {
        if (found.error) return bad.report(*found.error);
        bad.count_good();
        counts.add(found.source, found.hits);
        if (found.hits == 0) return true;
        const bool counts_hits = options.report == SearchReport::kHits;
        total += counts_hits ? found.hits : 1;
        const bool too_many = options.max_hits > 0 && total > options.max_hits;
        output.write(too_many && counts_hits
                         ? first_lines(found.bytes, found.hits - (total - options.max_hits))
                         : std::string_view(found.bytes));
        if (options.report == SearchReport::kNothing) return false;
        return options.max_hits == 0 || total < options.max_hits;
    };
    pipeline::run_records<Found>(
        source, [&](Result<reading::RawRecord>&& record) { return search.look(std::move(record)); },
        sink, flow_limits(options.run));
    if (options.report == SearchReport::kCount) output.write(counts.lines());
    output.finish();
    bad.finish();
    if (options.report == SearchReport::kNothing && total > 0) return kExitDone;
    const int status = bad.exit_status();
    return status != kExitDone ? status : total > 0 ? kExitDone : kExitNothingFound;
}

}  // namespace

int run_search(const std::vector<std::string>& arguments) {
    SearchOptions options;
    const Command command = search_command(options);
    parse_command_line(command, arguments);
    if (print_asked_page(command, options.pages)) return kExitDone;
    options.concordance.sentences_before = static_cast<std::uint32_t>(options.before);
    options.concordance.sentences_after = static_cast<std::uint32_t>(options.after);
    options.concordance.color = wants_color(options.color);
    search::Matcher matcher = compile(take_query(options), options);
    options.input.paths = options.operands;
    return search_all(options, Search(options, std::move(matcher)));
}

}  // namespace lede::tools
