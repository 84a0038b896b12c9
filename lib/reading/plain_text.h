// The parts of an article that comes as plain text, as scrapers, databases and wire services save
// it: blocks, and what the first lines say of title, author, outlet and date.
//
//   Skip to main content                    boilerplate
//   Ministers Agree on Fishing Rules        title
//   By Ann Lee                              byline "Ann Lee"
//   March 3, 2018                           dateline, published 2018-03-03
//   BRUSSELS (AP) - Ministers agreed …      paragraph
//
// Blank lines end paragraphs. Without them each line is a paragraph, unless the lines are visibly
// broken to one width: then a block runs over several of them. The text itself is never changed.
// A line is boilerplate only where a phrase of data/reading/line_cues.tsv says so.
#pragma once

#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/article.h"
#include "reading/byline.h"
#include "reading/calendar_date.h"
#include "reading/head_labels.h"
#include "reading/line_cues.h"

namespace lede::reading {

// A stretch of text on its way to a block.
struct TextPart {
    Span span;
    BlockKind kind = BlockKind::kParagraph;
    bool cued = false;  // its own words say what it is
};

class PlainTextReader {
  public:
    explicit PlainTextReader(const Lexicon& lexicon);

    // Fills `blocks`, and `title`, `byline`, `publication` and `published` where they are empty
    // and the text shows them. With a title given, the first line is one only if it is the same.
    // Linear.
    void read(Article& article) const;

  private:
    std::vector<TextPart> find_parts(std::string_view text) const;
    std::size_t mark_labels(Article& article, std::vector<TextPart>& parts) const;
    void mark_tail(const Article& article, std::vector<TextPart>& parts, std::size_t body) const;
    bool is_byline(const Article& article, const std::vector<TextPart>& parts, std::size_t i) const;
    void mark_cued(Article& article, TextPart& part, bool in_head) const;
    void mark_head(Article& article, std::vector<TextPart>& parts, std::size_t body) const;
    void mark_headings(const Article& article, std::vector<TextPart>& parts,
                       std::size_t body) const;
    void read_dateline(Article& article, std::string_view paragraph) const;
    void set_published(Article& article, std::string_view text) const;

    LineCues cues_;
    HeadLabels labels_;
    BylineReader bylines_;
    DateReader dates_;
};

}  // namespace lede::reading
