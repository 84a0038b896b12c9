// LineSearch: which lines of raw bytes a regex matches, as grep tells it, at memory speed.
//
//   auto search = LineSearch::compile({"\\bsanctions?\\b"}, {});
//   search.count("New sanctions.\nNone.\n")  ->  1
//
// Literals that every match holds are looked for first; the regex (RE2) sees only lines that have
// one. \b at either end of the regex is a bound of Unicode words, where RE2's own knows ASCII only.
// It does not parse articles: a line of JSON is its bytes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "search/query.h"
#include "text/literal_search.h"
#include "text/literal_set.h"
#include "text/span.h"

namespace re2 {
class RE2;
}

namespace lede::search {

struct LineOptions {
    bool ignore_case = false;
    bool fixed = false;        // the patterns are no regexes
    bool whole_words = false;  // no match begins or ends inside a word
};

class LineSearch {
  public:
    static std::variant<LineSearch, QueryError> compile(const std::vector<std::string>& patterns,
                                                        const LineOptions& options);
    ~LineSearch();
    LineSearch(LineSearch&&) noexcept;

    // A line without its line feed, as offsets into the text.
    struct Line {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    // Calls `visit` for every matching line of `text`, in order, until it returns false.
    // Linear in the text.
    template <typename Visit>
    void each(std::string_view text, Visit&& visit) const {
        Scan scan{std::vector<std::size_t>(gates_.size(), 0)};
        Line line;
        for (std::size_t from = 0; from < text.size() && next(text, from, scan, line);
             from = line.end + 1)
            if (!visit(line)) return;
    }

    std::uint64_t count(std::string_view text) const {
        std::uint64_t lines = 0;
        each(text, [&](const Line&) { return ++lines, true; });
        return lines;
    }

  private:
    // Where each gate's literal stands next; 0: not yet looked for.
    struct Scan {
        std::vector<std::size_t> next;
    };

    LineSearch() = default;
    void find_gates(const std::string& pattern, const LineOptions& options);
    bool has_gate() const { return set_ || !gates_.empty(); }
    bool next(std::string_view text, std::size_t from, Scan& scan, Line& line) const;
    std::size_t candidate(std::string_view text, std::size_t from, Scan& scan) const;
    bool matches(std::string_view line) const;
    bool matches_words(std::string_view line) const;

    std::vector<LiteralSearch> gates_;  // one of them stands in every matching line; empty: unknown
    std::optional<LiteralSet> set_;     // instead of gates, where they are many
    bool gate_decides_ = false;         // the pattern is the gate's literals
    bool word_begin_ = false;           // \b before the regex, and behind it
    bool word_end_ = false;
    std::unique_ptr<re2::RE2> regex_;  // with RE2's \b
    std::unique_ptr<re2::RE2> inner_;  // without the outer \b, for lines beyond ASCII
};

}  // namespace lede::search
