// Summary: what a reader wants to see first of an annotated article.
//
//   People          Donald Trump (3), Kim Jong Un
//   Dates           Feb. 27 = 2019-02-27
//   Who said what   Donald Trump: “We fell in love”
//   Laws            22 U.S.C. 9214 = /us/usc/t22/s9214
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace lede::writing {

struct SummaryPart {
    std::string_view heading;
    std::vector<std::string> items;  // no white space but single blanks, no control characters
};

// Headings without items are left out. Names, dates and laws are listed once, in order of first
// mention. Linear in annotations.
std::vector<SummaryPart> summary_of(const Document& document);

}  // namespace lede::writing
