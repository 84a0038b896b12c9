// Grouping: which group of a table an article belongs to.
//
//   --by publication,published:month   ->  {"The Northern Ledger", "2021-11"}
//
// A field is one of the record's own (id source title byline publication published language), a
// date field with a unit (published:year|month|day), or any other field of the input (section,
// meta.section). An article without the field belongs to the group "".
#pragma once

#include <optional>
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

    // The fields without their units, and those of them that the article has.
    std::vector<std::string> field_names() const;
    std::vector<std::string> fields_of(const Article& article) const;

    // The cells of the article's group, joined by kCellSeparator.
    std::string group_of(const Article& article) const;

  private:
    struct Field {
        std::string name;
        std::size_t date_size = 0;  // characters of an ISO date to keep; 0: no date
    };
    std::vector<std::string> names_;
    std::vector<Field> fields_;
};

}  // namespace lede::stats
