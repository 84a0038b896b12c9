#include "stats/weight_measures.h"

#include <array>
#include <cmath>

namespace lede::stats {
namespace {

double count(std::uint64_t n) { return static_cast<double>(n); }

double share_of_documents(const TermInDocument& t) {
    return count(t.documents) / count(t.documents_with_it);
}

double tfidf(const TermInDocument& t) { return count(t.count) * std::log10(share_of_documents(t)); }

double tfidf_prop(const TermInDocument& t) {
    return count(t.count) / count(t.document_size) * std::log2(share_of_documents(t));
}

double tfidf_smooth_l2(const TermInDocument& t) {
    return t.norm > 0 ? smooth_weight(t) / t.norm : 0;
}

double tfidf_natural(const TermInDocument& t) {
    return count(t.count) * (1 + std::log(count(t.documents) / (1 + count(t.documents_with_it))));
}

double tfidf_log(const TermInDocument& t) {
    return t.count > 0 ? (1 + std::log(count(t.count))) * std::log(share_of_documents(t)) : 0;
}

constexpr std::array kMeasures = {
    WeightMeasure{{"tfidf", "tf log10(N / df)", "Sparck Jones 1972; quanteda",
                   "0 for a word of all documents"},
                  tfidf},
    WeightMeasure{{"tfidf_prop", "tf / size log2(N / df)", "quanteda, scheme prop, base 2",
                   "0 for a word of all documents"},
                  tfidf_prop},
    WeightMeasure{{"tfidf_smooth_l2", "tf (ln((1 + N) / (1 + df)) + 1), length of the vector 1",
                   "scikit-learn", "above 0 for a word of all documents"},
                  tfidf_smooth_l2},
    WeightMeasure{{"tfidf_natural", "tf (1 + ln(N / (1 + df)))", "npm natural",
                   "above 0 for a word of all documents"},
                  tfidf_natural},
    WeightMeasure{{"tfidf_log", "(1 + ln tf) ln(N / df)",
                   "Manning, Raghavan and Schuetze 2008, ltn", "0 for a word of all documents"},
                  tfidf_log},
};

}  // namespace

double smooth_weight(const TermInDocument& t) {
    return count(t.count) *
           (std::log((1 + count(t.documents)) / (1 + count(t.documents_with_it))) + 1);
}

std::span<const WeightMeasure> weight_measures() { return kMeasures; }

}  // namespace lede::stats
