// IndexWriter: adds documents to an index, takes them out, joins segments and indexes.
//
//   IndexWriter writer("index/", {});       makes the folder if there is none
//   writer.add(document);
//   writer.commit();                        from now on readers see it
//
// An index is a folder: a manifest and segments that never change. What is not committed is not
// there; a crash at any moment leaves the last commit. One writer at a time (a lock on the folder),
// any number of readers. A segment is written in runs that fit into memory, which are then merged:
// about 60 bytes for each token of a run, and four for each of a segment.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/document.h"
#include "search/index_manifest.h"
#include "search/segment_layout.h"
#include "search/segment_merge.h"
#include "search/segment_writer.h"
#include "search/token_table_builder.h"

namespace lede::search {

struct IndexOptions {
    std::vector<std::string> attributes;   // kept of each token; empty: all that there are
    std::vector<std::string> vrt_columns;  // empty: as the first section says, or a guess
    // A segment that has so many takes no further document.
    std::uint32_t segment_tokens = 20U << 20;
    // The same of what is held in memory.
    std::uint32_t run_tokens = 1U << 20;
};

class IndexWriter {
  public:
    // Throws IndexError, also where another writer is at work.
    IndexWriter(std::string folder, IndexOptions options);
    ~IndexWriter();
    IndexWriter(const IndexWriter&) = delete;
    IndexWriter& operator=(const IndexWriter&) = delete;

    // Requires: tokens and sentences; other layers as they are to be found.
    void add(const Document& document);

    // A section of vertical text, whose matches may reach into the next.
    void add_vrt(std::string_view section, const std::string& id);

    // Takes over the documents of another index as they are: no text is read anew, and the segments
    // are, byte for byte, those of adding the same articles here. Throws IndexError for an index
    // whose documents have other attributes or layers than those before, or that is this one.
    void join(const std::string& folder);

    // Takes out all documents with these ids, also those added before; the number of them.
    std::uint64_t remove(const std::set<std::string>& ids);

    // Joins all segments into as few as there can be.
    void merge();

    void commit();

    std::uint64_t documents() const;
    std::uint64_t tokens() const;

  private:
    enum class Kind : std::uint8_t { kNone, kArticles, kVrt };
    // Goes on with the segment at hand if it may hold a further document like this.
    void begin_document(Kind kind, std::vector<std::string> attributes);
    TokenTableBuilder& begin_run();
    void end_run();
    void end_segment();
    void copy(const std::shared_ptr<const Segment>& segment, SegmentMerge::Bounds bounds,
              const std::vector<std::string>& attributes, const std::set<std::string>& without);
    std::uint32_t segment_documents() const;
    std::uint32_t segment_tokens() const;
    // Of the documents before; nothing if there are none. Ends the segment at hand.
    std::optional<SegmentLayout> layout();
    std::string next_file();
    void drop_leftovers() const;
    std::vector<std::string> kept(const std::vector<std::string>& attributes) const;

    std::string folder_;
    IndexOptions options_;
    IndexManifest manifest_;
    int lock_ = -1;
    std::uint64_t next_number_ = 1;
    Kind kind_ = Kind::kNone;              // of the segment at hand, if there is one
    std::vector<std::string> attributes_;  // the same
    std::vector<std::string> columns_;
    std::optional<SegmentLayout> layout_;  // of what is joined
    // The segment at hand: documents that lie in files, then a run in memory. One or both.
    std::optional<SegmentMerge> pieces_;
    std::vector<std::string> runs_;  // files of ours among them
    std::unique_ptr<TokenTableBuilder> builder_;
    SegmentDocuments documents_;  // of the run
};

// The ids of the index's documents, in their order. Throws IndexError.
std::vector<std::string> document_ids(const std::string& folder);

}  // namespace lede::search
