#include "citations/scanner.h"

#include <algorithm>
#include <charconv>

#include "citations/pinpoint.h"

namespace lede::citations {

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
        case Action::kChapterLaw:
            return scan_chapter_law(scan, found);
        case Action::kBill:
            return scan_bill(scan, found);
        case Action::kOrder:
            return scan_order(scan, found);
        case Action::kLaw:
            return scan_named(scan, found);
        default:
            return 0;
    }
}

void Scanner::scan(Span stretch, Atoms& atoms) const {
    const std::string_view text = text_.substr(0, stretch.end);
    Scan scan{book_, text, congress_, atoms, stretch.begin};
    std::uint32_t at = stretch.begin;
    while (at < stretch.end) {
        if (!is_word_byte(text, at)) {
            if (text[at] == '\xC2' && text.substr(at, 2) == "\xC2\xA7") {
                at = std::max(scan_section_sign(scan, at), at + 2);
            } else {
                ++at;
            }
            continue;
        }
        const char second = at + 1 < stretch.end && is_word_byte(text, at + 1) ? text[at + 1] : 0;
        if (book_.names.may_begin(text[at], second)) {
            Found found;
            if (const NameEntry* entry = book_.names.match(text, at, found.span)) {
                found.entry = *entry;
                scan.floor = std::max(stretch.begin, atoms.end());
                if (const std::uint32_t next = dispatch(scan, found); next > at) {
                    at = next;
                    continue;
                }
            }
        }
        while (at < stretch.end && is_word_byte(text, at)) ++at;
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

std::uint32_t scan_pin(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    c.accept(".");
    const auto level = static_cast<Level>(found.entry.argument & ~kPluralForm);
    bool plural = found.entry.argument & kPluralForm;
    const bool blank = c.skip_blank();
    if (c.accept_section_sign()) {
        plural |= c.accept_section_sign();
        c.skip_blank();
    } else if (!blank && c.peek() != '(' && !c.at_digit()) {
        return 0;
    }
    c.accept_word("no");
    ListStyle style{.plural = plural};
    if (c.peek() == '(') {
        style.numbering = Numbering::kLettered;
    } else if (level == Level::kSection || level == Level::kRule) {
        style.numbering = Numbering::kState;
    } else if (level == Level::kArticle && c.at_digit()) {
        style.numbering = Numbering::kState;
    } else {
        style.numbering = Numbering::kOutline;
    }
    Pin pin;
    pin.level = level;
    pin.first_item = static_cast<std::uint32_t>(scan.atoms.items.size());
    pin.items = read_items(c, style, scan.atoms.items);
    if (pin.items == 0) return 0;
    pin.span = {found.span.begin, c.at};
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
    pin.items =
        read_items(c, {.numbering = Numbering::kState, .plural = signs > 1}, scan.atoms.items);
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
