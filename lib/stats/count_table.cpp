#include "stats/count_table.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace lede::stats {
namespace {

std::vector<std::string_view> split(std::string_view text, char mark) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(mark, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

// The numbers of a row after its first cell; nothing if one is none, or too
// large for a count.
std::optional<std::vector<std::uint32_t>> numbers(const std::vector<std::string_view>& cells) {
    std::vector<std::uint32_t> values;
    for (std::size_t i = 1; i < cells.size(); ++i) {
        std::uint32_t value = 0;
        const char* const end = cells[i].data() + cells[i].size();
        const auto parsed = std::from_chars(cells[i].data(), end, value);
        if (parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
        values.push_back(value);
    }
    return values;
}

}  // namespace

Result<PartCorpus> parse_count_table(std::string_view tsv, std::string_view source) {
    PartCorpus corpus(false);
    std::vector<std::string_view> names;
    std::vector<std::uint64_t> left;  // of each part's size
    std::uint64_t line = 0;
    const auto error = [&](const char* what) { return Error{std::string(source), line, 0, what}; };
    for (std::string_view row : split(tsv, '\n')) {
        ++line;
        if (row.ends_with('\r')) row.remove_suffix(1);
        if (row.empty()) continue;
        if (!utf8::is_valid(row)) return error("is not UTF-8");
        const auto cells = split(row, '\t');
        if (names.empty()) {
            names = cells;
            if (names.size() < 2) return error("names no parts");
            continue;
        }
        const auto counts = numbers(cells);
        if (cells.size() != names.size() || !counts)
            return error("is not an item and a number for each part");
        if (left.empty()) {
            left.assign(counts->begin(), counts->end());
            for (std::size_t i = 0; i < left.size(); ++i)
                corpus.add_part(std::string(names[i + 1]), left[i]);
            continue;
        }
        if (corpus.vocabulary().find(cells.front()) != kNone) return error("repeats an item");
        for (std::uint32_t part = 0; part < counts->size(); ++part) {
            const std::uint32_t count = (*counts)[part];
            if (count > left[part]) return error("counts more than the part's words");
            left[part] -= count;
            corpus.add_count(cells.front(), part, count);
        }
    }
    if (left.empty()) return error("has no row of sizes");
    corpus.finish();
    return corpus;
}

}  // namespace lede::stats
