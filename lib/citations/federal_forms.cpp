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
    scan.peeked_at = c.at;
    scan.peeked = scan.book.names.match(scan.text, c.at, scan.peeked_span);
    return scan.peeked == nullptr ? Action::kNone : scan.peeked->action;
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

namespace {

// "App." or "Appendix" before "U.S.C."; empty if it is not there.
Span appendix_before(const Scan& scan, std::uint32_t end) {
    std::uint32_t last = before_blanks(scan.text, end, scan.floor);
    if (last > scan.floor && scan.text[last - 1] == '.') --last;
    const Span word = word_before(scan.text, last, scan.floor);
    const bool appendix = unicode::equal_folded(word.of(scan.text), "app") ||
                          unicode::equal_folded(word.of(scan.text), "appendix");
    return appendix ? word : Span{};
}

// A title of the Code that has a name of its own: "Internal Revenue Code § 61", "IRC 501(c)(3)".
std::uint32_t scan_title_by_name(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    const std::string_view name = found.span.of(scan.text);
    if (is_abbreviated(found, scan)) c.accept(".");
    Base base;
    base.kind = CitationKind::kUsc;
    base.grammar = Grammar::kUsc;
    base.work = "/us/usc/t" + std::to_string(found.entry.argument);
    base.span.begin = found.span.begin;
    base.span.end = c.at;
    base.heads = mask_of(Head::kCode) | mask_of(Head::kLaw);
    // "IRC" is also a charity, and "the tax code" is talk.
    if (name.find(' ') != std::string_view::npos) base.kind = CitationKind::kAct;
    base.weak = name.size() < 8 || unicode::is_ascii_lower(name[0]) || name.ends_with("tax code");
    scan.atoms.add(std::move(base));
    return add_direct_items(scan, c, Level::kSection, Numbering::kCode);
}

}  // namespace

std::uint32_t scan_code(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    if (found.entry.argument != 0) return scan_title_by_name(scan, found);
    if (is_abbreviated(found, scan)) c.accept(".");
    Cursor next = c;
    next.skip_blank();
    // "1 U.S.C. 1 U.S.C. …": settled before anything is read twice.
    if (!next.digits(2).empty() && next.skip_blank() && action_at(scan, next) == Action::kUsc)
        return found.span.end;
    Base base;
    base.kind = CitationKind::kUsc;
    base.grammar = Grammar::kUsc;
    base.work = "/us/usc";
    base.span = found.span;
    Span title = number_before(scan, found.span.begin);
    bool appended = false;
    if (title.empty()) {
        // "50 App. U.S.C. § 595"
        const Span word = appendix_before(scan, found.span.begin);
        appended = !word.empty();
        if (appended) title = number_before(scan, word.begin);
    }
    if (!title.empty()) {
        const unsigned number = value_of(title.of(scan.text));
        if (number == 0 || number > 54) return 0;
        base.work += "/t" + std::string(title.of(scan.text)) + (appended ? "a" : "");
        base.span.begin = title.begin;
    }
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
    appended = base.work.ends_with('a');
    const bool pinned = !scan.atoms.order.empty() && !scan.atoms.order.back().is_base &&
                        found.span.begin - scan.atoms.end() < kNearPin;
    const std::size_t bases = scan.atoms.bases.size();
    scan.atoms.add(std::move(base));
    const std::uint32_t end = add_direct_items(scan, c, Level::kSection, Numbering::kCode);
    const Action follows = action_at(scan, before);
    if (end != before.at || pinned || appended || follows == Action::kPin ||
        follows == Action::kChapterLaw)
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
    Cursor next = c;
    const bool abbreviated = found.span.size() <= 8;
    if (abbreviated && next.skip_blank() && unicode::is_ascii_lower(next.peek()) &&
        action_at(scan, c) == Action::kNone)
        return 0;  // "21 CFR members"
    scan.atoms.add(std::move(base));
    return add_direct_items(scan, c, Level::kSection, Numbering::kDotted);
}

std::uint32_t scan_acquisition(Scan& scan, const Found& found) {
    constexpr std::uint8_t kTreasury = 2;
    Cursor c(scan.text, found.span.end);
    if (is_abbreviated(found, scan)) c.accept(".");
    Cursor number = c;
    number.skip_blank();
    while (number.accept_section_sign() || number.accept(" ")) {
    }
    const bool bare = number.at_digit();
    number.digits(3);
    const bool dotted = number.peek() == '.' && unicode::is_ascii_digit(number.peek(1));
    Span word;
    const NameEntry* entry = bare ? nullptr : scan.book.names.match(scan.text, number.at, word);
    const bool pinned = entry != nullptr && entry->action == Action::kPin;
    if (bare ? !dotted : !pinned) return 0;
    Base base;
    base.kind = CitationKind::kCfr;
    base.grammar = Grammar::kCfr;
    base.work = found.entry.argument == kTreasury ? "/us/cfr/t26" : "/us/cfr/t48";
    base.span = {found.span.begin, c.at};
    base.weak = true;
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
    Cursor range = c;
    // Drafters mark "122 Stat. 4302" in "122 Stat. 4302–16".
    if (!statutes && range.accept_dash() && !range.digits(5, true).empty() && !range.at_word())
        c = range;
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

std::string iso_date(std::string_view year, unsigned month, unsigned day) {
    const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return std::string(year) + "-" + two(month) + "-" + two(day);
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
    return iso_date(year.of(scan.text), month_number, day_number);
}

}  // namespace

std::string read_date(Cursor& c) {
    const Cursor before = c;
    const Span month = c.word();
    c.at = month.end;
    c.accept(".");
    c.skip_blank();
    const Span day = c.digits(2);
    const bool comma = c.accept(",") && c.skip_blank();
    const Span year = c.digits(4);
    const unsigned month_number = month_of(month.of(c.text));
    const unsigned day_number = value_of(day.of(c.text));
    if (comma && year.size() == 4 && !c.at_word() && month_number > 0 && day_number > 0 &&
        day_number <= 31)
        return iso_date(year.of(c.text), month_number, day_number);
    c = before;
    return "";
}

std::uint32_t scan_chapter_law(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    c.accept(".");
    c.skip_blank();
    const Span chapter = c.digits(4);
    if (chapter.empty() || c.at_word()) return 0;
    std::uint32_t begin = 0;
    const std::string date = date_before(scan, found.span.begin, begin);
    if (date.empty()) return 0;
    Span word = word_before(scan.text, before_blanks(scan.text, begin, scan.floor), scan.floor);
    // "Act of March 3, 1891, ch. 561"
    if (word.of(scan.text) == "of")
        word = word_before(scan.text, before_blanks(scan.text, word.begin, scan.floor), scan.floor);
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
