// SegmentMerge: documents of segments as one new segment, as if they had been added one after the
// other: byte for byte that of a single run.
//
//   SegmentMerge merge({"lower", "word"});
//   merge.add(segment, document, SegmentMerge::Bounds::kKept);    in order; some may be left out
//   merge.write("index/000003.seg");
//
// Column by column, so that memory is that of the largest column, not of the segment. Linear, with
// one lookup for each distinct value of each segment.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "search/segment.h"

namespace lede::search {

class SegmentSections;

class SegmentMerge {
  public:
    // Whether matches in vertical text may reach from what stands before into the segment's first
    // document, as they do in text that is added in one run; in articles they never may.
    enum class Bounds : std::uint8_t { kKept, kOpen };

    // The attributes of tokens that are taken over, in the order of their bytes.
    explicit SegmentMerge(std::vector<std::string> attributes)
        : attributes_(std::move(attributes)) {}

    std::uint32_t documents() const { return documents_; }
    std::uint32_t tokens() const { return tokens_; }

    // Requires: the segment has the attributes; the documents of one segment ascend, and all hold
    // fewer than 2^32 tokens.
    void add(const std::shared_ptr<const Segment>& segment, std::uint32_t document, Bounds bounds);

    // Throws IndexError.
    void write(const std::string& path) const;

  private:
    // Documents [first, last) of a segment: its tokens [begin, end), which come to stand from
    // `base` on.
    struct Range {
        std::uint32_t first, last;
        std::uint32_t begin, end;
        std::uint32_t base;
    };
    struct Piece {
        std::shared_ptr<const Segment> segment;
        Bounds bounds;
        std::vector<Range> ranges;
    };
    template <typename Take>
    static void each_token(const Piece& piece, const Take& take);
    // The number in its segment, and the segment's range that holds it.
    template <typename Take>
    static void each_document(const Piece& piece, const Take& take);
    template <typename Take>
    static void each_region(const Piece& piece, const RegionColumns& regions, const Take& take);
    void write_column(SegmentSections& sections, const std::string& name) const;
    void write_regions(SegmentSections& sections, const std::string& name) const;
    void write_attribute(SegmentSections& sections, const std::string& region,
                         const std::string& name) const;
    std::vector<std::uint32_t> stretches() const;
    void write_documents(SegmentSections& sections) const;
    void write_records(SegmentSections& sections) const;
    void release() const;

    std::vector<std::string> attributes_;
    std::vector<Piece> pieces_;
    std::uint32_t documents_ = 0;
    std::uint32_t tokens_ = 0;
};

}  // namespace lede::search
