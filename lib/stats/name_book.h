// NameBook: the people, organisations, places and laws that many articles name, with all the forms
// of their names.
//
//   NameBook book;
//   book.add(document) …               on any thread: one book each
//   total.merge(book)                  in any order
//   for (const auto& [key, thing] : total.things()) …
//
// Things are one where their keys are (relations/identity.h). Memory grows with names, not with
// articles.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "model/document.h"

namespace lede::stats {

struct NamedThing {
    std::map<EntityType, std::uint64_t> types;   // by articles
    std::map<std::string, std::uint64_t> names;  // the fullest form of each article, by articles
    std::map<std::string, std::uint64_t> forms;  // as mentioned, by mentions
    std::map<std::string, std::uint64_t> links;  // by articles; more than one never without a law
    std::uint64_t articles = 0;
    std::uint64_t mentions = 0;

    // The name that most articles have; of several the first in code point order.
    const std::string& name() const;
    // Likewise; empty if there is none.
    std::string link() const;
    // Likewise, of several the first in their order.
    EntityType type() const;
};

class NameBook {
  public:
    // Without forms, names and counts only: less time and memory.
    explicit NameBook(bool with_forms = true) : with_forms_(with_forms) {}

    // Requires: entities and citations.
    void add(const Document& document);
    void merge(const NameBook& other);

    using Things = std::map<std::string, NamedThing, std::less<>>;
    const Things& things() const { return things_; }

    // The name of a key that was added; of any other string the string itself.
    std::string_view name_of(std::string_view key) const;

  private:
    bool with_forms_;
    Things things_;
};

}  // namespace lede::stats
