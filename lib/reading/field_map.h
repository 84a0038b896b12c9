// FieldMap: which fields of an input record are the parts of an article.
//
//   FieldMap map(lexicon, {{"text", "story"}});       as --map text=story says
//   map.choose({"desk", "headline", "story"}) -> kTitle: 1, kText: 2, all others: kNoField
//
// A role that was mapped by the user is taken from that field alone; the others are guessed by the
// names in data/reading/field_names.tsv.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"

namespace lede::reading {

enum class FieldRole : std::uint8_t {
    kId,
    kText,
    kTitle,
    kByline,
    kPublication,
    kPublished,
    kLanguage,
    kSource,
};
inline constexpr std::size_t kFieldRoles = 8;

// "id", "text", …; nothing for other words.
std::optional<FieldRole> parse_role(std::string_view name);

class FieldMap {
  public:
    static constexpr std::size_t kNoField = static_cast<std::size_t>(-1);
    using Choice = std::array<std::size_t, kFieldRoles>;  // per role: index of its field

    // `mapped` holds pairs of role and field name. Throws std::invalid_argument for an unknown
    // role.
    FieldMap(const Lexicon& lexicon,
             const std::vector<std::pair<std::string, std::string>>& mapped);

    // For each role the field that holds it, of the names of one record, or kNoField; "Text" is
    // "text". Of two fields with one name the first counts.
    Choice choose(const std::vector<std::string>& names) const;

    // The names under which a role is looked for, for messages: "text, content, body".
    std::string names_of(FieldRole role) const;

  private:
    struct Entry {
        std::string field;
        FieldRole role;
        int rank;  // the smallest wins
    };

    std::vector<Entry>::const_iterator find(std::string_view field) const;

    std::vector<Entry> entries_;  // sorted by field
};

inline std::size_t field_of(const FieldMap::Choice& choice, FieldRole role) {
    return choice[static_cast<std::size_t>(role)];
}

}  // namespace lede::reading
