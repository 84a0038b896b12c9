// Bills and resolutions of Congress, executive orders and proclamations.
#include <array>

#include "citations/name_reader.h"
#include "citations/scanner.h"

namespace lede::citations {
namespace {

constexpr std::array<std::string_view, 8> kBillTypes = {"hr",      "s",       "hjres", "sjres",
                                                        "hconres", "sconres", "hres",  "sres"};
constexpr std::uint8_t kSenateBill = 1;

// ", 114th Congress", "of the 114th Congress", "(114th Congress)": the number, and the cursor
// behind the words; 0 if they do not follow.
unsigned congress_after(Cursor& c) {
    const Cursor before = c;
    c.accept(",");
    c.skip_blank();
    c.accept("(");
    const bool open = c.at > before.at;
    if (c.accept_word("of") || c.accept_word("in")) c.skip_blank();
    if (c.accept_word("the")) c.skip_blank();
    const Span number = c.digits(3);
    const bool ordinal = c.accept("th") || c.accept("st") || c.accept("nd") || c.accept("rd");
    if (open && !number.empty() && ordinal && c.skip_blank() &&
        (c.accept_word("Congress") || c.accept_word("Cong"))) {
        unsigned value = 0;
        for (const char digit : number.of(c.text))
            value = value * 10 + static_cast<unsigned>(digit - '0');
        return value;
    }
    c = before;
    return 0;
}

}  // namespace

std::uint32_t scan_bill(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    const bool stop = c.accept(".");
    const bool blank = c.skip_blank();
    const std::uint8_t type = found.entry.argument;
    const bool initial = type == kSenateBill && found.span.size() == 1;
    if (initial && scan.text[found.span.begin] == 's') {
        // "s. 6 of the Human Rights Act 1998"
        Found section = found;
        section.entry.argument = static_cast<std::uint8_t>(Level::kSection);
        return scan_pin(scan, section);
    }
    // "S. 4" is a bill, "Harry S 4" is not.
    const bool inside = found.span.begin > scan.floor && scan.text[found.span.begin - 1] == '.';
    if (initial && (!stop || inside)) return 0;
    if (!stop && !blank && found.span.size() < 2) return 0;
    if (c.accept_word("no")) {
        c.accept(".");
        c.skip_blank();
    }
    const Span number = c.digits(5);
    if (number.empty() || c.at_word() || scan.text[number.begin] == '0') return 0;
    if (c.peek() == '.' && unicode::is_ascii_digit(c.peek(1))) return 0;
    Base base;
    base.kind = CitationKind::kBill;
    base.span = {found.span.begin, c.at};
    unsigned congress = congress_after(c);
    if (congress == 0) congress = scan.congress;
    base.heads = mask_of(Head::kBill) | mask_of(Head::kMeasure) | mask_of(Head::kLegislation);
    if (type < kBillTypes.size()) {
        base.work = "/us/bill/";
        if (congress > 0) base.work += std::to_string(congress) + "/";
        base.work += std::string(kBillTypes[type]) + "/" + std::string(number.of(scan.text));
    } else if (const PlaceBefore place = place_before(scan, found.span.begin);
               place.code.starts_with("us-")) {
        // "Texas Senate Bill 8": Congress calls its own "S. 8".
        base.jurisdiction = place.code;
        base.work = "/" + std::string(place.code) + "/bill/" +
                    (type == kBillTypes.size() ? "hb/" : "sb/") + std::string(number.of(scan.text));
    }
    const std::uint32_t end = base.span.end;
    scan.atoms.add(std::move(base));
    return end;
}

std::uint32_t scan_order(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    Base base;
    base.kind = found.entry.argument == 0 ? CitationKind::kEo : CitationKind::kProclamation;
    base.span.begin = found.span.begin;
    bool any = false;
    std::uint32_t end = 0;
    for (;;) {
        c.accept(")");
        c.accept(".");
        c.skip_blank();
        if (any && (c.accept_word("and") || c.accept_word("or") || c.accept("&"))) c.skip_blank();
        const Span number = c.digits(5, true);
        const bool letter = unicode::is_ascii_upper(c.peek()) && !number.empty();
        if (letter) ++c.at;
        if (number.size() < (any ? 4U : 2U) || c.at_word()) break;
        std::string digits;
        for (const char digit : number.of(scan.text))
            if (digit != ',') digits.push_back(digit);
        base.work = (found.entry.argument == 0 ? "/us/eo/" : "/us/proc/") + digits;
        if (letter) base.work.push_back(scan.text[c.at - 1]);
        base.span = {any ? number.begin : found.span.begin, c.at};
        scan.atoms.add(base);
        end = c.at;
        any = true;
        c.accept(",");
    }
    return end;
}

}  // namespace lede::citations
