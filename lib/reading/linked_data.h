// What a page's JSON-LD says about its article (schema.org NewsArticle and its kin).
//
//   {"@graph": [{"@type": "NewsArticle", "headline": "Talks end", "author": [{"name": "Ann
//   Lee"}]}]}
//   -> title "Talks end", authors {"Ann Lee"}
//
// Objects may be nested, in arrays and in @graph; of several articles the first counts, unless a
// later one is of a more telling type. Broken JSON says nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lede::reading {

struct LinkedArticle {
    std::string title;
    std::vector<std::string> authors;
    std::string publisher;
    std::string published;  // as written
    std::string language;
    bool found = false;
};

// Linear in the scripts; nesting deeper than eight objects is not looked at.
LinkedArticle read_linked_data(const std::vector<std::string>& scripts);

}  // namespace lede::reading
