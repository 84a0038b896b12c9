// SegmentWriter: a table of tokens as a segment of an index (segment_format.h).
//
//   write_segment("index/000001.seg", table, documents);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "search/record_store.h"
#include "search/token_table.h"

namespace lede::search {

class SegmentSections;

// The documents of a table, in its order.
struct SegmentDocuments {
    std::vector<std::uint32_t> begins;  // first tokens
    std::vector<std::string> ids;
    std::optional<RecordStoreBuilder> records;  // of articles: one for each document
};

// Writes the file and hands it to the disk before it returns; the name may not be in use by
// readers. Throws IndexError. Cost: linear, with a sort of the distinct values.
void write_segment(const std::string& path, const TokenTable& table, SegmentDocuments documents);

// The sections that tell of documents, the last of a segment, but for the bytes of records.
void write_documents(SegmentSections& sections, const std::vector<std::uint32_t>& begins,
                     const std::vector<std::string>& ids);
void write_record_groups(SegmentSections& sections, const RecordGroups& groups);

}  // namespace lede::search
