// ConditionParser: what stands between the brackets of a token and behind "::".
//
//   lower="korea" & !(shape="X")      a.lower != b.lower      date.from >= 2016-01-01
#pragma once

#include "search/pattern.h"
#include "search/query.h"
#include "search/query_cursor.h"

namespace lede::search {

class ConditionParser {
  public:
    // The cursor is borrowed and moved on.
    explicit ConditionParser(QueryCursor& cursor) : cursor_(cursor) {}

    // Nothing if the text here is no condition; then `error` says why.
    std::optional<Condition> parse();

    // The rest of a comparison whose left side is known: ="…", >= 4. Without a relation the
    // condition is that there is such a value.
    std::optional<Condition> parse_comparison(Operand left);

    // Only the right side: "…"%c, l"…", 4, a.lower.
    std::optional<Condition> parse_value(Operand left, Relation relation);

    // text.meta.outlet
    std::optional<std::string> take_dotted_name();

    const QueryError& error() const { return error_; }

  private:
    std::nullopt_t fail(std::string what);
    std::optional<Condition> parse_list(std::size_t depth, std::string_view mark,
                                        Condition::Kind kind);
    std::optional<Condition> parse_single(std::size_t depth);
    std::optional<Operand> parse_operand();
    std::optional<Operand> parse_distance(std::string_view name);
    std::optional<Relation> take_relation();
    bool parse_flags(Condition& condition);

    QueryCursor& cursor_;
    QueryError error_;
};

}  // namespace lede::search
