// What the class and id of an element say about the part of the page below it.
//
//   words.role_of("story-share socialBar")  -> kOut
//   words.role_of("article has-sidebar")    -> kNone       "has-sidebar" speaks of a neighbour
//
// The words are in data/reading/page_words.tsv; they are those of publishing systems, none of a
// site.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lexicon/lexicon.h"

namespace lede::reading {

enum class PageRole : std::uint8_t {
    kNone,
    kBody,
    kCaption,
    kOut,
    kFar,  // outside for sure: comments, menus, footers
};

class PageWords {
  public:
    explicit PageWords(const Lexicon& lexicon) : table_(lexicon.table("reading/page_words")) {}

    // `label` holds class names and ids separated by blanks; camel case and marks part words. The
    // strongest role wins, kFar before kOut before kCaption before kBody.
    PageRole role_of(std::string_view label) const;

  private:
    std::uint32_t row_of(std::string& word) const;
    PageRole role_of_name(std::string_view name) const;

    lexicon::Table table_;
};

}  // namespace lede::reading
