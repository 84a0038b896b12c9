// SegmentCopy: the documents of a segment, taken over into a table that is being built, as the
// same tokens, regions and records as when they were added there.
//
//   SegmentCopy copy(segment, SegmentCopy::Bounds::kKept);
//   copy.into(builder);                      before the first, and for every further builder
//   copy.add(0, documents)                   in order; some may be left out
//
// No value is looked up twice: linear, with a table of the segment's distinct values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/record_store.h"
#include "search/segment.h"
#include "search/segment_writer.h"
#include "search/token_table_builder.h"

namespace lede::search {

class SegmentCopy {
  public:
    // Whether matches in vertical text may reach from what the builder holds into the segment's
    // first document, as they do in text that is added in one run; in articles they never may.
    enum class Bounds : std::uint8_t { kKept, kOpen };

    // The segment is borrowed.
    SegmentCopy(const Segment& segment, Bounds bounds) : segment_(segment), bounds_(bounds) {
        next_regions_.resize(segment.table().regions.size());
    }

    bool are_articles() const { return !segment_.records().empty(); }

    // Requires: the builder's attributes are among those of the segment. Borrowed.
    void into(TokenTableBuilder& builder);
    // Requires: documents in ascending order.
    void add(std::uint32_t document, SegmentDocuments& documents);

  private:
    struct Column {
        const TokenColumn* from;
        std::vector<std::uint32_t> numbers;  // one more than the builder's, by ours; 0: not yet
    };
    void add_tokens(std::uint32_t begin, std::uint32_t end);
    void add_regions(std::size_t number, std::uint32_t begin, std::uint32_t end,
                     std::uint32_t base);

    const Segment& segment_;
    Bounds bounds_;
    TokenTableBuilder* builder_ = nullptr;
    std::vector<Column> columns_;  // of the builder, in its order
    std::vector<std::uint32_t> next_regions_;
    std::uint32_t next_stretch_ = 0;
    RecordStore::Group group_;
};

}  // namespace lede::search
