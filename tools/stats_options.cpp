#include "stats_options.h"

namespace lede::tools {
namespace {

void set_by(stats::CounterOptions& counter, const std::string& text) {
    const auto grouping = stats::Grouping::parse(text);
    if (!grouping)
        throw UsageError{"--by: \"" + text + "\" is not FIELD[:year|month|day][,FIELD]..."};
    counter.by = *grouping;
}

stats::Period period_of(const std::string& name) {
    if (name == "day") return stats::Period::kDay;
    return name == "year" ? stats::Period::kYear : stats::Period::kMonth;
}

std::vector<Option> count_options(StatsOptions& o) {
    const std::string theme = "Counting";
    return {
        {"-b,--by",
         "FIELD",
         "a table for each value of FIELD: publication, published:month, or any field of the "
         "input; several with commas between",
         theme,
         Setter([&o](const std::string& text) { set_by(o.counter, text); }),
         {},
         true},
        {"-w,--where",
         "QUERY",
         "count only articles that match QUERY (see lede-search --help)",
         theme,
         &o.where,
         {},
         true},
        {"-t,--top",
         "N",
         "the N most frequent of each group; 0, the default, is all",
         theme,
         &o.counter.top,
         {},
         true},
        {"--min-freq", "N", "leave out what was counted fewer than N times", theme,
         &o.counter.min_frequency},
        {"--min-docs", "N", "leave out what stands in fewer than N articles", theme,
         &o.counter.min_articles},
        {"--fold", "", "words: count any case as one", theme, &o.counter.items.fold},
        {"--provisions", "", "citations: count each provision, not the whole law", theme,
         &o.counter.items.by_provision},
        {"--dates",
         "WHICH",
         "timeline: days that are mentioned (default), or published",
         theme,
         Setter(
             [&o](const std::string& which) { o.counter.items.published = which == "published"; }),
         {"mentioned", "published"}},
        {"--period",
         "PERIOD",
         "timeline: day, month (default) or year",
         theme,
         Setter([&o](const std::string& name) { o.counter.items.period = period_of(name); }),
         {"day", "month", "year"}},
    };
}

std::vector<Option> table_options(StatsOptions& o) {
    const std::string theme = "Output";
    const auto format = [&o](stats::TableFormat value) {
        return Setter([&o, value](const std::string&) { o.format = value; });
    };
    return {
        {"--format",
         "FORMAT",
         "tsv (default), csv, jsonl, or pretty: columns for people",
         theme,
         Setter([&o](const std::string& name) {
             o.format = name == "csv"      ? stats::TableFormat::kCsv
                        : name == "jsonl"  ? stats::TableFormat::kJson
                        : name == "pretty" ? stats::TableFormat::kPretty
                                           : stats::TableFormat::kTsv;
         }),
         {"tsv", "csv", "jsonl", "pretty"},
         true},
        {"--json", "", "the same as --format jsonl", theme, format(stats::TableFormat::kJson)},
        {"--tsv", "", "the same as --format tsv", theme, format(stats::TableFormat::kTsv)},
        {"--csv", "", "the same as --format csv", theme, format(stats::TableFormat::kCsv)},
        {"--no-header", "", "leave out the line of column names", theme,
         Setter([&o](const std::string&) { o.header = false; })},
        {"-o,--output", "FILE", "write to FILE, which appears when it is whole", theme, &o.output},
    };
}

std::vector<Section> stats_sections() {
    return {{"What to count",
             "  summary      articles, words, sentences, mentions, dates, quotes, citations\n"
             "  words        surface words with a letter or digit\n"
             "  entities     mentions of each name, by type\n"
             "  quotes       quotations and quoted words of each speaker, and the share\n"
             "  citations    references to each law\n"
             "  timeline     dates by month (day, year), in the order of time\n"
             "\n"
             "  Every row has the count, the number of articles, and the rates per 1,000\n"
             "  articles and per million words, with the articles and words they refer to.\n"},
            {"Reading the table elsewhere",
             "  R         read.delim(\"t.tsv\", quote = \"\")\n"
             "  pandas    pd.read_csv(\"t.tsv\", sep=\"\\t\", quoting=3)\n"
             "  DuckDB    from read_csv('t.tsv', delim='\\t', quote='')\n"
             "  SQLite    .import --csv t.csv t\n"},
            {"Exit status",
             "  0  done\n"
             "  2  wrong usage, an input that cannot be read, or a failed write\n"
             "  3  done, but articles inside the input were skipped\n"}};
}

}  // namespace

Command stats_command(StatsOptions& options) {
    Command command{
        .name = "lede-stats",
        .purpose = "counts words, names, speakers, laws and dates of news articles",
        .usage = "[OPTION]... WHAT [PATH|-]...",
        .examples = {{"lede-stats summary corpus/", "what is in these articles"},
                     {"lede-stats entities --top 20 corpus/", "who is named most"},
                     {"lede-stats quotes --by publication articles.jsonl",
                      "whose words each outlet prints"},
                     {"lede-stats citations --where 'entity:Senate' corpus/",
                      "laws in articles that name the Senate"},
                     {"lede-stats timeline --period year corpus/", "which years are spoken of"}},
        .sections = stats_sections(),
        .operands = &options.operands,
    };
    add_options(command.options, count_options(options));
    add_options(command.options, table_options(options));
    add_options(command.options, input_options(options.input));
    add_options(command.options, analysis_options(options.analysis));
    add_options(command.options, run_options(options.run));
    add_options(command.options, page_options(options.pages));
    return command;
}

}  // namespace lede::tools
