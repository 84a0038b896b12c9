// RecordWriter: a Document as one line of JSON, the project's lingua franca.
//
//   RecordWriter writer({.unit = OffsetUnit::kCodePoints});
//   writer.append(document, out);
//   {"lede":{"schema":1,"offsets":"codepoints"},"id":"a.txt",…,"entities":[{"id":"m1",…}],…}
//
// Keys stand in a fixed order and are only ever added. A layer that was not asked for is absent;
// one that found nothing is []. Fields without a value are left out. References between
// annotations go by id (m mentions, e entities, d dates, q quotes, g quotation groups, c
// citations), numbered from 1 in text order; `sentence` is an index from 0 into `sentences`.
#pragma once

#include <string>
#include <string_view>

#include "model/document.h"
#include "text/offset_map.h"
#include "writing/document_format.h"

namespace lede::writing {

inline constexpr int kRecordSchema = 1;

struct RecordOptions {
    OffsetUnit unit = OffsetUnit::kCodePoints;
    Layers layers = kDefaultLayers;  // those that are written, where the document has them
    bool with_text = true;
    bool with_blocks = true;  // false: the reader has them from elsewhere
};

// Name of the unit in the record's header: "codepoints", "bytes", "utf16".
std::string_view name_of(OffsetUnit unit);

class RecordWriter : public DocumentFormat {
  public:
    explicit RecordWriter(const RecordOptions& options) : options_(options) {}

    // Appends the record and a line feed. Linear in text and annotations; safe from many threads.
    void append(const Document& document, std::string& out) const override;

  private:
    RecordOptions options_;
};

// Number of words: tokens with a letter or digit, clitics counted with the word they continue.
std::size_t count_words(const Document& document);
// The same for the tokens from `first` up to, not including, `last`.
std::size_t count_words(const Document& document, std::size_t first, std::size_t last);

}  // namespace lede::writing
