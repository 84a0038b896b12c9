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

// The state whose bill is named at `at`: the one that stands before it, that of the bill named
// last, or the one that the text has named shortly before; "" if there is none.
std::string state_of_bill(const Scan& scan, std::uint32_t at) {
    const PlaceBefore place = place_before(scan, at);
    if (place.code.starts_with("us-")) return std::string(place.code);
    for (auto it = scan.atoms.bases.rbegin();
         it != scan.atoms.bases.rend() && it - scan.atoms.bases.rbegin() < 8; ++it)
        if (it->kind == CitationKind::kBill && (!it->jurisdiction.empty() || it->work.empty()))
            return it->jurisdiction;
    return std::string(place_near(scan, at, PlaceSort::kState));
}

// "Apt. S. 5", "1200 S. 5": an address.
bool stands_in_address(const Scan& scan, std::uint32_t begin) {
    std::uint32_t end = before_blanks(scan.text, begin, scan.floor);
    if (end > scan.floor && scan.text[end - 1] == '.') --end;
    const Span word = word_before(scan.text, end, scan.floor);
    if (word.empty()) return false;
    return unicode::is_ascii_digit(scan.text[word.begin]) ||
           scan.book.is_name_word(word.of(scan.text), "address");
}

}  // namespace

std::uint32_t scan_bill(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    const bool stop = c.accept(".");
    const bool blank = c.skip_blank();
    const std::uint8_t type = found.entry.argument;
    const bool initial = type == kSenateBill && found.span.size() == 1;
    if (initial && scan.text[found.span.begin] == 's') {
        // "s. 6 of the Human Rights Act 1998"; not "the nation's 50 states"
        const std::uint32_t at = found.span.begin;
        if (at > 0 && scan.text[at - 1] == '\'') return 0;
        if (at >= 3 && scan.text.substr(at - 3, 3) == "\xE2\x80\x99") return 0;
        Found section = found;
        section.entry.argument = static_cast<std::uint8_t>(Level::kSection);
        return scan_pin(scan, section);
    }
    // "S. 4" is a bill, "Harry S 4" is not.
    const bool inside = found.span.begin > scan.floor && scan.text[found.span.begin - 1] == '.';
    if (initial && (!stop || inside || stands_in_address(scan, found.span.begin))) return 0;
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
    } else if (const std::string state = state_of_bill(scan, found.span.begin); !state.empty()) {
        // "Texas Senate Bill 8": Congress calls its own "S. 8".
        base.jurisdiction = state;
        base.work = "/" + state + "/bill/" + (type == kBillTypes.size() ? "hb/" : "sb/") +
                    std::string(number.of(scan.text));
    }
    const std::uint32_t end = base.span.end;
    scan.atoms.add(std::move(base));
    return end;
}

namespace {

// "No. 3 of 1970" behind "Reorganization Plan", "No. 2016-5" behind "Presidential Determination".
std::uint32_t scan_dated_number(Scan& scan, const Found& found, bool plan) {
    Cursor c(scan.text, found.span.end);
    c.accept(".");
    c.skip_blank();
    Span number = c.digits(4);
    Span year;
    if (plan) {
        if (!c.skip_blank() || !c.accept_word("of") || !c.skip_blank()) return 0;
        year = c.digits(4);
    } else {
        year = number;
        if (!c.accept_dash()) return 0;
        number = c.digits(3);
    }
    if (number.empty() || year.empty() || c.at_word() || (plan && year.size() != 4)) return 0;
    Base base;
    base.kind = plan ? CitationKind::kSessionLaw : CitationKind::kEo;
    base.grammar = plan ? Grammar::kLaw : Grammar::kNone;
    base.work = (plan ? "/us/reorg/" : "/us/pd/") + std::string(year.of(scan.text)) +
                (plan ? "/" : "-") + std::string(number.of(scan.text));
    base.span = {found.span.begin, c.at};
    scan.atoms.add(std::move(base));
    return c.at;
}

constexpr std::uint8_t kDetermination = 2;
constexpr std::uint8_t kPlan = 3;

}  // namespace

std::uint32_t scan_memorandum(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    if (!c.skip_blank()) return 0;
    const std::string date = read_date(c);
    if (date.empty()) return 0;
    Base base;
    base.kind = CitationKind::kEo;
    base.work = "/us/memo/" + date;
    base.span = {found.span.begin, c.at};
    scan.atoms.add(std::move(base));
    return c.at;
}

std::uint32_t scan_order(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    if (found.entry.argument >= kDetermination)
        return scan_dated_number(scan, found, found.entry.argument == kPlan);
    Base base;
    base.kind = found.entry.argument == 0 ? CitationKind::kEo : CitationKind::kProclamation;
    base.span.begin = found.span.begin;
    bool any = false;
    std::uint32_t end = 0;
    for (;;) {
        c.accept(")");
        c.accept(".");
        c.skip_blank();
        if (!any) c.accept("#");
        if (any && (c.accept_word("and") || c.accept_word("or") || c.accept("&"))) c.skip_blank();
        const Span number = c.digits(5, true);
        const bool letter = unicode::is_ascii_upper(c.peek()) && !number.empty();
        if (letter) ++c.at;
        // "Fed. Rules Civ. Proc. 26" proclaims nothing.
        const std::size_t least = any ? 4 : found.span.size() == 4 ? 3 : 2;
        if (number.size() < least || c.at_word()) break;
        std::string digits;
        for (const char digit : number.of(scan.text))
            if (digit != ',') digits.push_back(digit);
        base.work = (found.entry.argument == 0 ? "/us/eo/" : "/us/proc/") + digits;
        if (letter) base.work.push_back(scan.text[c.at - 1]);
        base.span = {any ? number.begin : found.span.begin, c.at};
        scan.atoms.add(base);
        end = c.at;
        any = true;
        // "Executive Orders 13936 of July 14, 2020, and 13959"
        Cursor date = c;
        if (date.skip_blank() && date.accept_word("of") && date.skip_blank() &&
            !read_date(date).empty())
            c = date;
        c.accept(",");
    }
    return end;
}

}  // namespace lede::citations
