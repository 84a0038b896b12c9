// DatabaseRows: a Document as rows of the database's tables (data/writing/tables.sql).
//
//   DatabaseRows rows(OffsetUnit::kCodePoints, true);
//   rows.append(document, cells);       rows of articles, meta, sentences, entities, quotes, …
//
// The first row of each document is that of `articles`; the others belong to it. No row carries the
// article's number, which only the database knows.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "model/document.h"
#include "text/offset_map.h"
#include "writing/document_format.h"

namespace lede::writing {

// The tables in the order of their numbers in the cells.
inline constexpr std::array<std::string_view, 8> kDatabaseTables = {
    "articles", "meta", "sentences", "entities", "quotes", "citations", "mentions", "dates"};

class DatabaseRows : public DocumentFormat {
  public:
    DatabaseRows(OffsetUnit unit, bool with_text) : unit_(unit), with_text_(with_text) {}

    // Appends cells (cells.h). Every layer that the document has is written. Linear; safe from many
    // threads.
    void append(const Document& document, std::string& out) const override;

  private:
    OffsetUnit unit_;
    bool with_text_;
};

}  // namespace lede::writing
