// IndexReader: an index as it was when it was opened, whatever a writer does meanwhile.
//
//   IndexReader index("index/");
//   for (const IndexHit& hit : index.find(patterns, Strategy::kStandard)) …
//
// Safe from many threads.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "model/document.h"
#include "search/pattern_search.h"
#include "search/segment.h"

namespace lede::search {

class IndexReader {
  public:
    // Throws IndexError.
    explicit IndexReader(const std::string& folder);

    std::size_t segments() const { return segments_.size(); }
    const Segment& segment(std::size_t number) const { return *segments_[number]; }
    // The same, which outlives the reader.
    std::shared_ptr<const Segment> shared_segment(std::size_t number) const {
        return segments_[number];
    }
    // Tokens of the segments before.
    std::uint64_t first_token(std::size_t number) const { return first_tokens_[number]; }

    // Hits of any of the patterns in one segment, in order, each once.
    std::vector<TokenHit> find(std::size_t number, const std::vector<PatternSearch>& patterns,
                               Strategy strategy) const;

  private:
    std::vector<std::shared_ptr<const Segment>> segments_;
    std::vector<std::uint64_t> first_tokens_;
};

}  // namespace lede::search
