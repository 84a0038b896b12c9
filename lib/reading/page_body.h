// Which blocks of a page are its article.
//
//   menu · title · teaser box · paragraph … paragraph · "Share this" · comments
//   -> only the paragraphs, with the headings, lists and quotations between them, are body
//
// Each block has a worth: running text is worth its length, links and labels cost. The part of the
// page whose blocks are worth most together is the article (maximum subtree, after Pasternack and
// Roth, "Extracting article text from the web", WWW 2009); what stands in it and is no running text
// is then looked at one by one. The page's own statement of its text (JSON-LD articleBody,
// itemprop) counts where it is given. No rule knows a site.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "reading/html_tree.h"
#include "reading/line_cues.h"
#include "reading/page_blocks.h"
#include "reading/page_words.h"

namespace lede::reading {

enum class PageBlockRole : std::uint8_t { kOut, kBody, kCaption, kDeck };

class PageBodyFinder {
  public:
    explicit PageBodyFinder(const Lexicon& lexicon) : words_(lexicon), cues_(lexicon) {}

    // The role of each block. `title`, where it is known, tells where the article begins: it is the
    // text of a heading. Linear.
    std::vector<PageBlockRole> find(const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                                    std::string_view title) const;

  private:
    PageWords words_;
    LineCues cues_;
};

}  // namespace lede::reading
