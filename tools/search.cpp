// lede-search: finds words, names, speakers, dates and laws.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>

#include "article_prints.h"
#include "color.h"
#include "pipeline/record_run.h"
#include "search/index_manifest.h"
#include "search_delivery.h"
#include "search_index.h"
#include "search_lines.h"
#include "search_options.h"
#include "search_query.h"
#include "tool.h"

namespace lede::tools {
namespace {

// The operands if all of them are indexes and tokens alone tell the answer; other queries read the
// documents of an index as they read articles.
std::vector<std::string> indexes_of(const SearchOptions& options,
                                    const std::vector<search::PatternSearch>& patterns) {
    const auto& paths = options.input.paths;
    const bool are_tokens_enough =
        !patterns.empty() || (options.saved && options.saved->are_positions());
    if (!are_tokens_enough || options.invert || options.report == SearchReport::kRecords ||
        !options.input.files0_from.empty() || !std::ranges::all_of(paths, search::is_index))
        return {};
    return paths;
}

int search_all(const SearchOptions& options, search::Query query) {
    const std::vector<search::PatternSearch> patterns = patterns_of(query);
    if (const auto indexes = indexes_of(options, patterns); !indexes.empty())
        return search_indexes(options, indexes, patterns);
    const bool counts_tokens =
        !patterns.empty() || (options.saved && options.saved->are_positions());
    const ArticleSearch search(options, compile_query(std::move(query), options), counts_tokens);
    Delivery delivery(options, search, patterns);
    const pipeline::FlowLimits limits = flow_limits(options.run);
    const std::vector<std::string> paths = input_paths(options.input);
    reading::SourceOptions inputs =
        source_options(options.input, paths, open_lexicon(options.analysis), limits);
    inputs.lines = search.line_filter();
    inputs.folders = index_folders(search.document_filter());
    reading::ArticleSource source(paths, inputs);
    pipeline::run_records<Found>(
        source, [&](Result<reading::RawRecord>&& record) { return search.look(std::move(record)); },
        [&](Found&& found) { return delivery.take(std::move(found)); }, limits);
    return delivery.finish();
}

std::shared_ptr<const search::SavedHits> read_hits(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw UsageError{"--hits: " + path + ": cannot be read"};
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    auto saved = search::SavedHits::parse(text);
    if (!saved)
        throw UsageError{"--hits: " + path + ':' + std::to_string(saved.error().record) + ": " +
                         saved.error().what};
    return std::make_shared<const search::SavedHits>(std::move(saved.value()));
}

// What is looked for: a query, or in its place --hits or --like.
search::Query query_of(SearchOptions& options) {
    if (options.like.empty() && options.hits_file.empty()) return take_query(options);
    if (!options.queries.empty() || !options.query_files.empty() ||
        (!options.like.empty() && !options.hits_file.empty()))
        throw UsageError{"--like and --hits stand in place of a query"};
    if (!options.hits_file.empty()) {
        options.saved = read_hits(options.hits_file);
        return {};
    }
    const search::QuotationFinder finder(options.like);
    if (finder.empty()) throw UsageError{"--like: no word to look for"};
    const bool may_sort = options.before == 0 && options.after == 0 &&
                          options.concordance.format != search::HitFormat::kPositions;
    if (may_sort && !Arrangement::is_asked(options)) options.sort = search::HitKey::kDate;
    return finder.gate();
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
    if (options.lines) return search_lines(options);
    if (Arrangement::is_asked(options) &&
        (options.before > 0 || options.after > 0 ||
         options.concordance.format == search::HitFormat::kPositions))
        throw UsageError{"--sort, --group and --sample arrange single hits"};
    search::Query query = query_of(options);
    options.input.paths = options.operands;
    if (!options.vrt_columns.empty() && options.input.source.format == reading::Format::kAuto)
        options.input.source.format = reading::Format::kVrt;
    return search_all(options, std::move(query));
}

}  // namespace lede::tools
