#include "entities/document_pass.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <string>
#include <unordered_map>

#include "entities/name_repairs.h"
#include "learning/feature_sequence.h"
#include "text/unicode.h"

namespace lede::entities {
namespace {

using Key = std::uint64_t;

// What the article says of one string.
struct Known {
    std::array<float, kCoarseTypeNames.size()> votes{};
    std::uint32_t words = 0;
    bool derived = false;  // a part of a name: yields to the string's own votes

    CoarseType type() const {
        const auto best = std::max_element(votes.begin(), votes.end());
        return static_cast<CoarseType>(best - votes.begin());
    }
    float sum() const {
        float total = 0;
        for (const float vote : votes) total += vote;
        return total;
    }
};

constexpr float kPartWeight = 0.9F;  // a surname is nearly as sure as its full name
constexpr float kRepeatWeight = 0.8F;
constexpr float kSure = 0.5F;  // names less sure than this are not looked for elsewhere
constexpr float kFirm = 0.9F;  // surer than this, an organisation is known by its first word
constexpr std::uint32_t kLongestName = 8;

// Strings are told apart without case, but a single word with it: "Un" does not make "UN" a person.
Key key_of(const PreparedDocument& prepared, std::uint32_t first, std::uint32_t last,
           std::uint64_t shape) {
    Key key = last - first == 1 ? shape : last - first;
    for (auto i = first; i < last; ++i) key = learning::mix(key, prepared.tokens[i].word);
    return key;
}
Key key_of(const PreparedDocument& prepared, std::uint32_t first, std::uint32_t last) {
    return key_of(prepared, first, last, prepared.tokens[first].shape);
}

class Consistency {
  public:
    Consistency(const Document& document, const PreparedDocument& prepared)
        : document_(document), prepared_(prepared) {}

    void learn(const std::vector<TaggedName>& names) {
        for (const TaggedName& name : names) {
            Known& known = known_[key_of(prepared_, name.first, name.last)];
            add_first_word(name.first);
            known.words = name.last - name.first;
            known.votes[static_cast<std::size_t>(name.type)] += name.confidence;
        }
        for (const TaggedName& name : names) learn_parts(name);
        for (const TaggedName& name : names) learn_acronym(name);
    }

    std::vector<TaggedName> apply(const std::vector<TaggedName>& names) const {
        std::vector<TaggedName> out;
        std::size_t next = 0;
        for (const Sentence& sentence : document_.sentences) {
            auto i = sentence.first_token;
            while (i < sentence.last_token) {
                while (next < names.size() && names[next].first < i) ++next;
                const TaggedName* own =
                    next < names.size() && names[next].first == i ? &names[next] : nullptr;
                const std::uint32_t limit =
                    next < names.size() && !own ? names[next].first : sentence.last_token;
                if (!own && !may_begin_known(i)) {
                    ++i;
                    continue;
                }
                const TaggedName name = best_at(i, sentence.last_token, limit, own);
                if (name.last > i) {
                    out.push_back(name);
                    i = name.last;
                } else {
                    ++i;
                }
            }
        }
        return out;
    }

  private:
    // Most words begin no known name: bits by the hash of the word tell.
    static constexpr std::size_t kFirstWordBits = 1U << 13U;
    void add_first_word(std::uint32_t token) {
        first_words_[prepared_.tokens[token].word % kFirstWordBits] = true;
    }
    bool may_begin_known(std::uint32_t token) const {
        return first_words_[prepared_.tokens[token].word % kFirstWordBits];
    }

    // "Otto Warmbier" makes "Warmbier" a person; "Kim Jong Un" makes "Kim" one; "Harlow Systems"
    // makes "Harlow" an organisation.
    void learn_parts(const TaggedName& name) {
        if (name.last - name.first < 2 || name.confidence < kSure) return;
        if (name.type == CoarseType::kOrganisation) learn_short_organisation(name);
        if (name.type == CoarseType::kLocation && is_settlement_word(name.last - 1))
            learn_part(name.first, name.last - 1, name);
        if (name.type != CoarseType::kPerson) return;
        for (const std::uint32_t i : {name.last - 1, name.first}) {
            if (!prepared_.tokens[i].capital || document_.tokens[i].span.size() < 2) continue;
            if (prepared_.tokens[i].facts.bits & (kSmallWord | kMixedWord)) continue;
            const Known* known = find_known(i, i + 1);
            if (known && !known->derived && i == name.first) continue;
            learn_part(i, i + 1, name);
        }
        auto first = name.last - 1;
        while (first > name.first + 1 && is_particle(document_, prepared_, first - 1)) --first;
        if (first + 1 < name.last && first > name.first) learn_part(first, name.last, name);
    }

    void learn_part(std::uint32_t first, std::uint32_t last, const TaggedName& name) {
        Known& known = known_[key_of(prepared_, first, last)];
        add_first_word(first);
        known.words = last - first;
        known.derived = true;
        known.votes[static_cast<std::size_t>(name.type)] += kPartWeight * name.confidence;
    }

    // "Kano" of "Kano State".
    bool is_settlement_word(std::uint32_t i) const {
        return prepared_.tokens[i].name_word == kSettlementEnd;
    }

    // Not where the word is common, a place or a people ("Ohio Systems"), or stands for itself.
    void learn_short_organisation(const TaggedName& name) {
        const TokenView& head = prepared_.tokens[name.first];
        constexpr std::uint16_t kOther =
            kSmallWord | kMixedWord | kCityName | kPlaceWord | kGivenName;
        if (!head.capital || head.known || head.facts.bits & kOther) return;
        if (document_.tokens[name.first].span.size() < 4 || name.last - name.first > 3) return;
        if (name.confidence >= kFirm) learn_part(name.first, name.first + 1, name);
    }

    const Known* find_known(std::uint32_t first, std::uint32_t last) const {
        const auto found = known_.find(key_of(prepared_, first, last));
        return found == known_.end() || found->second.words == 0 ? nullptr : &found->second;
    }

    // "International Atomic Energy Agency (IAEA)"
    void learn_acronym(const TaggedName& name) {
        if (name.last - name.first < 2 || name.last + 2 >= document_.tokens.size()) return;
        if (document_.token_text(name.last) != "(" || document_.token_text(name.last + 2) != ")")
            return;
        const std::string_view acronym = document_.token_text(name.last + 1);
        std::string initials;
        for (auto i = name.first; i < name.last; ++i)
            if (prepared_.tokens[i].capital) initials += document_.token_text(i).front();
        if (acronym.size() < 2 || acronym.size() > initials.size() + 2 ||
            acronym.front() != initials.front())
            return;
        add_first_word(name.last + 1);
        Known& known = known_[key_of(prepared_, name.last + 1, name.last + 2)];
        known.words = 1;
        known.votes = {};
        known.votes[static_cast<std::size_t>(name.type)] = 1;
    }

    // Where case tells nothing, a word is looked for as names are mostly written.
    std::unordered_map<Key, Known>::const_iterator find(std::uint32_t first,
                                                        std::uint32_t last) const {
        const auto found = known_.find(key_of(prepared_, first, last));
        if (found != known_.end() || last - first > 1 || !sentence_is_caseless(first)) return found;
        static constexpr std::string_view kNameShape = "Xxx";
        return known_.find(key_of(prepared_, first, last, learning::hash_bytes(kNameShape)));
    }

    // The longest known name at token i, unless the tagger's own is longer.
    TaggedName best_at(std::uint32_t i, std::uint32_t end, std::uint32_t limit,
                       const TaggedName* own) const {
        TaggedName best{i, i};
        if (own) best = *own;
        for (auto last = std::min(end, i + kLongestName); last > i; --last) {
            if (own && last < own->last) break;
            // A known name may swallow the tagger's shorter ones, but not cut into one.
            if (!own && last > limit && last - i < 2) continue;
            const auto found = find(i, last);
            if (found == known_.end() || !may_repeat(found->second, i, last, own)) continue;
            best.last = last;
            best.type = found->second.type();
            if (!own) best.confidence = kRepeatWeight * std::min(1.0F, found->second.sum());
            break;
        }
        return best;
    }

    bool may_repeat(const Known& known, std::uint32_t first, std::uint32_t last,
                    const TaggedName* own) const {
        if (own && own->last == last) return true;
        if (known.sum() < kSure) return false;
        const TokenView& head = prepared_.tokens[first];
        const bool caseless = sentence_is_caseless(first);
        if (!caseless && !head.capital &&
            !(last - first > 1 && is_particle(document_, prepared_, first)))
            return false;
        if (last - first > 1) return true;
        if (document_.tokens[first].span.size() < 2) return false;
        const std::uint16_t common = kSmallWord | kMixedWord;
        return !(head.facts.bits & common) && (!caseless || !(head.evidence & 2U));
    }

    bool sentence_is_caseless(std::uint32_t token) const {
        const auto next =
            std::ranges::upper_bound(document_.sentences, token, {}, &Sentence::first_token);
        return prepared_.caseless[static_cast<std::size_t>(next - document_.sentences.begin()) - 1];
    }

    const Document& document_;
    const PreparedDocument& prepared_;
    std::unordered_map<Key, Known> known_;
    std::bitset<kFirstWordBits> first_words_;
};

}  // namespace

std::vector<TaggedName> make_consistent(const Document& document, const PreparedDocument& prepared,
                                        std::vector<TaggedName> names) {
    names = part_datelines(document, names);
    add_ordinals(document, names);
    Consistency consistency(document, prepared);
    consistency.learn(names);
    return join_particles(document, prepared, consistency.apply(names));
}

}  // namespace lede::entities
