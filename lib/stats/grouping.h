// Grouping: which group of a table an article belongs to.
//
//   --by publication,published:month   ->  {"The Northern Ledger", "2021-11"}
//
// A field is one of the record's own (id source title byline publication published language), a
// date field with a unit (published:year|month|day), or any other field of the input (section,
// meta.section). An article without the field belongs to the group "".
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"

namespace lede::stats {

class Grouping {
  public:
    Grouping() = default;

    // From "FIELD[,FIELD]…"; nothing if a field is empty or its unit unknown.
    static std::optional<Grouping> parse(std::string_view text);

    bool empty() const { return fields_.empty(); }
    const std::vector<std::string>& names() const { return names_; }

    // Whether a field of this name is among them.
    bool has_field(std::string_view name) const;

    // The fields, without their units, each once.
    std::set<std::string> fields() const;

    // The cells of the article's group, joined by kCellSeparator.
    std::string group_of(const Article& article) const;

    // Those of the record's own that a field may be.
    static constexpr std::array<std::string_view, 7> kRecordFields = {
        "id", "source", "title", "byline", "publication", "published", "language"};
    // Whether the article has something in the field.
    static bool has_value(const Article& article, std::string_view field);

  private:
    struct Field {
        std::string name;
        std::size_t date_size = 0;  // characters of an ISO date to keep; 0: no date
    };
    std::vector<std::string> names_;
    std::vector<Field> fields_;
};

}  // namespace lede::stats
