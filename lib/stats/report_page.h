// ReportPage: pictures with their numbers as one web page.
//
// The page is one file that loads nothing and runs nothing, whatever the articles hold: all text is
// escaped and a content security policy forbids scripts. It follows the reader's choice of light or
// dark, and fits screens from 320 pixels on.
#pragma once

#include <string>
#include <vector>

#include "stats/table.h"

namespace lede::stats {

struct ReportSection {
    std::string id;  // unique on the page: letters, digits, hyphens
    std::string title;
    std::string note;  // a sentence on what is shown
    std::string svg;   // of our own drawing, written as it is
    Table table;       // the numbers behind it
};

struct ReportPage {
    std::string title;
    std::string about;  // what the report is of: "articles 4, words 1,477"
    std::vector<ReportSection> sections;
};

// Linear in the page.
std::string html_report(const ReportPage& page);

}  // namespace lede::stats
