// What a page says about its article outside its text: title, authors, outlet, date.
//
//   <meta property="og:title" content="Talks End - The Harbour"> … <h1>Talks End</h1>
//   -> title "Talks End"
//
// Each is looked for in JSON-LD, <meta>, microdata, <time> and <link>, then in what is seen: the
// heading, the byline, a date line; then in the address. The first that gives a readable value
// counts, but a date without a time or zone is completed by a later one that begins alike. Names
// are cleaned of "By", of outlets and of addresses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/article.h"
#include "reading/calendar_date.h"
#include "reading/html_tree.h"
#include "reading/page_blocks.h"
#include "reading/page_byline.h"
#include "reading/url_date.h"

namespace lede::reading {

struct PageMetadata {
    std::string title;
    std::string byline;  // names, joined by ", "
    std::string publication;
    std::string published;  // ISO 8601
    PublishedFrom published_from = PublishedFrom::kUnknown;
    std::string language;  // as declared, "en-US"
    std::string url;       // the address the page gives itself
};

class PageMetadataReader {
  public:
    explicit PageMetadataReader(const Lexicon& lexicon);

    // `url` is the address the page was fetched from, or empty. Linear.
    PageMetadata read(const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                      std::string_view url) const;

  private:
    struct Found;

    void read_named(const HtmlTree& tree, Found& found) const;
    std::string choose_title(const std::vector<PageBlock>& blocks, const Found& found,
                             std::string_view window, std::string_view outlet,
                             std::string_view url) const;
    void choose_date(const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                     std::string_view url, const Found& found, PageMetadata& metadata) const;

    lexicon::Table names_;
    PageBylineReader bylines_;
    DateReader dates_;
    UrlDateReader url_dates_;
};

}  // namespace lede::reading
