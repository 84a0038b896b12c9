#include "entities/name_grouping.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "entities/name_spelling.h"
#include "text/unicode.h"

namespace lede::entities {
namespace {

// Longer names that a short one is compared with; more share a word only in lists of names.
constexpr std::size_t kMostCandidates = 24;
// Bytes between two names that may say that they name one thing.
constexpr std::uint32_t kLongestLink = 30;

// Names of one family can name one thing.
std::string family_of(EntityType type) {
    return std::string(is_place(type) ? "place" : name_of(type));
}

bool carries_amount(EntityType type) {
    return type == EntityType::kMoney || type == EntityType::kPercent;
}

// Disjoint sets of spellings; the earliest spelling stands for its set.
class Groups {
  public:
    void grow() { parent_.push_back(static_cast<std::uint32_t>(parent_.size())); }
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

class Grouping {
  public:
    Grouping(const Document& document, const Gazetteer& gazetteer, const PersonWords& words,
             const SmallWords& small, const lexicon::Table& aliases)
        : document_(document),
          gazetteer_(gazetteer),
          person_words_(words),
          small_words_(small),
          aliases_(aliases) {}

    std::vector<Entity> run(std::vector<Mention>& mentions) {
        for (const Mention& mention : mentions) add(mention);
        join_links();
        join_definitions(mentions);
        for (std::uint32_t i = 0; i < spellings_.size(); ++i) join_with_longer(i);
        return assign(mentions);
    }

  private:
    using Index = std::unordered_map<std::string, std::vector<std::uint32_t>>;

    void add(const Mention& mention) {
        if (carries_amount(mention.type)) {
            spelling_of_.push_back(kNone);
            return;
        }
        const Citation* const law = law_of(mention);
        const bool has_title = law && !law->title.empty();
        Spelling spelling =
            make_spelling(has_title ? law->title : document_.text_of(mention.place.span),
                          mention.type, small_words_);
        const std::string family = family_of(mention.type);
        const std::string key =
            (law && !law->work.empty() ? law->work : unicode::fold(spelling.text)) + '\n' + family;
        const auto next = static_cast<std::uint32_t>(spellings_.size());
        const auto [slot, is_new] = keys_.try_emplace(key, next);
        spelling_of_.push_back(slot->second);
        if (!is_new) {
            Spelling& known = spellings_[slot->second];
            ++known.count;
            if (has_title) known.text = law->title;
            return;
        }
        spelling.count = 1;
        if (const auto hit = gazetteer_.lookup(spelling.text);
            hit && hit->senses == 1 && type_of(hit->kind) == mention.type) {
            spelling.link = hit->link;
        }
        groups_.grow();
        ambiguous_.emplace_back();
        if (spelling.words.size() > 1) index_words(family, spelling.words, next);
        if (spelling.initials.size() > 1)
            by_initial_[spelling.initials.substr(0, 1)].push_back(next);
        spellings_.push_back(std::move(spelling));
    }

    // By first and last word; persons by the others too ("Ana Paz Solis" may be "Paz").
    void index_words(const std::string& family, const std::vector<std::string>& words,
                     std::uint32_t spelling) {
        const bool person = family == name_of(EntityType::kPerson);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (i > 0 && i + 1 < words.size() && !person) continue;
            std::vector<std::uint32_t>& list = by_word_[family + words[i]];
            if (list.empty() || list.back() != spelling) list.push_back(spelling);
        }
    }

    // "Articles 6" and "8 of the General Data Protection Regulation" name one law. The amendments
    // of the Constitution have names of their own.
    const Citation* law_of(const Mention& mention) const {
        if (mention.citation == kNone) return nullptr;
        const Citation& citation = document_.citations[mention.citation];
        return citation.kind == CitationKind::kConst ? nullptr : &citation;
    }

    // "United States" and "U.S."; "American" and "Americans", who are not the country; "US Airways"
    // and "US Airways Group".
    void join_links() {
        std::unordered_map<std::string, std::uint32_t> first;
        for (std::uint32_t i = 0; i < spellings_.size(); ++i) {
            const Spelling& own = spellings_[i];
            std::string key = family_of(own.type);
            const std::size_t size = key.size();
            for (const std::string& word : own.words) key += ' ' + word;
            // "Muslim" and "Muslims"
            if (own.type == EntityType::kNorp && key.size() > size + 5 && key.back() == 's')
                key.pop_back();
            if (key.size() > size) groups_.unite(i, first.try_emplace(key, i).first->second);
            if (own.link.empty()) continue;
            key = family_of(own.type) + '\n' + std::string(own.link);
            groups_.unite(i, first.try_emplace(key, i).first->second);
        }
    }

    // "Harlow Emergency Network (HEN)", "HEN (Harlow Emergency Network)", "Otto Brand, also known
    // as Otto Berg".
    void join_definitions(const std::vector<Mention>& mentions) {
        for (std::size_t m = 0; m + 1 < mentions.size(); ++m) {
            if (spelling_of_[m] == kNone || spelling_of_[m + 1] == kNone) continue;
            const Spelling& a = spellings_[spelling_of_[m]];
            const Spelling& b = spellings_[spelling_of_[m + 1]];
            if (a.type != b.type && !(is_place(a.type) && is_place(b.type))) continue;
            const std::string_view text = document_.text();
            const Span first = mentions[m].place.span;
            const Span second = mentions[m + 1].place.span;
            const Link link = link_between(text, first.end, second);
            if (link == Link::kAlias || (link == Link::kParentheses && may_be_one(a, b)))
                groups_.unite(spelling_of_[m], spelling_of_[m + 1]);
        }
    }

    enum class Link { kNone, kParentheses, kAlias };

    // What the words between two names, the second at `second`, say of them.
    Link link_between(std::string_view text, std::uint32_t begin, Span second) const {
        if (second.begin < begin || second.begin - begin > kLongestLink) return Link::kNone;
        std::string words;
        for (const char c : text.substr(begin, second.begin - begin))
            words.push_back(unicode::is_ascii_space(c) ? ' ' : unicode::ascii_lower(c));
        const auto is_edge = [](char c) { return c == ' ' || c == ',' || c == '('; };
        const bool opens = words.find('(') != std::string::npos;
        while (!words.empty() && is_edge(words.back())) words.pop_back();
        words.erase(words.begin(), std::ranges::find_if_not(words, is_edge));
        const bool closes = second.end < text.size() && text[second.end] == ')';
        if (words.empty()) return opens && closes ? Link::kParentheses : Link::kNone;
        const std::uint32_t row = aliases_.find(words);
        if (row == aliases_.rows()) return Link::kNone;
        return opens || aliases_.cell(row, 1).empty() ? Link::kAlias : Link::kNone;
    }

    // Whether one of two names, the second in parentheses, can stand for the other: an acronym, or
    // both written out, as in two languages.
    static bool may_be_one(const Spelling& a, const Spelling& b) {
        if (may_define(a, b) || may_define(b, a)) return true;
        const bool place_or_person = is_place(a.type) || a.type == EntityType::kPerson;
        return !place_or_person && a.words.size() > 1 && b.words.size() > 1;
    }

    bool may_be_short_for(const Spelling& part, const Spelling& full) const {
        if (part.type == EntityType::kPerson || full.type == EntityType::kPerson)
            return part.type == full.type && is_part_of_person(part, full);
        const bool same = part.type == full.type || (is_place(part.type) && is_place(full.type));
        if (!same) return false;
        if (part.type == EntityType::kNorp) return false;
        if (is_acronym_of(part, full, small_words_)) return true;
        // "Niger" is not short for "Niger Delta".
        if (is_place(part.type)) return is_short_place_of(part, full, small_words_);
        return is_short_name_of(part, full);
    }

    std::vector<std::uint32_t> longer_names(std::uint32_t i) const {
        const Spelling& part = spellings_[i];
        const std::string family = family_of(part.type);
        std::vector<std::uint32_t> found;
        const auto look = [&](const Index& index, const std::string& key) {
            const auto list = index.find(key);
            if (list == index.end()) return;
            const std::size_t size = std::min(list->second.size(), kMostCandidates);
            for (std::size_t k = 0; k < size; ++k) {
                const std::uint32_t full = list->second[k];
                if (full != i && may_be_short_for(part, spellings_[full])) found.push_back(full);
            }
        };
        if (part.words.empty()) return found;
        look(by_word_, family + part.words.back());
        if (part.words.front() != part.words.back()) look(by_word_, family + part.words.front());
        if (part.words.size() == 1) look(by_initial_, part.words.front().substr(0, 1));
        return found;
    }

    // Unites a short name with the one thing it can be short for; leaves it open if there are two.
    void join_with_longer(std::uint32_t i) {
        std::vector<std::uint32_t> roots;
        const std::vector<std::uint32_t> longer = longer_names(i);
        // A surname's owners come before people of that given name, and those before others.
        const auto rank = [&](std::uint32_t full) {
            if (spellings_[i].type != EntityType::kPerson) return 0;
            if (spellings_[full].words.back() == spellings_[i].words.back()) return 0;
            return spellings_[full].words.front() == spellings_[i].words.front() ? 1 : 2;
        };
        int best = 2;
        for (const std::uint32_t full : longer) best = std::min(best, rank(full));
        for (const std::uint32_t full : longer)
            if (rank(full) == best && std::ranges::find(roots, groups_.root(full)) == roots.end())
                roots.push_back(groups_.root(full));
        if (roots.size() == 1)
            groups_.unite(i, roots.front());
        else if (roots.size() > 1)
            ambiguous_[i] = std::move(roots);
    }

    // The one of several things with this short name that a mention most likely means: named last,
    // and not of the other gender than the title tells.
    std::uint32_t choose(std::uint32_t i, const Mention& mention) const {
        const auto token = std::ranges::lower_bound(document_.tokens, mention.place.span.begin, {},
                                                    [](const Token& t) { return t.span.begin; });
        const Gender gender =
            person_words_.title_gender(document_.text_of(person_words_.title_before(
                document_, static_cast<std::uint32_t>(token - document_.tokens.begin()))));
        std::uint32_t best = kNone;
        std::uint32_t best_seen = 0;
        for (const std::uint32_t candidate : ambiguous_[i]) {
            const std::uint32_t root = groups_.root(candidate);
            if (gender != Gender::kUnknown && disagrees(candidate, gender)) continue;
            const auto seen = last_seen_.find(root);
            const std::uint32_t at = seen == last_seen_.end() ? 0 : seen->second;
            if (best == kNone || at > best_seen) {
                best = root;
                best_seen = at;
            }
        }
        return best == kNone ? groups_.root(i) : best;
    }

    bool disagrees(std::uint32_t full, Gender gender) const {
        const std::string& text = spellings_[full].text;
        const Gender own =
            person_words_.given_name_gender(std::string_view(text).substr(0, text.find(' ')));
        return own != Gender::kUnknown && own != gender;
    }

    std::vector<Entity> assign(std::vector<Mention>& mentions) {
        std::vector<Entity> entities;
        std::unordered_map<std::uint32_t, std::uint32_t> entity_of;  // by root
        for (std::size_t m = 0; m < mentions.size(); ++m) {
            if (spelling_of_[m] == kNone) continue;
            const std::uint32_t own = spelling_of_[m];
            const std::uint32_t root =
                ambiguous_[own].empty() ? groups_.root(own) : choose(own, mentions[m]);
            last_seen_[root] = static_cast<std::uint32_t>(m) + 1;
            const auto [slot, is_new] =
                entity_of.try_emplace(root, static_cast<std::uint32_t>(entities.size()));
            if (is_new) entities.push_back({.type = spellings_[own].type});
            describe(entities[slot->second], spellings_[own]);
            mentions[m].entity = slot->second;
        }
        return entities;
    }

    // The fullest name wins.
    static void describe(Entity& entity, const Spelling& own) {
        if (entity.link.empty()) entity.link = own.link;
        if (own.text.size() <= entity.name.size()) return;
        entity.name = own.text;
        entity.type = own.type;
    }

    const Document& document_;
    const Gazetteer& gazetteer_;
    const PersonWords& person_words_;
    const SmallWords& small_words_;
    const lexicon::Table& aliases_;
    std::vector<Spelling> spellings_;
    std::vector<std::uint32_t> spelling_of_;             // by mention
    std::vector<std::vector<std::uint32_t>> ambiguous_;  // by spelling: things it may be short for
    std::unordered_map<std::string, std::uint32_t> keys_;
    std::unordered_map<std::uint32_t, std::uint32_t> last_seen_;  // root: mention + 1
    Index by_word_;     // family and first or last word, of persons any: names of several words
    Index by_initial_;  // first letter: names of several words
    Groups groups_;
};

}  // namespace

std::vector<Entity> group_names(const Document& document, const Gazetteer& gazetteer,
                                const PersonWords& words, const SmallWords& small,
                                const lexicon::Table& aliases, std::vector<Mention>& mentions) {
    return Grouping(document, gazetteer, words, small, aliases).run(mentions);
}

}  // namespace lede::entities
