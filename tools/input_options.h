// The options of every tool that reads articles: which files, in what form, how they become
// articles.
#pragma once

#include <string>
#include <vector>

#include "index_folders.h"
#include "options.h"
#include "reading/article_parser.h"
#include "reading/article_source.h"

namespace lede::tools {

struct InputOptions {
    std::vector<std::string> paths;  // operands, then those of --files0-from
    std::string files0_from;
    std::string unique;  // "first" or "longest" of copies; empty: all articles
    reading::SourceOptions source{.folders = index_folders()};
    reading::ParseOptions parse;
};

// Their targets are the fields of `options`, which must outlive them.
std::vector<Option> input_options(InputOptions& options);

// The paths to read: standard input when none is named. Throws UsageError when the list of
// --files0-from cannot be read.
std::vector<std::string> input_paths(const InputOptions& options);

// How records become articles, with the knowledge that the reader needs for it.
reading::ParseOptions parse_options(const InputOptions& options, const Lexicon& lexicon);

}  // namespace lede::tools
