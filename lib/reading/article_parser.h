// ArticleParser: from the bytes of one raw record to an Article, or why not.
//
//   ArticleParser parser({.lexicon = lexicon, .published = "2019-02-20"});
//   parser.parse(record) -> Article{.id = "corpus.jsonl#3", .text = "Kim met …", .blocks = …}
//
// It never looks at other records: the same bytes give the same article in any order.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/article.h"
#include "model/result.h"
#include "reading/added_fields.h"
#include "reading/boilerplate.h"
#include "reading/raw_record.h"

namespace lede::reading {

struct ParseOptions {
    Lexicon lexicon = {};
    // --published, in any form that DateReader knows; used where neither the record's fields nor
    // the page's metadata give a date. It goes before a dateline in running text.
    std::string published = {};
    // --map: pairs of a part ("text", "published", …) and the field that holds it.
    std::vector<std::pair<std::string, std::string>> map = {};
    AddedFieldOptions added = {};  // --meta, --meta-key, --path-fields, --set
    // Pages and packed parts that unpack to more are refused; bytes.
    std::uint64_t max_article = std::uint64_t{16} << 20;
    // Whether one of our own records without text (--no-text) is refused. Tools that read layers
    // and not text let it pass.
    bool text_required = true;
    BoilerplatePolicy boilerplate = BoilerplatePolicy::kMark;
    // Whether the language of articles that do not say theirs is looked for; else they are "und".
    bool identify_language = true;
    // Whether plain text is cut into blocks and looked through for title, byline and date. Without
    // it, an article that brings no blocks of its own has none.
    bool find_structure = true;
};

class ArticleParser {
  public:
    // Throws std::invalid_argument if an option cannot be understood, std::runtime_error if the
    // table of --meta cannot be read.
    explicit ArticleParser(const ParseOptions& options);
    ~ArticleParser();
    ArticleParser(ArticleParser&&) noexcept;

    // Safe from many threads; linear.
    Result<Article> parse(const RawRecord& record) const;

  private:
    struct Readers;
    std::unique_ptr<const Readers> readers_;
};

}  // namespace lede::reading
