// ArticleFields: from named fields, of whatever kind of input, to the parts of an article.
//
//   {"headline": "Talks end", "date": "20 Feb 2019", "desk": "Asia"}
//   -> title "Talks end", published "2019-02-20", meta desk: "\"Asia\""
//
// Fields are pieces of JSON; what holds no part of the article, or holds it in a form that cannot
// be read, stays in `meta` as it is.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/article.h"
#include "model/result.h"
#include "reading/calendar_date.h"
#include "reading/field_map.h"
#include "reading/json_record.h"

namespace lede::reading {

class ArticleFields {
  public:
    ArticleFields(const Lexicon& lexicon,
                  const std::vector<std::pair<std::string, std::string>>& mapped)
        : fields_(lexicon, mapped), dates_(lexicon) {}

    // Takes everything, the text too; an Error if there is none.
    std::optional<Error> take_all(const JsonRecord& record, Article& article) const;

    // Takes all but a text, into parts that the article does not have yet; what it has already
    // goes to `meta`. Dates come `from`.
    void take_missing(const JsonRecord& record, PublishedFrom from, Article& article) const;

  private:
    std::vector<bool> take_parts(const JsonRecord& record, const FieldMap::Choice& choice,
                                 PublishedFrom from, Article& article) const;

    FieldMap fields_;
    DateReader dates_;
};

// A record of strings.
struct OwnedRecord {
    std::vector<std::string> pieces;  // what `record` borrows from
    JsonRecord record;

    OwnedRecord() = default;
    OwnedRecord(const OwnedRecord&) = delete;
    OwnedRecord& operator=(const OwnedRecord&) = delete;

    // Requires: valid UTF-8, and no call after the record was read from.
    void add(std::string name, std::string_view value);
    void finish();
};

}  // namespace lede::reading
