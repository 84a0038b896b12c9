// ArticleParser: from the bytes of one raw record to an Article, or why not.
#pragma once

#include "model/article.h"
#include "model/result.h"
#include "reading/raw_record.h"

namespace lede::reading {

struct ParseOptions {
    std::string published;  // --published; used where the record gives no date of its own
};

class ArticleParser {
  public:
    explicit ArticleParser(ParseOptions options);

    // Safe from many threads; linear.
    Result<Article> parse(const RawRecord& record) const;

  private:
    ParseOptions options_;
};

}  // namespace lede::reading
