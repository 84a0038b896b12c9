// Segment: one file of an index, mapped into memory and read in place.
//
//   Segment segment("index/000001.seg");
//   pattern.find(segment.table(), Strategy::kStandard)
//   segment.document_at(4711)          the document that holds the token
//
// Opening reads the header and the list of sections; all else is checked when it is touched
// (guarded_file.h). Safe from many threads.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "search/guarded_file.h"
#include "search/record_store.h"
#include "search/token_table.h"

namespace lede::search {

class Segment {
  public:
    // Throws IndexError.
    explicit Segment(const std::string& path);

    const TokenTable& table() const { return table_; }

    std::uint32_t documents() const { return document_begins_.size(); }
    // Tokens [begin, end) of a document. They may be none.
    std::uint32_t document_begin(std::uint32_t document) const {
        return document_begins_[document];
    }
    std::uint32_t document_end(std::uint32_t document) const;
    std::string_view document_id(std::uint32_t document) const {
        return document_ids_.values[document_ids_.ids[document]];
    }
    // What articles tell beside their tokens and regions; empty where vertical text was indexed.
    const RecordStore& records() const { return records_; }
    // Gives back the memory that was read into; what was handed out stays valid.
    void release() const { file_.release(); }
    // Requires: a token of the table.
    std::uint32_t document_at(std::uint32_t token) const;

  private:
    struct Section {
        std::uint64_t begin = 0;
        std::uint64_t size = 0;
        unsigned width = 0;
        std::uint32_t count = 0;
        NumberLine line = {};
    };
    void read_header();
    void read_directory(std::string_view directory, std::uint64_t end);
    const Section& section(const std::string& name) const;
    PackedIds packed(const std::string& name) const;
    Strings strings(const std::string& name) const;
    void add_column(const std::string& escaped);
    void add_region(const std::string& escaped);

    GuardedFile file_;
    std::map<std::string, Section, std::less<>> sections_;
    TokenTable table_;
    PackedIds document_begins_;
    TokenColumn document_ids_;
    RecordStore records_;
};

}  // namespace lede::search
