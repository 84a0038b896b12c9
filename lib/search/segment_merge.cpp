#include "search/segment_merge.h"

#include <algorithm>
#include <queue>
#include <set>
#include <string_view>
#include <tuple>

#include "search/segment_format.h"
#include "search/segment_sections.h"
#include "search/segment_writer.h"

namespace lede::search {
namespace {

constexpr std::size_t kRecordBytes = std::size_t{4} << 20;  // held before they are written

[[noreturn]] void fail_damaged() { throw IndexError("a segment is damaged: build the index anew"); }

// The values of one segment, and which of them are in use: 0 for no, else 1 until all are merged,
// then the number among all.
struct Values {
    Strings strings;
    std::vector<std::uint32_t> numbers;

    explicit Values(const Strings& values) : strings(values), numbers(values.size()) {}
    std::uint32_t& number(std::uint32_t id) {
        if (id >= numbers.size()) fail_damaged();
        return numbers[id];
    }
};

// The values in use, sorted by their bytes, each once.
std::vector<std::string_view> merged(std::vector<Values>& segments) {
    using Next = std::tuple<std::string_view, std::size_t, std::uint32_t>;
    std::priority_queue<Next, std::vector<Next>, std::greater<>> queue;
    const auto push_from = [&](std::size_t segment, std::uint32_t id) {
        const Values& values = segments[segment];
        while (id < values.numbers.size() && values.numbers[id] == 0) ++id;
        if (id < values.numbers.size()) queue.emplace(values.strings[id], segment, id);
    };
    for (std::size_t segment = 0; segment < segments.size(); ++segment) push_from(segment, 0);
    std::vector<std::string_view> all;
    while (!queue.empty()) {
        const auto [text, segment, id] = queue.top();
        queue.pop();
        if (all.empty() || all.back() != text) all.push_back(text);
        segments[segment].numbers[id] = static_cast<std::uint32_t>(all.size() - 1);
        push_from(segment, id + 1);
    }
    return all;
}

// For regions in their order, one more than the number of the last before that ends later.
class OuterRegions {
  public:
    std::uint32_t next(std::uint32_t end) {
        while (!open_.empty() && open_.back().end <= end) open_.pop_back();
        const std::uint32_t outer = open_.empty() ? 0 : open_.back().number + 1;
        open_.push_back({end, number_++});
        return outer;
    }

  private:
    struct Open {
        std::uint32_t end;
        std::uint32_t number;
    };
    std::vector<Open> open_;  // ends fall from the bottom to the top
    std::uint32_t number_ = 0;
};

}  // namespace

void SegmentMerge::add(const std::shared_ptr<const Segment>& segment, std::uint32_t document,
                       Bounds bounds) {
    if (pieces_.empty() || pieces_.back().segment != segment)
        pieces_.push_back({segment, bounds, {}});
    std::vector<Range>& ranges = pieces_.back().ranges;
    const std::uint32_t begin = segment->document_begin(document);
    const std::uint32_t end = segment->document_end(document);
    if (begin > end || end > segment->table().size) fail_damaged();
    if (ranges.empty() || ranges.back().last != document || ranges.back().end != begin)
        ranges.push_back({document, document, begin, begin, tokens_});
    ranges.back().last = document + 1;
    ranges.back().end = end;
    ++documents_;
    tokens_ += end - begin;
}

template <typename Take>
void SegmentMerge::each_token(const Piece& piece, const Take& take) {
    for (const Range& range : piece.ranges)
        for (std::uint32_t token = range.begin; token < range.end; ++token) take(token);
}

template <typename Take>
void SegmentMerge::each_document(const Piece& piece, const Take& take) {
    for (const Range& range : piece.ranges)
        for (std::uint32_t document = range.first; document < range.last; ++document)
            take(document, range);
}

// Gives the number of each region, and where it comes to begin and end.
template <typename Take>
void SegmentMerge::each_region(const Piece& piece, const RegionColumns& regions, const Take& take) {
    auto range = piece.ranges.begin();
    for (std::uint32_t i = 0; i < regions.size(); ++i) {
        const std::uint32_t begin = regions.begins[i];
        while (range != piece.ranges.end() && range->end <= begin) ++range;
        if (range == piece.ranges.end()) return;
        if (begin < range->begin) continue;  // of a document that is left out
        const std::uint32_t end = std::min(regions.end(i), range->end);
        take(i, range->base + (begin - range->begin), range->base + (end - range->begin));
    }
}

void SegmentMerge::write_column(SegmentSections& sections, const std::string& name) const {
    std::vector<Values> values;
    std::vector<const TokenColumn*> columns;
    for (const Piece& piece : pieces_) {
        const TokenColumn* const column = columns.emplace_back(piece.segment->table().column(name));
        Values& own = values.emplace_back(column->values);
        each_token(piece, [&](std::uint32_t token) { own.number(column->ids[token]) = 1; });
    }
    const std::vector<std::string_view> all = merged(values);
    PackedNumbers ids(width_for_values(all.size()));
    ids.reserve(tokens_);
    for (std::size_t p = 0; p < pieces_.size(); ++p)
        each_token(pieces_[p], [&](std::uint32_t token) {
            ids.add(values[p].numbers[columns[p]->ids[token]]);
        });
    release();
    sections.column(name, std::move(ids), all);
}

void SegmentMerge::write_attribute(SegmentSections& sections, const std::string& region,
                                   const std::string& name) const {
    std::vector<Values> values;
    const auto attribute_of = [&](const Piece& piece) -> const RegionColumn* {
        const RegionColumns* const regions = piece.segment->table().region(region);
        return regions ? regions->attribute(name) : nullptr;
    };
    for (const Piece& piece : pieces_) {
        const RegionColumn* const attribute = attribute_of(piece);
        Values& own = values.emplace_back(attribute ? attribute->values : Strings());
        if (!attribute) continue;
        own.number(0) = 1;  // no value, the empty string
        each_region(piece, *piece.segment->table().region(region),
                    [&](std::uint32_t i, std::uint32_t, std::uint32_t) {
                        own.number(attribute->ids[i]) = 1;
                    });
    }
    const std::vector<std::string_view> all = merged(values);
    if (all.size() < 2) return;  // of regions that were left out
    std::vector<std::uint32_t> ids;
    for (std::size_t p = 0; p < pieces_.size(); ++p) {
        const RegionColumns* const regions = pieces_[p].segment->table().region(region);
        if (!regions) continue;
        const RegionColumn* const attribute = attribute_of(pieces_[p]);
        each_region(pieces_[p], *regions, [&](std::uint32_t i, std::uint32_t, std::uint32_t) {
            ids.push_back(attribute ? values[p].numbers[attribute->ids[i]] : 0);
        });
    }
    const std::string path = "region/" + escaped_name(region) + '/' + escaped_name(name);
    sections.packed(path + "/ids", ids);
    sections.strings(path, all);
}

void SegmentMerge::write_regions(SegmentSections& sections, const std::string& name) const {
    std::vector<std::uint32_t> begins, lengths, outer;
    std::set<std::string> attributes;
    OuterRegions outer_regions;
    for (const Piece& piece : pieces_) {
        const RegionColumns* const regions = piece.segment->table().region(name);
        if (!regions) continue;
        each_region(piece, *regions, [&](std::uint32_t, std::uint32_t begin, std::uint32_t end) {
            begins.push_back(begin);
            lengths.push_back(end - begin);
            outer.push_back(outer_regions.next(end));
        });
        for (const RegionColumn& attribute : regions->attributes) attributes.insert(attribute.name);
    }
    const std::string path = "region/" + escaped_name(name);
    sections.ascending(path + "/begins", std::move(begins));
    sections.packed(path + "/lengths", lengths);
    sections.packed(path + "/outer", outer);
    for (const std::string& attribute : attributes) write_attribute(sections, name, attribute);
}

std::vector<std::uint32_t> SegmentMerge::stretches() const {
    std::vector<std::uint32_t> begins{0};
    for (const Piece& piece : pieces_) {
        const PackedIds& own = piece.segment->table().stretches;
        std::uint32_t next = 0;
        each_document(piece, [&](std::uint32_t document, const Range& range) {
            const std::uint32_t begin = piece.segment->document_begin(document);
            bool begins_one = !piece.segment->records().empty();
            for (; next < own.size() && own[next] <= begin; ++next)
                begins_one |= own[next] > 0 || piece.bounds == Bounds::kKept;
            const std::uint32_t at = range.base + (begin - range.begin);
            if (begins_one && at > begins.back()) begins.push_back(at);
        });
    }
    return begins;
}

void SegmentMerge::write_documents(SegmentSections& sections) const {
    std::vector<std::uint32_t> begins;
    std::vector<std::string> ids;
    for (const Piece& piece : pieces_)
        each_document(piece, [&](std::uint32_t document, const Range& range) {
            begins.push_back(range.base + (piece.segment->document_begin(document) - range.begin));
            ids.emplace_back(piece.segment->document_id(document));
        });
    search::write_documents(sections, begins, ids);
}

void SegmentMerge::write_records(SegmentSections& sections) const {
    if (pieces_.empty() || pieces_.front().segment->records().empty()) return;
    RecordStoreBuilder records;
    std::uint64_t size = 0;
    const auto append = [&] {
        size += records.bytes().size();
        sections.append(records.bytes());
        records.take_bytes();
        release();
    };
    sections.begin("documents/records/bytes");
    for (const Piece& piece : pieces_) {
        RecordStore::Group group;
        each_document(piece, [&](std::uint32_t document, const Range&) {
            records.add(piece.segment->records().record(document, group));
            if (records.bytes().size() > kRecordBytes) append();
        });
    }
    const RecordGroups groups = records.finish();
    append();
    sections.end(8, size);
    write_record_groups(sections, groups);
}

void SegmentMerge::release() const {
    for (const Piece& piece : pieces_) piece.segment->release();
}

void SegmentMerge::write(const std::string& path) const {
    SegmentSections sections(path);
    sections.section("tokens", {}, 0, tokens_);
    for (const std::string& name : attributes_) {
        write_column(sections, name);
        release();
    }
    std::set<std::string> regions;
    for (const Piece& piece : pieces_)
        for (const RegionColumns& region : piece.segment->table().regions)
            regions.insert(region.name);
    for (const std::string& name : regions) {
        write_regions(sections, name);
        release();
    }
    sections.ascending("stretches", stretches());
    write_documents(sections);
    write_records(sections);
    sections.finish();
}

}  // namespace lede::search
