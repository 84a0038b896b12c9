// Laws by name: those of the tables, those that only their form gives away, and the words that
// refer back to one ("that Act", "the 2016 law").
#include <algorithm>

#include "citations/described_laws.h"
#include "citations/identifiers.h"
#include "citations/name_reader.h"
#include "citations/scanner.h"

namespace lede::citations {
namespace {

constexpr std::uint32_t kShortAlias = 3;  // words: "Privacy Act", "Civil Rights Act"

unsigned words_in(std::string_view name) {
    return 1 + static_cast<unsigned>(std::count(name.begin(), name.end(), ' '));
}

bool ends_with_head(std::string_view name) { return name.ends_with("Act"); }

// Where a name stands: what its first word, or the word before it, says.
PlaceBefore place_of(const Scan& scan, std::uint32_t begin) {
    PlaceBefore place = place_before(scan, begin);
    if (!place.code.empty() && (place.possessive || place.adjective)) return place;
    Span span;
    if (const NameEntry* entry = scan.book.places.match(scan.text, begin, span)) {
        place.code = scan.book.place_codes[entry->law];
        place.adjective = entry->argument != 0;
        place.begin = begin;
        // "the Taiwan Relations Act" is American, "the Florida Civil Rights Act" Floridian.
        if (place.adjective || place.code.starts_with("us-")) return place;
    }
    return {};
}

// The country or state in "Singapore's [Public Order Act]"; empty if none is there.
std::string_view possessor_of(const Scan& scan, std::uint32_t begin) {
    const PlaceBefore place = place_before(scan, begin);
    return place.possessive || place.adjective ? place.code : std::string_view();
}

Base base_of_law(const Scan& scan, std::uint32_t law_index, Span span) {
    const Law& law = scan.book.laws[law_index];
    Base base;
    base.kind = law.kind;
    base.grammar = law.grammar;
    base.work = law.work;
    base.law = law_index;
    base.heads = law.heads;
    base.span = span;
    if (law.kind == CitationKind::kForeign || law.work.empty())
        base.jurisdiction = law.jurisdiction;
    return base;
}

// "Stop Iran's Nuclear Program Act", "Canadian Snowbird Visa Act": bills of Congress name
// countries. Grows the span over the words before a possessive that belong to the title.
bool is_part_of_title(const Scan& scan, const PlaceBefore& place, std::uint32_t begin, Span& span) {
    if (place.code.size() != 2 || place.code == "us") return false;
    if (place.begin == begin) {
        if (!place.adjective) return false;
        const auto& bases = scan.atoms.bases;
        for (auto it = bases.rbegin(); it != bases.rend() && it - bases.rbegin() < 8; ++it)
            if (it->kind == CitationKind::kBill || it->work.starts_with("/us/")) return true;
        return place_near(scan, begin, PlaceSort::kCountry) != place.code;
    }
    if (!place.possessive) return false;
    const Span word =
        word_before(scan.text, before_blanks(scan.text, place.begin, scan.floor), scan.floor);
    if (word.empty() || word.end + 1 != place.begin ||
        !unicode::is_ascii_upper(scan.text[word.begin]) ||
        scan.book.is_name_word(word.of(scan.text), "stop"))
        return false;
    span.begin = word.begin;
    return true;
}

// A name of an act that no table has; `head` is where its "Act" begins.
std::uint32_t add_unknown_act(Scan& scan, const NameBegin& name, std::uint32_t head,
                              const NameTail& tail) {
    Base base;
    base.span = {name.begin, tail.end};
    base.heads = mask_of(Head::kAct) | mask_of(Head::kLaw) | mask_of(Head::kStatute) |
                 mask_of(Head::kLegislation);
    base.year = static_cast<std::uint16_t>(tail.year);
    base.grammar = Grammar::kLaw;
    // "the Equality Act" and "CALM Act" are laws' names, "Equality Act" may be a band's.
    const Span article =
        word_before(scan.text, before_blanks(scan.text, name.begin, scan.floor), scan.floor);
    const std::string_view first = scan.text.substr(name.begin, 3);
    const bool shouted =
        first.size() == 3 && std::all_of(first.begin(), first.end(), unicode::is_ascii_upper);
    const bool definite = unicode::equal_folded(article.of(scan.text), "the") || shouted;
    base.weak = name.words < 2 && tail.year == 0 && !definite;
    const PlaceBefore place = place_of(scan, name.begin);
    std::string_view code = place.code;
    if (is_part_of_title(scan, place, name.begin, base.span)) code = {};
    const std::string_view last =
        word_before(scan.text, before_blanks(scan.text, head, scan.floor), scan.floor)
            .of(scan.text);
    const bool american = scan.book.is_name_word(last, "american");
    if (code == "gb" || (tail.british && code.empty() && !american)) {
        base.kind = CitationKind::kUkAct;
        base.grammar = Grammar::kUk;
        base.jurisdiction = "uk";
    } else if (code.starts_with("us") || code.empty()) {
        base.kind = CitationKind::kAct;
        base.jurisdiction = code.empty() ? "us" : code;
    } else {
        base.kind = CitationKind::kForeign;
        base.jurisdiction = code;
        base.weak = false;
    }
    scan.atoms.add(std::move(base));
    return tail.end;
}

std::uint32_t scan_act(Scan& scan, const Found& found) {
    const NameBegin name = name_before(scan, found.span.begin);
    if (name.words == 0 || name.trap) return 0;
    std::uint32_t end = found.span.end;
    // "New Zealand First and ACT": a party's name, no heading in capitals.
    if (found.span.of(scan.text) == "ACT" && unicode::is_ascii_lower(scan.text[name.begin + 1]))
        return 0;
    // "the Stored Communications Act Amendments Act": the name ends at the last.
    if (longer_name_follows(scan.text, end)) return 0;
    Cursor more(scan.text, end);
    more.skip_blank();
    if (more.accept_word("Amendments")) end = more.at;
    const NameTail tail = name_tail(scan.text, end);
    Span span;
    const NameEntry* entry = scan.book.names.match(scan.text, name.begin, span);
    if (entry != nullptr && entry->action == Action::kLaw && span.end >= end) {
        const Law& law = scan.book.laws[entry->law];
        if (span.end == tail.end || tail.year == 0 || tail.year == law.year) {
            Base base = base_of_law(scan, entry->law, {name.begin, std::max(span.end, tail.end)});
            base.weak = entry->weak && tail.year == 0;
            const std::uint32_t last = base.span.end;
            scan.atoms.add(std::move(base));
            return last;
        }
    }
    return add_unknown_act(scan, name, found.span.begin, tail);
}

constexpr Heads kTreatyHeads = mask_of(Head::kTreaty) | mask_of(Head::kAgreement) |
                               mask_of(Head::kPact) | mask_of(Head::kAccord) | mask_of(Head::kDeal);

// Nouns that make a name of a treaty with a single word before them: "Ottawa Treaty".
bool is_strong_treaty_head(Head head, std::string_view noun) {
    return head == Head::kTreaty || noun == "Accords";
}

std::uint32_t scan_treaty(Scan& scan, const Found& found, Head head) {
    const NameBegin name = name_before(scan, found.span.begin);
    const Span before =
        word_before(scan.text, before_blanks(scan.text, found.span.begin, scan.floor), scan.floor);
    if (head == Head::kConvention && scan.book.is_name_word(before.of(scan.text), "meeting"))
        return 0;
    std::uint32_t forward = name_forward(scan, found.span.end);
    // "the Annual Convention of the Bar in Orlando" is a meeting, "Treaty of Versailles" a treaty.
    Cursor opener(scan.text, found.span.end);
    opener.skip_blank();
    const bool meeting = head != Head::kTreaty && head != Head::kProtocol &&
                         (opener.accept_word("of") || opener.accept_word("to"));
    if (meeting) forward = found.span.end;
    if ((name.words == 0 && forward == found.span.end) || name.trap) return 0;
    Base base;
    base.kind = CitationKind::kTreaty;
    base.grammar = Grammar::kArticles;
    base.span = {name.begin, forward};
    base.heads = mask_of(head) | kTreatyHeads;
    const std::string_view words = base.span.of(scan.text);
    base.weak = forward == found.span.end &&
                !is_strong_treaty_head(head, found.span.of(scan.text)) &&
                words.find("Peace") == std::string_view::npos &&
                words.find("Trade ") == std::string_view::npos &&
                words.find("Climate") == std::string_view::npos;
    base.work = "/int/treaty/" + slug_of(words);
    scan.atoms.add(std::move(base));
    return forward;
}

// "the 2016 [law]", "that [Act]", "this [treaty]".
struct Determiner {
    std::uint32_t begin = 0;  // of what the citation covers: "the" is left out
    std::string_view word;    // in lower case; empty: none
    std::uint16_t year = 0;
};

Determiner determiner_before(const Scan& scan, std::uint32_t begin) {
    Determiner result{.begin = begin};
    const auto back = [&](std::uint32_t end) {
        return word_before(scan.text, before_blanks(scan.text, end, scan.floor), scan.floor);
    };
    Span word = back(begin);
    if (word.size() == 4 && unicode::is_ascii_digit(scan.text[word.begin])) {
        unsigned year = 0;
        for (const char c : word.of(scan.text)) year = year * 10 + static_cast<unsigned>(c - '0');
        if (year < 1600 || year > 2100) return result;
        result.year = static_cast<std::uint16_t>(year);
        result.begin = word.begin;
        word = back(word.begin);
        // "the landmark 1965 law"
        if (scan.book.is_name_word(word.of(scan.text), "describing")) word = back(word.begin);
    }
    for (const std::string_view wanted : {"that", "this", "such", "said", "the", "a"})
        if (unicode::equal_folded(word.of(scan.text), wanted)) result.word = wanted;
    if (!result.word.empty() && result.word != "the" && result.word != "a")
        result.begin = word.begin;
    return result;
}

// Nouns that in small letters mean too much to be a reference wherever they stand.
bool is_common_noun(Head head) {
    return mask_of(head) &
           (mask_of(Head::kLaw) | mask_of(Head::kBill) | mask_of(Head::kMeasure) |
            mask_of(Head::kLegislation) | mask_of(Head::kDeal) | mask_of(Head::kAgreement) |
            mask_of(Head::kOrder) | mask_of(Head::kDecision) | mask_of(Head::kRules) |
            mask_of(Head::kRegulation) | mask_of(Head::kCode) | mask_of(Head::kPact) |
            mask_of(Head::kAccord) | mask_of(Head::kDeclaration) | mask_of(Head::kAmendment));
}

// Whether a law of that year, of a sort that the noun can mean, stands before.
bool cites_year(const Scan& scan, Heads heads, std::uint16_t year) {
    unsigned looked = 0;
    for (auto it = scan.atoms.bases.rbegin(); it != scan.atoms.bases.rend() && looked < 64;
         ++it, ++looked) {
        const Law* law = scan.book.law(it->law);
        const bool same = it->year == year || (law != nullptr && law->year == year);
        if (same && (it->heads & heads)) return true;
    }
    return false;
}

// "tests that measure [how] children read", "the statute [of limitations]": no reference.
bool is_other_use(const Scan& scan, std::uint32_t end, Head head) {
    Cursor next(scan.text, end);
    if (!next.skip_blank()) return false;
    const Span word = next.word();
    const bool verb = head == Head::kMeasure || head == Head::kOrder;
    if (verb && scan.book.is_name_word(word.of(scan.text), "object")) return true;
    next.at = word.end;
    return word.of(scan.text) == "of" && next.skip_blank() && next.accept_word("limitations");
}

std::uint32_t scan_backward(Scan& scan, const Found& found, Head head, bool capital) {
    // "law school", "the treaty's", "act of war": only a bare noun refers.
    const Determiner determiner = determiner_before(scan, found.span.begin);
    if (determiner.word.empty() || (determiner.word == "a" && determiner.year == 0)) return 0;
    if (!capital && determiner.word == "this" && determiner.year == 0) return 0;
    if (head == Head::kAct && capital) {
        // "The Act of March 3, 1891, ch. 561" is read at its chapter.
        Cursor c(scan.text, found.span.end);
        if (c.skip_blank() && c.accept_word("of") && c.skip_blank() && !read_date(c).empty())
            return 0;
    }
    Base base;
    base.kind = CitationKind::kShort;
    base.grammar = Grammar::kLaw;
    base.reference = determiner.word == "this" && capital ? Reference::kHere : Reference::kBackward;
    base.heads = mask_of(head);
    base.year = determiner.year;
    base.span = {determiner.begin, found.span.end};
    base.weak = !capital && determiner.year == 0 && is_common_noun(head);
    if (base.weak && determiner.word == "the") return 0;
    if (!capital && is_other_use(scan, found.span.end, head)) return 0;
    if (determiner.year != 0 && !cites_year(scan, base.heads, determiner.year))
        return scan_described(scan, found, head);
    const std::uint32_t end = base.span.end;
    scan.atoms.add(std::move(base));
    return end;
}

}  // namespace

std::uint32_t scan_named(Scan& scan, const Found& found) {
    const Law& law = scan.book.laws[found.entry.law];
    const std::string_view name = found.span.of(scan.text);
    Span span = found.span;
    const bool act = ends_with_head(name);
    if (longer_name_follows(scan.text, span.end)) return 0;
    if (act) {
        const NameTail tail = name_tail(scan.text, span.end);
        const NameBegin before = name_before(scan, span.begin);
        const bool other_year = tail.year != 0 && law.year != 0 && tail.year != law.year;
        const bool longer = before.words > 0 && words_in(name) <= kShortAlias;
        // "the Florida Civil Rights Act", "Singapore's Public Order Act"
        const std::string_view place =
            before.words > 0 ? place_of(scan, before.begin).code : possessor_of(scan, span.begin);
        const std::string_view home = law.jurisdiction == "uk" ? "gb" : law.jurisdiction;
        const bool elsewhere = !place.empty() && place != home && !home.empty();
        if (other_year || longer || elsewhere)
            return add_unknown_act(scan, {before.begin, before.words + words_in(name) - 1},
                                   span.end - 3, tail);
        span.end = std::max(span.end, tail.end);
    } else {
        const NameTail tail = name_tail(scan.text, span.end);
        if (law.jurisdiction == "uk" && tail.british && tail.year == law.year) span.end = tail.end;
        Cursor c(scan.text, span.end);
        if (law.heads & mask_of(Head::kAct) && c.skip_blank() && c.accept_word("Act") &&
            scan.text[c.at - 3] == 'A')
            span.end = c.at;
    }
    // "the Paris Accord Hotel"
    Cursor next(scan.text, span.end);
    if (next.skip_blank() && scan.book.is_name_word(next.word().of(scan.text), "organisation"))
        return 0;
    // "India's [Citizenship Act]": a proper name needs no owner, "Hong Kong's security law" does.
    if (const std::size_t owner = name.find("s "); act && law.kind == CitationKind::kForeign &&
                                                   owner != std::string_view::npos && owner > 0 &&
                                                   !unicode::is_ascii_letter(name[owner - 1]))
        span.begin += static_cast<std::uint32_t>(owner) + 2;
    Base base = base_of_law(scan, found.entry.law, span);
    base.weak = found.entry.weak;
    scan.atoms.add(std::move(base));
    return span.end;
}

// "Id. § 1988", "ibid."
std::uint32_t scan_ibid(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    // "a photo ID."
    if (!c.accept(".") || found.span.of(scan.text).ends_with('D')) return 0;
    Base base;
    base.kind = CitationKind::kShort;
    base.grammar = Grammar::kLaw;
    base.reference = Reference::kBackward;
    base.span = {found.span.begin, c.at};
    scan.atoms.add(std::move(base));
    return c.at;
}

std::uint32_t scan_described(Scan& scan, const Found& found, Head head) {
    constexpr Heads kNouns = mask_of(Head::kLaw) | mask_of(Head::kLegislation) |
                             mask_of(Head::kStatute) | mask_of(Head::kBill) |
                             mask_of(Head::kMeasure) | mask_of(Head::kAct);
    Description description;
    if (!(mask_of(head) & kNouns) || !read_description(scan, found.span, description)) return 0;
    Base base;
    base.kind = CitationKind::kDescribed;
    base.span = description.span;
    base.year = description.year;
    base.topic = description.topic;
    base.jurisdiction = description.place;
    base.heads = mask_of(Head::kLaw) | mask_of(head);
    scan.atoms.add(std::move(base));
    return description.span.end;
}

std::uint32_t scan_head(Scan& scan, const Found& found) {
    const auto head = static_cast<Head>(found.entry.argument);
    const bool capital = unicode::is_ascii_upper(scan.text[found.span.begin]);
    std::uint32_t end = 0;
    if (capital) {
        switch (head) {
            case Head::kAct:
                end = scan_act(scan, found);
                break;
            case Head::kTreaty:
            case Head::kConvention:
            case Head::kCovenant:
            case Head::kProtocol:
            case Head::kAccord:
            case Head::kAgreement:
                end = scan_treaty(scan, found, head);
                break;
            case Head::kDirective:
                end = scan_eu_act(scan, found, 1);
                break;
            case Head::kDecision:
                end = scan_eu_act(scan, found, 2);
                break;
            case Head::kCode:
                end = scan_place_code(scan, found);
                break;
            case Head::kLaw:
                end = scan_place_law(scan, found);
                break;
            case Head::kOrder:
            case Head::kRules:
                end = scan_uk_title(scan, found);
                break;
            default:
                break;
        }
    }
    if (head == Head::kConstitution) end = scan_place_constitution(scan, found);
    if (head == Head::kResolution) end = scan_resolution(scan, found);
    if (end > 0) return end;
    end = scan_backward(scan, found, head, capital);
    return end > 0 || capital ? end : scan_described(scan, found, head);
}

}  // namespace lede::citations
