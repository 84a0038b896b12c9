// Constitutions, codes and laws of countries and states by what they are called in news:
// "Russia's Criminal Code", "the Turkish constitution", "China's Data Security Law".
#include <algorithm>

#include "citations/identifiers.h"
#include "citations/name_reader.h"
#include "citations/scanner.h"

namespace lede::citations {
namespace {

// Where the law of a name holds, and where its own words begin behind the place.
struct Placed {
    std::string_view code;
    std::uint32_t begin = 0;    // of the citation
    std::uint32_t subject = 0;  // of the words after the place
};

Placed place_name(const Scan& scan, std::uint32_t begin) {
    Placed placed{.begin = begin, .subject = begin};
    Span span;
    if (const NameEntry* entry = scan.book.places.match(scan.text, begin, span)) {
        placed.code = scan.book.place_codes[entry->law];
        Cursor c(scan.text, span.end);
        c.skip_blank();
        placed.subject = c.at;
        return placed;
    }
    const PlaceBefore before = place_before(scan, begin);
    if (before.code.empty()) return placed;
    placed.code = before.code;
    placed.begin = before.begin;
    return placed;
}

// "Code of Criminal Procedure of Ukraine", "Constitution of Japan": the place behind the name.
std::uint32_t place_after(const Scan& scan, std::uint32_t end, std::string_view& code) {
    Cursor c(scan.text, end);
    if (!c.skip_blank() || !c.accept_word("of") || !c.skip_blank()) return end;
    if (c.accept_word("the")) c.skip_blank();
    Span span;
    const NameEntry* entry = scan.book.places.match(scan.text, c.at, span);
    if (entry == nullptr) return end;
    code = scan.book.place_codes[entry->law];
    return span.end;
}

Base placed_base(std::string_view code, Span span) {
    Base base;
    base.span = span;
    base.kind = CitationKind::kForeign;
    base.grammar = Grammar::kArticles;
    base.jurisdiction = code;
    return base;
}

// Whose "Criminal Code" a text means: that of the code named last, or the country it has named most
// before; where that is America or none, the state.
std::string_view holder_of_code(const Scan& scan, std::uint32_t at) {
    const auto& bases = scan.atoms.bases;
    for (auto it = bases.rbegin(); it != bases.rend() && it - bases.rbegin() < 8; ++it) {
        const bool placed =
            it->kind == CitationKind::kForeign || it->kind == CitationKind::kStateCode;
        if (placed && (it->heads & mask_of(Head::kCode)) && !it->jurisdiction.empty())
            return it->jurisdiction;
    }
    const std::string_view country = place_near(scan, at, PlaceSort::kCountry);
    if (country.empty() || country == "us") return place_near(scan, at, PlaceSort::kState);
    return country == "eu" ? std::string_view() : country;
}

// "the state Constitution", "Ohio's state constitution": where the word before the noun begins if
// it is "state", else where the noun does.
std::uint32_t state_begin(const Scan& scan, std::uint32_t noun) {
    const Span before =
        word_before(scan.text, before_blanks(scan.text, noun, scan.floor), scan.floor);
    return unicode::equal_folded(before.of(scan.text), "state") ? before.begin : noun;
}

bool is_state(std::string_view code) { return code.starts_with("us-"); }

}  // namespace

namespace {

// "the Constitution", with a capital and no other country in sight, is America's; "Constitution
// Avenue" is a street.
bool is_american(const Scan& scan, Span noun) {
    const Span article =
        word_before(scan.text, before_blanks(scan.text, noun.begin, scan.floor), scan.floor);
    if (!unicode::equal_folded(article.of(scan.text), "the")) return false;
    Cursor next(scan.text, noun.end);
    if (next.skip_blank() && unicode::is_ascii_upper(next.peek())) return false;
    const std::string_view country = place_near(scan, noun.begin, PlaceSort::kCountry);
    return country.empty() || country == "us";
}

}  // namespace

std::uint32_t scan_place_constitution(Scan& scan, const Found& found) {
    const std::uint32_t begin = state_begin(scan, found.span.begin);
    const bool of_state = begin != found.span.begin;
    const PlaceBefore before = place_before(scan, begin);
    std::string_view code = before.code;
    Span span = {code.empty() ? begin : before.begin, found.span.end};
    if (code.empty()) span.end = place_after(scan, span.end, code);
    if (of_state && !is_state(code)) code = place_near(scan, begin, PlaceSort::kState);
    const bool capital = unicode::is_ascii_upper(scan.text[found.span.begin]);
    if (code.empty() && !capital && !of_state) return 0;
    Base base = placed_base(code, span);
    base.heads = mask_of(Head::kConstitution);
    if (of_state && code.empty()) {
        base.kind = CitationKind::kStateConst;  // of a state that the text does not tell
        base.grammar = Grammar::kConstitution;
        base.weak = true;
    } else if (code.empty() || code == "us") {
        // "Article II of the Constitution"
        base.kind = CitationKind::kConst;
        base.grammar = Grammar::kConstitution;
        base.work = "/us/cons";
        base.weak = code.empty() && !is_american(scan, found.span);
    } else if (is_state(code)) {
        base.kind = CitationKind::kStateConst;
        base.grammar = Grammar::kConstitution;
        base.work = "/" + std::string(code) + "/cons";
    } else {
        base.work = "/" + std::string(code) + "/constitution";
    }
    scan.atoms.add(std::move(base));
    return span.end;
}

std::uint32_t scan_place_code(Scan& scan, const Found& found) {
    const NameBegin name = name_before(scan, found.span.begin);
    std::uint32_t end = found.span.end;
    const std::uint32_t forward = name_forward(scan, end);
    Placed placed = place_name(scan, name.begin);
    std::string_view subject = scan.text.substr(placed.subject, found.span.begin - placed.subject);
    if (subject.empty() && forward > end) {
        // "Code of Criminal Procedure"
        subject = scan.text.substr(end + 3, forward - end - 3);
        end = forward;
    }
    while (!subject.empty() && subject.back() == ' ') subject.remove_suffix(1);
    const std::string_view last = subject.substr(subject.rfind(' ') + 1);
    if (subject.empty() || !scan.book.is_name_word(last, "subject")) return 0;
    if (placed.code.empty()) end = place_after(scan, end, placed.code);
    const bool stated = !placed.code.empty();
    if (!stated) placed.code = holder_of_code(scan, placed.begin);
    Base base = placed_base(placed.code, {placed.begin, end});
    base.heads = mask_of(Head::kCode) | mask_of(Head::kLaw);
    const std::string slug = slug_of(subject);
    const bool of_state = is_state(placed.code);
    if (of_state) {
        base.kind = CitationKind::kStateCode;
        base.grammar = Grammar::kState;
    }
    base.weak = !stated;
    if (!placed.code.empty()) base.work = "/" + std::string(placed.code) + "/code/" + slug;
    scan.atoms.add(std::move(base));  // the code may have been another base's: it is gone
    return of_state ? scan_bare_sections(scan, end) : end;
}

namespace {

// "Megan's Law": an act named for a person; not "Moore's Law", "Yale's Law School".
std::uint32_t scan_victims_law(Scan& scan, const Found& found) {
    const std::uint32_t end = before_blanks(scan.text, found.span.begin, scan.floor);
    std::uint32_t noun = end;
    for (const std::string_view mark : {"\xE2\x80\x99s", "'s"})
        if (scan.text.substr(scan.floor, end - scan.floor).ends_with(mark))
            noun = end - static_cast<std::uint32_t>(mark.size());
    if (noun == end) return 0;
    const Span person = word_before(scan.text, noun, scan.floor);
    if (person.empty() || !unicode::is_ascii_upper(scan.text[person.begin]) ||
        scan.book.is_name_word(person.of(scan.text), "scientist") ||
        !place_before(scan, found.span.begin).code.empty())
        return 0;
    Cursor next(scan.text, found.span.end);
    if (next.skip_blank() && (unicode::is_ascii_upper(next.peek()) || next.accept_word("of")))
        return 0;
    Base base;
    base.kind = CitationKind::kAct;
    base.grammar = Grammar::kLaw;
    base.jurisdiction = "us";
    base.heads = mask_of(Head::kLaw) | mask_of(Head::kAct);
    base.span = {person.begin, found.span.end};
    scan.atoms.add(std::move(base));
    return found.span.end;
}

}  // namespace

std::uint32_t scan_place_law(Scan& scan, const Found& found) {
    const NameBegin name = name_before(scan, found.span.begin);
    if (name.words == 0) return scan_victims_law(scan, found);
    const Placed placed = place_name(scan, name.begin);
    if (placed.code.empty() &&
        scan.text.substr(name.begin, found.span.end - name.begin) == "Basic Law") {
        Base base = placed_base("", {name.begin, found.span.end});
        base.weak = true;
        base.heads = mask_of(Head::kLaw) | mask_of(Head::kConstitution);
        scan.atoms.add(std::move(base));
        return found.span.end;
    }
    if (placed.code.empty() || placed.code.starts_with("us") || placed.subject >= found.span.begin)
        return 0;
    const NameTail tail = name_tail(scan.text, found.span.end);
    Base base = placed_base(placed.code, {placed.begin, tail.end});
    base.heads = mask_of(Head::kLaw) | mask_of(Head::kAct) | mask_of(Head::kStatute);
    base.year = static_cast<std::uint16_t>(tail.year);
    base.work = "/" + std::string(placed.code) + "/law/" +
                slug_of(scan.text.substr(placed.subject, found.span.end - placed.subject));
    scan.atoms.add(std::move(base));
    return tail.end;
}

}  // namespace lede::citations
