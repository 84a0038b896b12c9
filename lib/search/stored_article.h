// Articles as an index keeps and gives them back: as the records that they were added as.
//
//   store.add(stored_record(document))      what its tokens and regions do not tell
//   StoredArticles articles(segment);
//   articles.record(17)                     {"lede":{…},"id":…,"text":…,"tokens":[…],"entities":…}
//
// The record has the layers that were indexed, so that whoever reads records reads an index, too.
// Documents of vertical text come back as vertical text.
#pragma once

#include <cstdint>
#include <string>

#include "model/document.h"
#include "reading/raw_record.h"
#include "search/segment.h"

namespace lede::search {

// For RecordStoreBuilder. Requires: tokens and sentences.
std::string stored_record(const Document& document);

class StoredArticles {
  public:
    // The segment is borrowed.
    explicit StoredArticles(const Segment& segment);

    // Requires: a document of the segment. Linear in its text. Throws IndexError.
    reading::RawRecord record(std::uint32_t document);

  private:
    std::string article(std::uint32_t document);
    std::string vertical_text(std::uint32_t document) const;

    const Segment& segment_;
    const TokenColumn* words_;
    const TokenColumn* blanks_;
    RecordStore::Group group_;
};

}  // namespace lede::search
