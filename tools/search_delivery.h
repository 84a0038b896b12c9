// Delivery: takes what articles gave, in their order, and prints what was asked for.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bad_articles.h"
#include "search_arrangement.h"
#include "search_articles.h"
#include "writing/output.h"

namespace lede::tools {

// Hits of each source in the order of the sources, for --count.
class SourceCounts {
  public:
    void add(const std::string& source, std::uint64_t hits);
    std::string lines() const;

  private:
    std::vector<std::pair<std::string, std::uint64_t>> counts_;
};

class Delivery {
  public:
    // All are borrowed. `patterns` are those to ask of vertical text.
    Delivery(const SearchOptions& options, const ArticleSearch& search,
             const std::vector<search::PatternSearch>& patterns);

    // False: nothing more is wanted.
    bool take(Found&& found);

    // Ends the output; the exit status.
    int finish();

  private:
    bool take_vrt(reading::RawRecord&& record);
    bool deliver_sections(std::vector<search::VrtSection> sections);
    bool deliver(Found& found);
    void write_positions(const Found& found);

    const SearchOptions& options_;
    const ArticleSearch& search_;
    writing::Output output_;
    BadArticles bad_;
    search::VrtSearch vrt_;
    std::deque<reading::RawRecord> vrt_records_;  // whose sections are not yet done
    Arrangement arrangement_;
    SourceCounts counts_;
    std::uint64_t total_ = 0;
    std::uint64_t tokens_ = 0;  // of the articles so far
    bool wanted_ = true;
};

}  // namespace lede::tools
