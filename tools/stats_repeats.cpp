// lede-stats repeats: passages that stand in several articles.
#include "stats/repeats.h"

#include "stats_run.h"
#include "stats_subjects.h"

namespace lede::tools {

int run_repeats(const StatsOptions& options) {
    if (!options.by.empty())
        throw UsageError{"repeats shows one list: use --where instead of --by"};
    StatsRun run(options, {Layer::kTokens, Layer::kSentences, Layer::kEntities, Layer::kQuotes});
    stats::Repeats repeats;
    run.collect<stats::ArticlePassages>(
        input_paths(options.input), stats::passages_of,
        [&](stats::ArticlePassages&& article) { repeats.add(std::move(article)); });
    write_table(repeats.table(options.filter), options);
    return run.finish();
}

}  // namespace lede::tools
