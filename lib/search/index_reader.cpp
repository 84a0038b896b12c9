#include "search/index_reader.h"

#include <algorithm>

#include "search/index_manifest.h"

namespace lede::search {
namespace {

// A writer may replace the segments between reading their names and opening them.
constexpr int kTries = 5;

std::vector<std::shared_ptr<const Segment>> open_segments(const std::string& folder) {
    std::vector<std::shared_ptr<const Segment>> segments;
    for (const SegmentEntry& entry : IndexManifest::read(folder).segments)
        segments.push_back(std::make_shared<const Segment>(folder + '/' + entry.file));
    return segments;
}

}  // namespace

IndexReader::IndexReader(const std::string& folder) {
    for (int tries = 1;; ++tries) try {
            segments_ = open_segments(folder);
            break;
        } catch (const IndexError&) {
            if (tries == kTries) throw;
        }
    std::uint64_t tokens = 0;
    for (const auto& segment : segments_) {
        first_tokens_.push_back(tokens);
        tokens += segment->table().size;
    }
}

std::vector<TokenHit> IndexReader::find(std::size_t number,
                                        const std::vector<PatternSearch>& patterns,
                                        Strategy strategy) const {
    std::vector<TokenHit> hits;
    for (const PatternSearch& pattern : patterns) {
        const std::vector<TokenHit> found = pattern.find(segment(number).table(), strategy);
        hits.insert(hits.end(), found.begin(), found.end());
    }
    if (patterns.size() < 2) return hits;
    std::ranges::sort(hits, [](const TokenHit& a, const TokenHit& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
    });
    hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
    return hits;
}

}  // namespace lede::search
