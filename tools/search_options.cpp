#include "search_options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "color.h"
#include "name_list.h"

namespace lede::tools {
namespace {

Setter choose(SearchReport& report, SearchReport value) {
    return [&report, value](const std::string&) { report = value; };
}

void set_context(search::ConcordanceOptions& concordance, const std::string& text) {
    if (text == "s" || text == "p") {
        concordance.context_unit = text == "s" ? search::Unit::kSentence : search::Unit::kParagraph;
        return;
    }
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, concordance.context);
    if (text.empty() || parsed.ec != std::errc() || parsed.ptr != end ||
        concordance.context > 100000)
        throw UsageError{"--context: \"" + text + "\" is not a number up to 100000, s or p"};
    concordance.context_unit.reset();
}

// In the order of search::Strategy.
constexpr std::array<std::string_view, 4> kStrategies = {"standard", "longest", "shortest", "all"};
// In the order of search::HitFormat.
constexpr std::array<std::string_view, 5> kFormats = {"kwic", "json", "tsv", "match", "positions"};

constexpr auto kHitKeys = std::to_array(search::kHitKeyNames);

search::HitKey hit_key(const std::string& name) {
    return static_cast<search::HitKey>(std::ranges::find(kHitKeys, name) - kHitKeys.begin());
}

void set_group(SearchOptions& options, const std::string& name) {
    options.group.reset();
    options.group_columns = {};
    if (std::ranges::find(kHitKeys, name) != kHitKeys.end())
        options.group = hit_key(name);
    else
        options.group_columns = search::HitColumns::parse(name);
    if (!is_grouped(options)) throw UsageError{"--group: the name of an attribute is missing"};
}

void set_columns(SearchOptions& options, const std::string& list) {
    options.columns = search::HitColumns::parse(list);
    if (options.columns.empty()) throw UsageError{"--columns: the names of attributes are missing"};
    options.concordance.format = search::HitFormat::kColumns;
}

template <std::size_t size>
std::vector<std::string> names(const std::array<std::string_view, size>& all) {
    return {all.begin(), all.end()};
}

std::vector<Option> query_options(SearchOptions& o) {
    const std::string theme = "Query";
    const auto case_rule = [&o](search::CaseRule rule) {
        return Setter([&o, rule](const std::string&) { o.parse.case_rule = rule; });
    };
    return {
        {"-e,--query",
         "QUERY",
         "look for QUERY; may be given again: any of them matches",
         theme,
         &o.queries,
         {},
         true},
        {"-f,--query-file", "FILE", "look for the queries in FILE, one a line", theme,
         &o.query_files},
        {"--like", "TEXT",
         "in place of a query: where TEXT is quoted again, with words changed, left out or in "
         "brackets; the earliest first",
         theme, &o.like},
        {"--hits", "FILE",
         "in place of a query: the hits in FILE, saved with --tsv, or with --format positions of "
         "the same input",
         theme, &o.hits_file},
        {"--cql", "", "read the query as CQL, whatever it begins with", theme,
         Setter([&o](const std::string&) { o.syntax = QuerySyntax::kCql; })},
        {"--bag", "", "read the query as words and fields, whatever it begins with", theme,
         Setter([&o](const std::string&) { o.syntax = QuerySyntax::kBag; })},
        {"--strategy", "NAME",
         "which of overlapping CQL matches are hits: standard (from each begin the nearest end), "
         "longest, shortest, all",
         theme, Setter([&o](const std::string& name) {
             o.strategy = static_cast<search::Strategy>(std::ranges::find(kStrategies, name) -
                                                        kStrategies.begin());
         }),
         names(kStrategies)},
        {"--vrt-columns", "LIST",
         "the names of the columns of vertical text: word,lemma,upos (default: as the file says, "
         "or a guess)",
         theme, Setter([&o](const std::string& list) {
             o.vrt_columns = split_list("--vrt-columns", list);
         })},
        {"-F,--fixed", "", "take the query as one phrase, without any syntax", theme, &o.fixed},
        {"-i,--ignore-case",
         "",
         "match any case, also where the query has capitals",
         theme,
         case_rule(search::CaseRule::kIgnore),
         {},
         true},
        {"-s,--case-sensitive", "", "match the case as written, also in small letters", theme,
         case_rule(search::CaseRule::kExact)},
        {"-w,--word", "", "let a /regex/ match whole words only", theme, &o.whole_words},
        {"--lines", "",
         "match raw lines by a regex, as grep does, without reading articles out of them", theme,
         &o.lines},
        {"-v,--invert", "", "select the articles that do not match", theme, &o.invert, {}, true},
    };
}

Setter set_format(SearchOptions& o, search::HitFormat format) {
    return [&o, format](const std::string&) { o.concordance.format = format; };
}

// What is printed, how much of it and in which order.
std::vector<Option> result_options(SearchOptions& o) {
    const std::string theme = "Output";
    return {
        {"-c,--count",
         "",
         "print the number of hits, of each input where there are several",
         theme,
         choose(o.report, SearchReport::kCount),
         {},
         true},
        {"-l,--ids",
         "",
         "print the ids of matching articles",
         theme,
         choose(o.report, SearchReport::kIds),
         {},
         true},
        {"-o,--only-matching", "", "print the hits without their context", theme,
         set_format(o, search::HitFormat::kMatch)},
        {"-q,--quiet", "", "print nothing; the exit status tells", theme,
         choose(o.report, SearchReport::kNothing)},
        {"-m,--max-hits",
         "N",
         "stop after N hits, or N articles where those are printed",
         theme,
         &o.max_hits,
         {},
         true},
        {"--limit", "N", "the same as --max-hits", theme, &o.max_hits},
        {"--sort", "KEY",
         "sort hits by what stands left or right of them, by the hit itself, by date or doc", theme,
         Setter([&o](const std::string& name) { o.sort = hit_key(name); }), names(kHitKeys)},
        {"--group", "KEY",
         "count hits by the word left or right of them, by hit, date or doc, or by what --columns "
         "takes: lemma, entity.type",
         theme, Setter([&o](const std::string& name) { set_group(o, name); })},
        {"--sample", "N", "draw N of the hits, each with the same chance", theme, &o.sample},
        {"--seed", "N", "another number draws others (default 1)", theme, &o.seed},
    };
}

// How a hit or an article is written.
std::vector<Option> form_options(SearchOptions& o) {
    const std::string theme = "Output";
    const auto around = [&o](const std::string& text) {
        std::uint64_t sentences = 0;
        const auto parsed = std::from_chars(text.data(), text.data() + text.size(), sentences);
        if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size())
            throw UsageError{"--around: \"" + text + "\" is not a number"};
        o.before = o.after = sentences;
    };
    return {
        {"-n,--number", "", "print the number of the sentence after the id", theme,
         &o.concordance.sentence_numbers},
        {"--context", "N|s|p",
         "show N characters on each side of a hit (default 40), or the whole sentence or "
         "paragraph",
         theme, Setter([&o](const std::string& text) { set_context(o.concordance, text); })},
        {"-A,--after", "N", "show the hit's sentence and N after it", theme, &o.after},
        {"-B,--before", "N", "show the hit's sentence and N before it", theme, &o.before},
        {"-C,--around", "N", "show the hit's sentence and N on each side", theme, Setter(around)},
        {"--json",
         "",
         "one JSON object for each hit",
         theme,
         set_format(o, search::HitFormat::kJson),
         {},
         true},
        {"--tsv",
         "",
         "one row for each hit, with a header line",
         theme,
         set_format(o, search::HitFormat::kTsv),
         {},
         true},
        {"--format", "NAME",
         "kwic (default), json, tsv, match (as -o), or positions: the first and the last token of "
         "each hit, counted from 0 over the whole input",
         theme, Setter([&o](const std::string& name) {
             o.concordance.format = static_cast<search::HitFormat>(
                 std::ranges::find(kFormats, name) - kFormats.begin());
         }),
         names(kFormats)},
        {"--columns", "LIST",
         "a table of these attributes of each hit: lemma (of all its tokens), match.upos, "
         "matchend.upos (of the first, of the last), entity.type, text.published",
         theme, Setter([&o](const std::string& list) { set_columns(o, list); })},
        {"--records",
         "",
         "whole annotated records of matching articles",
         theme,
         choose(o.report, SearchReport::kRecords),
         {},
         true},
        {"-0,--null", "", "end ids with a NUL byte in place of a line feed", theme, &o.null_ids},
        {"--output", "FILE", "write to FILE, which appears when it is whole", theme, &o.output},
        color_option(o.color, "hits", theme),
    };
}

std::vector<Section> search_sections() {
    return {{"Queries",
             "  sanctions korea          both words, anywhere in the article\n"
             "  \"human rights\"           a phrase; line breaks count as blanks\n"
             "  sanction*                words that begin so\n"
             "  /[A-Z]\\w+ said/          a regular expression (RE2; /…/i ignores case)\n"
             "  trade OR tariff, -tax    either; and not\n"
             "  NEAR/8(forced labor)     within 8 words of each other\n"
             "  entity:Kim PERSON:Kim    a name, or a name of one type\n"
             "  speaker:Trump            quotations of a speaker\n"
             "  speaker:Trump(love)      \"love\" inside such a quotation\n"
             "  date:2018-01..2018-12    days that are mentioned\n"
             "  published:2019-02        days of publication\n"
             "  citation:/us/usc/t22     laws by identifier, or citation:\"Patriot Act\"\n"
             "  publication:Ledger       any field of the record (title, section, …)\n"
             "  … within s               all in one sentence (p: paragraph)\n"
             "\n"
             "  A word in small letters matches any case, one with a capital as written.\n"
             "  Names match whole words in any case. Fields filter; a query of fields\n"
             "  alone shows what they found.\n"},
            {"CQL",
             "  A query that begins with [, <, a label or MU( is read as CQL:\n"
             "\n"
             "  [lower=\"sanctions?\"]     a token, by a regex for the whole attribute:\n"
             "                           word lower lemma upos xpos shape (X Xx x d p),\n"
             "                           or a column of vertical text\n"
             "  \"Human\"%c \"Rights?\"     tokens in a row; %c any case, %d any accents\n"
             "  [upos=\"ADJ\" & !(…)]     conditions: & | ! ( ) = != < >\n"
             "  []{0,5} (… | …)+ […]?    any token, groups, repeats\n"
             "  <s> … </s>               bounds of sentences (p, text, entity, quote)\n"
             "  <quote speaker=\"Trump\"/> a whole region; \"…\" matches words of a name,\n"
             "                           \"/…/\" is a regex, \"/us/usc\" begins a path\n"
             "  a:[] \"and\" b:[] :: a.lower = b.lower & distance(a,b) < 4\n"
             "  <date/> :: date.from >= 2016-01-01 & text.published < 2019\n"
             "  … within s, within 3 s, within <quote/>, containing [lower=\"kim\"]\n"
             "  MU(meet [lower=\"law\"] [lower=\"sanctions\"] s)   or a window: -3 3\n"
             "\n"
             "  Regions have the record's keys: entity[type name text link], date[value\n"
             "  from to type], quote[speaker kind cue], citation[id work kind title],\n"
             "  text[id published title meta.KEY].\n"},
            {"Exit status",
             "  0  found\n"
             "  1  nothing found\n"
             "  2  wrong usage, an input that cannot be read, or a failed write\n"
             "  3  done, but articles inside the input were skipped\n"}};
}

}  // namespace

Command search_command(SearchOptions& options) {
    Command command{
        .name = "lede-search",
        .purpose = "finds words, names, speakers, dates and laws in news articles",
        .usage = "[OPTION]... QUERY [PATH|-]...",
        .examples = {{"lede-search '\"arms embargo\"' corpus/", "each hit in its context"},
                     {"lede-search 'speaker:Whitcombe(rules)' corpus/", "what she said of rules"},
                     {"lede-search -l 'citation:/us/usc/t50' corpus/",
                      "articles that cite title 50"},
                     {"lede-search '<quote speaker=\"Whitcombe\"/> containing \"rules\"' corpus/",
                      "the same quotations, whole"},
                     {"lede-search --records 'date:2019' corpus/ | lede-stats entities",
                      "who is named where 2019 is mentioned"}},
        .sections = search_sections(),
        .operands = &options.operands,
    };
    add_options(command.options, query_options(options));
    add_options(command.options, result_options(options));
    add_options(command.options, form_options(options));
    add_options(command.options, input_options(options.input));
    add_options(command.options, analysis_options(options.analysis));
    add_options(command.options, run_options(options.run));
    add_options(command.options, page_options(options.pages));
    return command;
}

}  // namespace lede::tools
