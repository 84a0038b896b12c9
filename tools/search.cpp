// lede-search: finds words, names, speakers, dates and laws.
#include "color.h"
#include "pipeline/record_run.h"
#include "search_delivery.h"
#include "search_options.h"
#include "search_query.h"
#include "tool.h"

namespace lede::tools {
namespace {

int search_all(const SearchOptions& options, search::Query query) {
    const std::vector<search::PatternSearch> patterns = patterns_of(query);
    const ArticleSearch search(options, compile_query(std::move(query), options),
                               !patterns.empty());
    Delivery delivery(options, search, patterns);
    reading::ArticleSource source(input_paths(options.input), options.input.source);
    pipeline::run_records<Found>(
        source, [&](Result<reading::RawRecord>&& record) { return search.look(std::move(record)); },
        [&](Found&& found) { return delivery.take(std::move(found)); }, flow_limits(options.run));
    return delivery.finish();
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
    search::Query query = take_query(options);
    options.input.paths = options.operands;
    return search_all(options, std::move(query));
}

}  // namespace lede::tools
