#include "entities/name_grouping.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "text/unicode.h"

namespace lede::entities {
namespace {

// One name as the article spells it, with all mentions of this spelling.
struct Spelling {
    std::string text;                 // white space collapsed
    std::vector<std::string> words;   // folded
    EntityType type = EntityType::kPerson;
    std::string link;
    std::uint32_t count = 0;
    std::uint32_t group = kNone;
};

bool is_place(EntityType type) {
    return type == EntityType::kGpe || type == EntityType::kLoc || type == EntityType::kFac;
}

std::string collapse(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool space = unicode::is_ascii_space(c);
        if (space && (out.empty() || out.back() == ' ')) continue;
        out.push_back(space ? ' ' : c);
    }
    return out;
}

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (c != ' ') {
            word.push_back(c);
            continue;
        }
        if (!word.empty()) words.push_back(unicode::fold(word));
        word.clear();
    }
    if (!word.empty()) words.push_back(unicode::fold(word));
    return words;
}

std::string without_periods(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c != '.') out.push_back(c);
    return out;
}

// First letters of the capitalised words: "International Atomic Energy Agency" -> "IAEA".
std::string initials(std::string_view name) {
    std::string out;
    bool begins = true;
    for (const char c : name) {
        if (begins && unicode::is_ascii_upper(c)) out.push_back(c);
        begins = c == ' ' || c == '-';
    }
    return out;
}

bool is_company_suffix(std::string_view word) {
    constexpr std::string_view kSuffixes[] = {"inc", "inc.",  "corp",  "corp.", "corporation", "co",
                                              "co.", "ltd",   "ltd.",  "llc",   "plc",         "ag",
                                              "sa",  "company", "group", "limited"};
    return std::ranges::find(kSuffixes, word) != std::end(kSuffixes);
}

// Whether `part` names a person whose full name is `full`.
bool is_part_of_person(const std::vector<std::string>& part, const std::vector<std::string>& full) {
    if (part.size() >= full.size()) return false;
    if (part.size() == 1) return part.front() == full.back() || part.front() == full.front();
    return std::ranges::equal(part, std::vector<std::string>(full.end() - std::ssize(part),
                                                             full.end()));
}

bool is_short_for(const Spelling& part, const Spelling& full) {
    if (full.words.size() < 2) return false;
    if (part.words.size() == 1 && without_periods(part.text) == initials(full.text) &&
        part.text.size() > 1)
        return true;
    if (full.type != EntityType::kOrg || part.words.size() >= full.words.size()) return false;
    if (!std::equal(part.words.begin(), part.words.end(), full.words.begin())) return false;
    return part.words.size() + 1 == full.words.size() && is_company_suffix(full.words.back());
}

bool may_be_one(const Spelling& part, const Spelling& full) {
    if (part.type == full.type) return true;
    return is_place(part.type) && is_place(full.type);
}

// A shorter name goes with the best longer one: the surname's owner before the given name's, then
// the one named most often.
std::uint32_t owner_of(const Spelling& part, const std::vector<Spelling>& spellings) {
    std::uint32_t best = kNone;
    bool best_is_surname = false;
    for (std::uint32_t i = 0; i < spellings.size(); ++i) {
        const Spelling& full = spellings[i];
        if (&full == &part || !may_be_one(part, full)) continue;
        bool surname = false;
        if (part.type == EntityType::kPerson) {
            if (!is_part_of_person(part.words, full.words)) continue;
            surname = part.words.back() == full.words.back();
        } else if (!is_short_for(part, full)) {
            continue;
        }
        const bool better = best == kNone || (surname && !best_is_surname) ||
                            (surname == best_is_surname && full.count > spellings[best].count);
        if (better) {
            best = i;
            best_is_surname = surname;
        }
    }
    return best;
}

// Disjoint sets of spellings; the earliest spelling stands for its set.
class Groups {
  public:
    explicit Groups(std::size_t size) : parent_(size) {
        for (std::uint32_t i = 0; i < size; ++i) parent_[i] = i;
    }
    std::uint32_t root(std::uint32_t i) const {
        while (parent_[i] != i) i = parent_[i];
        return i;
    }
    void unite(std::uint32_t a, std::uint32_t b) {
        a = root(a);
        b = root(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

  private:
    std::vector<std::uint32_t> parent_;
};

Groups join_spellings(const std::vector<Spelling>& spellings) {
    Groups groups(spellings.size());
    std::unordered_map<std::string, std::uint32_t> keys;
    for (std::uint32_t i = 0; i < spellings.size(); ++i) {
        const Spelling& spelling = spellings[i];
        const std::string type(name_of(spelling.type));
        if (!spelling.link.empty())
            groups.unite(i, keys.try_emplace(spelling.link + type, i).first->second);
        if (spelling.type == EntityType::kPerson && spelling.words.size() > 1) {
            const std::string key = spelling.words.front() + " " + spelling.words.back();
            groups.unite(i, keys.try_emplace(key, i).first->second);
        }
        if (const std::uint32_t owner = owner_of(spelling, spellings); owner != kNone)
            groups.unite(i, owner);
    }
    return groups;
}

bool carries_amount(EntityType type) {
    return type == EntityType::kMoney || type == EntityType::kPercent;
}

}  // namespace

std::vector<Entity> group_names(const Document& document, const Gazetteer& gazetteer,
                                std::vector<Mention>& mentions) {
    std::vector<Spelling> spellings;
    std::unordered_map<std::string, std::uint32_t> index;
    std::vector<std::uint32_t> spelling_of(mentions.size(), kNone);
    for (std::size_t m = 0; m < mentions.size(); ++m) {
        if (carries_amount(mentions[m].type)) continue;
        const std::string text = collapse(document.text_of(mentions[m].place.span));
        const std::string key =
            unicode::fold(text) + (is_place(mentions[m].type) ? "|P" : "|") +
            (is_place(mentions[m].type) ? "" : std::string(name_of(mentions[m].type)));
        const auto [slot, added] =
            index.try_emplace(key, static_cast<std::uint32_t>(spellings.size()));
        if (added) {
            Spelling spelling{text, split_words(text), mentions[m].type, "", 0, kNone};
            if (const auto hit = gazetteer.lookup(text);
                hit && hit->senses == 1 && type_of(hit->kind) == spelling.type)
                spelling.link = hit->link;
            spellings.push_back(std::move(spelling));
        }
        ++spellings[slot->second].count;
        spelling_of[m] = slot->second;
    }

    const Groups groups = join_spellings(spellings);
    std::vector<Entity> entities;
    for (std::size_t m = 0; m < mentions.size(); ++m) {
        if (spelling_of[m] == kNone) continue;
        Spelling& head = spellings[groups.root(spelling_of[m])];
        const Spelling& own = spellings[spelling_of[m]];
        if (head.group == kNone) {
            head.group = static_cast<std::uint32_t>(entities.size());
            entities.push_back({head.type, head.text, head.link});
        }
        Entity& entity = entities[head.group];
        if (own.text.size() > entity.name.size() && own.type == entity.type) entity.name = own.text;
        if (entity.link.empty()) entity.link = own.link;
        mentions[m].entity = head.group;
    }
    return entities;
}

}  // namespace lede::entities
