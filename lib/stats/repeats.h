// Repeats: passages that stand word for word in several articles: one statement printed by many,
// and what a house puts under everything it prints.
//
//   Repeats repeats;
//   repeats.add(passages_of(document)) …        in the order of the input, on one thread
//   repeats.table(filter)   ->   quote        4 articles, 1 text, 3 publications, "We will rebuild
//   …"
//                                boilerplate  9 articles, 9 texts, 2 publications, "The Ledger is
//                                …"
//
// Passages are quotations and paragraphs of at least five words; case and marks do not count.
// Near copies of one article (duplicates/) are one text: what several texts share was not copied
// with them. A paragraph is boilerplate where it is marked so or stands in three texts. Memory: 30
// bytes for each passage, 220 and the id for each article, the text of what repeats.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "duplicates/duplicate_finder.h"
#include "duplicates/fingerprint.h"
#include "model/document.h"
#include "stats/row_filter.h"
#include "stats/table.h"

namespace lede::stats {

struct Passage {
    bool is_quote = false;
    bool is_boilerplate = false;  // marked so
    std::uint32_t words = 0;
    std::uint64_t hash = 0;  // of its words, and of what it is
    std::string text;        // white space collapsed
};

// What one article adds.
struct ArticlePassages {
    std::string id;
    std::string publication;
    duplicates::Fingerprint print;
    std::vector<Passage> passages;
};

// Requires: quotes. Linear; safe from many threads.
ArticlePassages passages_of(const Document& document);

class Repeats {
  public:
    void add(ArticlePassages&& article);

    // Passages of at least two articles: most articles first, then the longest, then by text.
    // The text is as the second of them has it. Of the filter, `top` and `min_articles` count.
    Table table(const RowFilter& filter) const;

  private:
    struct Repeat {
        bool is_quote = false;
        bool is_boilerplate = false;
        std::uint32_t words = 0;
        std::uint32_t first = 0;  // article
        std::uint64_t articles = 0;
        std::set<std::uint32_t> texts;  // their originals
        std::set<std::string> publications;
        std::string text;
    };

    std::string_view kind_of(const Repeat& repeat) const;

    std::unordered_map<std::uint64_t, std::uint32_t> first_;  // article of each passage
    std::unordered_map<std::uint64_t, Repeat> repeats_;
    std::vector<std::string> ids_;           // of articles
    std::vector<std::string> publications_;  // parallel
    std::vector<std::uint32_t> originals_;   // parallel: the article that each is a copy of, or it
    duplicates::DuplicateFinder finder_;
};

}  // namespace lede::stats
