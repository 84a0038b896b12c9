// The U.S. Constitution and its amendments, and the federal court rules.
#include <array>

#include "citations/name_reader.h"
#include "citations/pinpoint.h"
#include "citations/scanner.h"

namespace lede::citations {
namespace {

Base constitution_base(Span span, std::string work) {
    Base base;
    base.kind = CitationKind::kConst;
    base.grammar = Grammar::kConstitution;
    base.heads = mask_of(Head::kConstitution);
    base.work = std::move(work);
    base.span = span;
    return base;
}

constexpr std::array<std::string_view, 6> kRuleSets = {"frcp", "frcrmp", "frap",
                                                       "fre",  "frbp",   "scr"};
constexpr std::uint8_t kBritishRules = 6;  // the Civil Procedure Rules 1998

// "First and Fourteenth [Amendments]": the amendment whose ordinal ends before `end`; 0 if none.
unsigned ordinal_before(const Scan& scan, std::uint32_t end, Span& span) {
    const std::uint32_t last = before_blanks(scan.text, end, scan.floor);
    span = word_before(scan.text, last, scan.floor);
    if (span.empty()) return 0;
    const std::string name = std::string(span.of(scan.text)) + " Amendment";
    Span found;
    const NameEntry* entry = scan.book.names.match(name, 0, found);
    return entry != nullptr && entry->action == Action::kAmendment && found.size() == name.size()
               ? entry->argument
               : 0;
}

// Adds the amendments that stand before "and Fourteenth Amendments", first to last.
void add_earlier_amendments(Scan& scan, std::uint32_t begin) {
    std::array<Base, 6> earlier;
    std::size_t count = 0;
    while (count < earlier.size()) {
        std::uint32_t end = before_blanks(scan.text, begin, scan.floor);
        const Span word = word_before(scan.text, end, scan.floor);
        const bool joined = word.of(scan.text) == "and" || word.of(scan.text) == "or";
        if (joined) end = before_blanks(scan.text, word.begin, scan.floor);
        const bool comma = end > scan.floor && scan.text[end - 1] == ',';
        if (comma) --end;
        if (!joined && !comma) break;
        Span span;
        const unsigned number = ordinal_before(scan, end, span);
        if (number == 0) break;
        earlier[count++] = constitution_base(span, "/us/cons/amd" + std::to_string(number));
        begin = span.begin;
    }
    while (count > 0) scan.atoms.add(std::move(earlier[--count]));
}

}  // namespace

std::uint32_t scan_constitution(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    const std::string_view name = found.span.of(scan.text);
    if (unicode::equal_folded(name.substr(name.size() - 5), "const")) c.accept(".");
    scan.atoms.add(constitution_base({found.span.begin, c.at}, "/us/cons"));
    return c.at;
}

std::uint32_t scan_amendment(Scan& scan, const Found& found) {
    Cursor next(scan.text, found.span.end);
    if (next.skip_blank() && scan.book.is_name_word(next.word().of(scan.text), "organisation"))
        return 0;
    const unsigned number = found.entry.argument & ~kPluralForm;
    if (!scan.atoms.order.empty() && scan.atoms.order.back().is_base) {
        // "the Equal Protection Clause of the Fourteenth Amendment"
        Base& clause = scan.atoms.bases.back();
        const std::string_view between =
            scan.text.substr(clause.span.end, found.span.begin - clause.span.end);
        if (clause.kind == CitationKind::kConst && clause.law != kNone && between == " of the ") {
            const std::string work = "/us/cons/amd" + std::to_string(number);
            if (!clause.work.starts_with(work)) clause.work = work;
            clause.span.end = scan.atoms.order.back().span.end = found.span.end;
            return found.span.end;
        }
    }
    if (const PlaceBefore place = place_before(scan, found.span.begin);
        !place.code.starts_with("us") && place.code.size() == 2 &&
        (place.possessive || place.adjective)) {
        // "Ireland's Eighth Amendment"
        Base base = constitution_base(found.span, "/" + std::string(place.code) +
                                                      "/constitution/amd" + std::to_string(number));
        base.kind = CitationKind::kForeign;
        base.grammar = Grammar::kArticles;
        base.jurisdiction = place.code;
        scan.atoms.add(std::move(base));
        return found.span.end;
    }
    if (found.entry.argument & kPluralForm) add_earlier_amendments(scan, found.span.begin);
    scan.atoms.add(constitution_base(found.span, "/us/cons/amd" + std::to_string(number)));
    return found.span.end;
}

std::uint32_t scan_rule(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    const bool abbreviated = found.span.of(scan.text).find('.') != std::string_view::npos;
    if (abbreviated) c.accept(".");
    Base base;
    base.kind = CitationKind::kCourtRule;
    base.grammar = Grammar::kRule;
    base.heads = mask_of(Head::kRules);
    base.span = {found.span.begin, c.at};
    c.skip_blank();
    if (found.entry.argument == kBritishRules) {
        // "CPR 3.4" is a rule, "CPR" what lifeguards learn.
        Cursor number = c;
        const bool named = number.accept_word("rule") || number.accept_word("rules") ||
                           number.accept_word("part") || number.accept("r.");
        if (!named && (number.digits(2).empty() || number.peek() != '.')) return 0;
        base.weak = true;
        base.kind = CitationKind::kUkSi;
        base.grammar = Grammar::kUk;
        base.work = "/uk/uksi/1998/3132";
    } else {
        base.work = "/us/rule/" + std::string(kRuleSets[found.entry.argument]);
        // "FRAP" is a party of Chile, too.
        base.weak = found.span.of(scan.text).find_first_of(" .") == std::string_view::npos;
    }
    scan.atoms.add(std::move(base));
    if (!c.at_digit()) return scan.atoms.end();
    Pin pin;
    pin.level = Level::kRule;
    pin.direct = true;
    pin.span.begin = c.at;
    pin.first_item = static_cast<std::uint32_t>(scan.atoms.items.size());
    pin.items = read_items(c, {.numbering = Numbering::kDotted}, scan.atoms.items);
    if (pin.items == 0) return scan.atoms.end();
    pin.span.end = c.at;
    scan.atoms.add(pin);
    return c.at;
}

}  // namespace lede::citations
