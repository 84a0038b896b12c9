#include "citations/scanner.h"

#include <algorithm>
#include <charconv>

#include "citations/name_reader.h"
#include "citations/pinpoint.h"

namespace lede::citations {
namespace {

// A name that the text has defined: what it stands for, under its own span.
void add_defined(Scan& scan, const Definitions::Name& name, Span span) {
    Base base = scan.atoms.bases[name.base];
    base.span = span;
    base.names = name.base;
    base.weak = false;
    // "the Act" is a short form, "NKSPEA" a name.
    if (name.text.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1) == std::string_view::npos)
        base.kind = CitationKind::kShort;
    scan.atoms.add(std::move(base));
}

}  // namespace

std::uint32_t Scanner::dispatch(Scan& scan, const Found& found) const {
    switch (found.entry.action) {
        case Action::kPin:
            return scan_pin(scan, found);
        case Action::kUsc:
            return scan_code(scan, found);
        case Action::kCfr:
            return scan_regulations(scan, found);
        case Action::kAcquisition:
            return scan_acquisition(scan, found);
        case Action::kPublicLaw:
        case Action::kPrivateLaw:
            return scan_public_law(scan, found);
        case Action::kStatutes:
        case Action::kRegister:
            return scan_page(scan, found);
        case Action::kChapterLaw: {
            if (const std::uint32_t end = scan_chapter_law(scan, found)) return end;
            Found chapter = found;
            chapter.entry.argument = static_cast<std::uint8_t>(Level::kChapter);
            return scan_pin(scan, chapter);
        }
        case Action::kBill:
            return scan_bill(scan, found);
        case Action::kOrder:
            return scan_order(scan, found);
        case Action::kMemorandum:
            return scan_memorandum(scan, found);
        case Action::kLaw:
            return scan_named(scan, found);
        case Action::kHead:
            return scan_head(scan, found);
        case Action::kConstitution:
            return scan_constitution(scan, found);
        case Action::kAmendment:
            return scan_amendment(scan, found);
        case Action::kRule:
            return scan_rule(scan, found);
        case Action::kUn: {
            // The trie does not see signs: "S/RES" is the Security Council's, "S. Res." the
            // Senate's.
            const std::string_view sign = found.span.of(scan.text);
            if (found.entry.argument != 0 || sign.size() > 6 || sign[0] != 'S' || sign[1] == 'C' ||
                sign.find('/') != std::string_view::npos)
                return scan_un(scan, found);
            Found bill = found;
            bill.entry.argument = kSenateResolution;
            return scan_bill(scan, bill);
        }
        case Action::kEuAct:
            return scan_eu_act(scan, found, found.entry.argument);
        case Action::kJournal:
            return scan_journal(scan, found);
        case Action::kCelex:
            return scan_celex(scan, found);
        case Action::kUkInstrument:
            return scan_uk_instrument(scan, found);
        case Action::kStateCode:
            return scan_state_code(scan, found);
        case Action::kReporter:
            return scan_reporter(scan, found);
        case Action::kBack:
            return scan_ibid(scan, found);
        default:
            return 0;
    }
}

// Where to go on behind what begins at the word at `at`; `at` if nothing does.
std::uint32_t Scanner::scan_word(Scan& scan, std::uint32_t at) const {
    const std::string_view text = scan.text;
    if (scan.definitions.may_begin(text[at])) {
        if (const Definitions::Name* name = scan.definitions.match(text, at)) {
            const auto end = static_cast<std::uint32_t>(at + name->text.size());
            // "the FOIA Improvement Act"
            if (longer_name_follows(text, end)) return at;
            add_defined(scan, *name, {at, end});
            return end;
        }
    }
    if (!book_.names.may_begin(text, at)) return at;
    Found found;
    const NameEntry* entry = nullptr;
    if (scan.peeked_at == at) {
        entry = scan.peeked;
        found.span = scan.peeked_span;
    } else {
        entry = book_.names.match(text, at, found.span);
    }
    if (entry == nullptr) return at;
    found.entry = *entry;
    const std::size_t bases = scan.atoms.bases.size();
    const std::uint32_t next = dispatch(scan, found);
    if (next <= at || scan.atoms.bases.size() == bases) return std::max(next, at);
    // "legislation to reform the Department of Education (ED)": the name is not the law's.
    const Base& last = scan.atoms.bases.back();
    if (last.kind == CitationKind::kDescribed) return next;
    // Nor is "the Blanket Purchase Agreement (BPA)" a treaty.
    if (last.kind == CitationKind::kTreaty && last.weak && last.law == kNone) return next;
    return scan.definitions.read(text, next, static_cast<std::uint32_t>(bases));
}

void Scanner::scan(Span stretch, Atoms& atoms, Definitions& definitions) const {
    const std::string_view text = text_.substr(0, stretch.end);
    Scan scan{book_, text, congress_, atoms, stretch.begin, definitions};
    std::uint32_t at = stretch.begin;
    while (at < stretch.end) {
        if (is_word_byte(text, at)) {
            scan.floor = std::max(stretch.begin, atoms.end());
            if (const std::uint32_t next = scan_word(scan, at); next > at) {
                at = next;
                continue;
            }
            while (at < stretch.end && is_word_byte(text, at)) ++at;
        } else if (text[at] == '\xC2' && text.substr(at, 2) == "\xC2\xA7") {
            at = std::max(scan_section_sign(scan, at), at + 2);
        } else {
            ++at;
        }
    }
}

Span number_before(const Scan& scan, std::uint32_t end) {
    const std::uint32_t last = before_blanks(scan.text, end, scan.floor);
    const Span word = word_before(scan.text, last, scan.floor);
    if (word.empty() || word.size() > 5 || !unicode::is_ascii_digit(scan.text[word.begin]))
        return {end, end};
    for (std::uint32_t i = word.begin + 1; i < word.end; ++i) {
        const char c = scan.text[i];
        const bool letter = i + 1 == word.end && unicode::is_ascii_upper(c);
        if (!letter && !unicode::is_ascii_digit(c)) return {end, end};
    }
    // "9,22 U.S.C." and "1.22 U.S.C." are no titles.
    if (word.begin > scan.floor &&
        (scan.text[word.begin - 1] == '.' || scan.text[word.begin - 1] == '$'))
        return {end, end};
    return word;
}

namespace {

// "section 433e of [this title]", in the notes of the Code.
std::uint32_t scan_this_title(Scan& scan, Span title) {
    const Span word =
        word_before(scan.text, before_blanks(scan.text, title.begin, scan.floor), scan.floor);
    if (word.of(scan.text) != "this") return 0;
    Base base;
    base.span = {word.begin, title.end};
    base.kind = CitationKind::kUsc;
    base.grammar = Grammar::kUsc;
    base.reference = Reference::kHere;
    scan.atoms.add(std::move(base));
    return title.end;
}

// "Japan's [Article 9]" is of its constitution: the word becomes the base, the number its pin.
void add_foreign_constitution(Scan& scan, Span word, Pin& pin) {
    const PlaceBefore place = place_before(scan, word.begin);
    if (!place.possessive || place.code.size() != 2 || place.code == "us" || place.code == "eu" ||
        place.code == "gb")
        return;
    Base base;
    base.kind = CitationKind::kForeign;
    base.grammar = Grammar::kArticles;
    base.jurisdiction = place.code;
    base.work = "/" + std::string(place.code) + "/constitution";
    base.heads = mask_of(Head::kConstitution);
    base.span = word;
    scan.atoms.add(std::move(base));
    pin.direct = true;
    pin.span.begin = scan.atoms.items[pin.first_item].span.begin;
}

}  // namespace

std::uint32_t scan_pin(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    const auto level = static_cast<Level>(found.entry.argument & ~kPluralForm);
    if (level == Level::kRegulation && unicode::is_ascii_upper(scan.text[found.span.begin])) {
        if (const std::uint32_t end = scan_eu_act(scan, found, 0)) return end;
        if (const std::uint32_t end = scan_uk_title(scan, found)) return end;
    }
    const bool stop = c.accept(".");
    // "to amend 21 CFR": only "amend." is an amendment.
    if (level == Level::kAmendment && found.span.size() <= 5 && !stop) return 0;
    bool plural = found.entry.argument & kPluralForm;
    const bool blank = c.skip_blank();
    if (c.accept_section_sign()) {
        plural |= c.accept_section_sign();
        c.skip_blank();
    } else if (!blank && c.peek() != '(' && !c.at_digit() && level == Level::kTitle) {
        return scan_this_title(scan, found.span);
    } else if (!blank && c.peek() != '(' && !c.at_digit() && level != Level::kRegulation) {
        return 0;
    }
    c.accept_word("no");
    ListStyle style{.plural = plural};
    if (c.peek() == '(') {
        style.numbering = Numbering::kLettered;
    } else if (level == Level::kSection || level == Level::kRule ||
               (level == Level::kArticle && c.at_digit())) {
        style.numbering = Numbering::kState;
    } else if (level == Level::kSubpart && c.at_digit()) {
        style.numbering = Numbering::kCode;
    } else {
        style.numbering = Numbering::kOutline;
    }
    Pin pin;
    pin.level = level;
    pin.first_item = static_cast<std::uint32_t>(scan.atoms.items.size());
    pin.items = read_items(c, style, scan.atoms.items);
    if (pin.items == 0) {
        if (level == Level::kTitle) return scan_this_title(scan, found.span);
        // "the 2020 Regulations", not "the regulations of the club"
        const bool name = unicode::is_ascii_upper(scan.text[found.span.begin]);
        if (level != Level::kRegulation || (plural && !name)) return 0;
        Found head = found;
        head.entry.argument = static_cast<std::uint8_t>(Head::kRegulation);
        return scan_head(scan, head);
    }
    pin.span = {found.span.begin, c.at};
    if (level == Level::kArticle && pin.items == 1) add_foreign_constitution(scan, found.span, pin);
    scan.atoms.add(pin);
    return c.at;
}

std::uint32_t scan_section_sign(Scan& scan, std::uint32_t at) {
    Cursor c(scan.text, at);
    unsigned signs = 0;
    while (c.accept_section_sign()) ++signs;
    c.skip_blank();
    Pin pin;
    pin.first_item = static_cast<std::uint32_t>(scan.atoms.items.size());
    pin.items = read_items(c, {.numbering = Numbering::kState, .plural = signs > 1, .signs = true},
                           scan.atoms.items);
    if (pin.items == 0) return c.at;
    pin.span = {at, c.at};
    scan.atoms.add(pin);
    return c.at;
}

unsigned congress_of(std::string_view iso_date) {
    unsigned year = 0;
    if (iso_date.size() < 4) return 0;
    std::from_chars(iso_date.data(), iso_date.data() + 4, year);
    if (year < 1789 || year > 2200) return 0;
    const std::string_view day = iso_date.size() >= 10 ? iso_date.substr(5, 5) : "12-31";
    const bool before = year % 2 == 1 && day < (year < 1935 ? "03-04" : "01-03");
    return (year - 1789 - (before ? 1 : 0)) / 2 + 1;
}

}  // namespace lede::citations
