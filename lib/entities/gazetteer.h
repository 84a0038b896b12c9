// Gazetteer: the names that our tables know, found in a text in one pass.
//
//   Gazetteer gazetteer(lexicon);
//   gazetteer.find(text, {0, 30})   "Kim met Trump in North Korea" -> [North Korea|country|iso:KP]
//
// Each source has a table of its own, because licences differ; here they answer as one. Of several
// names at one place the longest wins, then the table that stands first. It does not judge: a hit
// only tells that a name of this spelling exists.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/mention.h"

namespace lede::entities {

enum class NameKind : std::uint8_t {
    kCountry, kRegion, kCity, kPlace, kFacility, kOrganisation, kNorp, kDemonym, kPeople, kEvent,
    kProduct, kLaw, kPerson,
};

// The type of entity that a name of this kind stands for when nothing speaks against it.
EntityType type_of(NameKind kind);

struct GazetteerHit {
    Span span;
    NameKind kind = NameKind::kPerson;
    std::string_view link;       // "iso:KP"; empty: none; borrowed from the lexicon
    std::uint32_t senses = 1;    // rows of the table with this name
};

class Gazetteer {
  public:
    explicit Gazetteer(const Lexicon& lexicon);

    // Hits inside `window`, left to right, without overlaps; each begins with a capital or a digit.
    // Linear; safe from many threads.
    std::vector<GazetteerHit> find(std::string_view text, Span window) const;

    // The hit that is exactly `name`, if there is one; its span is {0, name.size()}.
    std::optional<GazetteerHit> lookup(std::string_view name) const;

  private:
    struct Source {
        lexicon::Table table;
        lexicon::PhraseIndex phrases;
        std::uint32_t kind;  // column
        std::uint32_t link;  // column, or kNone
    };

    GazetteerHit hit(const Source& source, Span span, std::uint32_t row) const;

    std::vector<Source> sources_;
};

}  // namespace lede::entities
