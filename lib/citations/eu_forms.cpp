// Acts of the European Union by number, and its Official Journal.
//
// The order of year and number changed in 2015: "Regulation (EU) 2016/679" is year/number,
// "Regulation (EC) No 300/2008" number/year, "Directive 95/46/EC" year/number.
#include <array>

#include "citations/scanner.h"

namespace lede::citations {
namespace {

constexpr std::array<std::string_view, 10> kTypes = {"reg",     "dir",      "dec",     "reg_impl",
                                                     "reg_del", "dir_impl", "dir_del", "dec_impl",
                                                     "dec_del", "dec_framw"};
constexpr std::uint8_t kDirective = 1;

unsigned value_of(std::string_view digits) {
    unsigned value = 0;
    for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
}

// The year that "2016", "95" or "04" means in an act's number; 0 if none.
unsigned year_of(std::string_view digits) {
    const unsigned value = value_of(digits);
    if (digits.size() == 4) return value >= 1952 && value <= 2100 ? value : 0;
    if (digits.size() != 2) return 0;
    return value >= 52 ? 1900 + value : 0;
}

// "(EU)", "(EC, Euratom)", "(CFSP)"
bool accept_community(Cursor& c) {
    const Cursor before = c;
    if (c.accept("(")) {
        const Span word = c.word();
        const std::string_view name = word.of(c.text);
        c.at = word.end;
        if (c.accept(",")) {
            c.skip_blank();
            c.at = c.word().end;
        }
        if ((name == "EU" || name == "EC" || name == "EEC" || name == "CFSP" || name == "Euratom" ||
             name == "ECSC") &&
            c.accept(")"))
            return true;
    }
    c = before;
    return false;
}

bool accept_suffix(Cursor& c) {
    for (const std::string_view suffix :
         {"/EEC", "/EC", "/EU", "/JHA", "/CFSP", "/Euratom", "/ECSC"})
        if (c.accept(suffix)) return !c.at_word();
    return false;
}

// The number of one act as "2016/679"; "" if there is none.
std::string read_act_number(Cursor& c, std::uint8_t type) {
    const Cursor before = c;
    const bool community = accept_community(c);
    c.skip_blank();
    bool numbered = false;
    if (c.accept_word("no") || c.accept_word("nr")) {
        c.accept(".");
        c.skip_blank();
        numbered = true;
    }
    const Span first = c.digits(4);
    const Span second = !first.empty() && c.accept("/") ? c.digits(4) : Span{};
    const bool suffix = accept_suffix(c);
    if (second.empty() || c.at_word() || c.peek() == '/') {
        c = before;
        return "";
    }
    const unsigned left = year_of(first.of(c.text));
    const unsigned right = year_of(second.of(c.text));
    const bool year_first =
        left != 0 && (right == 0 || (!numbered && (community || suffix || type == kDirective)));
    const unsigned year = year_first ? left : right;
    if (year == 0) {
        c = before;
        return "";
    }
    const std::string_view number = (year_first ? second : first).of(c.text);
    return std::to_string(year) + "/" + std::to_string(value_of(number));
}

}  // namespace

std::uint32_t scan_eu_act(Scan& scan, const Found& found, std::uint8_t type) {
    Cursor c(scan.text, found.span.end);
    std::uint32_t end = 0;
    for (;;) {
        c.skip_blank();
        const std::uint32_t begin = c.at;
        const std::string number = read_act_number(c, type);
        if (number.empty()) break;
        Base base;
        base.kind = CitationKind::kEuAct;
        base.grammar = Grammar::kArticles;
        base.heads =
            mask_of(Head::kLaw) | mask_of(type == kDirective                ? Head::kDirective
                                          : kTypes[type].starts_with("dec") ? Head::kDecision
                                          : kTypes[type].starts_with("dir") ? Head::kDirective
                                                                            : Head::kRegulation);
        base.work = "/eu/" + std::string(kTypes[type]) + "/" + number;
        base.span = {end == 0 ? found.span.begin : begin, c.at};
        scan.atoms.add(std::move(base));
        end = c.at;
        const bool comma = c.accept(",");
        c.skip_blank();
        if (!c.accept_word("and") && !c.accept_word("or") && !comma) break;
    }
    return end;
}

namespace {

// "OJ L, 2024/1689, 12.7.2024": since October 2023 each act is a number of its own.
std::uint32_t scan_journal_number(Scan& scan, const Found& found, char series, Span year,
                                  Cursor c) {
    const Span number = c.digits(5);
    if (number.empty() || year.size() != 4 || c.at_word()) return 0;
    Cursor date = c;
    date.accept(",");
    date.skip_blank();
    if (!date.digits(2).empty() && date.accept(".") && !date.digits(2).empty() &&
        date.accept(".") && !date.digits(4).empty())
        c = date;
    Base base;
    base.kind = CitationKind::kEuOj;
    base.work = std::string("/eu/oj/") + unicode::ascii_lower(series) + "/" +
                std::string(year.of(scan.text)) + "/" + std::string(number.of(scan.text));
    base.span = {found.span.begin, c.at};
    scan.atoms.add(std::move(base));
    return c.at;
}

}  // namespace

std::uint32_t scan_celex(Scan& scan, const Found& found) {
    // "CELEX 32016R0679": sector 3, year, sort, number
    Cursor c(scan.text, found.span.end);
    c.accept(":");
    c.skip_blank();
    if (!c.accept("3")) return 0;
    const std::uint32_t year = c.at;
    for (unsigned i = 0; i < 4; ++i, ++c.at)
        if (!c.at_digit()) return 0;
    const char sort = c.peek();
    ++c.at;
    const Span number = c.digits(4);
    if (number.size() != 4 || c.at_word()) return 0;
    const std::string_view type = sort == 'R'   ? "reg"
                                  : sort == 'L' ? "dir"
                                  : sort == 'D' ? "dec"
                                                : "";
    if (type.empty()) return 0;
    Base base;
    base.kind = CitationKind::kEuAct;
    base.grammar = Grammar::kArticles;
    base.work = "/eu/" + std::string(type) + "/" + std::string(scan.text.substr(year, 4)) + "/" +
                std::to_string(value_of(number.of(scan.text)));
    base.span = {found.span.begin, c.at};
    scan.atoms.add(std::move(base));
    return c.at;
}

std::uint32_t scan_journal(Scan& scan, const Found& found) {
    // "OJ L 119, 4.5.2016, p. 1", "OJ 2016 L 119, p. 1", "OJ [2016] L 119/1"
    Cursor c(scan.text, found.span.end);
    c.skip_blank();
    const bool bracket = c.accept("[");
    Span year = c.digits(4);
    if (bracket) c.accept("]");
    c.accept(",");
    c.skip_blank();
    const char series = c.peek();
    if ((series != 'L' && series != 'C') || (c.peek(1) != ' ' && c.peek(1) != ',')) return 0;
    ++c.at;
    c.accept(",");
    c.skip_blank();
    const Span number = c.digits(4);
    if (number.empty()) return 0;
    if (c.accept("/")) return scan_journal_number(scan, found, series, number, c);
    c.accept(" A");
    c.accept(",");
    c.skip_blank();
    if (!c.digits(2).empty() && c.accept(".") && !c.digits(2).empty() && c.accept("."))
        year = c.digits(4);
    if (year.size() != 4) return 0;
    std::uint32_t end = c.at;
    c.accept(",");
    c.skip_blank();
    std::string page;
    if (c.accept("p. ") || c.accept("p.") || c.accept("pp. ") || c.accept("/")) {
        const Span digits = c.digits(4);
        if (!digits.empty()) {
            page = "/p" + std::string(digits.of(scan.text));
            end = c.at;
            if (c.accept_dash() && !c.digits(4).empty()) end = c.at;
        }
    }
    Base base;
    base.kind = CitationKind::kEuOj;
    base.work = std::string("/eu/oj/") + unicode::ascii_lower(series) + "/" +
                std::string(year.of(scan.text)) + "/" + std::string(number.of(scan.text)) + page;
    base.span = {found.span.begin, end};
    scan.atoms.add(std::move(base));
    return end;
}

}  // namespace lede::citations
