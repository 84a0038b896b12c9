#include "search/literal_gate.h"

#include <algorithm>
#include <optional>
#include <string>

#include "text/unicode.h"

namespace lede::search {
namespace {

struct Literal {
    std::string text;
    bool caseless;
};

// At least one of these stands in every match. Nothing: no literal follows.
using AnyOf = std::optional<std::vector<Literal>>;

// The longest run of ASCII letters and digits of the words. Letters outside ASCII may stand in the
// text in another normal form, and 'k' and 's' have folded twins outside ASCII (U+212A, U+017F)
// that news does not use.
AnyOf literal_of_words(const Node& node) {
    std::string_view best;
    const std::string_view text = node.text;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const bool inside = i < text.size() &&
                            (unicode::is_ascii_letter(text[i]) || unicode::is_ascii_digit(text[i]));
        if (inside) continue;
        if (i - begin > best.size()) best = text.substr(begin, i - begin);
        begin = i + 1;
    }
    if (best.empty()) return std::nullopt;
    return std::vector<Literal>{{std::string(best), node.ignore_case}};
}

std::size_t shortest(const std::vector<Literal>& literals) {
    std::size_t size = literals.front().text.size();
    for (const Literal& literal : literals) size = std::min(size, literal.text.size());
    return size;
}

// Of several things that must all be there, the one that is likely the rarest.
AnyOf rarest(AnyOf best, AnyOf other) {
    if (!best) return other;
    if (!other) return best;
    if (best->size() != other->size()) return best->size() < other->size() ? best : other;
    return shortest(*best) >= shortest(*other) ? best : other;
}

AnyOf required(const Node& node) {
    AnyOf result;
    switch (node.kind) {
        case NodeKind::kWords:
            return literal_of_words(node);
        case NodeKind::kRegex:
        case NodeKind::kNot:
        case NodeKind::kPattern:
            return std::nullopt;
        case NodeKind::kField:  // the inner query, if any, must match inside the article
        case NodeKind::kAnd:
        case NodeKind::kNear:
            for (const Node& child : node.children) result = rarest(result, required(child));
            return result;
        case NodeKind::kOr:
            result.emplace();
            for (const Node& child : node.children) {
                AnyOf more = required(child);
                if (!more) return std::nullopt;
                result->insert(result->end(), more->begin(), more->end());
            }
            return result;
    }
    return std::nullopt;
}

}  // namespace

LiteralGate::LiteralGate(const Query& query) : escape_("\\u00", true) {
    const AnyOf literals = required(query.root);
    if (!literals) return;
    for (const Literal& literal : *literals) any_of_.emplace_back(literal.text, literal.caseless);
}

bool LiteralGate::may_match(std::string_view text) const {
    return any_of_.empty() ||
           std::any_of(any_of_.begin(), any_of_.end(), [&](const LiteralSearch& search) {
               return search.find(text) != LiteralSearch::kNotFound;
           });
}

bool LiteralGate::may_match_json(std::string_view line) const {
    return may_match(line) || find_escaped_letter(line, 0) != LiteralSearch::kNotFound;
}

// Letters and digits in ASCII are U+0030 to U+007A.
std::size_t LiteralGate::find_escaped_letter(std::string_view json, std::size_t from) const {
    constexpr std::size_t kPrefix = 4;
    for (;;) {
        const std::size_t at = escape_.find(json, from);
        if (at == LiteralSearch::kNotFound || at + kPrefix >= json.size())
            return LiteralSearch::kNotFound;
        const char high = json[at + kPrefix];
        if (high >= '3' && high <= '7') return at;
        from = at + kPrefix;
    }
}

std::vector<std::size_t> LiteralGate::lines_that_may_match(std::string_view lines) const {
    // Each thing that is looked for, and where it stands next. Bytes of encodings that are not a
    // superset of ASCII hold NUL.
    const auto find = [&](std::size_t what, std::size_t from) {
        if (what < any_of_.size()) return any_of_[what].find(lines, from);
        return what == any_of_.size() ? find_escaped_letter(lines, from) : lines.find('\0', from);
    };
    std::vector<std::size_t> next(any_of_.size() + 2);
    for (std::size_t what = 0; what < next.size(); ++what) next[what] = find(what, 0);
    std::vector<std::size_t> begins;
    for (;;) {
        const std::size_t at = std::ranges::min(next);
        if (at == LiteralSearch::kNotFound) return begins;
        begins.push_back(lines.rfind('\n', at) + 1);
        const std::size_t end = lines.find('\n', at);
        if (end == std::string_view::npos) return begins;
        for (std::size_t what = 0; what < next.size(); ++what)
            if (next[what] < end) next[what] = find(what, end);
    }
}

}  // namespace lede::search
