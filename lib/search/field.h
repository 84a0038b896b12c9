// The fields a query can name, and the kind of value each takes.
//
//   entity:Kim  PERSON:Kim  speaker:Trump  date:2018-01..2018-12  published:2019  citation:/us/usc
//
// Names match whole words, case-folded, in the mention or in the full name; identifiers match by
// path segment; dates match when the mentioned or published days lie inside the asked ones.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/layers.h"
#include "model/mention.h"

namespace lede::search {

enum class FieldKind : std::uint8_t {
    kEntity,  // entity, or a type: PERSON, ORG, GPE, …
    kSpeaker,
    kQuote,  // any quotation; the value is its kind: direct, indirect, mixed
    kDate,
    kCitation,
    kPublished,
    kArticle,  // id source title byline publication language section …: a field of the record
};

struct Field {
    FieldKind kind = FieldKind::kArticle;
    std::optional<EntityType> type;  // PERSON:…
};

// Requires nothing: a name that is no field of ours is a field of the input record (`meta`).
Field field_of(std::string_view name);

// Whether a query may use `name:` at all: letters, digits, '_', '.' and '-', a letter first.
bool is_field_name(std::string_view name);

Layers layers_of(FieldKind kind);

}  // namespace lede::search
