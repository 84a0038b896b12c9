// lede-train: makes the models of data/ from treebanks and plain articles.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "learning/treebank.h"
#include "message.h"
#include "options.h"
#include "pages.h"
#include "reading/article_parser.h"
#include "reading/article_source.h"
#include "tokens/tag_features.h"
#include "tool.h"
#include "training/cluster_training.h"
#include "training/lemma_training.h"
#include "training/name_training.h"
#include "training/sentence_trainer.h"
#include "training/tagger_training.h"
#include "training/word_fact_builder.h"
#include "training/word_kind_builder.h"
#include "writing/output.h"

namespace lede::tools {
namespace {

struct TrainOptions {
    std::vector<std::string> operands;  // the model, then its inputs
    std::string output;
    std::string data;
    std::uint64_t seed = 1;
    std::uint64_t epochs = 0;  // 0: the model's own
    bool quiet = false;
    PageOptions pages;
};

Command train_command(TrainOptions& options) {
    const std::string theme = "Training";
    Command command{
        .name = "lede-train",
        .purpose = "trains the models that lede carries",
        .usage = "[OPTION]... tagger|lemmas|sentences|clusters|kinds|words|names PATH...",
        .examples = {{"lede-train tagger -o data/tokens/tagger.model ud/*-train.conllu "
                      "ud/*-train-open.conllu",
                      "parts of speech from treebanks"},
                     {"lede-train lemmas -o data/tokens/lemmas.model ud/*-train.conllu "
                      "ud/*-train-open.conllu",
                      "edit rules for lemmas"},
                     {"lede-train clusters -o data/learning/clusters.bin raw/*.jsonl.gz",
                      "word classes from plain articles"},
                     {"lede-train kinds -o data/tokens/word_kinds.bin wordnet raw/*.jsonl.gz",
                      "parts of speech of words from a folder in WordNet's format"},
                     {"lede-train words -o data/entities/words.model gazetteers raw/*.jsonl.gz",
                      "what single words are, from name lists and articles"},
                     {"lede-train names -o data/entities/ner.model ner/*.tsv raw/wikinews*.gz",
                      "names from BIO corpora and plain articles"},
                     {"lede-train sentences -o data/tokens/sentences.model raw/*.gz "
                      "ud/*-train.conllu ud/*-train-open.conllu",
                      "sentence boundaries from treebanks, letter case from articles"}},
        .options = {{"-o,--output",
                     "FILE",
                     "write the model to FILE, which appears when it is whole",
                     theme,
                     &options.output,
                     {},
                     true},
                    {"--data", "DIR", "files of DIR replace built-in ones of the same path", theme,
                     &options.data},
                    {"--seed", "N", "order of the training steps (default: 1)", theme,
                     &options.seed},
                    {"--epochs", "N", "passes over the training data (default: the model's own)",
                     theme, &options.epochs},
                    {"--quiet", "", "say nothing about progress", theme, &options.quiet}},
        .sections = {{"Inputs",
                      "  Files that end in .conllu are treebanks; all others are articles, in any\n"
                      "  form that lede-extract reads. The same inputs in the same order, options\n"
                      "  and seed give the same bytes.\n"},
                     {"Exit status",
                      "  0  done\n"
                      "  2  wrong usage, an input that cannot be read, or a failed write\n"}},
        .operands = &options.operands,
    };
    add_options(command.options, page_options(options.pages));
    return command;
}

// One line of progress, unless it is not wanted.
class Reporter {
  public:
    explicit Reporter(bool quiet) : quiet_(quiet) {}
    void say(const std::string& line) const {
        if (!quiet_) print_message("lede-train", line);
    }

  private:
    bool quiet_;
};

struct Inputs {
    std::vector<std::string> treebanks, articles;
};

Inputs inputs_of(const TrainOptions& options) {
    Inputs inputs;
    for (std::size_t i = 1; i < options.operands.size(); ++i) {
        const std::string& path = options.operands[i];
        (path.ends_with(".conllu") ? inputs.treebanks : inputs.articles).push_back(path);
    }
    return inputs;
}

std::vector<learning::TreebankDocument> read_treebanks(const Inputs& inputs) {
    if (inputs.treebanks.empty()) throw UsageError{"no treebank (*.conllu) is given"};
    std::vector<learning::TreebankDocument> documents;
    for (const std::string& path : inputs.treebanks)
        for (learning::TreebankDocument& document : learning::read_conllu(path))
            documents.push_back(std::move(document));
    return documents;
}

template <typename Use>
void for_each_article(const Inputs& inputs, const Lexicon& lexicon, Use use) {
    if (inputs.articles.empty()) return;
    const reading::ArticleParser parser({.lexicon = lexicon});
    reading::ArticleSource source(inputs.articles, {});
    while (auto record = source.next()) {
        if (!*record)
            throw std::runtime_error(record->error().source + ": " + record->error().what);
        if (Result<Article> article = parser.parse(record->value())) use(article.value());
    }
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string content(std::istreambuf_iterator<char>(file), {});
    if (!file) throw std::runtime_error(path + ": cannot be read");
    return content;
}

std::string train_tagger(const TrainOptions& options, const Lexicon& lexicon,
                         const Reporter& reporter) {
    training::TaggerOptions recipe;
    recipe.crf.seed = options.seed;
    if (options.epochs > 0) recipe.crf.epochs = static_cast<int>(options.epochs);
    const tokens::TagFeatures features(
        learning::WordClasses(lexicon.file("learning/clusters.bin")),
        learning::WordClasses(lexicon.file("tokens/word_kinds.bin")));
    return training::train_tagger(
        read_treebanks(inputs_of(options)), features, recipe,
        [&](const learning::Progress& progress) {
            reporter.say(fmt::format("epoch {}: loss {:.4f}, {} features", progress.epoch,
                                     progress.log_loss, progress.features));
        });
}

std::string train_sentences(const TrainOptions& options, const Lexicon& lexicon,
                            const Reporter& reporter) {
    training::SentenceTrainerOptions recipe;
    recipe.seed = options.seed;
    if (options.epochs > 0) recipe.epochs = static_cast<int>(options.epochs);
    const Inputs inputs = inputs_of(options);
    if (inputs.treebanks.empty()) throw UsageError{"no treebank (*.conllu) is given"};
    training::SentenceTrainer trainer(lexicon, recipe);
    for_each_article(inputs, lexicon,
                     [&](const Article& article) { trainer.count_words(article.text); });
    for (const std::string& path : inputs.treebanks)
        for (const auto& paragraph : training::read_treebank_text(read_file(path)))
            trainer.add(paragraph);
    return trainer.train([&](const training::SentenceProgress& progress) {
        reporter.say(fmt::format("epoch {}: loss {:.4f}, errors {:.4f}, {} gaps", progress.epoch,
                                 progress.log_loss, progress.errors, progress.gaps));
    });
}

std::string train_clusters(const TrainOptions& options, const Lexicon& lexicon,
                           const Reporter& reporter) {
    training::ClusterTrainer trainer(lexicon, {});
    const Inputs inputs = inputs_of(options);
    for_each_article(inputs, lexicon, [&](const Article& article) { trainer.add(article); });
    if (!inputs.treebanks.empty())
        for (const learning::TreebankDocument& document : read_treebanks(inputs))
            trainer.add(document);
    return trainer.train([&](int round, std::size_t moved) {
        reporter.say(fmt::format("round {}: {} words moved", round, moved));
    });
}

std::string train_kinds(const TrainOptions& options, const Lexicon& lexicon) {
    Inputs inputs;
    training::WordKindBuilder builder(lexicon);
    for (std::size_t i = 1; i < options.operands.size(); ++i) {
        const std::string& path = options.operands[i];
        if (std::filesystem::exists(std::filesystem::path(path) / "cntlist.rev"))
            builder.add_dictionary(path);
        else
            inputs.articles.push_back(path);
    }
    for_each_article(inputs, lexicon, [&](const Article& article) { builder.add(article); });
    return builder.build();
}

std::string train_words(const TrainOptions& options, const Lexicon& lexicon,
                        const Reporter& reporter) {
    Inputs inputs;
    training::WordFactBuilder builder(lexicon);
    for (std::size_t i = 1; i < options.operands.size(); ++i) {
        const std::string& path = options.operands[i];
        if (std::filesystem::exists(std::filesystem::path(path) / "surnames.tsv"))
            builder.add_gazetteers(path);
        else
            inputs.articles.push_back(path);
    }
    for_each_article(inputs, lexicon, [&](const Article& article) { builder.add(article); });
    return builder.build([&](int round, std::size_t moved) {
        reporter.say(fmt::format("round {}: {} words moved", round, moved));
    });
}

std::string train_names(const TrainOptions& options, const Lexicon& lexicon,
                        const Reporter& reporter) {
    training::NameTrainingOptions recipe;
    recipe.crf.seed = options.seed;
    if (options.epochs > 0) recipe.crf.epochs = static_cast<int>(options.epochs);
    training::NameTrainer trainer(lexicon, recipe);
    Inputs inputs;
    for (std::size_t i = 1; i < options.operands.size(); ++i) {
        const std::string& path = options.operands[i];
        if (path.ends_with(".tsv"))
            trainer.add(std::filesystem::path(path));
        else
            inputs.articles.push_back(path);
    }
    for_each_article(inputs, lexicon, [&](const Article& article) { trainer.add(article); });
    return trainer.train([&](const learning::Progress& progress) {
        reporter.say(fmt::format("epoch {}: loss {:.4f}, {} features", progress.epoch,
                                 progress.log_loss, progress.features));
    });
}

}  // namespace

int run_train(const std::vector<std::string>& arguments) {
    TrainOptions options;
    const Command command = train_command(options);
    parse_command_line(command, arguments);
    if (print_asked_page(command, options.pages)) return kExitDone;
    if (options.operands.empty()) throw UsageError{"which model to train is not said"};
    if (options.output.empty()) throw UsageError{"--output is not given"};
    const Lexicon lexicon = options.data.empty() ? Lexicon() : Lexicon(options.data);
    const Reporter reporter(options.quiet);
    const std::string& model = options.operands[0];
    std::string bytes;
    if (model == "tagger")
        bytes = train_tagger(options, lexicon, reporter);
    else if (model == "lemmas")
        bytes = training::train_lemmas(read_treebanks(inputs_of(options)), {});
    else if (model == "sentences")
        bytes = train_sentences(options, lexicon, reporter);
    else if (model == "clusters")
        bytes = train_clusters(options, lexicon, reporter);
    else if (model == "kinds")
        bytes = train_kinds(options, lexicon);
    else if (model == "words")
        bytes = train_words(options, lexicon, reporter);
    else if (model == "names")
        bytes = train_names(options, lexicon, reporter);
    else
        throw UsageError{"there is no model \"" + model + "\" to train"};
    writing::Output output(options.output);
    output.write(bytes);
    output.finish();
    return kExitDone;
}

}  // namespace lede::tools
