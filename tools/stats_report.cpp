// lede-stats report: one web page with pictures of a corpus and their data.
#include "stats/frequency_counter.h"
#include "stats/report_sections.h"
#include "stats_run.h"
#include "stats_subjects.h"

namespace lede::tools {
namespace {

// Words in any case; what stands where are names, or the words that --term asks for.
stats::ItemRule word_rule(const StatsOptions& options) {
    return {.words = options.rule.words, .letters = stats::LetterCase::kFold};
}

stats::ItemRule placed_rule(const StatsOptions& options) {
    return options.filter.terms.empty()
               ? stats::ItemRule{.kind = stats::ItemKind::kEntities, .by_key = true}
               : word_rule(options);
}

// Without a reference corpus, quotations are compared with the text around them.
stats::Compared compared_words(StatsRun& run, const StatsOptions& options,
                               const stats::ReportCounter& total) {
    StatsOptions counting = options;
    counting.rule = word_rule(options);
    const std::string rule = stats::describe({.rule = counting.rule});
    stats::Compared words{.target = total.words.quoted(rule),
                          .reference = total.words.around(rule),
                          .target_name = "quotations",
                          .reference_name = "the text around them"};
    if (options.reference.empty()) return words;
    words.target.merge(words.reference);
    words.reference = count_corpus(run, counting, options.reference, 1);
    words.target_name = "these articles";
    words.reference_name = "the reference";
    return words;
}

}  // namespace

int run_report(const StatsOptions& options) {
    if (!options.by.empty())
        throw UsageError{"report shows one corpus: use --where instead of --by"};
    const stats::ItemRule words = word_rule(options);
    const stats::ItemRule placed = placed_rule(options);
    StatsRun run(options, stats::ReportCounter::layers(words) | stats::layers_of(placed));
    WorkerStates<stats::ReportCounter> counters([&] { return stats::ReportCounter(words); });
    WorkerStates<stats::ItemReader> readers([&] { return stats::ItemReader(placed); });
    stats::ItemPlaces places;
    const auto read = [&](const Document& document) {
        counters.mine().add(document);
        return stats::read_places(readers.mine(), document);
    };
    const auto use = [&](stats::ArticlePlaces&& article) { places.add(article); };
    run.collect<stats::ArticlePlaces>(input_paths(options.input), read, use);
    stats::ReportCounter total = counters.total();

    stats::ReportOptions shown{.filter = options.filter};
    if (options.filter.top > 0) shown.top = options.filter.top;
    stats::ReportOptions named = shown;
    shown.filter.terms.clear();
    stats::ReportPage page{.title = "Report", .about = stats::describe_corpus(total.summary)};
    page.sections = {stats::dispersion_section(places, total.names.names(), named),
                     stats::timeline_section(total.timeline),
                     stats::keyness_section(compared_words(run, options, total), shown),
                     stats::quotes_section(total.quotes, shown),
                     stats::network_section(total.names, shown),
                     stats::citations_section(total.citations, shown)};
    write_text(stats::html_report(page), options);
    return run.finish();
}

}  // namespace lede::tools
