// SegmentLayout: what the documents of a segment have, beside their words. An index whose documents
// are not alike answers a question from some of them only, so indexes are joined where they are.
//
//   layout_of(segment)         articles; blank lemma lower shape upos word xpos; entities dates …
//   difference(a, b)           "has no upos"
#pragma once

#include <string>
#include <vector>

#include "search/segment.h"

namespace lede::search {

struct SegmentLayout {
    bool is_vertical_text = false;
    std::vector<std::string> attributes;  // of tokens, in the segment's order
    std::vector<std::string> layers;      // of articles: of the record's keys
    friend bool operator==(const SegmentLayout&, const SegmentLayout&) = default;
};

// By the first document's record, as far as layers go: a segment is written by one run. Throws
// IndexError for a damaged segment.
SegmentLayout layout_of(const Segment& segment);

// What tells `other` from `one`, as a predicate; empty where they are alike.
std::string difference(const SegmentLayout& one, const SegmentLayout& other);

}  // namespace lede::search
