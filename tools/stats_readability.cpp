// lede-stats readability: how hard the text of each group is to read.
#include "stats/readability.h"
#include "stats_measures.h"
#include "stats_run.h"
#include "stats_subjects.h"

namespace lede::tools {
namespace {

using stats::TextSize;

// The sizes of each group.
class SizeCounter {
  public:
    SizeCounter(const stats::Grouping& by, const stats::SyllableCounter& syllables)
        : by_(by), syllables_(syllables) {}

    void add(const Document& document) {
        groups_[by_.group_of(document.article)].add(document, syllables_);
    }
    void merge(const SizeCounter& other) {
        for (const auto& [name, size] : other.groups_) groups_[name] += size;
    }
    const std::map<std::string, TextSize>& groups() const { return groups_; }

  private:
    const stats::Grouping& by_;
    const stats::SyllableCounter& syllables_;
    std::map<std::string, TextSize> groups_;
};

}  // namespace

int run_readability(const StatsOptions& options) {
    constexpr std::array<std::string_view, 9> kUsual = {
        "asl", "asw", "flesch", "flesch_kincaid", "fog", "smog", "ari", "coleman_liau", "lix"};
    const std::array<std::span<const stats::ReadabilityMeasure>, 1> families = {
        stats::readability_measures()};
    const auto measures = measure_columns(options, families, kUsual);
    StatsRun run(options, {Layer::kTokens, Layer::kSentences});
    const stats::SyllableCounter syllables(open_lexicon(options.analysis));
    WorkerStates<SizeCounter> counters([&] { return SizeCounter(options.by, syllables); });
    run.count(input_paths(options.input), counters);
    stats::Table table;
    for (const std::string& name : options.by.names()) table.add_column(name, false);
    for (const char* name : {"articles", "sentences", "words", "syllables", "characters"})
        table.add_column(name, true);
    for (const auto* measure : measures) table.add_column(measure->is.name, true);
    const SizeCounter total = counters.total();
    for (const auto& [name, size] : total.groups()) {
        std::vector<std::string> cells;
        if (!options.by.empty()) cells = stats::split_cells(name, options.by.names().size());
        for (const std::uint64_t count :
             {size.articles, size.sentences, size.words, size.syllables, size.characters})
            cells.push_back(std::to_string(count));
        for (const auto* measure : measures)
            cells.push_back(stats::number_cell(measure->score(size)));
        table.rows.push_back(std::move(cells));
    }
    write_table(table, options);
    return run.finish();
}

}  // namespace lede::tools
