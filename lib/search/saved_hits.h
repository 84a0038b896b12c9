// SavedHits: hits of an earlier search, to be shown, sorted or counted anew.
//
//   17<TAB>18                                   tokens of the whole input (--format positions)
//   id<TAB>hit<TAB>…<TAB>begin<TAB>end<TAB>…    characters of articles (--tsv)
//
// Positions are those of one input, whose articles must be the same and in the same order.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/result.h"
#include "search/matcher.h"
#include "search/pattern_search.h"

namespace lede::search {

class SavedHits {
  public:
    // An Error, with the line as its record, for what is neither.
    static Result<SavedHits> parse(std::string_view text);

    // Whether they are positions; else they go by the articles' ids.
    bool are_positions() const { return ids_.empty(); }

    // Positions that begin in [first, first + tokens), counted from `first`, in order.
    std::vector<TokenHit> among(std::uint64_t first, std::uint32_t tokens) const;

    bool has(std::string_view id) const { return ids_.contains(id); }
    // Those of the article that lie in its text, in order.
    std::vector<Hit> of(const Document& document) const;

  private:
    struct Stretch {
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
        friend auto operator<=>(const Stretch&, const Stretch&) = default;
    };
    bool add_position(std::string_view line);
    static bool parse_stretch(std::string_view begin, std::string_view end, Stretch& stretch);

    std::vector<Stretch> positions_;
    std::map<std::string, std::vector<Stretch>, std::less<>> ids_;  // in characters
};

}  // namespace lede::search
