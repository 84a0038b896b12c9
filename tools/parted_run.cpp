#include "parted_run.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include "writing/output.h"

namespace lede::tools {
namespace {

namespace fs = std::filesystem;
using pipeline::Count;

constexpr std::uint64_t kPartSize = std::uint64_t{64} << 20;

// Options that say how a run goes and where it writes, not what.
constexpr std::array<std::string_view, 7> kWithValue = {
    "-j", "--jobs", "-o", "--output", "--errors", "--report", "--max-bad"};
constexpr std::array<std::string_view, 3> kFlags = {"--resume", "--progress", "--line-buffered"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view word) {
    return std::find(names.begin(), names.end(), word) != names.end();
}

}  // namespace

std::vector<std::string> deciding_words(const std::vector<std::string>& arguments) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view word = arguments[i];
        if (word == "--") {
            words.insert(words.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i),
                         arguments.end());
            break;
        }
        if (is_one_of(kFlags, word)) continue;
        if (is_one_of(kWithValue, word)) {
            ++i;
            continue;
        }
        const bool has_value = word.starts_with("--") && word.find('=') != std::string_view::npos;
        if (has_value && is_one_of(kWithValue, word.substr(0, word.find('=')))) continue;
        if ((word.starts_with("-j") || word.starts_with("-o")) && word.size() > 2) continue;
        words.emplace_back(word);
    }
    return words;
}

PartedRun::PartedRun(const ExtractOptions& options, ExtractOutputs& outputs, BadArticles& bad)
    : options_(options), outputs_(outputs) {
    if (!writes_parts(options)) return;
    part_size_ = options.part_size > 0 ? options.part_size : kPartSize;
    std::error_code failed;
    fs::create_directories(options.output, failed);
    if (failed) throw writing::OutputError(options.output + ": " + failed.message());
    const fs::path path = fs::path(options.output) / "journal.jsonl";
    if (!options.resume && fs::exists(path))
        throw UsageError{options.output +
                         ": holds a run already; go on with --resume, or remove the folder"};
    journal_.emplace(path.string(), deciding_words(options.arguments));
    for (const writing::PartEntry& part : journal_->parts()) {
        done_.add(part.counts);
        for (const Error& error : part.errors) bad.restore(error);
    }
    bad.count_good(done_[Count::kArticles]);
    total_ = done_;
    part_.part = journal_->parts().size();
}

bool PartedRun::pass_over(reading::ArticleSource& source) {
    if (journal_ && journal_->is_finished()) return false;
    std::uint64_t bytes = 0;
    for (std::uint64_t i = 0; i < done_[Count::kRecords]; ++i) {
        const auto record = source.next();
        if (!record) break;
        if (*record) bytes += record->value().bytes.size();
    }
    if (bytes != done_[Count::kInputBytes])
        throw UsageError{options_.output +
                         ": the inputs are not what they were when this run "
                         "began; remove the folder to begin anew"};
    // A run that writes no parts has its output from the first; a part is opened with its first
    // article, so that no empty one is left at the end.
    if (!journal_) outputs_.begin(0);
    open_ = !journal_;
    return true;
}

void PartedRun::write(const pipeline::Outcome& outcome) {
    if (!open_) outputs_.begin(part_.part);
    open_ = true;
    if (!outcome.error) outputs_.write(outcome.parts);
    total_.add(outcome.counts);
    if (!journal_) return;
    part_.counts.add(outcome.counts);
    if (outcome.error) part_.errors.push_back(*outcome.error);
    if (part_.counts[Count::kInputBytes] >= part_size_) close_part();
}

void PartedRun::close_part() {
    outputs_.finish();
    open_ = false;
    journal_->add(part_);
    part_ = {.part = part_.part + 1};
}

void PartedRun::finish(bool ended_early) {
    if (!journal_) return outputs_.finish();
    if (ended_early) return;
    if (open_) close_part();
    journal_->finish();
}

}  // namespace lede::tools
