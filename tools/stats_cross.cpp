// lede-stats cross: which things stand together, and the sentences that say so.
#include <algorithm>
#include <iterator>

#include "stats/cooccurrence.h"
#include "stats/network.h"
#include "stats/proofs.h"
#include "stats_groups.h"
#include "stats_measures.h"
#include "stats_run.h"
#include "stats_subjects.h"

namespace lede::tools {
namespace {

using stats::Cooccurrence;
using stats::Together;

stats::ItemKind kind_of(const std::string& name) {
    for (std::size_t i = 0; i < stats::kItemKindNames.size(); ++i)
        if (stats::kItemKindNames[i] == name) return static_cast<stats::ItemKind>(i);
    std::string names;
    for (const std::string_view known : stats::kItemKindNames)
        names += (names.empty() ? "" : ", ") + std::string(known);
    throw UsageError{"cross: \"" + name + "\" is none of " + names};
}

// The two kinds that stand in front of the paths.
stats::CooccurrenceOptions take_kinds(StatsOptions& options) {
    auto& paths = options.input.paths;
    if (paths.size() < 2)
        throw UsageError{"cross needs two kinds of things: lede-stats cross speakers citations"};
    stats::CooccurrenceOptions counting{.first = options.rule, .second = options.rule};
    counting.first.kind = kind_of(paths[0]);
    counting.second.kind = kind_of(paths[1]);
    counting.within = options.within_is_set ? options.within : stats::Within::kSentence;
    paths.erase(paths.begin(), paths.begin() + 2);
    return counting;
}

// One row for each proof, by pair, then in the order of the input.
stats::Table proof_table(StatsRun& run, const std::vector<std::string>& paths,
                         const stats::CooccurrenceOptions& counting,
                         const std::vector<Together>& pairs) {
    struct Row {
        std::size_t pair = 0;
        std::vector<std::string> cells;
    };
    WorkerStates<stats::Proofs> proofs([&] { return stats::Proofs(counting, pairs); });
    std::vector<Row> rows;
    const auto make = [&](const Document& document) {
        const Article& article = document.article;
        std::vector<Row> found;
        for (stats::Proof& proof : proofs.mine().of(document)) {
            const Together& pair = pairs[proof.pair];
            found.push_back({proof.pair,
                             {std::string(pair.first), std::string(pair.second), article.id,
                              article.published, article.publication, std::move(proof.text)}});
        }
        return found;
    };
    run.collect<std::vector<Row>>(paths, make, [&](std::vector<Row>&& found) {
        std::ranges::move(found, std::back_inserter(rows));
    });
    std::ranges::stable_sort(rows, {}, &Row::pair);
    stats::Table table;
    for (const char* name : {"first", "second", "article", "published", "publication", "text"})
        table.add_column(name, false);
    for (Row& row : rows) table.rows.push_back(std::move(row.cells));
    return table;
}

void check(const StatsOptions& options, const std::vector<std::string>& paths) {
    if (!options.by.empty() && !options.graph.empty())
        throw UsageError{"--graph draws one network: use it without --by"};
    if (!options.sentences) return;
    if (!options.by.empty()) throw UsageError{"--sentences makes one list: use it without --by"};
    if (!options.graph.empty()) throw UsageError{"--sentences and --graph: choose one"};
    if (std::ranges::find(paths, "-") != paths.end())
        throw UsageError{"--sentences reads the input twice: name files, not standard input"};
}

}  // namespace

int run_cross(const StatsOptions& given) {
    StatsOptions options = given;
    const stats::CooccurrenceOptions counting = take_kinds(options);
    const auto paths = input_paths(options.input);
    check(options, paths);
    const auto measures = association_columns(options, stats::AssociationUse::kPairs);
    Layers layers = stats::layers_of(counting);
    if (options.sentences) layers.add(Layer::kSentences);
    StatsRun run(options, layers);
    const auto make = [&] { return Cooccurrence(counting); };
    WorkerStates<ByGroup<Cooccurrence>> counters(
        [&] { return ByGroup<Cooccurrence>(options.by, make); });
    run.count(paths, counters);
    ByGroup<Cooccurrence> total = counters.total();
    const auto pairs_of = [&](Cooccurrence& counter) {
        return counter.pairs(options.filter, *measures.front(), options.scores);
    };
    const auto table_of = [&](Cooccurrence& counter) {
        return stats::cooccurrence_table(pairs_of(counter), measures, options.scores, "first",
                                         "second");
    };
    if (options.sentences) {
        run.read_again();
        write_table(proof_table(run, paths, counting, pairs_of(total.groups().at(""))), options);
    } else if (options.graph.empty()) {
        write_table(by_group_table(total, table_of), options);
    } else {
        std::string text;
        stats::append_network(
            pairs_of(total.groups().at("")), counting.first.kind != counting.second.kind,
            *measures.front(), options.scores,
            options.graph == "dot" ? stats::NetworkFormat::kDot : stats::NetworkFormat::kGraphml,
            text);
        write_text(text, options);
    }
    return run.finish();
}

}  // namespace lede::tools
