// The pages that every tool prints about itself: --help, -h, --version, --licenses, and the man
// page and completions that the build installs.
#pragma once

#include <string>
#include <vector>

#include "options.h"

namespace lede::tools {

struct PageOptions {
    bool help = false;
    bool brief_help = false;
    bool version = false;
    bool licenses = false;
    bool man = false;
    std::string completions;  // shell; empty: not asked
};

std::vector<Option> page_options(PageOptions& options);

// Prints the page that was asked for, if any. True: the tool is done.
bool print_asked_page(const Command& command, const PageOptions& options);

// Writes `text` to standard output, checked.
void print_page(const std::string& text);

}  // namespace lede::tools
