// The subjects of lede-stats that look at how a text is made: readability, and what stands with
// what.
#include "stats/cooccurrence.h"
#include "stats/network.h"
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

stats::ItemKind kind_of(const std::string& name) {
    for (std::size_t i = 0; i < stats::kItemKindNames.size(); ++i)
        if (stats::kItemKindNames[i] == name) return static_cast<stats::ItemKind>(i);
    std::string names;
    for (const std::string_view known : stats::kItemKindNames)
        names += (names.empty() ? "" : ", ") + std::string(known);
    throw UsageError{"cross: \"" + name + "\" is none of " + names};
}

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

int run_cross(const StatsOptions& given) {
    StatsOptions options = given;
    if (options.input.paths.size() < 2)
        throw UsageError{"cross needs two kinds of things: lede-stats cross speakers citations"};
    stats::CooccurrenceOptions counting{.first = options.rule, .second = options.rule};
    counting.first.kind = kind_of(options.input.paths[0]);
    counting.second.kind = kind_of(options.input.paths[1]);
    counting.within = options.within_is_set ? options.within : stats::Within::kSentence;
    options.input.paths.erase(options.input.paths.begin(), options.input.paths.begin() + 2);
    const auto measures = association_columns(options, stats::AssociationUse::kPairs);
    StatsRun run(options, stats::layers_of(counting.first) | stats::layers_of(counting.second) |
                              stats::layers_of(counting.within));
    WorkerStates<stats::Cooccurrence> counters([&] { return stats::Cooccurrence(counting); });
    run.count(input_paths(options.input), counters);
    stats::Cooccurrence total = counters.total();
    const auto pairs = total.pairs(options.filter, *measures.front(), options.scores);
    if (options.graph.empty()) {
        write_table(stats::cooccurrence_table(pairs, measures, options.scores, "first", "second"),
                    options);
        return run.finish();
    }
    std::string text;
    stats::append_network(
        pairs, counting.first.kind != counting.second.kind, *measures.front(), options.scores,
        options.graph == "dot" ? stats::NetworkFormat::kDot : stats::NetworkFormat::kGraphml, text);
    write_text(text, options);
    return run.finish();
}

}  // namespace lede::tools
