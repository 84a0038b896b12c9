// Our own records, read back: the article of a line that `lede-extract` wrote.
//
// Offsets are taken in the unit that the record's "lede" header names. Of the layers only the
// blocks are read; consumers that want more parse the record themselves.
#pragma once

#include <optional>

#include "model/article.h"
#include "model/result.h"
#include "reading/json_record.h"

namespace lede::reading {

// True if the object has a "lede" header.
bool is_lede_record(const JsonRecord& record);

// Requires: is_lede_record(record). An Error if the record was written by a later schema, or, where
// `text_required`, holds no text.
std::optional<Error> read_lede_record(const JsonRecord& record, bool text_required,
                                      Article& article);

}  // namespace lede::reading
