#include "search/line_search.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::search {
namespace {

constexpr std::size_t kMostGates = 3;       // more passes over the text cost more than a set
constexpr std::size_t kMostLiterals = 200;  // more of them stand everywhere
constexpr std::string_view kRegexMarks = "\\^$.|?*+()[]{}\n";
constexpr int kShortestAtom = 3;
constexpr std::size_t kShortestPrefix = 2;

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

re2::RE2::Options regex_options(const LineOptions& options) {
    re2::RE2::Options regex;
    regex.set_log_errors(false);
    regex.set_case_sensitive(!options.ignore_case);
    regex.set_never_nl(true);
    return regex;
}

bool is_ascii(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::string joined(const std::vector<std::string>& patterns, const LineOptions& options) {
    std::string all;
    for (const std::string& pattern : patterns) {
        if (!all.empty()) all += '|';
        const std::string one = options.fixed ? re2::RE2::QuoteMeta(pattern) : pattern;
        all += patterns.size() > 1 ? "(?:" + one + ")" : one;
    }
    return options.whole_words ? "\\b(?:" + all + ")\\b" : all;
}

// Whether "|" divides the whole regex, so that what stands at its ends belongs to one part only.
bool is_divided(std::string_view regex) {
    int depth = 0;
    for (std::size_t at = 0; at < regex.size(); ++at) {
        if (regex[at] == '\\')
            ++at;
        else if (regex[at] == '[')
            at = std::min(regex.find(']', at + 2), regex.size());
        else if (regex[at] == '(')
            ++depth;
        else if (regex[at] == ')')
            --depth;
        else if (regex[at] == '|' && depth == 0)
            return true;
    }
    return false;
}

// The literals if the patterns are nothing else: "Korea", "Korea|Japan".
std::vector<std::string> only_literals(const std::vector<std::string>& patterns,
                                       const LineOptions& options) {
    std::vector<std::string> literals;
    if (options.whole_words) return literals;
    for (const std::string& pattern : patterns)
        for (std::size_t at = 0; at <= pattern.size();) {
            const std::size_t bar =
                options.fixed ? pattern.size() : std::min(pattern.find('|', at), pattern.size());
            literals.push_back(pattern.substr(at, bar - at));
            at = bar + 1;
        }
    const bool are_literals = std::ranges::all_of(literals, [&](const std::string& literal) {
        return !literal.empty() && (!options.ignore_case || is_ascii(literal)) &&
               literal.find('\n') == std::string::npos &&
               (options.fixed || literal.find_first_of(kRegexMarks) == std::string::npos);
    });
    if (!are_literals) literals.clear();
    return literals;
}

bool fits_a_set(const std::vector<std::string>& literals) {
    return literals.size() > kMostGates && literals.size() <= kMostLiterals &&
           std::ranges::all_of(literals, [](const std::string& literal) {
               return literal.size() >= LiteralSet::kShortest;
           });
}

// The bytes that every match begins with: where the least and the greatest match agree.
std::string common_prefix(const std::string& pattern, const LineOptions& options) {
    std::string least, greatest;
    const re2::RE2 anchored("^(?:" + pattern + ")", regex_options(options));
    if (!anchored.ok() || !anchored.PossibleMatchRange(&least, &greatest, 16)) return "";
    const auto end = std::mismatch(least.begin(), least.end(), greatest.begin(), greatest.end());
    return {least.begin(), end.first};
}

}  // namespace

LineSearch::~LineSearch() = default;
LineSearch::LineSearch(LineSearch&&) noexcept = default;

std::variant<LineSearch, QueryError> LineSearch::compile(const std::vector<std::string>& patterns,
                                                         const LineOptions& options) {
    LineSearch search;
    const std::string pattern = joined(patterns, options);
    search.regex_ = std::make_unique<re2::RE2>("(?m)" + pattern, regex_options(options));
    if (!search.regex_->ok()) return QueryError{0, "bad regex: " + search.regex_->error()};
    std::string_view inner = pattern;
    if (!is_divided(inner)) {
        search.word_begin_ = inner.starts_with("\\b");
        if (search.word_begin_) inner.remove_prefix(2);
        search.word_end_ = inner.ends_with("\\b") && !inner.ends_with("\\\\b");
        if (search.word_end_) inner.remove_suffix(2);
    }
    if (search.word_begin_ || search.word_end_)
        search.inner_ =
            std::make_unique<re2::RE2>("(?m)" + std::string(inner), regex_options(options));
    // 'k' and 's' have folded twins beyond ASCII, which a caseless regex finds and the gate does
    // not; text does not hold them.
    const std::vector<std::string> literals = only_literals(patterns, options);
    search.gate_decides_ = literals.size() == 1 || fits_a_set(literals);
    if (literals.size() == 1)
        search.gates_.emplace_back(literals[0], options.ignore_case);
    else if (search.gate_decides_)
        search.set_.emplace(literals, options.ignore_case);
    else
        search.find_gates(pattern, options);
    return search;
}

void LineSearch::find_gates(const std::string& pattern, const LineOptions& options) {
    const std::string prefix = options.ignore_case ? "" : common_prefix(pattern, options);
    if (prefix.size() >= kShortestPrefix) {
        gates_.emplace_back(prefix, false);
        return;
    }
    re2::FilteredRE2 filter(kShortestAtom);
    int number = 0;
    if (filter.Add(pattern, regex_options(options), &number) != re2::RE2::NoError) return;
    std::vector<std::string> atoms;
    filter.Compile(&atoms);
    // A match without any atom: none is required.
    if (atoms.empty() || atoms.size() > kMostLiterals) return;
    std::vector<int> passed;
    filter.AllPotentials({}, &passed);
    if (!passed.empty() || !std::ranges::all_of(atoms, is_ascii)) return;
    if (fits_a_set(atoms))
        set_.emplace(atoms, true);
    else if (atoms.size() <= kMostGates)
        for (const std::string& atom : atoms) gates_.emplace_back(atom, true);
}

std::size_t LineSearch::candidate(std::string_view text, std::size_t from, Scan& scan) const {
    if (set_) return set_->find(text, from);
    std::size_t nearest = LiteralSearch::kNotFound;
    for (std::size_t i = 0; i < gates_.size(); ++i) {
        std::size_t& next = scan.next[i];
        if (next == 0 || next < from) next = gates_[i].find(text, from);
        nearest = std::min(nearest, next);
    }
    return nearest;
}

bool LineSearch::next(std::string_view text, std::size_t from, Scan& scan, Line& line) const {
    while (from < text.size()) {
        std::size_t at = from;
        if (has_gate()) {
            at = candidate(text, from, scan);
            if (at == LiteralSearch::kNotFound) return false;
        } else {
            const re2::RE2& first = inner_ ? *inner_ : *regex_;
            re2::StringPiece match;
            if (!first.Match(piece(text), from, text.size(), re2::RE2::UNANCHORED, &match, 1))
                return false;
            at = static_cast<std::size_t>(match.data() - text.data());
            if (at == text.size()) return false;  // an empty match behind the last line
        }
        const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
        line.begin = std::max(from, before == std::string_view::npos ? 0 : before + 1);
        line.end = std::min(text.find('\n', at), text.size());
        if (gate_decides_ || matches(text.substr(line.begin, line.end - line.begin))) return true;
        from = line.end + 1;
    }
    return false;
}

bool LineSearch::matches(std::string_view line) const {
    if (inner_ && !is_ascii(line)) return matches_words(line);
    if (!has_gate() && !inner_) return true;  // the regex found it
    return regex_->Match(piece(line), 0, line.size(), re2::RE2::UNANCHORED, nullptr, 0);
}

// Whether the regex matches between bounds of Unicode words.
bool LineSearch::matches_words(std::string_view line) const {
    const auto is_word = [](const utf8::Decoded& c) {
        return unicode::is_alphanumeric(c.code_point) || c.code_point == '_';
    };
    const auto is_bound = [&](std::size_t at) {
        const bool before = at > 0 && is_word(utf8::decode_before(line, at));
        const bool behind = at < line.size() && is_word(utf8::decode(line, at));
        return before != behind;
    };
    re2::StringPiece match;
    for (std::size_t at = 0; at <= line.size();) {
        if (!inner_->Match(piece(line), at, line.size(), re2::RE2::UNANCHORED, &match, 1))
            return false;
        const auto begin = static_cast<std::size_t>(match.data() - line.data());
        if ((!word_begin_ || is_bound(begin)) && (!word_end_ || is_bound(begin + match.size())))
            return true;
        at = begin + (begin < line.size() ? utf8::decode(line, begin).size : 1);
    }
    return false;
}

}  // namespace lede::search
