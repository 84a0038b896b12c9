#include "stats_options.h"

namespace lede::tools {
namespace {

std::vector<Option> more_outputs(StatsOptions& o) {
    const std::string theme = "Output";
    return {
        {"--sentences", "", "cross: write the sentences in which the pairs stand, not the counts",
         theme, &o.sentences},
        {"--graph",
         "FORMAT",
         "cross: write a network instead of a table: graphml or dot",
         theme,
         &o.graph,
         {"graphml", "dot"}},
        {"--svg", "", "write a picture of the table instead: one SVG file", theme,
         Setter([&o](const std::string&) { o.picture = Picture::kSvg; })},
        {"--vega", "", "write the picture as a Vega-Lite specification, to edit elsewhere", theme,
         Setter([&o](const std::string&) { o.picture = Picture::kVega; })},
        {"--spark", "", "timeline: one row for each group, with a line of blocks", theme, &o.spark},
        {"--save", "FILE", "words, ngrams, merge: keep all counts in FILE, for keywords and merge",
         theme, &o.save},
    };
}

std::vector<Section> stats_sections() {
    return {{"What to count",
             "  summary      articles, words, sentences, mentions, dates, quotes, citations\n"
             "  words        surface words with a letter or digit, or other --items\n"
             "  ngrams       sequences of them\n"
             "  keywords     what is typical of one corpus against another (keyness)\n"
             "  collocates   what stands together, by association\n"
             "  dispersion   how evenly items are spread over articles, fields or parts\n"
             "  tfidf        what is typical of each part\n"
             "  diversity    how rich the vocabulary is\n"
             "  readability  how hard the text is to read\n"
             "  cross A B    which items stand together: cross speakers citations\n"
             "  entities     mentions of each name, by type\n"
             "  quotes       quotations and quoted words of each speaker, and the share\n"
             "  citations    references to each law\n"
             "  timeline     dates by month (day, year), in the order of time\n"
             "  repeats      passages that stand in several articles: one statement printed by\n"
             "               many, boilerplate; texts counts near copies of an article once\n"
             "  merge        lists of --save added up\n"
             "  report       a web page with pictures of all this, and their data\n"
             "\n"
             "  A thing is one in all articles if its link is, else its name: U.S. counts as\n"
             "  United States in entities, cross and report. cross also has the articles that\n"
             "  a pair stands in and the quotations that hold it.\n"
             "\n"
             "  Every row has the count, the number of articles, and the rates per 1,000\n"
             "  articles and per million words, with the articles and words they refer to.\n"
             "  Scores stand beside the observed and the expected count.\n"},
            {"Large corpora",
             "  Memory grows with what is different, not with the length of the input:\n"
             "  150 to 250 bytes for each n-gram, 20 for each pair of collocates, 100 for each\n"
             "  word. What does not fit is counted in parts, which add up exactly:\n"
             "    lede-stats ngrams --save 1.freq part1/    keywords and merge read them\n"},
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
                     {"lede-stats timeline --period year corpus/", "which years are spoken of"},
                     {"lede-stats keywords --fold --top 5 --reference corpus/ article.txt",
                      "words typical of one text"},
                     {"lede-stats collocates --fold --min-freq 3 --top 5 corpus/",
                      "pairs of words that belong together"},
                     {"lede-stats dispersion --fold --term council --counts corpus/",
                      "how evenly a word is spread"},
                     {"lede-stats cross entities entities --top 5 -m g2 corpus/",
                      "who is named with whom"},
                     {"lede-stats cross speakers citations --sentences --top 2 corpus/",
                      "the sentences in which people speak of laws"},
                     {"lede-stats readability --by id corpus/", "how hard each text is"},
                     {"lede-stats repeats articles.jsonl",
                      "statements and boilerplate that several articles print"},
                     {"lede-stats report -o report.html corpus/",
                      "six pictures with their data, as one web page"}},
        .sections = stats_sections(),
        .operands = &options.operands,
    };
    add_options(command.options, stats_count_options(options));
    add_options(command.options, stats_measure_options(options));
    add_options(command.options, table_options(options.table));
    add_options(command.options, more_outputs(options));
    add_options(command.options, input_options(options.input));
    add_options(command.options, analysis_options(options.analysis));
    add_options(command.options, run_options(options.run));
    add_options(command.options, page_options(options.pages));
    return command;
}

}  // namespace lede::tools
