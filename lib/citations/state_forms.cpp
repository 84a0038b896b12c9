// Codes, constitutions, regulations and session laws of the states and territories, by the
// abbreviations and names of data/citations/state_codes.tsv; and the reporters of cases.
#include "citations/pinpoint.h"
#include "citations/scanner.h"

namespace lede::citations {
namespace {

bool is_abbreviated(const Scan& scan, const Found& found) {
    return scan.book.names.phrase(found.entry.phrase).ends_with('.');
}

// "2019 Cal. Stat. 123", "1999 Fla. Laws ch. 99-5"
std::uint32_t scan_session_law(Scan& scan, const Law& law, Base base, Cursor c) {
    const Span year = number_before(scan, base.span.begin);
    if (year.size() != 4) return 0;
    c.skip_blank();
    const bool chapter = c.accept("ch. ") || c.accept("Ch. ");
    const bool act = !chapter && (c.accept("No. ") || c.accept("Act "));
    const std::uint32_t begin = c.at;
    c.digits(5, true);
    if (chapter && c.accept_dash()) c.digits(4);
    if (c.at == begin || c.at_word()) return 0;
    base.work = law.work + "/" + std::string(year.of(scan.text)) +
                (chapter ? "/ch"
                 : act   ? "/no"
                         : "/p");
    for (const char sign : scan.text.substr(begin, c.at - begin))
        if (unicode::is_ascii_digit(sign) || sign == '-') base.work.push_back(sign);
    base.span = {year.begin, c.at};
    base.grammar = Grammar::kNone;
    scan.atoms.add(std::move(base));
    return c.at;
}

}  // namespace

std::uint32_t scan_state_code(Scan& scan, const Found& found) {
    const Law& law = scan.book.laws[found.entry.law];
    Cursor c(scan.text, found.span.end);
    if (is_abbreviated(scan, found)) c.accept(".");
    for (unsigned i = 0; i < 2; ++i) {
        // "Ann.", "(West 2019)"
        Cursor more = c;
        more.accept(",");
        if (more.skip_blank() && (more.accept_word("Ann") || more.accept_word("Annotated"))) {
            more.accept(".");
            c = more;
        }
    }
    Base base;
    base.kind = law.kind;
    base.grammar = law.grammar;
    base.law = found.entry.law;
    base.heads = law.heads;
    base.work = law.work;
    base.jurisdiction = law.jurisdiction;
    base.span = {found.span.begin, c.at};
    if (law.kind == CitationKind::kSessionLaw) return scan_session_law(scan, law, base, c);
    const bool named = found.span.of(scan.text).find(' ') != std::string_view::npos;
    // "Florida Statutes" alone is talk, "the Texas Family Code" is a law.
    base.weak = law.work.ends_with("/code") || law.work.ends_with("/reg") ||
                law.kind == CitationKind::kStateConst;
    const Span title =
        law.grammar == Grammar::kState &&
                law.work.ends_with(law.kind == CitationKind::kStateReg ? "/reg" : "/code")
            ? number_before(scan, found.span.begin)
            : Span{};
    if (!title.empty() && title.size() <= 4) {
        base.subject = title.of(scan.text);
        base.work += "/t" + base.subject;
        base.span.begin = title.begin;
    }
    const std::uint32_t end = base.span.end;
    scan.atoms.add(std::move(base));
    Cursor list = c;
    list.accept(",");
    list.skip_blank();
    if (!list.at_digit() || (named && list.at == c.at)) return end;
    Pin pin;
    pin.direct = true;
    pin.span.begin = list.at;
    pin.first_item = static_cast<std::uint32_t>(scan.atoms.items.size());
    pin.items = read_items(list, {.numbering = Numbering::kState}, scan.atoms.items);
    // "Florida Statutes 2018 edition": a bare year is no section.
    if (pin.items == 0) return end;
    pin.span.end = list.at;
    scan.atoms.add(pin);
    return list.at;
}

std::uint32_t scan_reporter(Scan& scan, const Found& found) {
    const Span volume = number_before(scan, found.span.begin);
    if (volume.empty()) return 0;
    Cursor c(scan.text, found.span.end);
    c.accept(".");
    if (!c.skip_blank()) return 0;
    const Span page = c.digits(5);
    if (page.empty() || c.at_word()) return 0;
    std::string reporter;
    for (const char sign : found.span.of(scan.text))
        if (unicode::is_ascii_letter(sign) || unicode::is_ascii_digit(sign))
            reporter.push_back(unicode::ascii_lower(sign));
    Base base;
    base.kind = CitationKind::kCase;
    base.work = "/us/case/" + reporter + "/" + std::string(volume.of(scan.text)) + "/" +
                std::string(page.of(scan.text));
    base.span = {volume.begin, c.at};
    scan.atoms.add(std::move(base));
    return c.at;
}

}  // namespace lede::citations
