#include "search_arrangement.h"

#include <algorithm>
#include <utility>

#include "message.h"

namespace lede::tools {

std::vector<search::KeyedLine> keyed_lines(const SearchOptions& options, const Document& document,
                                           const std::vector<search::Hit>& hits,
                                           const std::string& lines) {
    std::vector<search::KeyedLine> keyed;
    std::size_t at = 0;
    for (const search::Hit& hit : hits) {
        search::KeyedLine line;
        if (options.group)
            line.key = search::group_key(document, hit, *options.group);
        else if (options.sort)
            line.key = search::sort_key(document, hit, *options.sort);
        const std::size_t end = std::min(lines.find('\n', at), lines.size());
        if (!options.group) line.line = lines.substr(at, end - at);
        at = std::min(end + 1, lines.size());
        keyed.push_back(std::move(line));
    }
    return keyed;
}

void Arrangement::add(std::vector<search::KeyedLine> lines) {
    for (search::KeyedLine& line : lines) {
        if (options_.sample > 0)
            sample_.offer(std::move(line));
        else if (options_.group)
            ++groups_[line.key];
        else
            lines_.push_back(std::move(line));
    }
}

void Arrangement::finish(writing::Output& output) {
    if (options_.sample > 0) {
        lines_ = sample_.take();
        if (options_.group)
            for (const search::KeyedLine& line : lines_) ++groups_[line.key];
    }
    if (options_.group) return print_groups(output);
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
    output.write("hits\tvalue\n");
    std::uint64_t left = options_.max_hits > 0 ? options_.max_hits : groups.size();
    for (const auto& [value, hits] : groups) {
        if (left-- == 0) return;
        output.write(std::to_string(hits) + '\t' + escape_controls(value) + '\n');
    }
}

}  // namespace lede::tools
