// The subjects of lede-stats that need only counts: words, n-grams, keywords, merged lists.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "stats/frequency_counter.h"
#include "stats_measures.h"
#include "stats_run.h"
#include "stats_subjects.h"
#include "tool.h"
#include "writing/output.h"

namespace lede::tools {
namespace {

using stats::FrequencyCounter;
using stats::FrequencyList;

stats::ItemNames names_of(const StatsOptions& options, std::size_t size) {
    if (size > 1) return {"ngram", "ngrams"};
    constexpr std::array<std::string_view, 9> kOne = {
        "word", "lemma", "upos", "entity", "type", "speaker", "citation", "provision", "month"};
    const auto kind = static_cast<std::size_t>(options.rule.kind);
    return {std::string(kOne[kind]), std::string(stats::kItemKindNames[kind])};
}

stats::FrequencyOptions counting(const StatsOptions& options, std::size_t size) {
    return {.rule = options.rule, .size = size, .within = options.within, .by = options.by};
}

Layers layers_of(const StatsOptions& options) {
    return stats::layers_of(options.rule) | stats::layers_of(options.within);
}

std::map<std::string, FrequencyList> count_lists(StatsRun& run, const StatsOptions& options,
                                                 const std::vector<std::string>& paths,
                                                 std::size_t size) {
    WorkerStates<FrequencyCounter> counters(
        [&] { return FrequencyCounter(counting(options, size)); });
    run.count(paths, counters);
    return counters.total().lists();
}

std::optional<FrequencyList> read_list(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    std::string head(16, '\0');
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    if (!stats::is_frequency_file(head)) return std::nullopt;
    stream.clear();
    stream.seekg(0);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    Result<FrequencyList> list = stats::parse_frequency_file(bytes, path);
    if (list) return std::move(list.value());
    throw UsageError{path + ":" + std::to_string(list.error().record) + ": " + list.error().what};
}

void check_rule(const FrequencyList& list, const std::string& rule, const std::string& path) {
    if (list.rule != rule)
        throw UsageError{path + ": counts \"" + list.rule + "\", not \"" + rule + "\""};
}

FrequencyList empty_list(const std::string& rule) { return {rule, 0, 0, {}}; }

void save(const FrequencyList& list, const std::string& path) {
    std::string bytes;
    stats::append_frequency_file(list, bytes);
    writing::Output output(path);
    output.write(bytes);
    output.finish();
}

FrequencyList sum_of_others(const std::map<std::string, FrequencyList>& lists,
                            const std::string& group) {
    FrequencyList sum = empty_list("");
    for (const auto& [name, list] : lists)
        if (name != group) sum.merge(list);
    return sum;
}

}  // namespace

FrequencyList count_corpus(StatsRun& run, const StatsOptions& options,
                           const std::vector<std::string>& paths, std::size_t size) {
    const std::string rule = describe(counting(options, size));
    FrequencyList total = empty_list(rule);
    std::vector<std::string> articles;
    for (const std::string& path : paths) {
        auto list = path == "-" ? std::nullopt : read_list(path);
        if (!list) {
            articles.push_back(path);
            continue;
        }
        check_rule(*list, rule, path);
        total.merge(*list);
    }
    if (articles.empty()) return total;
    for (const auto& [group, list] : count_lists(run, options, articles, size)) total.merge(list);
    return total;
}

int run_frequencies(const StatsOptions& options, std::size_t size) {
    if (!options.save.empty() && !options.by.empty())
        throw UsageError{"--save takes one list: use it without --by"};
    StatsRun run(options, layers_of(options));
    const auto lists = count_lists(run, options, input_paths(options.input), size);
    if (!options.save.empty())
        save(lists.empty() ? empty_list(describe(counting(options, size))) : lists.begin()->second,
             options.save);
    const std::vector<std::string>& groups = options.by.names();
    write_rows(
        stats::frequency_columns(groups, names_of(options, size), options.normalize),
        [&](const stats::TakeRow& take) {
            stats::each_frequency_row(lists, groups, options.normalize, options.filter, take);
        },
        options);
    return run.finish();
}

int run_keywords(const StatsOptions& options) {
    const std::size_t size = options.size_is_set ? options.size : 1;
    stats::KeynessOptions keyness{
        .measures = association_columns(options, stats::AssociationUse::kKeyness),
        .scores = options.scores,
        .filter = options.filter};
    if (options.reference.empty() && options.by.empty())
        throw UsageError{
            "keywords needs --reference PATH, or --by FIELD: each group against the "
            "others"};
    if (options.reference.empty() && !options.reference_where.empty())
        throw UsageError{"--reference-where chooses from --reference: name that, too"};
    const std::vector<std::string>& by = options.by.names();
    const auto cells_of = [&](const std::string& group) {
        return by.empty() ? std::vector<std::string>() : stats::split_cells(group, by.size());
    };
    StatsRun run(options, layers_of(options));
    stats::Table table = stats::keyness_columns(by, names_of(options, size), keyness);
    std::map<std::string, FrequencyList> targets;
    if (by.empty())
        targets.emplace("", count_corpus(run, options, input_paths(options.input), size));
    else
        targets = count_lists(run, options, input_paths(options.input), size);
    FrequencyList reference;
    if (!options.reference.empty()) {
        StatsOptions referring = options;
        referring.by = {};
        run.read_reference();
        reference = count_corpus(run, referring, options.reference, size);
        if (reference.total == 0)
            throw UsageError{"--reference: nothing to compare with: no " +
                             names_of(options, size).many + " were found there"};
    }
    for (const auto& [name, list] : targets)
        append_keyness(list, options.reference.empty() ? sum_of_others(targets, name) : reference,
                       cells_of(name), keyness, table);
    write_table(table, options);
    return run.finish();
}

int run_merge(const StatsOptions& options) {
    std::optional<FrequencyList> total;
    for (const std::string& path : input_paths(options.input)) {
        auto list = read_list(path);
        if (!list) throw UsageError{path + ": is no list of frequencies (written by --save)"};
        if (!total) {
            total = std::move(list);
            continue;
        }
        check_rule(*list, total->rule, path);
        total->merge(*list);
    }
    std::string bytes;
    stats::append_frequency_file(*total, bytes);
    writing::Output output(options.save.empty() ? options.table.output : options.save);
    output.write(bytes);
    output.finish();
    return kExitDone;
}

}  // namespace lede::tools
