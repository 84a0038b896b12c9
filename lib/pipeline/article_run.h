// ArticleRun: every article of a source through one piece of work, outcomes in order.
//
//   run_articles(source, parser,
//                [&](Article&& article, Outcome& outcome) { … },   any thread
//                [&](Outcome&& outcome) { … return true; },        this thread, in order
//                {.jobs = 4});
//
// A record that gives no article is an outcome with an error; the run goes on after it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "duplicates/fingerprint.h"
#include "model/article.h"
#include "model/result.h"
#include "pipeline/ordered_tasks.h"
#include "pipeline/run_counts.h"
#include "reading/article_parser.h"
#include "reading/article_source.h"

namespace lede::pipeline {

struct Outcome {
    std::optional<Error> error;      // why the record gave no article
    std::vector<std::string> parts;  // else what the work made of it: one part for each output
    std::optional<duplicates::Fingerprint> print;  // where copies are to be told
    RunCounts counts;  // of this record: 1 record, its bytes, what was found
};

// Fills the parts, and the counts of what it found.
using ArticleWork = std::function<void(Article&&, Outcome&)>;
using OutcomeSink = std::function<bool(Outcome&&)>;  // false ends the run

// Exceptions of the source, the work or the sink end the run and arrive here.
void run_articles(reading::ArticleSource& source, const reading::ArticleParser& parser,
                  const ArticleWork& work, const OutcomeSink& sink, const FlowLimits& limits);

}  // namespace lede::pipeline
