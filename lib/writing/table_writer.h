// TableWriter: one layer of the documents as a table, one row per item.
//
//   TableWriter writer(Table::kQuotes, Dialect::kTsv, OffsetUnit::kCodePoints);
//
// The columns are fixed: they do not depend on what was found, and are only ever added at the end.
// Every row carries the article's id and publication date, and the text of the sentence in which
// the item stands, so that a table can be read on its own.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "model/document.h"
#include "text/offset_map.h"
#include "writing/document_format.h"
#include "writing/row_writer.h"

namespace lede::writing {

enum class Table : std::uint8_t {
    kArticles,
    kSentences,
    kTokens,
    kEntities,
    kDates,
    kQuotes,
    kCitations,
};

inline constexpr std::array<std::string_view, 7> kTableNames = {
    "articles", "sentences", "tokens", "entities", "dates", "quotes", "citations"};

constexpr std::string_view name_of(Table table) {
    return kTableNames[static_cast<std::size_t>(table)];
}

// Names of the table's columns, in order.
std::span<const std::string_view> columns_of(Table table);

// The layers that fill its columns.
Layers layers_of(Table table);

class TableWriter : public DocumentFormat {
  public:
    TableWriter(Table table, Dialect dialect, OffsetUnit unit)
        : table_(table), dialect_(dialect), unit_(unit) {}

    // The line of column names.
    void begin(std::string& out) const override;
    // Linear in text and items. A sentence of more than 2,000 bytes is cut around the item, so
    // that a text without sentence ends does not grow by its square.
    void append(const Document& document, std::string& out) const override;

  private:
    Table table_;
    Dialect dialect_;
    OffsetUnit unit_;
};

}  // namespace lede::writing
