// lede-stats names: who and what is named, with all the forms of their names.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <thread>

#include "article_prints.h"
#include "bad_articles.h"
#include "pages.h"
#include "pipeline/document_reader.h"
#include "pipeline/record_run.h"
#include "run_options.h"
#include "stats/name_book.h"
#include "stats/name_suggestions.h"
#include "stats_tables.h"
#include "tool.h"

namespace lede::tools {
namespace {

struct NamesOptions {
    InputOptions input;
    AnalysisOptions analysis;
    RunOptions run;
    PageOptions pages;
    TableOptions table;
    bool suggest = false;
    std::uint64_t min_articles = 1;
};

Command names_command(NamesOptions& o) {
    Command command{
        .name = "lede-stats names",
        .purpose = "lists who and what is named, one row for one thing in all articles",
        .usage = "[OPTION]... [PATH|-]...",
        .examples = {{"lede-stats names corpus/", "everybody, with all forms of their names"},
                     {"lede-stats names --suggest corpus/ > names.tsv",
                      "names that may be of one thing: edit, then use --names names.tsv"}},
        .sections = {{"The table",
                      "  key        one for one thing: its link, else its name in lower case\n"
                      "  name       the fullest form that most articles have\n"
                      "  type, link\n"
                      "  articles, mentions\n"
                      "  forms      as written, with counts: Donald Trump (12); Trump (30)\n"
                      "\n"
                      "  Rows are sorted by articles, then mentions, then key.\n"}},
        .operands = &o.input.paths,
    };
    add_options(command.options,
                {{"--suggest", "", "propose merges and splits in the format of --names", "Counting",
                  &o.suggest},
                 {"--min-docs", "N", "leave out what stands in fewer than N articles", "Counting",
                  &o.min_articles}});
    add_options(command.options, table_options(o.table));
    add_options(command.options, input_options(o.input));
    add_options(command.options, analysis_options(o.analysis));
    add_options(command.options, run_options(o.run));
    add_options(command.options, page_options(o.pages));
    return command;
}

// "Trump (30); Donald Trump (12)"
std::string forms_of(const stats::NamedThing& thing) {
    std::vector<std::pair<std::string, std::uint64_t>> forms(thing.forms.begin(),
                                                             thing.forms.end());
    std::stable_sort(forms.begin(), forms.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string list;
    for (const auto& [form, count] : forms)
        list += fmt::format("{}{} ({})", list.empty() ? "" : "; ", form, count);
    return list;
}

stats::Table table_of(const stats::NameBook& book, std::uint64_t min_articles) {
    std::vector<const std::pair<const std::string, stats::NamedThing>*> things;
    for (const auto& entry : book.things())
        if (entry.second.articles >= min_articles) things.push_back(&entry);
    std::stable_sort(things.begin(), things.end(), [](const auto* a, const auto* b) {
        if (a->second.articles != b->second.articles)
            return a->second.articles > b->second.articles;
        return a->second.mentions > b->second.mentions;
    });
    stats::Table table{.columns = {"key", "name", "type", "link", "articles", "mentions", "forms"},
                       .rows = {},
                       .is_number = {false, false, false, false, true, true, false}};
    for (const auto* entry : things) {
        const stats::NamedThing& thing = entry->second;
        table.rows.push_back({entry->first, thing.name(), std::string(name_of(thing.type())),
                              thing.link(), std::to_string(thing.articles),
                              std::to_string(thing.mentions), forms_of(thing)});
    }
    return table;
}

// The names of all articles; books of their own for all threads, put together at the end.
stats::NameBook read_names(const NamesOptions& options, const Lexicon& lexicon, BadArticles& bad) {
    constexpr Layers kNeeded = {Layer::kEntities, Layer::kCitations};
    pipeline::AnnotatorOptions annotating = options.analysis.annotator;
    annotating.layers = kNeeded;
    const pipeline::Annotator annotator(lexicon, annotating);
    reading::ParseOptions parse = parse_options(options.input, lexicon);
    parse.text_required = false;
    const reading::ArticleParser parser(parse);
    const pipeline::DocumentReader reader(parser, annotator, kNeeded);
    std::mutex mutex;
    std::map<std::thread::id, stats::NameBook> books;
    const auto work = [&](Result<reading::RawRecord>&& record) -> std::optional<Error> {
        if (!record) return record.error();
        const Result<Document> document = reader.read(record.value());
        if (!document) return document.error();
        stats::NameBook* book = nullptr;
        {
            const std::lock_guard lock(mutex);
            book = &books[std::this_thread::get_id()];
        }
        book->add(document.value());
        return std::nullopt;
    };
    const auto sink = [&](std::optional<Error>&& error) {
        if (error) return bad.report(*error);
        bad.count_good();
        return true;
    };
    const pipeline::FlowLimits limits = flow_limits(options.run);
    const std::vector<std::string> paths = input_paths(options.input);
    reading::ArticleSource source(paths, source_options(options.input, paths, lexicon, limits));
    pipeline::run_records<std::optional<Error>>(source, work, sink, limits);
    stats::NameBook all;
    for (const auto& [thread, book] : books) all.merge(book);
    return all;
}

int list_names(const NamesOptions& options) {
    const Lexicon lexicon = open_lexicon(options.analysis);
    BadArticles bad("lede-stats", options.run);
    writing::Output output(options.table.output);
    const stats::NameBook book = read_names(options, lexicon, bad);
    if (options.suggest) {
        output.write(stats::suggest_names(book, lexicon));
        output.finish();
    } else {
        write_table(table_of(book, options.min_articles), options.table, output);
    }
    bad.finish();
    return bad.exit_status();
}

}  // namespace

int run_stats_names(const std::vector<std::string>& arguments) {
    NamesOptions options;
    const Command command = names_command(options);
    parse_command_line(command, arguments);
    if (print_asked_page(command, options.pages)) return kExitDone;
    return list_names(options);
}

}  // namespace lede::tools
