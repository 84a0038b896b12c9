// What lede-stats counts, and which scores it shows.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "name_list.h"
#include "stats_options.h"

namespace lede::tools {
namespace {

template <typename Number>
Number parse_number(const std::string& option, const std::string& text, Number low, Number high) {
    Number number{};
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, number);
    if (text.empty() || parsed.ec != std::errc() || parsed.ptr != end || !(number >= low) ||
        !(number <= high))
        throw UsageError{
            fmt::format("{}: \"{}\" is no number from {} to {}", option, text, low, high)};
    return number;
}

void set_by(StatsOptions& o, const std::string& text) {
    const auto grouping = stats::Grouping::parse(text);
    if (!grouping)
        throw UsageError{"--by: \"" + text + "\" is not FIELD[:year|month|day][,FIELD]..."};
    o.by = *grouping;
}

void set_window(StatsOptions& o, const std::string& text) {
    constexpr std::uint32_t kMost = 100'000;
    const auto sides = split_list("--window", text);
    if (sides.size() > 2) throw UsageError{"--window: \"" + text + "\" is not N or LEFT,RIGHT"};
    o.window.left = parse_number<std::uint32_t>("--window", sides.front(), 0, kMost);
    o.window.right = parse_number<std::uint32_t>("--window", sides.back(), 0, kMost);
    if (o.window.left + o.window.right == 0) throw UsageError{"--window: 0,0 holds nothing"};
    o.diversity.window = o.window.right;
}

void set_measures(StatsOptions& o, const std::string& list) {
    o.all_measures = list == "all";
    if (!o.all_measures) o.measures = split_list("--measures", list);
}

stats::Period period_of(const std::string& name) {
    if (name == "day") return stats::Period::kDay;
    return name == "year" ? stats::Period::kYear : stats::Period::kMonth;
}

std::vector<std::string> item_names() {
    return {stats::kItemKindNames.begin(), stats::kItemKindNames.end()};
}

void set_item(StatsOptions& o, const std::string& name) {
    const auto found = std::find(stats::kItemKindNames.begin(), stats::kItemKindNames.end(), name);
    o.rule.kind = static_cast<stats::ItemKind>(found - stats::kItemKindNames.begin());
}

void set_within(StatsOptions& o, const std::string& name) {
    o.within_is_set = true;
    o.within = name == "s"       ? stats::Within::kSentence
               : name == "p"     ? stats::Within::kParagraph
               : name == "quote" ? stats::Within::kQuote
                                 : stats::Within::kArticle;
}

void set_normalize(StatsOptions& o, const std::string& name) {
    o.normalize = name == "per-thousand" ? stats::Normalize::kPerThousand
                  : name == "percent"    ? stats::Normalize::kPercent
                  : name == "none"       ? stats::Normalize::kNone
                                         : stats::Normalize::kPerMillion;
}

Setter number_into(double& target, const char* option, double low, double high) {
    return [&target, option, low, high](const std::string& text) {
        target = parse_number<double>(option, text, low, high);
    };
}

std::vector<Option> item_options(StatsOptions& o) {
    const std::string theme = "Counting";
    return {
        {"--items", "KIND",
         "words, ngrams, keywords, collocates, dispersion, tfidf, diversity: count these instead "
         "of words",
         theme, Setter([&o](const std::string& name) { set_item(o, name); }), item_names(), true},
        {"--words",
         "RULE",
         "what a word is: lede (default), our surface tokens; uax29, the segments of Unicode "
         "Annex 29, as ICU and R have them",
         theme,
         Setter([&o](const std::string& name) {
             o.rule.words = name == "uax29" ? stats::WordRule::kUax29 : stats::WordRule::kLede;
         }),
         {"lede", "uax29"},
         true},
        {"--lower", "", "words: count any case as one", theme,
         Setter([&o](const std::string&) { o.rule.letters = stats::LetterCase::kLower; })},
        {"--fold", "", "words: count any case, apostrophe and hyphen as one", theme,
         Setter([&o](const std::string&) { o.rule.letters = stats::LetterCase::kFold; })},
        {"--size", "N", "ngrams, keywords: sequences of N items, 1 to 5 (ngrams: 2)", theme,
         Setter([&o](const std::string& text) {
             o.size = parse_number<std::uint64_t>("--size", text, 1, 5);
             o.size_is_set = true;
         })},
        {"--window", "N|LEFT,RIGHT",
         "collocates: items around the node (default 0,1: pairs of neighbours); diversity: the "
         "window of mattr and msttr (100)",
         theme, Setter([&o](const std::string& text) { set_window(o, text); })},
        {"--within",
         "UNIT",
         "ngrams, collocates, cross: inside one article (default), p, s (default of cross) or "
         "quote",
         theme,
         Setter([&o](const std::string& name) { set_within(o, name); }),
         {"article", "p", "s", "quote"}},
        {"--part-at", "REGEX",
         "dispersion, tfidf: parts begin at lines that match, not at articles", theme, &o.part_at},
        {"--groups", "FILE",
         "quotes: count groups of speakers: lines of a speaker, a tab and a group", theme,
         &o.speaker_groups},
        {"--provisions", "", "citations: count each provision, not the whole law", theme,
         &o.items.by_provision},
        {"--dates",
         "WHICH",
         "timeline: days that are mentioned (default), or published",
         theme,
         Setter([&o](const std::string& which) { o.items.published = which == "published"; }),
         {"mentioned", "published"}},
        {"--period",
         "PERIOD",
         "timeline: day, month (default) or year",
         theme,
         Setter([&o](const std::string& name) { o.items.period = period_of(name); }),
         {"day", "month", "year"}},
    };
}

std::vector<Option> row_options(StatsOptions& o) {
    const std::string theme = "Rows";
    return {
        {"-b,--by",
         "FIELD",
         "a table for each value of FIELD: publication, published:month, or any field of the "
         "input; several with commas between",
         theme,
         Setter([&o](const std::string& text) { set_by(o, text); }),
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
         "the first N of each group (timeline: the N highest); 0, the default, is all",
         theme,
         &o.filter.top,
         {},
         true},
        {"--asc", "", "lowest first", theme, &o.filter.ascending},
        {"--min-freq", "N", "leave out what was counted fewer than N times", theme,
         &o.filter.min_frequency},
        {"--min-docs", "N", "leave out what stands in fewer than N articles", theme,
         &o.filter.min_articles},
        {"--term", "ITEM", "only this item; collocates: of this node; may be repeated", theme,
         &o.filter.terms},
        {"--stopwords", "FILE", "leave out the words of FILE, one a line; totals keep them", theme,
         &o.stopwords},
        {"--normalize",
         "RATE",
         "words, ngrams: per-million (default), per-thousand, percent or none",
         theme,
         Setter([&o](const std::string& name) { set_normalize(o, name); }),
         {"per-million", "per-thousand", "percent", "none"}},
    };
}

}  // namespace

std::vector<Option> stats_count_options(StatsOptions& o) {
    std::vector<Option> options = item_options(o);
    add_options(options, row_options(o));
    return options;
}

std::vector<Option> stats_measure_options(StatsOptions& o) {
    const std::string theme = "Measures";
    return {
        {"-m,--measures",
         "LIST",
         "scores to show, with commas between; rows stand in the order of the first; or all",
         theme,
         Setter([&o](const std::string& list) { set_measures(o, list); }),
         {},
         true},
        {"--explain",
         "MEASURE",
         "print the formula, source and edge cases of a measure, or of all",
         theme,
         &o.explain,
         {},
         true},
        {"--reference-where", "QUERY",
         "keywords: of the reference, only articles that match QUERY (--where chooses those that "
         "are compared)",
         theme, &o.reference_where},
        {"-r,--reference",
         "PATH",
         "keywords: what to compare with: articles, records or a list saved by --save; may be "
         "repeated",
         theme,
         &o.reference,
         {},
         true},
        {"--confidence", "SHARE", "lrc: of the interval (default 0.95)", theme,
         number_into(o.scores.confidence, "--confidence", 0.5, 0.999999)},
        {"--bonferroni", "N", "lrc: tests to correct for (default: as many as items; 1: none)",
         theme, number_into(o.scores.tests, "--bonferroni", 1, 1e15)},
        {"--simple-maths", "K", "simple_maths: added to both rates (default 1)", theme,
         number_into(o.scores.simple_maths, "--simple-maths", 1e-9, 1e9)},
        {"--prior", "N", "log_odds_prior: tokens of the prior (default 1000)", theme,
         number_into(o.scores.prior, "--prior", 1e-9, 1e15)},
        {"--total",
         "WHAT",
         "collocates: the total is items (default), or pairs as in quanteda",
         theme,
         Setter([&o](const std::string& what) {
             o.total = what == "pairs" ? stats::PairTotal::kPairs : stats::PairTotal::kItems;
         }),
         {"items", "pairs"}},
        {"--mtld-threshold", "RATIO", "mtld: where a factor is full (default 0.72)", theme,
         number_into(o.diversity.mtld_threshold, "--mtld-threshold", 0.01, 0.99)},
        {"--hdd-sample", "N", "hdd: tokens of the sample (default 42)", theme,
         Setter([&o](const std::string& text) {
             o.diversity.hdd_sample =
                 parse_number<std::uint64_t>("--hdd-sample", text, 1, 1'000'000'000);
         })},
        {"--from-counts", "", "dispersion: the input is a TSV table of counts: parts, sizes, items",
         theme, &o.from_counts},
        {"--counts", "", "dispersion: show the counts of all parts", theme, &o.with_counts},
    };
}

}  // namespace lede::tools
