// Weights: how much a word says about one document of many (TF-IDF).
//
//   weigh: "girls" 4 times among 852 words, in 23 of 61 documents  ->  tfidf 1.694
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "stats/measure.h"

namespace lede::stats {

struct TermInDocument {
    std::uint64_t count = 0;              // of the term in the document
    std::uint64_t document_size = 0;      // in terms
    std::uint64_t documents = 0;          // all
    std::uint64_t documents_with_it = 0;  // at least 1
    double norm = 1;                      // length of the document's vector of tfidf_smooth
};

struct WeightMeasure {
    Measure is;
    double (*score)(const TermInDocument&);
};

std::span<const WeightMeasure> weight_measures();

// (ln((1 + N) / (1 + df)) + 1) tf, of which a document's `norm` is the root of the sum of squares.
double smooth_weight(const TermInDocument& term);

}  // namespace lede::stats
