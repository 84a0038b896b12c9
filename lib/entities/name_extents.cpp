#include "entities/name_extents.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/digits.h"
#include "text/unicode.h"

namespace lede::entities {
namespace {

constexpr std::uint32_t kLongestAddition = 3;  // words that may be added behind a name

bool is_initials(std::string_view word) {
    if (word.size() < 4 || word.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < word.size(); i += 2)
        if (!unicode::is_ascii_upper(word[i]) || word[i + 1] != '.') return false;
    return true;
}

// "Meagher", not "MTV".
bool is_spelled_small(std::string_view word) {
    return std::ranges::any_of(word, unicode::is_ascii_lower);
}

// "2nd", "101st"
bool is_numbered(std::string_view word) {
    return word.size() > 2 && unicode::is_ascii_digit(word.front()) &&
           is_ordinal_suffix(word.substr(word.size() - 2));
}

bool is_possessive(std::string_view word) { return word == "'s" || word == "’s"; }

// Mends the names of one sentence; token numbers are the document's.
class SentenceNames {
  public:
    SentenceNames(const Document& document, const PreparedDocument& prepared,
                  const lexicon::Table& abbreviations, const Sentence& sentence)
        : document_(document),
          tokens_(prepared.tokens),
          abbreviations_(abbreviations),
          begin_(sentence.first_token),
          end_(sentence.last_token) {}

    // ", D-Ore." or "(R-Texas)"
    bool is_party_label(const TaggedName& name) const {
        constexpr std::string_view kParties = "DRI";
        if (name.first == begin_ || name.last < name.first + 3) return false;
        const std::string_view before = text(name.first - 1);
        const std::string_view party = text(name.first);
        return (before == "," || before == "(") && party.size() == 1 &&
               kParties.find(party[0]) != std::string_view::npos && text(name.first + 1) == "-" &&
               is_adjacent(name.first + 1) && is_adjacent(name.first + 2) &&
               (tokens_[name.first + 2].evidence & kInKnownPlace || name.last > name.first + 3 ||
                text(name.first + 2).size() == 2 || abbreviation_kind(name.first + 2) == "place");
    }

    // `next` is where the following name begins, or the sentence ends.
    void add(TaggedName name, std::uint32_t next, std::vector<TaggedName>& out) const {
        const std::uint32_t free = out.empty() ? begin_ : std::max(begin_, out.back().last);
        trim_small_word(name);
        if (const std::uint32_t owner = owner_end(name)) {
            TaggedName first = name;
            first.last = owner;
            first.type = CoarseType::kOrganisation;
            out.push_back(first);
            name.first = owner + 1;
        } else if (name.type == CoarseType::kPerson) {
            add_initials(name, free);
            add_what_bears_it(name, next);
        }
        add_ordinal(name, free);
        if (join_district(name, out)) return;
        add_second_charge(name, next);
        join_ampersand(name, next, out);
        read_abbreviation(name, next);
        out.push_back(name);
    }

  private:
    std::string_view text(std::uint32_t i) const { return document_.token_text(i); }
    bool is_adjacent(std::uint32_t i) const {
        return document_.tokens[i - 1].span.end == document_.tokens[i].span.begin;
    }

    struct Abbreviation {
        std::string_view kind;  // empty: none
        bool is_word = false;   // "Mass." may be a word that ends a sentence, "Calif." not
    };
    Abbreviation abbreviation(std::uint32_t i) const {
        const std::string word = std::string(text(i)) + (text(i).ends_with('.') ? "" : ".");
        const std::uint32_t row = abbreviations_.find(word);
        if (row == abbreviations_.rows()) return {};
        return {abbreviations_.cell(row, 1), abbreviations_.cell(row, 2) != "always"};
    }
    std::string_view abbreviation_kind(std::uint32_t i) const { return abbreviation(i).kind; }

    void trim_small_word(TaggedName& name) const {
        constexpr std::uint16_t kOfNames = kGivenName | kGivenNameWorld | kSurname | kSurnameWorld;
        const TokenView& head = tokens_[name.first];
        if (name.last - name.first > 1 && head.letter && !head.has_capital && !head.joins &&
            head.facts.bits & kSmallWord && !(head.facts.bits & kOfNames) &&
            text(name.first).size() > 2 && tokens_[name.first + 1].capital)
            ++name.first;
    }

    // The possessive mark behind an organisation that owns the rest of the name; 0: none.
    std::uint32_t owner_end(const TaggedName& name) const {
        for (auto i = name.first + 2; i + 2 < name.last; ++i)
            if (is_possessive(text(i)) && tokens_[i - 1].name_word == kOrganisationEnd &&
                tokens_[i + 1].capital)
                return i;
        return 0;
    }

    void add_initials(TaggedName& name, std::uint32_t free) const {
        if (name.first > free && is_initials(text(name.first - 1)) &&
            tokens_[name.first - 1].known == 0 && abbreviation_kind(name.first - 1).empty())
            --name.first;
    }

    // "the [2nd] U.S. Circuit Court of Appeals": which of many courts, divisions or regiments it
    // is.
    void add_ordinal(TaggedName& name, std::uint32_t free) const {
        if (name.type != CoarseType::kOrganisation || name.first < free + 2) return;
        const bool names_an_office =
            std::any_of(tokens_.begin() + name.first, tokens_.begin() + name.last,
                        [](const TokenView& word) { return word.name_word == kOrganisationEnd; });
        if (names_an_office && is_numbered(text(name.first - 1)) &&
            unicode::equal_folded(text(name.first - 2), "the"))
            --name.first;
    }

    // "the [Western District] of [Texas]" is one place. Takes the first out of `out`.
    bool join_district(const TaggedName& name, std::vector<TaggedName>& out) const {
        if (out.empty() || name.type != CoarseType::kLocation) return false;
        TaggedName& district = out.back();
        if (district.type != CoarseType::kLocation || district.last + 1 != name.first ||
            district.first < begin_ || text(district.last) != "of" ||
            tokens_[district.last - 1].name_word != kSettlementEnd)
            return false;
        district.last = name.last;
        district.confidence = std::min(district.confidence, name.confidence);
        return true;
    }

    // Buildings, and institutions, that bear a person's name.
    void add_what_bears_it(TaggedName& name, std::uint32_t next) const {
        const bool full = name.last - name.first > 1;
        const std::uint32_t limit = std::min(next, name.last + kLongestAddition);
        for (auto i = name.last; i < limit && tokens_[i].capital; ++i) {
            const std::uint8_t kind = tokens_[i].name_word;
            if (kind != kFacilityEnd && !(full && kind == kOrganisationEnd && i > name.last))
                continue;
            name.last = i + 1;
            name.type = kind == kFacilityEnd ? CoarseType::kLocation : CoarseType::kOrganisation;
            return;
        }
    }

    // What else an office is for: "the Bureau of Industry [and Security] 18 months".
    void add_second_charge(TaggedName& name, std::uint32_t next) const {
        if (name.type != CoarseType::kOrganisation || !ends_with_charge(name)) return;
        const std::uint32_t limit = std::min(next, name.last + 1 + kLongestAddition);
        if (name.last + 1 >= limit || text(name.last) != "and") return;
        std::uint32_t end = name.last + 1;
        while (end < limit && is_charge(end)) ++end;
        const bool goes_on = end < end_ && tokens_[end].capital;
        if (end > name.last + 1 && !goes_on) name.last = end;
    }

    // "Bureau of Industry": one word of what it is for.
    bool ends_with_charge(const TaggedName& name) const {
        return name.last >= name.first + 3 &&
               tokens_[name.last - 3].name_word == kOrganisationEnd &&
               tokens_[name.last - 2].joins && is_charge(name.last - 1);
    }

    // A word that names no one and no place by itself.
    bool is_charge(std::uint32_t i) const {
        constexpr std::uint16_t kOther = kCityName | kCapitalWord | kGivenName;
        constexpr std::uint16_t kNamed = kInKnownPerson | kInKnownPlace | kAfterTitle;
        const TokenView& word = tokens_[i];
        return is_word_of_name(i) && is_spelled_small(text(i)) && !word.opens_title &&
               word.known == 0 && word.facts.bits != 0 && !(word.facts.bits & kOther) &&
               !(word.evidence & kNamed);
    }

    // The abbreviation that a name ends with tells what it names: "Harlow Co.", "N.C."
    void read_abbreviation(TaggedName& name, std::uint32_t next) const {
        const bool longer = name.type == CoarseType::kOrganisation && name.last < next &&
                            tokens_[name.last].capital;
        if (longer && abbreviation_kind(name.last) == "company") ++name.last;
        const auto [kind, is_word] = abbreviation(name.last - 1);
        const bool alone = name.last - name.first == 1;
        if (kind == "company" && !alone && name.type != CoarseType::kPerson)
            name.type = CoarseType::kOrganisation;
        if (kind == "place" && alone && name.type == CoarseType::kOrganisation &&
            !tokens_[name.first].known)
            name.type = CoarseType::kLocation;
        const bool whole = kind == "suffix" || kind == "place" || kind == "company";
        if (whole && !is_word && !text(name.last - 1).ends_with('.') && takes_period(name))
            ++name.last;
    }

    // Whether a sentence's period is the last word's, too: "Salem, N.C."
    bool takes_period(const TaggedName& name) const {
        return name.last < end_ && text(name.last) == "." && is_adjacent(name.last);
    }

    bool is_word_of_name(std::uint32_t i) const {
        return tokens_[i].capital && document_.tokens[i].span.size() > 1;
    }

    // A partner of a firm, rather than the place or day that a phrase before it ends with.
    bool is_partner(std::uint32_t i) const {
        constexpr std::uint16_t kOther = kSmallWord | kMixedWord | kCityName | kPlaceWord;
        return is_word_of_name(i) && tokens_[i].known == 0 && is_spelled_small(text(i)) &&
               tokens_[i].name_word == 0 && !(tokens_[i].facts.bits & kOther) &&
               !(i > begin_ && unicode::equal_folded(text(i - 1), "in"));
    }

    // Whether "&" parts two names: "Ana Diaz & Bo Lind".
    static bool are_whole(const TaggedName& a, const TaggedName& b) {
        const bool person = a.type == CoarseType::kPerson && b.type == CoarseType::kPerson;
        return a.last - a.first > 1 && (person || b.last - b.first > 1);
    }

    // "Trump Media & [Technology Group]", "Hart, [Oduya] & Lind": a firm's name goes on beyond "&".
    // Two names alone may be two firms or two people: "Ana & [Bo]".
    void join_ampersand(TaggedName& name, std::uint32_t next, std::vector<TaggedName>& out) const {
        const bool before = name.first > begin_ + 1 && text(name.first - 1) == "&" &&
                            is_word_of_name(name.first - 2);
        const bool behind =
            name.last + 1 < next && text(name.last) == "&" && is_word_of_name(name.last + 1);
        if (!before && !behind) return;
        if (before && !out.empty() && out.back().last + 1 == name.first &&
            are_whole(out.back(), name))
            return;
        TaggedName firm = name;
        firm.type = CoarseType::kOrganisation;
        if (behind) firm.last += 2;
        if (before) firm.first = first_of_run(firm.first - 2);
        const std::uint32_t last_partner = firm.first;
        while (firm.first > begin_ + 1 && text(firm.first - 1) == "," && is_partner(firm.first - 2))
            firm.first -= 2;
        while (firm.last < next && tokens_[firm.last].capital &&
               tokens_[firm.last].name_word == kOrganisationEnd)
            ++firm.last;
        if (firm.first == last_partner && tokens_[firm.last - 1].name_word != kOrganisationEnd)
            return;
        for (; !out.empty() && out.back().last > firm.first; out.pop_back())
            firm.first = std::min(firm.first, out.back().first);
        name = firm;
    }

    // Where the capitalised words that end with word i begin; at most kLongestAddition.
    std::uint32_t first_of_run(std::uint32_t i) const {
        for (std::uint32_t words = 1; words < kLongestAddition && i > begin_; ++words, --i)
            if (!is_word_of_name(i - 1) || tokens_[i - 1].facts.bits & kSmallWord) break;
        return i;
    }

    const Document& document_;
    const std::vector<TokenView>& tokens_;
    const lexicon::Table& abbreviations_;
    std::uint32_t begin_, end_;
};

}  // namespace

NameExtents::NameExtents(const Lexicon& lexicon)
    : abbreviations_(lexicon.table("tokens/abbreviations")) {}

std::vector<TaggedName> NameExtents::mend(const Document& document,
                                          const PreparedDocument& prepared,
                                          const std::vector<TaggedName>& names) const {
    std::vector<TaggedName> out;
    out.reserve(names.size());
    std::size_t next = 0;
    for (std::size_t s = 0; s < document.sentences.size() && next < names.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        const SentenceNames mender(document, prepared, abbreviations_, sentence);
        for (; next < names.size() && names[next].first < sentence.last_token; ++next) {
            const std::uint32_t after = next + 1 < names.size()
                                            ? std::min(names[next + 1].first, sentence.last_token)
                                            : sentence.last_token;
            if (mender.is_party_label(names[next])) continue;
            if (prepared.caseless[s])
                out.push_back(names[next]);
            else
                mender.add(names[next], after, out);
        }
    }
    return out;
}

}  // namespace lede::entities
