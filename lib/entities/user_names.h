// UserNames: the names of the user's own list, found as they are written.
//
//   alias<TAB>name<TAB>type<TAB>link         "Harlow<TAB>Harlow Systems
//   Inc.<TAB>ORG<TAB>lei:529900…" UserNames names(tsv, "watch.tsv");       names.find(document) ->
//   mentions of ORG "Harlow"
//
// Empty cells at the end may be left out: the name is then the alias, the type ORG. Lines that are
// empty or begin with '#' are skipped. The user is right: these names win over all others. A list
// of 100,000 names costs its reading once and one look-up a word.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/phrase_index.h"
#include "model/document.h"
#include "model/mention.h"

namespace lede::entities {

class UserNames {
  public:
    struct Found {
        Span span;
        std::uint32_t row = 0;
    };
    struct Name {
        std::string name;
        EntityType type = EntityType::kOrg;
        std::string link;
    };

    UserNames() = default;  // no names
    // Throws std::runtime_error that names `source`, the line and what to mend.
    UserNames(std::string_view tsv, std::string_view source);

    // In text order, without overlaps, the longest at each place; never across sentences. Linear;
    // safe from many threads.
    std::vector<Found> find(const Document& document) const;

    const Name& name(std::uint32_t row) const { return names_[row]; }

    // Gives the entities of these mentions the user's name, type and link; things of one name
    // become one entity. `mentions` holds the found ones at the same spans.
    void apply(const std::vector<Found>& found, std::vector<Mention>& mentions,
               std::vector<Entity>& entities) const;

  private:
    std::vector<Name> names_;
    std::shared_ptr<const std::string> index_bytes_;
    std::vector<lexicon::PhraseIndex> index_;  // one, or none
};

}  // namespace lede::entities
