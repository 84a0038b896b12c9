// lede-stats: counts words, names, speakers, laws and dates.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>

#include "color.h"
#include "nearest_word.h"
#include "stats/spark_table.h"
#include "stats/vega_spec.h"
#include "stats_run.h"
#include "stats_subjects.h"
#include "stats_tables.h"
#include "tool.h"
#include "writing/output.h"

namespace lede::tools {
namespace {

using stats::Subject;

struct Runner {
    std::string_view name;
    std::function<int(const StatsOptions&)> run;
};

Runner counted(std::string_view name, Subject subject) {
    return {name, [subject](const StatsOptions& options) { return run_counts(options, subject); }};
}

std::vector<Runner> runners() {
    return {counted("summary", Subject::kSummary),
            {"words", [](const StatsOptions& o) { return run_frequencies(o, 1); }},
            {"ngrams", [](const StatsOptions& o) { return run_frequencies(o, o.size); }},
            {"keywords", run_keywords},
            {"collocates", run_collocates},
            {"dispersion", run_dispersion},
            {"tfidf", run_weights},
            {"diversity", run_diversity},
            {"readability", run_readability},
            {"cross", run_cross},
            counted("entities", Subject::kEntities),
            counted("quotes", Subject::kQuotes),
            counted("citations", Subject::kCitations),
            counted("timeline", Subject::kTimeline),
            {"repeats", run_repeats},
            {"merge", run_merge},
            {"report", run_report}};
}

// The subject is the first operand.
Runner take_subject(StatsOptions& options) {
    std::vector<std::string> known;
    for (const Runner& runner : runners()) known.emplace_back(runner.name);
    for (const char* const whole : {"names", "duplicates"}) known.emplace_back(whole);
    const std::string names = fmt::format("{}", fmt::join(known, ", "));
    if (options.operands.empty()) throw UsageError{"say what to count: " + names};
    const std::string name = options.operands.front();
    options.operands.erase(options.operands.begin());
    options.subject = name;
    for (Runner& runner : runners())
        if (runner.name == name) return runner;
    throw UsageError{"\"" + name + "\" cannot be counted; these can: " + names +
                     guess_of(name, known)};
}

// Names of articles are chosen over all of them, so that only counts of items add up.
void check_save(const StatsOptions& options) {
    const std::string& subject = options.subject;
    if (options.save.empty() || subject == "words" || subject == "ngrams" || subject == "merge")
        return;
    throw UsageError{"--save keeps words (also --items entities and more), ngrams and merge, not " +
                     subject};
}

void read_stopwords(StatsOptions& options) {
    if (options.stopwords.empty()) return;
    std::ifstream stream(options.stopwords);
    if (!stream) throw UsageError{"--stopwords: " + options.stopwords + " cannot be read"};
    stats::WordKey key(options.rule.letters);
    for (std::string line; std::getline(stream, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (!line.empty() && line.front() != '#')
            options.filter.stopwords.insert(std::string(key.of(line)));
    }
}

void read_speaker_groups(StatsOptions& options) {
    if (options.speaker_groups.empty()) return;
    std::ifstream stream(options.speaker_groups, std::ios::binary);
    if (!stream) throw UsageError{"--groups: " + options.speaker_groups + " cannot be read"};
    const std::string table{std::istreambuf_iterator<char>(stream), {}};
    auto groups = stats::SpeakerGroups::parse(table, options.speaker_groups);
    if (!groups)
        throw UsageError{"--groups: " + options.speaker_groups + ':' +
                         std::to_string(groups.error().record) + ": " + groups.error().what};
    options.items.groups = std::make_shared<const stats::SpeakerGroups>(std::move(groups.value()));
}

}  // namespace

void write_text(const std::string& text, const StatsOptions& options) {
    writing::Output output(options.table.output);
    output.write(text);
    output.finish();
}

void write_table(const stats::Table& table, const StatsOptions& options) {
    if (options.picture == Picture::kNone) {
        writing::Output output(options.table.output);
        if (options.spark && options.subject == "timeline")
            return write_table(stats::spark_table(table), options.table, output);
        return write_table(table, options.table, output);
    }
    stats::ChartPlan plan = stats::chart_plan(options.subject).value();
    if (!options.measures.empty()) plan.value = options.measures.front();
    std::string text;
    if (options.picture == Picture::kVega)
        stats::append_vega(table, plan, text);
    else
        text = stats::table_chart(table, plan, charts::Place::kFile);
    write_text(text, options);
}

void write_rows(stats::Table head, const std::function<void(const stats::TakeRow&)>& make_rows,
                const StatsOptions& options) {
    stats::TableStyle style = options.table.style;
    if (options.picture != Picture::kNone || style.format == stats::TableFormat::kPretty) {
        make_rows([&](const std::vector<std::string>& cells) { head.rows.push_back(cells); });
        return write_table(head, options);
    }
    style.color = wants_color(options.table.color);
    writing::Output output(options.table.output);
    std::string text;
    stats::append_head(head, style, text);
    make_rows([&](const std::vector<std::string>& cells) {
        stats::append_row(head, cells, style, text);
        output.write(text);
        text.clear();
    });
    output.write(text);
    output.finish();
}

int run_counts(const StatsOptions& options, Subject subject) {
    const stats::CounterOptions counting{.subject = subject,
                                         .items = options.items,
                                         .by = options.by,
                                         .top = options.filter.top,
                                         .min_frequency = options.filter.min_frequency,
                                         .min_articles = options.filter.min_articles,
                                         .terms = options.filter.terms,
                                         .ascending = options.filter.ascending};
    StatsRun run(options, stats::layers_of(subject, options.items));
    WorkerStates<stats::Counter> counters([&] { return stats::Counter(counting); });
    run.count(input_paths(options.input), counters);
    write_table(counters.total().table(), options);
    return run.finish();
}

int run_stats(const std::vector<std::string>& arguments) {
    // Tables with options of their own.
    const std::string what = arguments.empty() ? "" : arguments.front();
    const std::vector<std::string> rest(arguments.begin() + !arguments.empty(), arguments.end());
    if (what == "duplicates") return run_stats_duplicates(rest);
    if (what == "names") return run_stats_names(rest);
    StatsOptions options;
    const Command command = stats_command(options);
    parse_command_line(command, arguments);
    if (print_asked_page(command, options.pages)) return kExitDone;
    if (!options.explain.empty()) {
        print_page(explain_measures(options.explain));
        return kExitDone;
    }
    const Runner runner = take_subject(options);
    check_save(options);
    options.input.paths = options.operands;
    read_stopwords(options);
    read_speaker_groups(options);
    stats::WordKey key(options.rule.letters);
    for (std::string& term : options.filter.terms) term = std::string(key.of(term));
    return runner.run(options);
}

}  // namespace lede::tools
