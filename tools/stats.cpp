// lede-stats: counts words, names, speakers, laws and dates.
#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <thread>

#include "bad_articles.h"
#include "pipeline/document_reader.h"
#include "pipeline/record_run.h"
#include "search/matcher.h"
#include "search/query_parser.h"
#include "stats_options.h"
#include "tool.h"
#include "writing/output.h"

namespace lede::tools {
namespace {

constexpr std::array<std::string_view, 6> kSubjects = {"summary", "words",     "entities",
                                                       "quotes",  "citations", "timeline"};

// The subject is the first operand.
stats::Subject take_subject(StatsOptions& options) {
    if (options.operands.empty())
        throw UsageError{
            "say what to count: summary, words, entities, quotes, citations or timeline"};
    const std::string name = options.operands.front();
    const auto found = std::find(kSubjects.begin(), kSubjects.end(), name);
    if (found == kSubjects.end())
        throw UsageError{
            "\"" + name +
            "\" cannot be counted; summary, words, entities, quotes, citations and timeline can"};
    options.operands.erase(options.operands.begin());
    return static_cast<stats::Subject>(found - kSubjects.begin());
}

std::optional<search::Matcher> compile_where(const std::string& text) {
    if (text.empty()) return std::nullopt;
    auto parsed = search::parse_bag(text, {});
    if (const auto* error = std::get_if<search::QueryError>(&parsed))
        throw UsageError{"--where: bad query", search::show_error(text, *error) + "\n"};
    auto matcher = search::Matcher::compile(std::get<search::Query>(std::move(parsed)));
    if (const auto* error = std::get_if<search::QueryError>(&matcher))
        throw UsageError{"--where: bad query", search::show_error(text, *error) + "\n"};
    return std::get<search::Matcher>(std::move(matcher));
}

// One article's part of the count.
struct Counted {
    std::optional<Error> error;
};

// A counter for each worker thread, so that counting needs no lock but on a thread's first article.
class Counters {
  public:
    explicit Counters(const stats::CounterOptions& options) : options_(options) {}

    stats::Counter& mine() {
        const std::lock_guard lock(mutex_);
        return counters_.try_emplace(std::this_thread::get_id(), options_).first->second;
    }

    stats::Counter total() const {
        stats::Counter total(options_);
        for (const auto& [thread, counter] : counters_) total.merge(counter);
        return total;
    }

  private:
    const stats::CounterOptions& options_;
    std::mutex mutex_;
    std::map<std::thread::id, stats::Counter> counters_;  // nodes stay where they are
};

int count(const StatsOptions& options, const std::optional<search::Matcher>& where) {
    const Lexicon lexicon = open_lexicon(options.analysis);
    pipeline::AnnotatorOptions annotating = options.analysis.annotator;
    annotating.layers = stats::layers_of(options.counter.subject, options.counter.items);
    if (where) annotating.layers = annotating.layers | search::layers_of(where->query());
    const pipeline::Annotator annotator(lexicon, annotating);
    reading::ParseOptions parse = options.input.parse;
    parse.text_required = false;
    const reading::ArticleParser parser(parse);
    const pipeline::DocumentReader reader(parser, annotator, annotating.layers);

    Counters counters(options.counter);
    BadArticles bad("lede-stats", options.run);
    reading::ArticleSource source(input_paths(options.input), options.input.source);
    const auto work = [&](Result<reading::RawRecord>&& record) {
        if (!record) return Counted{record.error()};
        const Result<Document> document = reader.read(record.value());
        if (!document) return Counted{document.error()};
        if (!where || where->matches(document.value())) counters.mine().add(document.value());
        return Counted{};
    };
    const auto sink = [&](Counted&& counted) {
        if (counted.error) return bad.report(*counted.error);
        bad.count_good();
        return true;
    };
    writing::Output output(options.output);
    pipeline::run_records<Counted>(source, work, sink, flow_limits(options.run));
    std::string table;
    stats::append_table(counters.total().table(), options.format, options.header, table);
    output.write(table);
    output.finish();
    bad.finish();
    return bad.exit_status();
}

}  // namespace

int run_stats(const std::vector<std::string>& arguments) {
    StatsOptions options;
    const Command command = stats_command(options);
    parse_command_line(command, arguments);
    if (print_asked_page(command, options.pages)) return kExitDone;
    options.counter.subject = take_subject(options);
    options.input.paths = options.operands;
    return count(options, compile_where(options.where));
}

}  // namespace lede::tools
