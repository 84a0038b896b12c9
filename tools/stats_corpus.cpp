// The subjects of lede-stats that need to know where in the corpus an item stands: collocates,
// dispersion, weights, diversity.
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include "stats/count_table.h"
#include "stats/part_corpus.h"
#include "stats/table_chart.h"
#include "stats_groups.h"
#include "stats_measures.h"
#include "stats_run.h"
#include "stats_subjects.h"
#include "tool.h"

namespace lede::tools {
namespace {

using stats::ArticleItems;

// A reader of items for each thread: segmenters cost milliseconds to make.
class Readers {
  public:
    explicit Readers(const stats::ItemRule& rule)
        : states_([rule] { return stats::ItemReader(rule); }) {}

    ArticleItems read(const Document& document, std::string group) {
        ArticleItems article{.group = std::move(group)};
        states_.mine().read(document, article.vocabulary, article.items);
        return article;
    }

  private:
    WorkerStates<stats::ItemReader> states_;
};

// The parts of the corpus: stretches between lines, groups, or articles.
stats::PartCorpus read_parts(StatsRun& run, const StatsOptions& options, bool with_positions) {
    std::optional<stats::PartCutter> cutter;
    try {
        if (!options.part_at.empty()) cutter.emplace(options.part_at);
    } catch (const std::invalid_argument& error) {
        throw UsageError{std::string("--part-at: ") + error.what()};
    }
    Readers readers(options.rule);
    stats::PartCorpus corpus(with_positions);
    const auto make = [&](const Document& document) {
        ArticleItems article =
            readers.read(document, options.by.empty() ? document.article.id
                                                      : options.by.group_of(document.article));
        if (cutter) cutter->cut(document.text(), article);
        return article;
    };
    run.collect<ArticleItems>(input_paths(options.input), make,
                              [&](ArticleItems&& article) { corpus.add(article); });
    corpus.finish();
    return corpus;
}

// --from-counts: one table, from a file or standard input.
stats::PartCorpus read_count_table(const StatsOptions& options) {
    const auto paths = input_paths(options.input);
    if (paths.size() != 1) throw UsageError{"--from-counts takes one table"};
    std::ifstream file;
    if (paths[0] != "-") file.open(paths[0], std::ios::binary);
    std::istream& stream = paths[0] == "-" ? std::cin : file;
    if (!stream) throw UsageError{paths[0] + ": cannot be read"};
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    auto corpus = stats::parse_count_table(bytes, paths[0]);
    if (corpus) return std::move(corpus.value());
    throw UsageError{paths[0] + ":" + std::to_string(corpus.error().record) + ": " +
                     corpus.error().what};
}

}  // namespace

int run_collocates(const StatsOptions& options) {
    if (options.filter.min_articles > 1)
        throw UsageError{"collocates counts no articles: use --min-freq, not --min-docs"};
    stats::PairTableOptions shown{
        .measures = association_columns(options, stats::AssociationUse::kPairs),
        .scores = options.scores,
        .filter = options.filter,
        // A name that comes back is no company of its own; a word may be.
        .with_itself = options.rule.kind != stats::ItemKind::kEntities &&
                       options.rule.kind != stats::ItemKind::kCitations &&
                       options.rule.kind != stats::ItemKind::kProvisions};
    stats::PairOptions counting{.rule = options.rule,
                                .window = options.window,
                                .within = options.within,
                                .total = options.total,
                                .nodes = options.filter.terms};
    shown.filter.terms.clear();
    StatsRun run(options, stats::layers_of(options.rule) | stats::layers_of(options.within));
    using Counters = ByGroup<stats::PairCounter>;
    const auto make = [&] { return stats::PairCounter(counting); };
    WorkerStates<Counters> counters([&] { return Counters(options.by, make); });
    run.count(input_paths(options.input), counters);
    Counters total = counters.total();
    const auto make_rows = [&](const stats::TakeRow& take) {
        const auto of_counter = [&](stats::PairCounter& counter, const stats::TakeRow& take_one) {
            stats::each_collocation(counter, shown, take_one);
        };
        each_group_row(total, of_counter, take);
    };
    write_rows(by_group_columns(total, stats::collocation_columns(shown)), make_rows, options);
    return run.finish();
}

int run_dispersion(const StatsOptions& options) {
    constexpr std::array<std::string_view, 8> kUsual = {
        "range", "juilland_d", "carroll_d2", "rosengren_s", "dp", "dp_norm", "da", "dkl"};
    const std::array<std::span<const stats::DispersionMeasure>, 2> families = {
        stats::part_measures(), stats::distance_measures()};
    const auto measures = measure_columns(options, families, kUsual);
    bool with_positions = false;
    for (const auto* measure : measures) with_positions |= measure->by_distance;
    if (options.from_counts) {
        if (with_positions) throw UsageError{"--from-counts: a table has no distances to measure"};
        const stats::PartCorpus corpus = read_count_table(options);
        write_table(stats::dispersion_table(corpus, measures, options.with_counts, options.filter),
                    options);
        return kExitDone;
    }
    // Without a measure that was asked for, the picture is of the places themselves.
    const bool draws_places = options.picture == Picture::kSvg && options.measures.empty();
    StatsRun run(options, stats::layers_of(options.rule));
    const stats::PartCorpus corpus = read_parts(run, options, with_positions || draws_places);
    const stats::Table table =
        stats::dispersion_table(corpus, measures, options.with_counts, options.filter);
    if (draws_places)
        write_text(stats::dispersion_chart(corpus, table, stats::chart_plan("dispersion").value(),
                                           charts::Place::kFile),
                   options);
    else
        write_table(table, options);
    return run.finish();
}

int run_weights(const StatsOptions& options) {
    constexpr std::array<std::string_view, 1> kUsual = {"tfidf"};
    const std::array<std::span<const stats::WeightMeasure>, 1> families = {
        stats::weight_measures()};
    const auto measures = measure_columns(options, families, kUsual);
    StatsRun run(options, stats::layers_of(options.rule));
    const stats::PartCorpus corpus = read_parts(run, options, false);
    write_table(stats::weight_table(corpus, measures, options.filter), options);
    return run.finish();
}

int run_diversity(const StatsOptions& options) {
    constexpr std::array<std::string_view, 8> kUsual = {"tokens", "types", "ttr",    "mattr",
                                                        "mtld",   "hdd",   "yule_k", "maas_a2"};
    const std::array<std::span<const stats::DiversityMeasure>, 2> families = {
        stats::spectrum_measures(), stats::sequence_measures()};
    const auto measures = measure_columns(options, families, kUsual);
    StatsRun run(options, stats::layers_of(options.rule));
    Readers readers(options.rule);
    stats::Vocabulary vocabulary;
    std::map<std::string, std::vector<std::uint32_t>> texts;
    const auto make = [&](const Document& document) {
        return readers.read(document, options.by.group_of(document.article));
    };
    const auto use = [&](ArticleItems&& article) {
        std::vector<std::uint32_t> number(article.vocabulary.size());
        for (std::uint32_t id = 0; id < number.size(); ++id)
            number[id] = vocabulary.id_of(article.vocabulary.word(id));
        std::vector<std::uint32_t>& text = texts[article.group];
        for (const std::uint32_t id : article.items.ids) text.push_back(number[id]);
    };
    run.collect<ArticleItems>(input_paths(options.input), make, use);
    write_table(stats::diversity_table(texts, options.by.names(), measures, options.diversity),
                options);
    return run.finish();
}

}  // namespace lede::tools
