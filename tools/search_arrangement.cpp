#include "search_arrangement.h"

#include <algorithm>
#include <utility>

#include "message.h"

namespace lede::tools {

std::vector<search::KeyedLine> keyed_lines(const SearchOptions& options, const Document& document,
                                           const std::vector<search::Hit>& hits,
                                           const std::string& lines,
                                           const std::vector<std::string>& groups) {
    std::vector<search::KeyedLine> keyed;
    std::size_t at = 0;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        const search::Hit& hit = hits[i];
        search::KeyedLine line;
        if (!options.group_columns.empty())
            line.key = i < groups.size() ? groups[i] : "";
        else if (options.group)
            line.key = search::group_key(document, hit, *options.group);
        else if (options.sort)
            line.key = search::sort_key(document, hit, *options.sort);
        const std::size_t end = std::min(lines.find('\n', at), lines.size());
        if (!is_grouped(options)) line.line = lines.substr(at, end - at);
        at = std::min(end + 1, lines.size());
        keyed.push_back(std::move(line));
    }
    return keyed;
}

std::string hit_header(const SearchOptions& options) {
    if (options.report != SearchReport::kHits || is_grouped(options)) return "";
    if (options.concordance.format == search::HitFormat::kColumns)
        return options.columns.header() + '\n';
    return search::concordance_header(options.concordance.format);
}

HitRows hit_rows(const SearchOptions& options, const search::TokenTable& table,
                 const std::vector<search::TokenHit>& hits) {
    HitRows rows;
    const bool wants_lines = options.concordance.format == search::HitFormat::kColumns;
    for (const search::TokenHit& hit : hits) {
        if (wants_lines) rows.lines += options.columns.row(table, hit) + '\n';
        if (!options.group_columns.empty())
            rows.groups.push_back(options.group_columns.row(table, hit));
    }
    return rows;
}

void Arrangement::add(std::vector<search::KeyedLine> lines) {
    for (search::KeyedLine& line : lines) {
        if (options_.sample > 0)
            sample_.offer(std::move(line));
        else if (is_grouped(options_))
            ++groups_[line.key];
        else
            lines_.push_back(std::move(line));
    }
}

void Arrangement::finish(writing::Output& output) {
    if (options_.sample > 0) {
        lines_ = sample_.take();
        if (is_grouped(options_))
            for (const search::KeyedLine& line : lines_) ++groups_[line.key];
    }
    if (is_grouped(options_)) return print_groups(output);
    if (options_.sort) search::sort_lines(lines_);
    std::uint64_t left = options_.max_hits > 0 ? options_.max_hits : lines_.size();
    for (const search::KeyedLine& line : lines_) {
        if (left-- == 0) return;
        output.write(line.line + '\n');
    }
}

// The most frequent first, equals by their bytes.
void Arrangement::print_groups(writing::Output& output) const {
    std::vector<std::pair<std::string, std::uint64_t>> groups(groups_.begin(), groups_.end());
    std::ranges::stable_sort(groups, std::ranges::greater(),
                             [](const auto& g) { return g.second; });
    const std::string names = options_.group_columns.header();
    output.write("hits\t" + (names.empty() ? "value" : names) + '\n');
    std::uint64_t left = options_.max_hits > 0 ? options_.max_hits : groups.size();
    for (const auto& [value, hits] : groups) {
        if (left-- == 0) return;
        // Cells of columns hold no control characters.
        output.write(std::to_string(hits) + '\t' +
                     (names.empty() ? escape_controls(value) : value) + '\n');
    }
}

}  // namespace lede::tools
