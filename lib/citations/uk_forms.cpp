// Instruments of the United Kingdom by number: statutory instruments, chapters, devolved acts; and
// regulations, orders and rules by title and year.
#include <array>

#include "citations/name_reader.h"
#include "citations/scanner.h"

namespace lede::citations {
namespace {

constexpr std::array<std::string_view, 8> kSeries = {"uksi",  "ssi", "wsi",  "nisr",
                                                     "ukpga", "asp", "anaw", "asc"};
constexpr std::uint8_t kFirstChapterSeries = 4;

// "SI 2019/123", "S.I. 2019 No. 123"
std::uint32_t scan_instrument(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    c.accept(".");
    c.skip_blank();
    const Span year = c.digits(4);
    if (year.size() != 4) return 0;
    const bool slash = c.accept("/");
    if (!slash) {
        c.accept(",");
        c.skip_blank();
        if (!c.accept_word("no")) return 0;
        c.accept(".");
        c.skip_blank();
    }
    const Span number = c.digits(4);
    if (number.empty() || c.at_word()) return 0;
    Base base;
    base.kind = CitationKind::kUkSi;
    base.grammar = Grammar::kUk;
    base.jurisdiction = "uk";
    base.work = "/uk/" + std::string(kSeries[found.entry.argument]) + "/" +
                std::string(year.of(scan.text)) + "/" + std::string(number.of(scan.text));
    base.span = {found.span.begin, c.at};
    scan.atoms.add(std::move(base));
    return c.at;
}

}  // namespace

std::uint32_t scan_uk_instrument(Scan& scan, const Found& found) {
    if (found.entry.argument < kFirstChapterSeries) return scan_instrument(scan, found);
    constexpr std::uint8_t kChapter = 4;
    if (found.entry.argument == kChapter && !scan.atoms.order.empty() &&
        scan.atoms.order.back().is_base && scan.atoms.bases.back().grammar == Grammar::kState &&
        found.span.begin - scan.atoms.end() <= 3) {
        // "G.L. c. 93A, § 2"
        Found chapter = found;
        chapter.entry.argument = static_cast<std::uint8_t>(Level::kChapter);
        return scan_pin(scan, chapter);
    }
    // "Human Rights Act 1998 (c. 42)", "2016 asp 5"
    Cursor c(scan.text, found.span.end);
    c.accept(".");
    c.skip_blank();
    const Span number = c.digits(3);
    if (number.empty() || c.at_word()) return 0;
    const std::string series = "/uk/" + std::string(kSeries[found.entry.argument]) + "/";
    const std::uint32_t open = before_blanks(scan.text, found.span.begin, scan.floor);
    if (open > 0 && scan.text[open - 1] == '(' && !scan.atoms.bases.empty()) {
        Base& act = scan.atoms.bases.back();
        const bool adjacent = open - act.span.end <= 2 && act.kind == CitationKind::kUkAct;
        if (!adjacent || act.year == 0) return 0;
        if (act.work.empty())
            act.work = series + std::to_string(act.year) + "/" + std::string(number.of(scan.text));
        return c.at;
    }
    const Span year = number_before(scan, found.span.begin);
    if (year.size() != 4) return 0;
    Base base;
    base.kind = CitationKind::kUkAct;
    base.grammar = Grammar::kUk;
    base.jurisdiction = "uk";
    base.work = series + std::string(year.of(scan.text)) + "/" + std::string(number.of(scan.text));
    base.span = {year.begin, c.at};
    scan.atoms.add(std::move(base));
    return c.at;
}

std::uint32_t scan_uk_title(Scan& scan, const Found& found) {
    const NameBegin name = name_before(scan, found.span.begin);
    const NameTail tail = name_tail(scan.text, found.span.end);
    if (name.words < 2 || !tail.british) return 0;
    Base base;
    base.kind = CitationKind::kUkSi;
    base.grammar = Grammar::kUk;
    base.jurisdiction = "uk";
    base.heads = mask_of(Head::kRegulation) | mask_of(Head::kOrder) | mask_of(Head::kRules);
    base.year = static_cast<std::uint16_t>(tail.year);
    base.span = {name.begin, tail.end};
    scan.atoms.add(std::move(base));
    return tail.end;
}

}  // namespace lede::citations
