// What the class and id of an element say about the part of the page below it.
//
//   words.role_of("story-share socialBar")  -> kOut
//   words.role_of("article has-sidebar")    -> kNone       "has-sidebar" speaks of a neighbour
//
// The words are in data/reading/page_words.tsv; they are those of publishing systems, none of a
// site.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"

namespace lede::reading {

enum class PageRole : std::uint8_t {
    kNone,
    kHarmless,  // voids the other words of a class name
    kBody,
    kCaption,
    kDeck,  // a summary below the title; outside anywhere else
    kOut,
    kByline,  // outside, and names the authors
    kFar,     // outside for sure: comments, menus, footers
};

class PageWords {
  public:
    explicit PageWords(const Lexicon& lexicon);

    // `label` holds class names and ids separated by blanks; camel case and marks part words. The
    // strongest role wins, kFar before kByline before kOut before kDeck before kCaption before
    // kBody. Linear.
    PageRole role_of(std::string_view label) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const {
            return std::hash<std::string_view>()(word);
        }
    };

    PageRole role_of_name(std::string_view name) const;
    std::optional<PageRole> find(std::string_view word) const;

    std::unordered_map<std::string, PageRole, Hash, std::equal_to<>> words_;
    std::vector<std::pair<std::string, PageRole>> stems_;  // "related*", sorted
};

}  // namespace lede::reading
