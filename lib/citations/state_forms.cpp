// Codes, constitutions, regulations, registers and session laws of the states and territories, by
// the abbreviations and names of data/citations/state_codes.tsv; and the reporters of cases.
#include <array>

#include "citations/pinpoint.h"
#include "citations/scanner.h"

namespace lede::citations {
namespace {

bool is_abbreviated(const Scan& scan, const Found& found) {
    return scan.book.names.phrase(found.entry.phrase).ends_with('.');
}

// "016-06-5" in "016-06-5 Ark. Code R.": the number that ends before `end`, with the parts that
// dashes join to it.
Span numbers_before(const Scan& scan, std::uint32_t end) {
    Span number = number_before(scan, end);
    if (number.empty()) {
        // "17-A M.R.S."
        const std::uint32_t last = before_blanks(scan.text, end, scan.floor);
        const Span letter = word_before(scan.text, last, scan.floor);
        if (letter.size() != 1 || !unicode::is_ascii_upper(scan.text[letter.begin]) ||
            letter.begin <= scan.floor || scan.text[letter.begin - 1] != '-')
            return number;
        number = {letter.begin, last};
    }
    for (unsigned parts = 0; parts < 3 && !number.empty(); ++parts) {
        if (number.begin <= scan.floor || scan.text[number.begin - 1] != '-') break;
        const Span more = word_before(scan.text, number.begin - 1, scan.floor);
        if (more.empty() || more.size() > 4 || !unicode::is_ascii_digit(scan.text[more.begin]))
            break;
        number.begin = more.begin;
    }
    return number;
}

// "(Reg. Sess.)" and the like between a volume of session laws and its page.
void skip_session(Cursor& c) {
    Cursor bracket = c;
    bracket.skip_blank();
    if (!bracket.accept("(")) return;
    for (unsigned size = 0; size < 24 && !bracket.done(); ++size, ++bracket.at)
        if (bracket.accept(")")) {
            c = bracket;
            return;
        }
}

// "2019 Cal. Stat. 123", "77 Del. Laws 123", "2012-3 Ala. Legis. Serv. 15", "1999 Fla. Laws
// ch. 99-5", "Guam Pub. L. 30-15", "34 Ill. Reg. 1234"
std::uint32_t scan_paged(Scan& scan, const Law& law, Base base, Cursor c) {
    const Span volume = numbers_before(scan, base.span.begin);
    skip_session(c);
    c.accept(",");
    c.skip_blank();
    struct Word {
        std::string_view text;
        std::string_view step;
    };
    constexpr std::array<Word, 12> kWords = {{{"ch.", "ch"},
                                              {"Ch.", "ch"},
                                              {"chs.", "ch"},
                                              {"c.", "ch"},
                                              {"Chapter", "ch"},
                                              {"chapter", "ch"},
                                              {"No.", "no"},
                                              {"Act", "no"},
                                              {"P.A.", "no"},
                                              {"p.", "p"},
                                              {"page", "p"},
                                              {"at", "p"}}};
    std::string_view step;
    for (const Word& word : kWords) {
        if (!c.accept(word.text)) continue;
        step = word.step;
        c.skip_blank();
        if (step == "no" && c.accept("No.")) c.skip_blank();
        break;
    }
    const std::uint32_t begin = c.at;
    c.digits(5, true);
    Cursor part = c;
    if (part.accept_dash() && !part.digits(4).empty() && !part.at_word()) c = part;
    const bool dashed = c.text.substr(begin, c.at - begin).find('-') != std::string_view::npos;
    if (c.at == begin || c.at_word()) return 0;
    if (volume.empty() && step != "ch" && step != "no" && !dashed) return 0;
    base.work = law.work;
    if (!volume.empty()) base.work += "/" + std::string(volume.of(scan.text));
    const bool page = (step.empty() && !volume.empty()) || step == "p";
    base.work += page ? "/p" : step.empty() ? "/no" : "/" + std::string(step);
    std::string number;
    for (const char sign : scan.text.substr(begin, c.at - begin))
        if (unicode::is_ascii_digit(sign) || sign == '-') number.push_back(sign);
    base.work += number;
    if (step == "ch") base.numbers.emplace_back("chapter", number);
    base.span = {volume.empty() ? base.span.begin : volume.begin, c.at};
    base.grammar = Grammar::kNone;
    scan.atoms.add(std::move(base));
    return c.at;
}

// Reads what only regulations write before a number: "r. 25-6.0345", "NR § 400.02", "R9-22-101".
// True if the number that `c` then stands at needs no further sign; its letters begin at `letters`.
bool accept_rule_signs(Cursor& c, std::uint32_t& letters) {
    const Cursor before = c;
    c.accept(",");
    c.skip_blank();
    const auto accept_letters = [&] {
        const std::uint32_t begin = c.at;
        while (unicode::is_ascii_letter(c.peek()) && c.at - begin < 6) ++c.at;
        if (c.at > begin && c.peek() == '-' && unicode::is_ascii_upper(c.peek(1))) c.at += 2;
        return c.at > begin && unicode::is_ascii_upper(c.text[begin]);
    };
    const bool rule = c.accept("r. ") || c.accept("R. ") || c.accept_word("rule");
    c.skip_blank();
    Cursor sign = c;
    if (sign.accept_section_sign()) {
        sign.accept_section_sign();
        sign.skip_blank();
        c = sign;
        if (c.at_digit() && !rule) {
            c = before;
            return false;
        }
    }
    letters = c.at;
    if (c.at_digit()) return rule;
    if (accept_letters()) {
        c.skip_blank();
        if (c.accept_section_sign()) {
            c.skip_blank();
            letters = c.at;
        }
        if (c.at_digit()) return true;
    }
    c = before;
    return false;
}

// Adds the bare list after a code's name as a direct pin; returns where the scan goes on.
std::uint32_t add_numbers(Scan& scan, Cursor list, std::uint32_t letters, std::uint32_t end) {
    Pin pin;
    pin.direct = true;
    pin.span.begin = letters;
    pin.first_item = static_cast<std::uint32_t>(scan.atoms.items.size());
    pin.items = read_items(list, {.numbering = Numbering::kState}, scan.atoms.items);
    if (pin.items == 0) return end;
    Item& first = scan.atoms.items[pin.first_item];
    first.number.begin = first.span.begin = letters;
    pin.span.end = list.at;
    scan.atoms.add(pin);
    return list.at;
}

// "RSMo [2016]", "Florida Statutes [2019]", "K.S.A. [2020 Supp.] 21-5402": the edition. True if
// nothing follows that could be a section.
bool accept_edition(Cursor& c) {
    Cursor edition = c;
    edition.accept(",");
    edition.skip_blank();
    const Span year = edition.digits(4);
    const std::string_view text = year.of(c.text);
    if (text.size() != 4 || !(text.starts_with("19") || text.starts_with("20"))) return false;
    Cursor supplement = edition;
    if (supplement.skip_blank() && supplement.accept_word("supp") && supplement.accept(".")) {
        c = supplement;
        return false;
    }
    const bool goes_on = edition.at_word() || edition.peek() == '(' || edition.dash_size() > 0 ||
                         ((edition.peek() == '.' || edition.peek() == ':') &&
                          unicode::is_ascii_digit(edition.peek(1)));
    return !goes_on;
}

void accept_annotated(Cursor& c) {
    for (unsigned i = 0; i < 2; ++i) {
        Cursor more = c;
        more.accept(",");
        if (more.skip_blank() && (more.accept_word("Ann") || more.accept_word("Annotated"))) {
            more.accept(".");
            c = more;
        }
    }
}

}  // namespace

std::uint32_t scan_bare_sections(Scan& scan, std::uint32_t end) {
    Cursor list(scan.text, end);
    if (accept_edition(list) || !list.skip_blank() || !list.at_digit()) return end;
    return add_numbers(scan, list, list.at, end);
}

std::uint32_t scan_state_code(Scan& scan, const Found& found) {
    const Law& law = scan.book.laws[found.entry.law];
    Cursor c(scan.text, found.span.end);
    if (is_abbreviated(scan, found)) c.accept(".");
    accept_annotated(c);
    Base base;
    base.kind = law.kind;
    base.grammar = law.grammar;
    base.law = found.entry.law;
    base.heads = law.heads;
    base.work = law.work;
    base.jurisdiction = law.jurisdiction;
    base.span = {found.span.begin, c.at};
    if (law.paged) return scan_paged(scan, law, base, c);
    const bool edition = accept_edition(c);
    // "IC 35-42-1-1" is Indiana's, "IC 434" a nebula.
    if (found.span.size() == 2 &&
        scan.text.substr(c.at, 7).find_first_of("-:") == std::string_view::npos)
        return 0;
    const bool named = found.span.of(scan.text).find(' ') != std::string_view::npos;
    const bool rules = law.kind == CitationKind::kStateReg;
    const bool whole = law.work.ends_with(rules ? "/reg" : "/code");
    // "Florida Statutes" alone is talk, "the Texas Family Code" is a law.
    base.weak = whole || law.kind == CitationKind::kStateConst;
    const Span title =
        law.grammar == Grammar::kState && whole ? numbers_before(scan, found.span.begin) : Span{};
    if (!title.empty() && (title.size() <= 4 || rules)) {
        const std::string number(title.of(scan.text));
        base.numbers.emplace_back("title", number);
        if (law.by_chapter) base.numbers.emplace_back("chapter", number);
        base.work += "/t" + number;
        base.span.begin = title.begin;
    }
    const std::uint32_t end = base.span.end;
    scan.atoms.add(std::move(base));
    Cursor list = c;
    std::uint32_t letters = 0;
    if (edition) return end;
    if (rules && accept_rule_signs(list, letters)) return add_numbers(scan, list, letters, end);
    list = c;
    list.accept(",");
    list.skip_blank();
    if (!list.at_digit() || (named && list.at == c.at)) return end;
    return add_numbers(scan, list, list.at, end);
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
