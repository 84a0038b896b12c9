// The layers of one of Lede's own records, read back into a Document.
//
//   {"lede":{"schema":1,"offsets":"codepoints"},…,"entities":[{"id":"m1","begin":4,…}],…}
//
// Search and statistics start from these; `lede-extract` computes layers anew and never calls this.
// A layer that the record lacks stays absent from `Document::computed`. What the record does not
// carry (gender and number of entities) is unknown. Keys that are not Lede's are passed over.
#pragma once

#include <string_view>

#include "model/document.h"
#include "model/result.h"

namespace lede::reading {

// Whether a line of JSON is one of our records: its first key is "lede".
bool is_record(std::string_view json);

// Whether a record has its text, be it empty. False for what is no JSON object.
bool has_text(std::string_view json);

// The layers of the record; `article` is what ArticleParser made of the same bytes. An Error for
// broken JSON, an unknown schema, or a span that does not lie in the text on code point boundaries.
// A record without text (`--no-text`) keeps its layers without a check of their ends.
// Linear; safe from many threads.
Result<Document> read_record(std::string_view json, Article article);

}  // namespace lede::reading
