// Whole programs beside their peers over one text in one run: processor time per MB, the ratio to
// Lede's, and memory; then Lede with more threads and over more text.
//
//   programs-bench BIN_DIR [ARTICLES.jsonl [PEERS_DIR]]
//
// ARTICLES are JSON lines with "text" (default: our sample articles, over and over, which is
// kinder to caches than a real corpus). PEERS_DIR is a folder in which `npm install compromise
// chrono-node citation wink-nlp wink-eng-lite-web-model` was run; it stays outside the tree. Peers
// that are not there are named and passed over. Slow peers read the first part of the text, and
// everybody is counted per MB read.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "bench_text.h"
#include "program_cost.h"

namespace {

namespace fs = std::filesystem;
using lede::bench::BenchText;
using lede::bench::ProgramCost;

struct Row {
    std::string program;
    std::string command;  // for sh; {} is the text
    double megabytes;     // of the text that it reads
    bool lines = false;   // reads plain lines, not JSON
};

struct Job {
    const char* name;
    std::vector<Row> rows;  // Lede first
};

class Bench {
  public:
    Bench(std::string bin, BenchText& text, std::string peers)
        : bin_(std::move(bin)), text_(text), peers_(std::move(peers)) {}

    void print_jobs() {
        fmt::print("{:<22}{:<22}{:>7}{:>10}{:>12}{:>9}\n", "job", "program", "MB", "ms/MB",
                   "x of Lede's", "peak MB");
        for (const Job& job : jobs()) print_job(job);
    }

    void print_threads() {
        fmt::print("\n{:<22}{:>10}{:>10}{:>9}\n", "default layers", "wall s", "CPU s", "peak MB");
        for (const int threads : {1, 2, 4}) {
            const ProgramCost cost = run(
                {"", fmt::format("{}/lede-extract -j {} {{}}", bin_, threads), text_.megabytes()});
            fmt::print("{:<22}{:>10.2f}{:>10.2f}{:>9.0f}\n", fmt::format("-j {}", threads),
                       cost.wall_seconds, cost.cpu_seconds, cost.peak_megabytes);
        }
    }

    void print_sizes() {
        fmt::print("\n{:<22}{:>10}{:>9}\n", "default layers, -j 2", "ms/MB", "peak MB");
        for (const double share : {0.1, 0.3, 1.0}) {
            const double megabytes = share * text_.megabytes();
            const ProgramCost cost =
                run({"", fmt::format("{}/lede-extract -j 2 {{}}", bin_), megabytes});
            fmt::print("{:<22}{:>10.0f}{:>9.0f}\n", fmt::format("{:.1f} MB", megabytes),
                       1e3 * cost.cpu_seconds / megabytes, cost.peak_megabytes);
        }
    }

  private:
    std::string node(const char* peer) const {
        return fmt::format("node {}/peers.mjs {} {} {{}}", LEDE_SOURCE_DIR "/tests/bench", peers_,
                           peer);
    }

    std::string extract(const char* layers) const {
        return fmt::format("{}/lede-extract -j 1 --no-text --layers {} {{}}", bin_, layers);
    }

    // grep stops at the first line where it sees that nobody reads on, hence "| cat".
    Job lines(const char* name, const std::string& regex) const {
        const double all = text_.megabytes();
        return {
            name,
            {{"lede-search --lines",
              fmt::format("{}/lede-search -j 1 --lines -c '{}' {{}}", bin_, regex), all, true},
             {"grep -P", fmt::format("LC_ALL=C.UTF-8 grep -cP '{}' {{}} | cat", regex), all, true},
             {"rg", fmt::format("rg -c '{}' {{}}", regex), all, true}}};
    }

    std::vector<Job> jobs() const {
        const double all = text_.megabytes();
        const double some = std::min(all, 1.0);
        const std::string fts = "create virtual table t using fts5(x, content=\"\");";
        return {
            {"names",
             {{"lede-extract", extract("entities"), all},
              {"compromise", node("compromise"), std::min(all, 0.3)}}},
            {"dates",
             {{"lede-extract", extract("dates"), all}, {"chrono-node", node("chrono-node"), some}}},
            {"laws",
             {{"lede-extract", extract("citations"), all}, {"citation", node("citation"), all}}},
            {"words, sentences",
             {{"lede-extract", extract("tokens,sentences"), all},
              {"wink-nlp", node("wink-nlp"), some}}},
            {"all of these",
             {{"lede-extract", fmt::format("{}/lede-extract -j 1 {{}}", bin_), all}}},
            lines("a rare word", "sonnet"),
            lines("a date", "\\b(January|February|March|April) [0-9]{1,2}, [0-9]{4}\\b"),
            lines("two names and a verb", "\\p{Lu}\\p{L}+ \\p{Lu}\\p{L}+ said"),
            {"counted words",
             {{"lede-stats",
               fmt::format("{}/lede-stats words -j 1 --words uax29 --lower --top 20 {{}}", bin_),
               all},
              {"tr, sort, uniq",
               "LC_ALL=C tr -cs A-Za-z '\\n' <{} | LC_ALL=C sort | uniq -c | sort -rn", all,
               true}}},
            {"an index of words",
             {{"lede-index",
               fmt::format("{}/lede-index -j 1 --layers tokens --attributes word {}/index {{}}",
                           bin_, text_.folder()),
               all},
              {"sqlite3, FTS5",
               fmt::format("sqlite3 {}/fts.db '{}' '.mode ascii' '.separator \"\\1\" \"\\n\"' "
                           "'.import {{}} t'",
                           text_.folder(), fts),
               all, true}}},
        };
    }

    void print_job(const Job& job) {
        double ours = 0;
        for (const Row& row : job.rows) {
            const ProgramCost cost = run(row);
            const double each = 1e3 * cost.cpu_seconds / row.megabytes;
            if (ours == 0) ours = each;
            if (cost.failed)
                fmt::print("{:<22}{:<22}   not there\n", job.name, row.program);
            else
                fmt::print("{:<22}{:<22}{:>7.1f}{:>10.1f}{:>12.2f}{:>9.0f}\n", job.name,
                           row.program, row.megabytes, each, each / ours, cost.peak_megabytes);
        }
        std::fflush(stdout);
    }

    // The median of three runs.
    ProgramCost run(const Row& row) {
        const std::string path = text_.path(row.megabytes, row.lines);
        std::string command = row.command;
        for (std::size_t at; (at = command.find("{}")) != std::string::npos;)
            command.replace(at, 2, path);
        std::vector<ProgramCost> costs;
        for (int i = 0; i < 3; ++i) {
            text_.clear_results();
            costs.push_back(lede::bench::cost_of(command));
        }
        std::sort(costs.begin(), costs.end(), [](const ProgramCost& a, const ProgramCost& b) {
            return a.cpu_seconds < b.cpu_seconds;
        });
        return costs[1];
    }

    std::string bin_;
    BenchText& text_;
    std::string peers_;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        fmt::print(stderr, "usage: programs-bench BIN_DIR [ARTICLES.jsonl [PEERS_DIR]]\n");
        return 2;
    }
    BenchText text(argc > 2 ? argv[2] : "", LEDE_SOURCE_DIR "/data/samples");
    Bench bench(argv[1], text, argc > 3 ? argv[3] : "none");
    fmt::print("{:.1f} MB, processor time of one run of three, start included\n", text.megabytes());
    bench.print_jobs();
    bench.print_threads();
    bench.print_sizes();
    return 0;
}
