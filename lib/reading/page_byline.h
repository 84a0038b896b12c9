// Who wrote a page's article, from what the page states and from what it shows.
//
//   JSON-LD author "Ann Lee", below the title "By Ann Lee and Bo Berg"   -> "Ann Lee, Bo Berg"
//   <meta name=author content="The Harbour">, <p class=byline>Ann Lee    -> "Ann Lee"
//
// A statement counts first, in the order JSON-LD, <meta>, rel=author. What is shown between the
// title and the text takes its place where it names all of the same people and more, or where only
// a <meta> names somebody else: that is often who has put the page up. The outlet is no author.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "reading/byline.h"
#include "reading/html_tree.h"
#include "reading/page_blocks.h"
#include "reading/page_words.h"

namespace lede::reading {

// What a page says of its authors outside its text; best first.
struct StatedAuthors {
    std::vector<std::string> linked;             // of JSON-LD
    std::vector<std::vector<std::string>> meta;  // of <meta> and microdata, one group for each rank
    std::string outlet;
};

class PageBylineReader {
  public:
    explicit PageBylineReader(const Lexicon& lexicon) : bylines_(lexicon), words_(lexicon) {}

    // Names joined by ", ", or empty. `title` is the text of the title's heading. Linear.
    std::string read(const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                     const StatedAuthors& stated, std::string_view title) const;

  private:
    std::vector<std::string> cleaned(const std::vector<std::string>& texts,
                                     std::string_view outlet) const;
    std::vector<std::string> linked_by_rel(const HtmlTree& tree,
                                           const std::vector<PageBlock>& blocks) const;
    std::vector<std::string> shown(const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                                   std::string_view title) const;

    BylineReader bylines_;
    PageWords words_;
};

}  // namespace lede::reading
