// RunCounts: what a run has read and found so far, as numbers that add up.
//
//   RunCounts counts = counts_of(document);
//   total.add(counts);   total[Count::kQuotes]
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "model/document.h"

namespace lede::pipeline {

enum class Count : std::uint8_t {
    kRecords,     // pieces of input that were to be an article each
    kArticles,    // those that were
    kSkipped,     // those that were not
    kForeign,     // articles in other languages than English
    kInputBytes,  // of all records, unpacked
    kTextBytes,   // of the articles' texts
    kSentences,
    kTokens,
    kMentions,
    kDates,
    kQuotes,
    kCitations,
};

inline constexpr std::array<std::string_view, 12> kCountNames = {
    "records",   "articles", "skipped",  "other_languages", "input_bytes", "text_bytes",
    "sentences", "tokens",   "mentions", "dates",           "quotes",      "citations"};

class RunCounts {
  public:
    std::uint64_t& operator[](Count count) { return values_[static_cast<std::size_t>(count)]; }
    std::uint64_t operator[](Count count) const { return values_[static_cast<std::size_t>(count)]; }

    void add(const RunCounts& other) {
        for (std::size_t i = 0; i < values_.size(); ++i) values_[i] += other.values_[i];
    }
    friend bool operator==(const RunCounts&, const RunCounts&) = default;

  private:
    std::array<std::uint64_t, kCountNames.size()> values_{};
};

// One article and its layers; records, skipped and input bytes are not known here.
inline RunCounts counts_of(const Document& document) {
    RunCounts counts;
    counts[Count::kArticles] = 1;
    const std::string& language = document.article.language;
    counts[Count::kForeign] = language != "en" && language != "und" ? 1 : 0;
    counts[Count::kTextBytes] = document.text().size();
    counts[Count::kSentences] = document.sentences.size();
    counts[Count::kTokens] = document.tokens.size();
    counts[Count::kMentions] = document.mentions.size();
    counts[Count::kDates] = document.dates.size();
    counts[Count::kQuotes] = document.quotes.size();
    counts[Count::kCitations] = document.citations.size();
    return counts;
}

}  // namespace lede::pipeline
