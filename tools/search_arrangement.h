// Arrangement: hits that are not printed as they come, but sorted, drawn or counted first.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "search/hit_order.h"
#include "search_options.h"
#include "writing/output.h"

namespace lede::tools {

// The lines of an article's hits with what they are arranged by. `lines` holds one for each hit,
// and `groups` what it is counted by where that is columns.
std::vector<search::KeyedLine> keyed_lines(const SearchOptions& options, const Document& document,
                                           const std::vector<search::Hit>& hits,
                                           const std::string& lines,
                                           const std::vector<std::string>& groups);

// The header of what is printed of hits; nothing where they are counted.
std::string hit_header(const SearchOptions& options);

// What --columns and --group ask of the hits of one table. Throws UnknownAttribute.
struct HitRows {
    std::string lines;                // --columns: one for each hit
    std::vector<std::string> groups;  // --group: the same
};
HitRows hit_rows(const SearchOptions& options, const search::TokenTable& table,
                 const std::vector<search::TokenHit>& hits);
inline bool wants_rows(const SearchOptions& options) {
    return !options.columns.empty() || !options.group_columns.empty();
}

class Arrangement {
  public:
    // The options are borrowed.
    explicit Arrangement(const SearchOptions& options)
        : options_(options), sample_(options.sample, options.seed) {}

    static bool is_asked(const SearchOptions& options) {
        return options.sort || is_grouped(options) || options.sample > 0;
    }

    void add(std::vector<search::KeyedLine> lines);
    // Prints what was asked for.
    void finish(writing::Output& output);

  private:
    void print_groups(writing::Output& output) const;

    const SearchOptions& options_;
    search::Sample sample_;
    std::vector<search::KeyedLine> lines_;
    std::map<std::string, std::uint64_t> groups_;
};

}  // namespace lede::tools
