// Resolutions of the United Nations: Security Council, General Assembly, Human Rights Council.
#include <array>

#include "citations/scanner.h"

namespace lede::citations {
namespace {

enum class Organ : std::uint8_t { kSecurityCouncil, kGeneralAssembly, kHumanRightsCouncil };

constexpr std::array<std::string_view, 3> kOrgans = {"/un/sc/res/", "/un/ga/res/", "/un/hrc/res/"};

// " (2016)", " (XXIX)": the cursor behind it, and the session of an old Assembly resolution.
std::string_view read_bracket(Cursor& c) {
    const Cursor before = c;
    c.skip_blank();
    if (c.accept("(")) {
        const Span word = c.word();
        c.at = word.end;
        const bool year = word.size() == 4 && unicode::is_ascii_digit(c.text[word.begin]);
        const bool roman =
            !word.empty() && word.of(c.text).find_first_not_of("IVXL") == std::string_view::npos;
        if ((year || roman) && c.accept(")")) return year ? std::string_view() : word.of(c.text);
    }
    c = before;
    return {};
}

// "2270", "61/295", "ES-11/1", "217 A (III)"; "" if there is no number.
std::string read_number(Cursor& c, Organ organ, bool& year_follows) {
    const std::uint32_t begin = c.at;
    if (organ != Organ::kSecurityCouncil) {
        if (c.accept("ES-") || c.accept("S-")) c.digits(2);
    }
    const Span first = c.digits(4);
    if (first.empty() && c.at == begin) return "";
    if (organ != Organ::kSecurityCouncil && c.peek() == '/' && unicode::is_ascii_digit(c.peek(1))) {
        ++c.at;
        c.digits(3);
    }
    std::string number(c.text.substr(begin, c.at - begin));
    if (c.at_word() || (c.peek() == '/' && organ == Organ::kSecurityCouncil)) {
        c.at = begin;
        return "";
    }
    Cursor letter = c;
    if (letter.skip_blank() && unicode::is_ascii_upper(letter.peek()) &&
        (letter.peek(1) == ' ' || letter.peek(1) == '(') && organ == Organ::kGeneralAssembly) {
        // "217 A (III)"
        ++letter.at;
        Cursor session = letter;
        if (!read_bracket(session).empty()) {
            number.push_back(letter.text[letter.at - 1]);
            c = letter;
        }
    }
    const std::uint32_t plain = c.at;
    const std::string_view session = read_bracket(c);
    year_follows = c.at > plain && session.empty();
    if (!session.empty()) number += "(" + std::string(session) + ")";
    return number;
}

std::uint32_t add_resolutions(Scan& scan, Cursor c, std::uint32_t begin, Organ organ) {
    std::uint32_t end = 0;
    bool year = false;
    for (;;) {
        const std::uint32_t number_begin = c.at;
        const std::string number = read_number(c, organ, year);
        if (number.empty()) break;
        // "Resolution 1718, and 5 U.S.C. 552": the 5 is a title's.
        Cursor next = c;
        if (end != 0 && ((next.skip_blank() && unicode::is_ascii_upper(next.peek())) ||
                         c.at - number_begin < 3))
            break;
        Base base;
        base.kind = CitationKind::kUnRes;
        base.grammar = Grammar::kArticles;
        base.heads = mask_of(Head::kResolution) | mask_of(Head::kMeasure);
        base.work = std::string(kOrgans[static_cast<std::size_t>(organ)]) + number;
        base.span = {end == 0 ? begin : number_begin, c.at};
        scan.atoms.add(std::move(base));
        end = c.at;
        const bool comma = c.accept(",");
        c.skip_blank();
        const bool word = c.accept_word("and") || c.accept_word("or");
        if (!comma && !word) break;
        c.skip_blank();
    }
    return end;
}

constexpr std::uint32_t kContext = 300;  // bytes before and after in which an organ is named

}  // namespace

std::uint32_t scan_un(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    if (!c.accept("/")) c.skip_blank();
    for (const std::string_view word : {"numbers", "number", "nos", "no"}) {
        if (!c.accept_word(word)) continue;
        c.accept(".");
        c.skip_blank();
        break;
    }
    return add_resolutions(scan, c, found.span.begin, static_cast<Organ>(found.entry.argument));
}

std::uint32_t scan_resolution(Scan& scan, const Found& found) {
    Cursor c(scan.text, found.span.end);
    if (!c.skip_blank() || !(c.at_digit() || scan.text.substr(c.at).starts_with("ES-"))) return 0;
    Cursor probe = c;
    bool year = false;
    if (read_number(probe, Organ::kGeneralAssembly, year).empty()) return 0;
    // Which organ: the one that the text has just named, else the year tells the Council.
    for (auto it = scan.atoms.bases.rbegin(); it != scan.atoms.bases.rend(); ++it) {
        if (it->kind != CitationKind::kUnRes) continue;
        for (std::size_t i = 0; i < kOrgans.size(); ++i)
            if (it->work.starts_with(kOrgans[i]))
                return add_resolutions(scan, c, found.span.begin, static_cast<Organ>(i));
        if (it - scan.atoms.bases.rbegin() > 16) break;
    }
    const std::uint32_t window = found.span.begin > kContext ? found.span.begin - kContext : 0;
    const std::string_view before = scan.text.substr(window, std::size_t{2} * kContext);
    if (year || before.find("Security Council") != std::string_view::npos)
        return add_resolutions(scan, c, found.span.begin, Organ::kSecurityCouncil);
    if (before.find("General Assembly") != std::string_view::npos)
        return add_resolutions(scan, c, found.span.begin, Organ::kGeneralAssembly);
    return 0;
}

}  // namespace lede::citations
