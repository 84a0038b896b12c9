// The options of every tool that analyses articles: how each annotator decides, and whose lists it
// knows.
#pragma once

#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "options.h"
#include "pipeline/annotator.h"

namespace lede::tools {

struct AnalysisOptions {
    std::string data;  // folder whose files replace built-in tables; empty: none
    pipeline::AnnotatorOptions annotator;
};

std::vector<Option> analysis_options(AnalysisOptions& options);

// The built-in knowledge, with the user's tables in place of ours.
Lexicon open_lexicon(const AnalysisOptions& options);

}  // namespace lede::tools
