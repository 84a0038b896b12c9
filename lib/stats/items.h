// Items: the things of one article that are counted.
//
//   collect(Subject::kEntities, document, {}) -> {"wikidata:Q…"}, one a mention
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "stats/speaker_groups.h"
#include "stats/tally.h"

namespace lede::stats {

enum class Subject : std::uint8_t { kSummary, kEntities, kQuotes, kCitations, kTimeline };

enum class Period : std::uint8_t { kDay, kMonth, kYear };

struct ItemOptions {
    bool by_provision = false;  // citations: by the whole identifier, not by the work
    bool published = false;     // timeline: days of publication, not days that are mentioned
    Period period = Period::kMonth;
    std::shared_ptr<const SpeakerGroups> groups;  // quotes: of speakers; none: each for himself
};

// What the cells of an item are called, in order.
std::vector<std::string_view> cell_names(Subject subject, const ItemOptions& options);

// Layers that the subject reads.
Layers layers_of(Subject subject, const ItemOptions& options);

// The items of one article, in text order. Entities: identity keys (relations/identity.h), of which
// a NameBook knows the names. Quotes: one a piece, weighed in words, under the
// speaker's fullest name. Timeline: dates whose days all lie in one period. Summary: one item a
// layer, e.g. "sentences".
std::vector<Item> collect(Subject subject, const Document& document, const ItemOptions& options);

// What a quotation is counted under: its speaker's fullest name; "(unknown)" where none is told, or
// only by a pronoun that stands for no one known ("he said").
std::string_view speaker_key(const Document& document, const Quote& quote);

// What a citation is counted under: the identifier of the work, or of the provision; its title
// where it has none ("the Act" of a known name), else its text.
std::string_view citation_key(const Document& document, const Citation& citation,
                              const ItemOptions& options);

// Words of a stretch of text: surface tokens that hold a letter or digit and begin in it.
std::uint64_t count_words(const Document& document, Span span);

}  // namespace lede::stats
