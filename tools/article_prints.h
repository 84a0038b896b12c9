// The fingerprints of all articles of the input, in order: what finding duplicates begins with.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "duplicates/fingerprint.h"
#include "input_options.h"
#include "pipeline/ordered_tasks.h"

namespace lede::tools {

struct PrintedArticle {
    std::optional<Error> error;  // the record gave no article, and the rest is empty
    duplicates::Fingerprint print;
    std::string id;
    std::string published;
    std::string publication;
};

// Calls `take` for each record of the input on this thread; false ends the run. Nothing is
// annotated: about as fast as reading.
void print_articles(const InputOptions& options, const std::vector<std::string>& paths,
                    const Lexicon& lexicon, const pipeline::FlowLimits& limits,
                    const std::function<bool(PrintedArticle&&)>& take);

// How the input is read, with the records that --unique leaves out: what every tool opens its
// source with.
reading::SourceOptions source_options(const InputOptions& options,
                                      const std::vector<std::string>& paths, const Lexicon& lexicon,
                                      const pipeline::FlowLimits& limits);

// The records of the input that --unique leaves out, by their number from 0: in each group of
// copies all but the first, or all but the longest. Throws UsageError for standard input, which
// cannot be read twice.
std::vector<bool> repeated_records(const InputOptions& options,
                                   const std::vector<std::string>& paths, const Lexicon& lexicon,
                                   const pipeline::FlowLimits& limits);

}  // namespace lede::tools
