// JsonArticleReader: an Article from one JSON object, either a record of some other program or one
// that we wrote ourselves.
//
//   {"url": "https://a.example/1", "content": "Kim met …", "date": "20 Feb 2019", "desk": "Asia"}
//   -> id "https://a.example/1", text, published "2019-02-20", meta desk: "\"Asia\""
//
// The text is carried as given. Of our own records ("lede" among the keys) the blocks are taken
// over; the other layers are left out, because they are computed anew.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/article.h"
#include "model/result.h"
#include "reading/article_fields.h"

namespace lede::reading {

class JsonArticleReader {
  public:
    JsonArticleReader(const Lexicon& lexicon,
                      const std::vector<std::pair<std::string, std::string>>& mapped,
                      bool text_required)
        : fields_(lexicon, mapped), text_required_(text_required) {}

    // Fills the article; what the object lacks is left as it is. Error::position is relative to
    // `bytes`. Linear.
    std::optional<Error> read(const std::string& bytes, Article& article) const;

  private:
    ArticleFields fields_;
    bool text_required_;
};

}  // namespace lede::reading
