// The numbered sources of U.S. federal law: U.S.C., C.F.R., public and private laws, the Statutes
// at Large, the Federal Register, and session laws by date and chapter.
#include <array>
#include <charconv>

#include "citations/pinpoint.h"
#include "citations/scanner.h"

namespace lede::citations {
namespace {

constexpr std::uint32_t kNearPin = 40;  // bytes between "title 5, " and "United States Code"

unsigned value_of(std::string_view digits) {
    unsigned value = 0;
    for (const char c : digits)
        if (unicode::is_ascii_digit(c)) value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
}

std::string digits_of(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c != ',') out.push_back(c);
    return out;
}

// "U.S.C" takes a period that "United States Code" leaves to the sentence.
bool is_abbreviated(const Found& found, const Scan& scan) {
    return scan.book.names.phrase(found.entry.phrase).ends_with('.') &&
           found.span.of(scan.text).find('.') != std::string_view::npos;
}

// The phrase at the cursor, behind blanks and a comma.
Action action_at(const Scan& scan, Cursor c) {
    c.accept(",");
    c.skip_blank();
    if (!c.at_word()) return c.accept_section_sign() ? Action::kPin : Action::kNone;
    Span span;
    const NameEntry* entry = scan.book.names.match(scan.text, c.at, span);
    return entry == nullptr ? Action::kNone : entry->action;
}

// Reads the bare list after a code's name, "22 U.S.C. [9241, 9242]", as a direct pin.
std::uint32_t add_direct_items(Scan& scan, Cursor& c, Level level, Numbering numbering) {
    Cursor list = c;
    list.skip_blank();
    if (!list.at_digit()) return c.at;
    Pin pin;
    pin.level = level;
    pin.direct = true;
    pin.span.begin = list.at;
    pin.first_item = static_cast<std::uint32_t>(scan.atoms.items.size());
    pin.items = read_items(list, {.numbering = numbering}, scan.atoms.items);
    if (pin.items == 0) return c.at;
    pin.span.end = list.at;
    if (pin.items == 1 && list.skip_blank()) {
        // "22 U.S.C. [9 U.S.C.]": the number is the next title.
        const Action next = action_at(scan, list);
        if (next == Action::kUsc || next == Action::kCfr || next == Action::kStatutes) {
            scan.atoms.items.pop_back();
            return c.at;
        }
    }
    scan.atoms.add(pin);
    return pin.span.end;
}

}  // namespace

std::uint32_t scan_code(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    const Span title = number_before(scan, found.span.begin);
    Base base;
    base.kind = CitationKind::kUsc;
    base.grammar = Grammar::kUsc;
    base.work = "/us/usc";
    base.span = found.span;
    if (!title.empty()) {
        const unsigned number = value_of(title.of(scan.text));
        if (number == 0 || number > 54) return 0;
        base.work += "/t" + std::string(title.of(scan.text));
        base.span.begin = title.begin;
    }
    if (is_abbreviated(found, scan)) c.accept(".");
    Cursor next = c;
    next.skip_blank();
    // "1 U.S.C. 1 U.S.C. …": settled before anything is read twice.
    if (!next.digits(2).empty() && next.skip_blank() && action_at(scan, next) == Action::kUsc)
        return 0;
    Cursor appendix = c;
    appendix.accept(",");
    appendix.skip_blank();
    if (appendix.accept_word("appendix") || appendix.accept_word("app")) {
        appendix.accept(".");
        c = appendix;
        base.work += 'a';
    }
    Cursor annotated = c;
    annotated.skip_blank();
    if (annotated.accept_word("ann") || annotated.accept_word("annotated")) {
        annotated.accept(".");
        c = annotated;
    }
    base.span.end = c.at;
    const Cursor before = c;
    const bool appended = base.work.ends_with('a');
    const bool pinned = !scan.atoms.order.empty() && !scan.atoms.order.back().is_base &&
                        found.span.begin - scan.atoms.end() < kNearPin;
    const std::size_t bases = scan.atoms.bases.size();
    scan.atoms.add(std::move(base));
    const std::uint32_t end = add_direct_items(scan, c, Level::kSection, Numbering::kCode);
    if (end != before.at || pinned || appended || action_at(scan, before) == Action::kPin)
        return end;
    // "18 U.S.C." alone is a volume, not a law.
    scan.atoms.bases.resize(bases);
    scan.atoms.order.pop_back();
    return end;
}

std::uint32_t scan_regulations(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    const Span title = number_before(scan, found.span.begin);
    Base base;
    base.kind = CitationKind::kCfr;
    base.grammar = Grammar::kCfr;
    base.work = "/us/cfr";
    base.span = found.span;
    if (!title.empty()) {
        const unsigned number = value_of(title.of(scan.text));
        if (number == 0 || number > 50) return 0;
        base.work += "/t" + std::string(title.of(scan.text));
        base.span.begin = title.begin;
    }
    if (is_abbreviated(found, scan)) c.accept(".");
    base.span.end = c.at;
    scan.atoms.add(std::move(base));
    return add_direct_items(scan, c, Level::kSection, Numbering::kDotted);
}

std::uint32_t scan_acquisition(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    Cursor number = c;
    number.skip_blank();
    number.digits(3);
    if (number.peek() != '.' || !unicode::is_ascii_digit(number.peek(1))) return 0;
    Base base;
    base.kind = CitationKind::kCfr;
    base.grammar = Grammar::kCfr;
    base.work = "/us/cfr/t48";
    base.span = found.span;
    scan.atoms.add(std::move(base));
    return add_direct_items(scan, c, Level::kSection, Numbering::kDotted);
}

namespace {

// Laws that each Congress made, from the 57th on, where "Congress-number" is how they are cited:
// an upper bound for what can be a public law.
constexpr unsigned kFirstCongress = 57;
constexpr unsigned kLastCongress = 121;

bool plausible_law(unsigned congress, unsigned number) {
    if (congress < kFirstCongress || congress > kLastCongress || number == 0) return false;
    // Since the 97th no Congress has made more than 713 public laws, before that none above 1,100.
    return number <= (congress >= 107 ? 520U : congress >= 91 ? 750U : 1100U);
}

// "114-122"; returns the path, or "" and leaves the cursor.
std::string read_law_number(Cursor& c, std::string_view series, Span& span) {
    const Cursor before = c;
    const Span congress = c.digits(3);
    const std::string_view text = c.text;
    if (!congress.empty() && c.accept_dash()) {
        c.skip_blank();
        const Span number = c.digits(4);
        const bool good = !number.empty() && !c.at_word() &&
                          plausible_law(value_of(congress.of(text)), value_of(number.of(text)));
        if (good) {
            span = {congress.begin, c.at};
            return std::string(series) + "/" + std::string(congress.of(text)) + "/" +
                   std::string(number.of(text));
        }
    }
    c = before;
    return "";
}

// "346, 78th Congress" or "346, 79th Cong."
std::string read_numbered_law(Cursor& c, std::string_view series, Span& span) {
    const Cursor before = c;
    const Span number = c.digits(4);
    if (!number.empty() && c.accept(",") && c.skip_blank()) {
        const Span congress = c.digits(3);
        const bool ordinal = c.accept("th") || c.accept("st") || c.accept("nd") || c.accept("rd");
        if (!congress.empty() && ordinal && c.skip_blank() &&
            (c.accept_word("Congress") || c.accept_word("Cong"))) {
            span = {number.begin, c.at};
            return std::string(series) + "/" + std::string(congress.of(c.text)) + "/" +
                   std::string(number.of(c.text));
        }
    }
    c = before;
    return "";
}

}  // namespace

std::uint32_t scan_public_law(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    c.accept(".");
    c.skip_blank();
    const bool is_private = found.entry.action == Action::kPrivateLaw;
    Base base;
    base.kind = is_private ? CitationKind::kPvtl : CitationKind::kPl;
    base.grammar = Grammar::kLaw;
    const std::string_view series = is_private ? "/us/pvtl" : "/us/pl";
    Span number;
    base.work = read_law_number(c, series, number);
    if (base.work.empty()) base.work = read_numbered_law(c, series, number);
    if (base.work.empty()) return 0;
    base.span = {found.span.begin, c.at};
    scan.atoms.add(base);
    for (;;) {
        // "Public Laws 94-142, 99-457 and 101-476"
        Cursor next = c;
        const bool comma = next.accept(",");
        next.skip_blank();
        const bool word = next.accept_word("and") || next.accept_word("or");
        if (!comma && !word) break;
        next.skip_blank();
        base.work = read_law_number(next, series, number);
        if (base.work.empty()) break;
        base.span = number;
        scan.atoms.add(base);
        c = next;
    }
    return c.at;
}

std::uint32_t scan_page(Scan& scan, const Found& found) {
    const Span volume = number_before(scan, found.span.begin);
    if (volume.empty()) return 0;
    const bool statutes = found.entry.action == Action::kStatutes;
    const unsigned number = value_of(volume.of(scan.text));
    if (number == 0 || number > (statutes ? 145U : 110U)) return 0;
    Cursor c(scan.text, found.span.end);
    c.accept(".");
    c.skip_blank();
    c.accept("at ");
    const Span page = c.digits(6, true);
    if (page.empty() || c.at_word()) return 0;
    Base base;
    base.kind = statutes ? CitationKind::kStat : CitationKind::kFr;
    base.work = (statutes ? "/us/stat/" : "/us/fr/") + std::string(volume.of(scan.text)) + "/" +
                digits_of(page.of(scan.text));
    base.span = {volume.begin, c.at};
    scan.atoms.add(std::move(base));
    return c.at;
}

namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

unsigned month_of(std::string_view word) {
    if (word.size() < 3) return 0;
    for (unsigned i = 0; i < kMonths.size(); ++i) {
        bool same = true;
        for (unsigned k = 0; k < 3; ++k) same &= unicode::ascii_lower(word[k]) == kMonths[i][k];
        if (same) return i + 1;
    }
    return 0;
}

// The date "Aug. 25, 1916" that ends before `end`: its begin and "1916-08-25"; "" if there is none.
std::string date_before(const Scan& scan, std::uint32_t end, std::uint32_t& begin) {
    const auto skip = [&](std::uint32_t at, char sign) {
        at = before_blanks(scan.text, at, scan.floor);
        if (at > scan.floor && scan.text[at - 1] == sign) --at;
        return before_blanks(scan.text, at, scan.floor);
    };
    const Span year = word_before(scan.text, skip(end, ','), scan.floor);
    const Span day = word_before(scan.text, skip(year.begin, ','), scan.floor);
    const Span month = word_before(scan.text, skip(day.begin, '.'), scan.floor);
    if (year.size() != 4 || day.empty() || day.size() > 2 || month.empty()) return "";
    const unsigned month_number = month_of(month.of(scan.text));
    const unsigned day_number = value_of(day.of(scan.text));
    if (month_number == 0 || day_number == 0 || day_number > 31) return "";
    begin = month.begin;
    const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return std::string(year.of(scan.text)) + "-" + two(month_number) + "-" + two(day_number);
}

}  // namespace

std::uint32_t scan_chapter_law(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    c.accept(".");
    c.skip_blank();
    const Span chapter = c.digits(4);
    if (chapter.empty() || c.at_word()) return 0;
    std::uint32_t begin = 0;
    const std::string date = date_before(scan, found.span.begin, begin);
    if (date.empty()) return 0;
    const std::uint32_t word_end = before_blanks(scan.text, begin, scan.floor);
    const Span word = word_before(scan.text, word_end, scan.floor);
    if (word.of(scan.text) == "act" || word.of(scan.text) == "Act") begin = word.begin;
    Base base;
    base.kind = CitationKind::kSessionLaw;
    base.grammar = Grammar::kLaw;
    base.work = "/us/act/" + date + "/ch" + std::string(chapter.of(scan.text));
    base.span = {begin, c.at};
    scan.atoms.add(std::move(base));
    return c.at;
}

}  // namespace lede::citations
