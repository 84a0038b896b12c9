// The command line of lede-extract.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "options.h"
#include "pipeline/annotator.h"
#include "reading/article_parser.h"
#include "reading/article_source.h"
#include "writing/record_writer.h"

namespace lede::tools {

struct ExtractOptions {
    std::vector<std::string> paths;
    reading::SourceOptions source;
    reading::ParseOptions parse;
    pipeline::AnnotatorOptions annotator;
    writing::RecordOptions record;
    std::string format = "jsonl";
    std::string output = "-";
    std::string data;  // folder whose files replace compiled-in ones
    std::uint64_t jobs = 0;
    bool help = false;
    bool brief_help = false;
    bool version = false;
};

// The description whose targets are the fields of `options`, which must outlive it.
Command extract_command(ExtractOptions& options);

}  // namespace lede::tools
