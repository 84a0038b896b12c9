// lede-stats duplicates: which articles are copies of which.
#include <fmt/format.h>

#include <unordered_map>

#include "article_prints.h"
#include "bad_articles.h"
#include "duplicates/duplicate_finder.h"
#include "pages.h"
#include "run_options.h"
#include "stats/table_writer.h"
#include "stats_tables.h"
#include "tool.h"

namespace lede::tools {
namespace {

struct DuplicatesOptions {
    InputOptions input;
    AnalysisOptions analysis;
    RunOptions run;
    PageOptions pages;
    TableOptions table;
    double least = duplicates::kLeastSimilarity;
};

Command duplicates_command(DuplicatesOptions& o) {
    Command command{
        .name = "lede-stats duplicates",
        .purpose = "lists articles that are copies of others",
        .usage = "[OPTION]... [PATH|-]...",
        .examples = {{"lede-stats duplicates articles.jsonl",
                      "one row for each article of a group"},
                     {"lede-stats duplicates --min-similarity 0.95 corpus/",
                      "only copies that keep most of the words"}},
        .sections =
            {{"The table",
              "  group        number of the group; the first article in it is the original\n"
              "  articles     how many the group has\n"
              "  article, published, publication, words\n"
              "  similarity   share of the shorter one's distinct words that the original\n"
              "               and the copy have in common, give or take 0.03\n"
              "  exact        the same words, whatever their case and marks\n"
              "\n"
              "  Headlines, bylines, captions and boilerplate are not compared. Copies with\n"
              "  up to 15 % of their words changed are found, cut short or added to.\n"}},
        .operands = &o.input.paths,
    };
    add_options(command.options,
                {{"--min-similarity", "SHARE", "what a copy has in common (default 0.8)", "Finding",
                  Setter([&o](const std::string& text) {
                      o.least = parse_share("--min-similarity", text);
                  })}});
    add_options(command.options, table_options(o.table));
    add_options(command.options, input_options(o.input));
    add_options(command.options, run_options(o.run));
    add_options(command.options, page_options(o.pages));
    return command;
}

// An article of a group, as its row shows it.
struct Member {
    std::string id;
    std::string published;
    std::string publication;
    std::uint32_t words = 0;
    double similarity = 1;
    bool exact = true;
};

// Groups in the order of their originals.
class Groups {
  public:
    void add_original(PrintedArticle&& article) {
        originals_.push_back(member(std::move(article)));
    }
    // Numbers of all articles are kept, so that an original is found by its own.
    void add(PrintedArticle&& article, const std::optional<duplicates::Match>& match) {
        if (!match) {
            index_.push_back(static_cast<std::uint32_t>(originals_.size()));
            return add_original(std::move(article));
        }
        index_.push_back(0);
        Member copy = member(std::move(article));
        copy.similarity = match->similarity;
        copy.exact = match->exact;
        copies_[index_[match->original]].push_back(std::move(copy));
    }

    stats::Table table() const {
        stats::Table table{.columns = {"group", "articles", "article", "published", "publication",
                                       "words", "similarity", "exact"},
                           .rows = {},
                           .is_number = {true, true, false, false, false, true, true, false}};
        std::size_t group = 0;
        for (std::uint32_t i = 0; i < originals_.size(); ++i) {
            const auto copies = copies_.find(i);
            if (copies == copies_.end()) continue;
            ++group;
            const std::size_t size = copies->second.size() + 1;
            add_row(group, size, originals_[i], table);
            for (const Member& copy : copies->second) add_row(group, size, copy, table);
        }
        return table;
    }

  private:
    static Member member(PrintedArticle&& article) {
        return {std::move(article.id), std::move(article.published), std::move(article.publication),
                article.print.words};
    }

    static void add_row(std::size_t group, std::size_t size, const Member& member,
                        stats::Table& table) {
        table.rows.push_back({std::to_string(group), std::to_string(size), member.id,
                              member.published, member.publication, std::to_string(member.words),
                              fmt::format("{:.2f}", member.similarity),
                              member.exact ? "true" : "false"});
    }

    std::vector<Member> originals_;
    std::vector<std::uint32_t> index_;  // into originals_, by number of the article
    std::unordered_map<std::uint32_t, std::vector<Member>> copies_;
};

int find_duplicates(const DuplicatesOptions& options) {
    const Lexicon lexicon = open_lexicon(options.analysis);
    BadArticles bad("lede-stats", options.run);
    duplicates::DuplicateFinder finder(options.least);
    Groups groups;
    writing::Output output(options.table.output);
    print_articles(options.input, input_paths(options.input), lexicon, flow_limits(options.run),
                   [&](PrintedArticle&& article) {
                       if (article.error) return bad.report(*article.error);
                       bad.count_good();
                       const auto match = finder.add(article.print);
                       groups.add(std::move(article), match);
                       return true;
                   });
    write_table(groups.table(), options.table, output);
    bad.finish();
    return bad.exit_status();
}

}  // namespace

int run_stats_duplicates(const std::vector<std::string>& arguments) {
    DuplicatesOptions options;
    const Command command = duplicates_command(options);
    parse_command_line(command, arguments);
    if (print_asked_page(command, options.pages)) return kExitDone;
    return find_duplicates(options);
}

}  // namespace lede::tools
