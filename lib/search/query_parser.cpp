#include "search/query_parser.h"

#include <charconv>
#include <optional>

#include "search/date_range.h"
#include "search/field.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::search {
namespace {

constexpr std::size_t kDeepest = 100;  // nested groups; more is no query a person wrote

class BagParser {
  public:
    BagParser(std::string_view text, const ParseOptions& options)
        : text_(text), options_(options) {}

    std::variant<Query, QueryError> parse() {
        Query query;
        auto root = parse_or(0);
        if (!root) return error_;
        skip_spaces();
        if (at_ < text_.size()) return QueryError{at_, "unexpected \")\""};
        query.root = std::move(*root);
        query.unit = unit_;
        if (query.root.children.empty()) return QueryError{0, "empty query"};
        return query;
    }

  private:
    std::nullopt_t fail(std::size_t position, std::string what) {
        if (error_.what.empty()) error_ = {position, std::move(what)};
        return std::nullopt;
    }

    void skip_spaces() {
        while (at_ < text_.size() && unicode::is_ascii_space(text_[at_])) ++at_;
    }

    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    // Consumes `word` if it stands here as a whole word.
    bool take_word(std::string_view word) {
        if (text_.substr(at_, word.size()) != word) return false;
        const std::size_t end = at_ + word.size();
        if (end < text_.size() && !unicode::is_ascii_space(text_[end]) && text_[end] != '(')
            return false;
        at_ = end;
        return true;
    }

    std::optional<Node> parse_or(std::size_t depth) {
        if (depth > kDeepest) return fail(at_, "nested too deeply");
        Node either{.kind = NodeKind::kOr, .position = at_};
        do {
            auto all = parse_and(depth);
            if (!all) return std::nullopt;
            if (all->children.empty() && (!either.children.empty() || at_ < text_.size()))
                return fail(at_, "a term is missing here");
            either.children.push_back(std::move(*all));
            skip_spaces();
        } while (take_word("OR"));
        if (either.children.size() == 1) return std::move(either.children.front());
        return either;
    }

    std::optional<Node> parse_and(std::size_t depth) {
        Node all{.kind = NodeKind::kAnd, .position = at_};
        for (;;) {
            skip_spaces();
            if (at_ == text_.size() || peek() == ')' || starts_or()) return all;
            if (depth == 0 && take_within()) {
                if (!error_.what.empty()) return std::nullopt;
                continue;
            }
            auto term = parse_term(depth);
            if (!term) return std::nullopt;
            all.children.push_back(std::move(*term));
        }
    }

    bool starts_or() {
        const std::size_t here = at_;
        const bool is_or = take_word("OR");
        at_ = here;
        return is_or;
    }

    // "within s" and its like, only at the very end of the query.
    bool take_within() {
        const std::size_t here = at_;
        if (!take_word("within")) return false;
        skip_spaces();
        const std::string_view unit = text_.substr(at_);
        const std::string_view name = unit.substr(0, unit.find_last_not_of(" \t\n") + 1);
        if (name == "s" || name == "sentence")
            unit_ = Unit::kSentence;
        else if (name == "p" || name == "paragraph")
            unit_ = Unit::kParagraph;
        else if (name != "text" && name != "article") {
            at_ = here;  // the word "within" itself
            return false;
        }
        at_ = text_.size();
        return true;
    }

    std::optional<Node> parse_term(std::size_t depth) {
        const std::size_t here = at_;
        if (peek() == '-' && at_ + 1 < text_.size() && !unicode::is_ascii_space(text_[at_ + 1])) {
            ++at_;
            auto term = depth < kDeepest ? parse_term(depth + 1) : fail(here, "nested too deeply");
            if (!term) return std::nullopt;
            Node negation{.kind = NodeKind::kNot, .position = here};
            negation.children.push_back(std::move(*term));
            return negation;
        }
        if (peek() == '(') return parse_group(depth);
        if (peek() == '"') return parse_phrase();
        if (peek() == '/') return parse_regex();
        return parse_word(depth);
    }

    std::optional<Node> parse_group(std::size_t depth) {
        const std::size_t open = at_++;
        auto inner = parse_or(depth + 1);
        if (!inner) return std::nullopt;
        if (peek() != ')') return fail(open, "\"(\" without \")\"");
        ++at_;
        return inner;
    }

    // The text between two `mark`s, in which a backslash keeps the next mark.
    std::optional<std::string> take_delimited(char mark) {
        const std::size_t open = at_++;
        std::string content;
        for (; at_ < text_.size(); ++at_) {
            if (text_[at_] == mark) {
                ++at_;
                return content;
            }
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
                if (text_[at_ + 1] != mark) content.push_back('\\');
                ++at_;
            }
            content.push_back(text_[at_]);
        }
        return fail(open, std::string("no closing ") + mark);
    }

    std::optional<Node> parse_phrase() {
        const std::size_t here = at_;
        auto content = take_delimited('"');
        if (!content) return std::nullopt;
        if (content->find_first_not_of(" \t\n") == std::string::npos)
            return fail(here, "an empty phrase");
        return words(std::move(*content), here);
    }

    std::optional<Node> parse_regex() {
        const std::size_t here = at_;
        auto content = take_delimited('/');
        if (!content) return std::nullopt;
        Node node{.kind = NodeKind::kRegex, .text = std::move(*content), .position = here};
        node.ignore_case = options_.case_rule == CaseRule::kIgnore;
        if (peek() == 'i') {
            node.ignore_case = true;
            ++at_;
        }
        return node;
    }

    // The run of characters of a bare word or value.
    std::string take_bare() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && !unicode::is_ascii_space(text_[at_]) && text_[at_] != '(' &&
               text_[at_] != ')' && text_[at_] != '"')
            ++at_;
        return std::string(text_.substr(begin, at_ - begin));
    }

    std::optional<Node> parse_word(std::size_t depth) {
        const std::size_t here = at_;
        std::string bare = take_bare();
        if (bare.starts_with("NEAR/") && peek() == '(') return parse_near(bare, here, depth);
        const std::size_t colon = bare.find(':');
        if (colon != std::string::npos && is_field_name(bare.substr(0, colon))) {
            at_ = here + colon + 1;
            return parse_field(bare.substr(0, colon), here, depth);
        }
        if (peek() == '"' || peek() == '(')
            return fail(at_, "put a blank before this, or the field's name and \":\"");
        return words(std::move(bare), here);
    }

    std::optional<Node> parse_near(std::string_view bare, std::size_t here, std::size_t depth) {
        Node near{.kind = NodeKind::kNear, .position = here};
        const std::string_view digits = bare.substr(5);
        const auto end = digits.data() + digits.size();
        const auto parsed = std::from_chars(digits.data(), end, near.distance);
        if (parsed.ec != std::errc() || parsed.ptr != end)
            return fail(here, "NEAR wants a number of words, as in NEAR/8(forced labor)");
        const std::size_t open = at_;
        auto inner = parse_group(depth);
        if (!inner) return std::nullopt;
        for (Node& child : inner->children)
            if (child.kind != NodeKind::kWords)
                return fail(open, "NEAR takes words and phrases only");
        if (inner->kind != NodeKind::kAnd || inner->children.size() < 2)
            return fail(open, "NEAR wants at least two words or phrases");
        near.children = std::move(inner->children);
        return near;
    }

    std::optional<Node> parse_field(std::string name, std::size_t here, std::size_t depth) {
        Node field{.kind = NodeKind::kField, .field = std::move(name), .position = here};
        const std::size_t value_at = at_;
        if (!parse_value(field)) return std::nullopt;
        const FieldKind kind = field_of(field.field).kind;
        if (field.text.empty() && peek() != '(')
            return fail(here, "\"" + field.field + ":\" wants a value");
        if ((kind == FieldKind::kDate || kind == FieldKind::kPublished) && !field.text.empty() &&
            !parse_date_range(field.text))
            return fail(value_at,
                        "not a date: write 2019, 2019-02, 2019-02-27 or 2018-01..2018-12");
        if (peek() != '(') return field;
        if (kind == FieldKind::kArticle || kind == FieldKind::kPublished)
            return fail(at_, "\"" + field.field + ":\" has no inside to search in");
        auto inner = parse_group(depth);
        if (!inner) return std::nullopt;
        field.children.push_back(std::move(*inner));
        return field;
    }

    bool parse_value(Node& field) {
        std::optional<std::string> value;
        // An identifier is a path and ends in no slash; a regex ends in one.
        const bool is_path =
            field_of(field.field).kind == FieldKind::kCitation && peek() == '/' && !regex_follows();
        if (peek() == '"') {
            value = take_delimited('"');
        } else if (peek() == '/' && !is_path) {
            value = take_delimited('/');
            field.is_regex = true;
        } else {
            value = take_bare();
        }
        if (!value) return false;
        field.text = std::move(*value);
        return true;
    }

    // Whether the bare value that begins here ends in a slash: /…/ and not /us/usc/t22.
    bool regex_follows() {
        const std::size_t here = at_;
        const std::string bare = take_bare();
        at_ = here;
        return bare.size() > 1 && bare.back() == '/';
    }

    Node words(std::string content, std::size_t here) const {
        Node node{.kind = NodeKind::kWords, .text = std::move(content), .position = here};
        if (node.text.size() > 1 && node.text.back() == '*') {
            node.text.pop_back();
            node.prefix = true;
        }
        node.ignore_case = ignores_case(node.text);
        return node;
    }

    bool ignores_case(std::string_view word) const {
        if (options_.case_rule != CaseRule::kSmart) return options_.case_rule == CaseRule::kIgnore;
        for (std::size_t at = 0; at < word.size();) {
            const utf8::Decoded next = utf8::decode(word, at);
            if (unicode::is_upper(next.code_point)) return false;
            at += next.size;
        }
        return true;
    }

    std::string_view text_;
    ParseOptions options_;
    std::size_t at_ = 0;
    Unit unit_ = Unit::kArticle;
    QueryError error_;
};

}  // namespace

std::variant<Query, QueryError> parse_bag(std::string_view text, const ParseOptions& options) {
    return BagParser(text, options).parse();
}

Query fixed_query(std::string_view text, const ParseOptions& options) {
    Query query;
    query.root.children.push_back({.kind = NodeKind::kWords,
                                   .text = std::string(text),
                                   .ignore_case = options.case_rule == CaseRule::kIgnore});
    return query;
}

std::string show_error(std::string_view query, const QueryError& error) {
    std::string shown(query);
    for (char& c : shown)
        if (static_cast<unsigned char>(c) < ' ' || c == 0x7F) c = ' ';
    const std::size_t column =
        utf8::count_code_points(query.substr(0, std::min(error.position, query.size())));
    return shown + "\n" + std::string(column, ' ') + "^ " + error.what;
}

}  // namespace lede::search
