// PartedRun: a run into a folder of parts, which can be gone on with after it was stopped.
//
//   PartedRun parts(options, outputs, bad);
//   parts.pass_over(source);             what is done already
//   parts.write(outcome);  …             each outcome
//   parts.finish();
//
// A part is closed after a fixed number of bytes of input, so that where one ends does not depend
// on threads or on when a run was stopped. Without parts it opens and closes the outputs, no more.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "bad_articles.h"
#include "extract_options.h"
#include "extract_outputs.h"
#include "pipeline/article_run.h"
#include "reading/article_source.h"
#include "writing/journal.h"

namespace lede::tools {

class PartedRun {
  public:
    // All are borrowed. Takes up the errors of the parts that are done. Throws UsageError when the
    // folder holds a run and none is to be gone on with.
    PartedRun(const ExtractOptions& options, ExtractOutputs& outputs, BadArticles& bad);

    // Reads and drops the records of the parts that are done. Throws UsageError if they are not
    // what they were. False: nothing is left to do.
    bool pass_over(reading::ArticleSource& source);

    // What is counted so far, of all parts.
    const pipeline::RunCounts& counts() const { return total_; }

    // Writes the outcome's parts and counts it.
    void write(const pipeline::Outcome& outcome);
    // Closes the last part. A run that was ended early (--strict) keeps its whole parts only.
    void finish(bool ended_early);

  private:
    void close_part();

    const ExtractOptions& options_;
    ExtractOutputs& outputs_;
    std::optional<writing::Journal> journal_;
    std::uint64_t part_size_ = 0;
    writing::PartEntry part_;
    pipeline::RunCounts done_;
    pipeline::RunCounts total_;
    bool open_ = false;
};

// The words of a command line that decide what is written: without threads, messages and the like.
std::vector<std::string> deciding_words(const std::vector<std::string>& arguments);

}  // namespace lede::tools
