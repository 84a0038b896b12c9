#include "index_options.h"

#include <algorithm>

#include "name_list.h"

namespace lede::tools {
namespace {

Layers parse_layers(const std::string& list) {
    Layers layers;
    for (const std::string& name : split_list("--layers", list)) {
        const auto found = std::ranges::find(kLayerNames, name);
        if (found == kLayerNames.end())
            throw UsageError{"--layers: no layer is called \"" + name + "\""};
        layers.add(static_cast<Layer>(found - kLayerNames.begin()));
    }
    return layers;
}

std::vector<Option> content_options(IndexToolOptions& o) {
    const std::string theme = "Index";
    return {
        {"--delete",
         "ID",
         "take out the documents with this id; may be given again",
         theme,
         &o.deleted,
         {},
         true},
        {"--merge",
         "",
         "join the segments that additions left into one",
         theme,
         &o.merge,
         {},
         true},
        {"--list", "", "print the ids of all documents", theme, &o.list, {}, true},
        {"--attributes", "LIST",
         "attributes of tokens to keep besides the word: lower, shape, lemma, upos, xpos, or "
         "columns of vertical text (default: all; \"word\" alone: no other)",
         theme, Setter([&o](const std::string& list) {
             o.index.attributes = split_list("--attributes", list);
         })},
        {"--layers", "LIST",
         "layers of articles to keep: lemmas, upos, xpos, entities, dates, quotes, citations "
         "(default: all), or just tokens",
         theme, Setter([&o](const std::string& list) {
             o.analysis.annotator.layers = parse_layers(list);
         })},
        {"--vrt-columns", "LIST",
         "the names of the columns of vertical text: word,lemma,upos (default: as the file says, "
         "or a guess)",
         theme, Setter([&o](const std::string& list) {
             o.index.vrt_columns = split_list("--vrt-columns", list);
         })},
    };
}

}  // namespace

Command index_command(IndexToolOptions& options) {
    Command command{
        .name = "lede-index",
        .purpose = "builds the index that lede-search answers from at once",
        .usage = "[OPTION]... INDEX [PATH|-]...",
        .examples = {{"lede-index news.index corpus/", "add all articles below corpus/"},
                     {"lede-extract --layers tokens corpus/ | lede-index news.index",
                      "records that were made before"},
                     {"lede-index --delete export-controls.txt news.index", "take one out"},
                     {"lede-index --merge news.index", "join what was added bit by bit"},
                     {"lede-index all.index shard-1.index shard-2.index",
                      "one index of several, without reading their articles anew"}},
        .sections =
            {{"The index",
              "  INDEX is a folder; it is made if it is not there. Give it to lede-search,\n"
              "  lede-stats or lede-extract in place of files:\n"
              "\n"
              "  lede-search '[lemma=\"impose\"] []{0,4} [lemma=\"sanction\"]' news.index\n"
              "\n"
              "  An index among the PATHs is taken over as it is, with the layers that it\n"
              "  has; the outcome is that of one run over the articles of all. Its layers\n"
              "  and attributes must be those of the documents before.\n"
              "\n"
              "  What was added is there as a whole once lede-index is done, and not at\n"
              "  all if it is stopped. Readers are never disturbed; a second writer is\n"
              "  refused.\n"},
             {"Exit status",
              "  0  done\n"
              "  2  wrong usage, an input that cannot be read, or a failed write\n"
              "  3  done, but articles inside the input were skipped\n"}},
        .operands = &options.operands,
    };
    add_options(command.options, content_options(options));
    add_options(command.options, input_options(options.input));
    add_options(command.options, analysis_options(options.analysis));
    add_options(command.options, run_options(options.run));
    add_options(command.options, page_options(options.pages));
    return command;
}

}  // namespace lede::tools
