// HtmlArticleReader: the Article in an HTML page.
//
//   title of the page, then body blocks and captions in their order, each on lines of its own
//
// Menus, teasers, share bars, comments and notices are left out of the text. Pages whose text
// cannot be told from their furniture (a list of links) keep all that is seen.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lexicon/lexicon.h"
#include "model/article.h"
#include "model/result.h"
#include "reading/page_body.h"
#include "reading/page_metadata.h"

namespace lede::reading {

class HtmlArticleReader {
  public:
    explicit HtmlArticleReader(const Lexicon& lexicon) : body_(lexicon), metadata_(lexicon) {}

    // Fills text and blocks, and what the page says about itself where the article does not know
    // it yet. `url` is the address it was fetched from, or empty. Requires: valid UTF-8. Linear.
    std::optional<Error> read(const std::string& page, std::string_view url,
                              Article& article) const;

  private:
    PageBodyFinder body_;
    PageMetadataReader metadata_;
};

}  // namespace lede::reading
