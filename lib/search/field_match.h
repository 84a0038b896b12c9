// Which annotations of a document a field of a query names.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "search/date_range.h"
#include "search/field.h"
#include "search/query.h"

namespace re2 {
class RE2;
}

namespace lede::search {

// A field's value, made ready to be asked many times.
class FieldMatch {
  public:
    // Requires: node.kind is kField. `error` is set if the value is a regex that does not compile.
    FieldMatch(const Node& node, std::optional<QueryError>& error);
    ~FieldMatch();
    FieldMatch(FieldMatch&&) noexcept;

    // Whether this field belongs to the article as a whole and has no place in the text.
    bool is_of_article() const;

    // Requires: is_of_article().
    bool matches_article(const Article& article) const;

    // Spans of the annotations that match, in text order. Requires: !is_of_article().
    std::vector<Span> spans(const Document& document) const;

  private:
    bool matches_name(std::string_view name) const;
    bool matches_identifier(std::string_view id) const;
    bool matches_mention(const Document& document, const Mention& mention) const;
    bool matches_quote(const Document& document, const Quote& quote) const;
    bool matches_citation(const Document& document, const Citation& citation) const;

    Field field_;
    std::string name_;  // of the field
    std::string value_;
    std::vector<std::string> words_;  // folded phrase words of the value
    std::optional<DateRange> range_;
    std::unique_ptr<re2::RE2> regex_;
};

}  // namespace lede::search
