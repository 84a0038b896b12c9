// lede-eval: scores records against gold files.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "evaluation/gold.h"
#include "message.h"
#include "options.h"
#include "pages.h"
#include "tool.h"
#include "writing/json_writer.h"
#include "writing/output.h"

namespace lede::tools {
namespace {

struct EvalOptions {
    std::vector<std::string> operands;  // the layer, then gold files
    std::string records;
    std::string format = "pretty";
    bool texts = false;
    PageOptions pages;
};

Command eval_command(EvalOptions& options) {
    const std::string theme = "Scoring";
    Command command{
        .name = "lede-eval",
        .purpose = "scores records of lede-extract against gold files",
        .usage = "[OPTION]... tokens|entities|names|dates|quotes|citations GOLD...",
        .examples = {{"lede-eval --texts tokens en_gum-ud-dev.conllu > texts.jsonl",
                      "the raw texts of the gold documents"},
                     {"lede-extract --offsets bytes -l all texts.jsonl > records.jsonl",
                      "what is to be scored"},
                     {"lede-eval tokens --records records.jsonl en_gum-ud-dev.conllu",
                      "tokens, words, sentences, tags and lemmas"},
                     {"lede-eval entities --records records.jsonl --tsv gum_news.tsv",
                      "names by type, as a table"}},
        .options = {{"-r,--records",
                     "FILE",
                     "score the records in FILE, written with --offsets bytes",
                     theme,
                     &options.records,
                     {},
                     true},
                    {"--texts",
                     "",
                     "write the raw texts of the gold documents as JSONL instead of scores",
                     theme,
                     &options.texts,
                     {},
                     true},
                    {"--format",
                     "FORMAT",
                     "pretty (to read; the default) or tsv",
                     theme,
                     &options.format,
                     {"pretty", "tsv"}},
                    {"--tsv", "", "the same as --format tsv", theme,
                     Setter([&options](const std::string&) { options.format = "tsv"; })}},
        .sections =
            {{"Gold files",
              "  tokens     CoNLL-U: tokens, words, sentences; UPOS and lemmas if the records\n"
              "             have them (measures of the CoNLL 2018 shared task)\n"
              "  entities   BIO, labels in the second column: exact spans by type\n"
              "  names      JSONL with \"mentions\" and their \"cluster\": who is who\n"
              "  dates      JSONL with \"dates\" and when, from, to: calendar days; or type,\n"
              "             value (measures of TempEval-3)\n"
              "  quotes     JSONL with \"quotes\": pieces and speakers\n"
              "  citations  JSONL with \"expected\": spans and identifiers\n"},
             {"Exit status",
              "  0  done\n"
              "  2  wrong usage, an input that cannot be read, or a failed write\n"}},
        .operands = &options.operands,
    };
    add_options(command.options, page_options(options.pages));
    return command;
}

std::string texts_as_json(const evaluation::Gold& gold) {
    std::string out;
    for (const evaluation::GoldText& document : gold.texts()) {
        writing::JsonWriter json(out);
        json.begin_object();
        json.key("id").string(document.id);
        if (!document.published.empty()) json.key("published").string(document.published);
        json.key("text").string(document.text);
        json.end_object();
        out += '\n';
    }
    return out;
}

std::string scores_as_table(const evaluation::Scores& scores, bool tsv) {
    std::string out = tsv ? "measure\tprecision\trecall\tf1\tgold\tsystem\n"
                          : fmt::format("{:24}{:>10}{:>10}{:>10}{:>10}{:>10}\n", "", "precision",
                                        "recall", "F1", "gold", "system");
    for (const evaluation::Score& score : scores) {
        const evaluation::Tally& t = score.tally;
        out += tsv ? fmt::format("{}\t{:.2f}\t{:.2f}\t{:.2f}\t{}\t{}\n", score.name, t.precision(),
                                 t.recall(), t.f1(), t.gold, t.system)
                   : fmt::format("{:24}{:10.2f}{:10.2f}{:10.2f}{:10}{:10}\n", score.name,
                                 t.precision(), t.recall(), t.f1(), t.gold, t.system);
    }
    return out;
}

}  // namespace

int run_eval(const std::vector<std::string>& arguments) {
    EvalOptions options;
    const Command command = eval_command(options);
    parse_command_line(command, arguments);
    if (print_asked_page(command, options.pages)) return kExitDone;
    if (options.operands.empty()) throw UsageError{"which layer to score is not said"};
    const std::string layer = options.operands[0];
    const auto& layers = evaluation::kGoldLayers;
    if (std::find(layers.begin(), layers.end(), layer) == layers.end())
        throw UsageError{"there is no gold form for \"" + layer + "\""};
    if (options.operands.size() < 2) throw UsageError{"no gold file is given"};
    if (!options.texts && options.records.empty()) throw UsageError{"--records is not given"};
    const evaluation::Gold gold(layer, {options.operands.begin() + 1, options.operands.end()},
                                Lexicon());
    writing::Output output("-");
    if (options.texts)
        output.write(texts_as_json(gold));
    else
        output.write(scores_as_table(gold.score(evaluation::read_records(options.records)),
                                     options.format == "tsv"));
    output.finish();
    return kExitDone;
}

}  // namespace lede::tools
