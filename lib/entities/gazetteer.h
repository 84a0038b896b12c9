// Gazetteer: the names that our tables know, found in a text in one pass.
//
//   Gazetteer gazetteer(lexicon);
//   gazetteer.find(text, {0, 30})   "Kim met Trump in North Korea" -> [North Korea|country|iso:KP]
//
// Each source has a table of its own, because licences differ; here they answer as one. Of several
// names at one place the longest wins, then the table that stands first. It does not judge: a hit
// only tells that a name of this spelling exists.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "learning/keyed_cache.h"
#include "lexicon/lexicon.h"
#include "model/mention.h"

namespace lede::entities {

enum class NameKind : std::uint8_t {
    kCountry,
    kRegion,
    kCity,
    kPlace,
    kFacility,
    kOrganisation,
    kNorp,
    kDemonym,
    kPeople,
    kEvent,
    kProduct,
    kLaw,
    kPerson,
    kNamesake,  // an organisation whose name has other uses too
};

// The type of entity that a name of this kind stands for when nothing speaks against it.
EntityType type_of(NameKind kind);

struct GazetteerHit {
    Span span;
    NameKind kind = NameKind::kPerson;  // in the first table that has it
    std::string_view link;              // "iso:KP"; empty: none; borrowed from the lexicon
    std::uint32_t senses = 1;           // things of this name, by type and link
    std::uint32_t kinds = 0;            // bit set of all kinds of things of this name
};

// How many tables answer.
inline constexpr std::size_t kGazetteerTables = 8;

// What `find` works with. What it remembers of words serves the next text.
struct GazetteerMemory {
    // For each table: the node of its phrases that begin with the word, or kNone.
    struct FirstWord {
        std::array<std::uint32_t, kGazetteerTables> nodes;
        bool any = false;
    };
    learning::KeyedCache<FirstWord> first_words{1U << 12U};
    std::string folded;
};

class Gazetteer {
  public:
    explicit Gazetteer(const Lexicon& lexicon);

    // Appends the hits inside `window`, left to right, without overlaps. Where case counts, a hit
    // is written as in the table or all in capitals; else in any way. Linear; safe from many
    // threads, each with its own memory.
    void find(std::string_view text, Span window, bool caseless, GazetteerMemory& memory,
              std::vector<GazetteerHit>& hits) const;

    // The hit that is exactly `name`, if there is one; its span is {0, name.size()}.
    std::optional<GazetteerHit> lookup(std::string_view name) const;

    // Links of all things of exactly this name, each once.
    std::vector<std::string_view> links(std::string_view name) const;

    // Whether the tables know several things of this name.
    bool is_ambiguous(std::string_view name) const;

  private:
    struct Source {
        lexicon::Table table;
        lexicon::PhraseIndex phrases;
        std::uint32_t kind;  // column
        std::uint32_t link;  // column, or kNone
    };

    struct Match {
        std::uint32_t end = 0;  // 0: none
        std::uint32_t row = kNone;
    };
    // The longest match that begins with `first`, which leads to `node`, and ends before `end`.
    Match longest_match(const Source& source, std::uint32_t node, std::string_view text, Span first,
                        std::size_t end, bool caseless, GazetteerMemory& memory) const;
    const GazetteerMemory::FirstWord& first_word(std::string_view word,
                                                 GazetteerMemory& memory) const;
    void add_senses(const Source& source, std::uint32_t row, GazetteerHit& hit) const;

    std::vector<Source> sources_;
};

}  // namespace lede::entities
