#include "search/cql_parser.h"

#include <utility>

#include "search/condition_parser.h"
#include "search/query_cursor.h"

namespace lede::search {
namespace {

constexpr std::size_t kDeepest = 100;         // nested groups; more is no query a person wrote
constexpr std::uint32_t kMostRepeats = 1000;  // {m,n}; longer matches are no hits

class CqlParser {
  public:
    explicit CqlParser(std::string_view text) : cursor_(text), conditions_(cursor_) {}

    std::variant<PatternQuery, QueryError> parse() {
        auto query = parse_query(0);
        if (query && !cursor_.at_end()) fail("unexpected here");
        if (error_) return *error_;
        return std::move(*query);
    }

  private:
    std::nullopt_t fail(std::string what) { return fail(cursor_.position(), std::move(what)); }
    std::nullopt_t fail(std::size_t position, std::string what) {
        if (!error_) error_ = QueryError{position, std::move(what)};
        return std::nullopt;
    }

    std::optional<PatternQuery> parse_query(std::size_t depth) {
        PatternQuery query;
        if (cursor_.take_word("MU")) {
            if (!cursor_.take("(")) return fail("MU wants \"(meet\"");
            query.meet = parse_meet(depth + 1);
            if (!query.meet) return std::nullopt;
            if (!cursor_.take(")")) return fail("\")\" is missing");
        } else {
            auto pattern = parse_either(depth);
            if (!pattern) return std::nullopt;
            query.pattern = std::move(*pattern);
        }
        while (!error_ && parse_tail(query, depth)) {
        }
        if (error_) return std::nullopt;
        return query;
    }

    // One of "::", "within", "containing"; false if none stands here.
    bool parse_tail(PatternQuery& query, std::size_t depth) {
        if (cursor_.take("::")) {
            auto where = parse_condition();
            if (!where) return false;
            if (query.where) {
                Condition both{.kind = Condition::Kind::kAnd};
                both.children = {std::move(*query.where), std::move(*where)};
                where = std::move(both);
            }
            query.where = std::move(where);
            return true;
        }
        const std::size_t before = cursor_.mark();
        Surrounding surrounding;
        surrounding.negated = cursor_.take("!");
        bool parsed = false;
        if (cursor_.take_word("within"))
            parsed = parse_within(surrounding, depth);
        else if (cursor_.take_word("containing"))
            parsed = parse_containing(surrounding, depth);
        else
            cursor_.go_back(before);
        if (parsed) query.surroundings.push_back(std::move(surrounding));
        return parsed;
    }

    bool parse_within(Surrounding& surrounding, std::size_t depth) {
        if (const auto count = cursor_.take_count()) {
            surrounding.count = *count;
            surrounding.kind = Surrounding::Kind::kWithinTokens;
        }
        const std::size_t before = cursor_.mark();
        std::string name;
        if (!sees_label() && !sees_literal()) name = cursor_.take_name().value_or("");
        if (name == "containing" || name == "within") {
            cursor_.go_back(before);
            name.clear();
        }
        if (name.empty() && surrounding.kind == Surrounding::Kind::kWithinTokens) return true;
        if (name.empty()) {
            surrounding.kind = Surrounding::Kind::kWithin;
            return parse_operation(surrounding, depth);
        }
        surrounding.kind = Surrounding::Kind::kWithinRegion;
        surrounding.region = std::move(name);
        return surrounding.count != 1 || parse_filtered_region(surrounding, depth);
    }

    // "within s containing …": only in those regions.
    bool parse_filtered_region(Surrounding& surrounding, std::size_t depth) {
        const std::size_t before = cursor_.mark();
        Surrounding filter;
        filter.negated = cursor_.take("!");
        if (!cursor_.take_word("containing")) {
            cursor_.go_back(before);
            return true;
        }
        if (!parse_containing(filter, depth)) return false;
        PatternQuery regions;
        regions.pattern = {.kind = Pattern::Kind::kRegion, .region = surrounding.region};
        regions.surroundings.push_back(std::move(filter));
        surrounding.kind = Surrounding::Kind::kWithin;
        surrounding.operation.push_back(std::move(regions));
        return true;
    }

    bool parse_containing(Surrounding& surrounding, std::size_t depth) {
        surrounding.kind = Surrounding::Kind::kContaining;
        return parse_operation(surrounding, depth);
    }

    // A pattern, or a whole query in parentheses.
    bool parse_operation(Surrounding& surrounding, std::size_t depth) {
        if (depth > kDeepest) return fail("nested too deeply"), false;
        const std::size_t before = cursor_.mark();
        if (cursor_.take("(")) {
            auto inner = parse_query(depth + 1);
            if (inner && !inner->surroundings.empty() && cursor_.take(")")) {
                surrounding.operation.push_back(std::move(*inner));
                return true;
            }
            error_.reset();
            cursor_.go_back(before);
        }
        auto pattern = parse_either(depth + 1);
        if (!pattern) return false;
        surrounding.operation.emplace_back().pattern = std::move(*pattern);
        return true;
    }

    std::optional<Pattern> parse_either(std::size_t depth) {
        if (depth > kDeepest) return fail("nested too deeply");
        Pattern either{.kind = Pattern::Kind::kEither, .position = cursor_.position()};
        do {
            auto sequence = parse_sequence(depth);
            if (!sequence) return std::nullopt;
            either.children.push_back(std::move(*sequence));
        } while (cursor_.take("|"));
        if (either.children.size() == 1) return std::move(either.children.front());
        return either;
    }

    bool sees_label() {
        const std::size_t before = cursor_.mark();
        const bool is_label =
            cursor_.take_name().has_value() && cursor_.sees(":") && !cursor_.sees("::");
        cursor_.go_back(before);
        return is_label;
    }

    // l"…" is a literal word.
    bool sees_literal() {
        const std::size_t before = cursor_.mark();
        const bool is_literal =
            cursor_.take("l") && cursor_.sees_string() && cursor_.position() == cursor_.mark();
        cursor_.go_back(before);
        return is_literal;
    }

    bool sees_atom() {
        return cursor_.sees("[") || cursor_.sees("(") || cursor_.sees("<") ||
               cursor_.sees("/region[") || cursor_.sees_string() || sees_literal() || sees_label();
    }

    std::optional<Pattern> parse_sequence(std::size_t depth) {
        Pattern sequence{.kind = Pattern::Kind::kSequence, .position = cursor_.position()};
        while (sees_atom()) {
            auto repeated = parse_repeated(depth);
            if (!repeated) return std::nullopt;
            sequence.children.push_back(std::move(*repeated));
        }
        if (sequence.children.empty())
            return fail("a token is missing here: [word=\"…\"], \"…\" or [ ] for any");
        if (sequence.children.size() == 1) return std::move(sequence.children.front());
        return sequence;
    }

    std::optional<Pattern> parse_repeated(std::size_t depth) {
        auto atom = parse_atom(depth);
        for (std::size_t levels = 0; atom; ++levels) {
            Pattern repeat{.kind = Pattern::Kind::kRepeat, .position = cursor_.position()};
            if (cursor_.take("?"))
                repeat.at_least = 0;
            else if (cursor_.take("*"))
                repeat.at_least = 0, repeat.at_most = kUnbounded;
            else if (cursor_.take("+"))
                repeat.at_most = kUnbounded;
            else if (!cursor_.take("{"))
                return atom;
            else if (!parse_bounds(repeat))
                return std::nullopt;
            if (levels > kDeepest) return fail("nested too deeply");
            repeat.children.push_back(std::move(*atom));
            atom = std::move(repeat);
        }
        return std::nullopt;
    }

    bool parse_bounds(Pattern& repeat) {
        const std::size_t begin = cursor_.position();
        const auto least = cursor_.take_count();
        repeat.at_least = least.value_or(0);
        repeat.at_most = repeat.at_least;
        if (cursor_.take(","))
            repeat.at_most = cursor_.take_count().value_or(kUnbounded);
        else if (!least)
            return fail("{ } wants numbers: {2}, {0,5} or {2,}"), false;
        if (!cursor_.take("}")) return fail("\"}\" is missing"), false;
        if (repeat.at_least > repeat.at_most) return fail(begin, "the bounds are reversed"), false;
        if (repeat.at_least > kMostRepeats ||
            (repeat.at_most > kMostRepeats && repeat.at_most != kUnbounded))
            return fail(begin, "bounds go up to 1000"), false;
        return true;
    }

    std::optional<Pattern> parse_atom(std::size_t depth) {
        const std::size_t begin = cursor_.position();
        if (sees_label()) {
            const std::string label = *cursor_.take_name();
            cursor_.take(":");
            if (sees_label()) return fail("one label is enough");
            if (!sees_atom()) return fail("a token is missing after the label");
            auto atom = parse_atom(depth);
            if (atom) atom->label = label;
            return atom;
        }
        if (cursor_.take("(")) return parse_group(begin, depth);
        if (cursor_.take("/region[")) return parse_region_macro();
        if (cursor_.take("<")) return parse_tag(begin);
        Pattern token{.kind = Pattern::Kind::kToken, .position = begin};
        if (cursor_.take("[")) {
            if (cursor_.take("]")) return token;
            auto condition = parse_condition();
            if (!condition) return std::nullopt;
            if (!cursor_.take("]")) return fail("\"]\" is missing");
            token.condition = std::move(*condition);
            return token;
        }
        Operand word{.name = "word", .position = begin};
        auto condition = conditions_.parse_value(std::move(word), Relation::kEqual);
        if (!condition) return fail_condition();
        token.condition = std::move(*condition);
        return token;
    }

    std::optional<Pattern> parse_group(std::size_t open, std::size_t depth) {
        auto inner = parse_either(depth + 1);
        if (!inner) return std::nullopt;
        if (!cursor_.take(")")) return fail(open, "\"(\" without \")\"");
        // A label names the group, not what stands in it.
        Pattern group{.kind = Pattern::Kind::kSequence, .position = open};
        group.children.push_back(std::move(*inner));
        return group;
    }

    // CQP's /region[np,a]: a whole region, and its label.
    std::optional<Pattern> parse_region_macro() {
        Pattern region{.kind = Pattern::Kind::kRegion, .position = cursor_.position()};
        auto name = cursor_.take_name();
        if (!name) return fail("the name of a region is missing");
        region.region = std::move(*name);
        if (cursor_.take(",")) region.label = cursor_.take_name().value_or("");
        if (!cursor_.take("]")) return fail("\"]\" is missing");
        return region;
    }

    std::optional<Pattern> parse_tag(std::size_t begin) {
        Pattern tag{.kind = Pattern::Kind::kOpenTag, .position = begin};
        if (cursor_.take("/")) tag.kind = Pattern::Kind::kCloseTag;
        auto name = cursor_.take_name();
        if (!name) return fail("the name of a region is missing");
        tag.region = std::move(*name);
        if (tag.kind == Pattern::Kind::kOpenTag && !parse_tag_conditions(tag)) return std::nullopt;
        if (cursor_.take("/>") && tag.kind == Pattern::Kind::kOpenTag)
            tag.kind = Pattern::Kind::kRegion;
        else if (!cursor_.take(">"))
            return fail("\">\" is missing");
        return tag;
    }

    bool parse_tag_conditions(Pattern& tag) {
        // CQP joins a region and its attribute: <text_date="1865">.
        if (cursor_.sees("=") || cursor_.sees("!=")) {
            const std::size_t bar = tag.region.find('_');
            if (bar == std::string::npos) return fail("an attribute is missing here"), false;
            Operand attribute{.name = tag.region.substr(bar + 1), .in_tag = true};
            attribute.position = cursor_.position();
            tag.region.resize(bar);
            auto condition = conditions_.parse_comparison(std::move(attribute));
            if (!condition) return fail_condition(), false;
            tag.condition = std::move(*condition);
            return true;
        }
        Condition all{.kind = Condition::Kind::kAnd};
        while (!cursor_.sees("/>") && !cursor_.sees(">")) {
            Operand attribute{.in_tag = true, .position = cursor_.position()};
            auto name = conditions_.take_dotted_name();
            if (!name) return fail("an attribute or \">\" is missing here"), false;
            attribute.name = std::move(*name);
            auto condition = conditions_.parse_comparison(std::move(attribute));
            if (!condition) return fail_condition(), false;
            if (condition->form == ValueForm::kText) condition->form = ValueForm::kName;
            all.children.push_back(std::move(*condition));
        }
        if (!all.children.empty()) tag.condition = std::move(all);
        return true;
    }

    std::optional<Condition> parse_condition() {
        auto condition = conditions_.parse();
        if (!condition) return fail_condition();
        return condition;
    }

    std::nullopt_t fail_condition() {
        return fail(conditions_.error().position, conditions_.error().what);
    }

    std::optional<Meet> parse_meet(std::size_t depth) {
        if (depth > kDeepest) return fail("nested too deeply");
        Meet meet;
        if (!cursor_.take_word("meet")) return fail("\"meet\" is missing");
        for (int side = 0; side < 2; ++side) {
            auto operand = parse_meet_operand(depth);
            if (!operand) return std::nullopt;
            meet.pair.push_back(std::move(*operand));
        }
        const std::size_t begin = cursor_.position();
        if (auto region = cursor_.take_name()) {
            meet.region = std::move(*region);
            return meet;
        }
        const auto from = take_offset();
        const auto to = take_offset();
        if (!from || !to || *from > *to)
            return fail(begin, "meet wants a window such as -3 3, or a region");
        meet.from = *from;
        meet.to = *to;
        return meet;
    }

    std::optional<std::int32_t> take_offset() {
        const bool negative = cursor_.take("-");
        const auto size = cursor_.take_count();
        if (!size || *size > kMostRepeats) return std::nullopt;
        const auto offset = static_cast<std::int32_t>(*size);
        return negative ? -offset : offset;
    }

    std::optional<Meet> parse_meet_operand(std::size_t depth) {
        if (cursor_.take("(")) {
            auto inner = parse_meet(depth + 1);
            if (inner && !cursor_.take(")")) return fail("\")\" is missing");
            return inner;
        }
        if (!cursor_.sees("[") && !cursor_.sees_string() && !sees_literal())
            return fail("a token is missing here");
        auto token = parse_atom(depth);
        if (!token) return std::nullopt;
        Meet leaf;
        leaf.token = std::move(token->condition);
        return leaf;
    }

    QueryCursor cursor_;
    ConditionParser conditions_;
    std::optional<QueryError> error_;
};

}  // namespace

bool looks_like_cql(std::string_view text) {
    QueryCursor cursor(text);
    if (cursor.sees("[") || cursor.sees("<") || cursor.sees("/region[")) return true;
    if (cursor.take_word("MU")) return cursor.sees("(");
    return cursor.take_name() && cursor.take(":") &&
           (cursor.sees("[") || cursor.sees("<") || cursor.sees("/region["));
}

std::variant<PatternQuery, QueryError> parse_cql(std::string_view text) {
    return CqlParser(text).parse();
}

}  // namespace lede::search
