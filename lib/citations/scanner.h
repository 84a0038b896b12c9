// Scanner: one pass over a text that leaves its pins and bases.
//
//   Scanner scanner(book, text, "2019-02-20");
//   scanner.scan({0, 4000}, atoms);
//
// Looks at every word begin: two bytes decide whether any phrase of the law book may begin there,
// a walk in its trie decides which, and a small grammar per family reads what follows. A grammar
// that needs the number before its word looks back, never before the last atom. Linear.
#pragma once

#include <string_view>

#include "citations/atoms.h"
#include "citations/cursor.h"
#include "citations/definitions.h"
#include "citations/law_book.h"

namespace lede::citations {

inline constexpr std::uint8_t kSenateResolution = 7;  // argument of a bill's form

// The state that the grammars of all families share.
struct Scan {
    const LawBook& book;
    std::string_view text;
    unsigned congress;  // of the article's date; 0: not known
    Atoms& atoms;
    std::uint32_t floor;  // nothing before it belongs to what is being read
    Definitions& definitions;
    // The last phrase that a grammar looked ahead to: the scan comes there next.
    mutable std::uint32_t peeked_at = kNone;
    mutable const NameEntry* peeked = nullptr;
    mutable Span peeked_span = {};
};

// A phrase that was found, and where.
struct Found {
    Span span;
    NameEntry entry;
};

// Each grammar adds atoms and returns where to go on, or 0 if there was no citation.
std::uint32_t scan_pin(Scan& scan, const Found& found);
std::uint32_t scan_section_sign(Scan& scan, std::uint32_t at);
std::uint32_t scan_code(Scan& scan, const Found& found);         // U.S.C.
std::uint32_t scan_regulations(Scan& scan, const Found& found);  // C.F.R.
std::uint32_t scan_acquisition(Scan& scan, const Found& found);  // FAR, DFARS
std::uint32_t scan_public_law(Scan& scan, const Found& found);   // and private laws
std::uint32_t scan_page(Scan& scan, const Found& found);         // Stat., Fed. Reg.
std::uint32_t scan_chapter_law(Scan& scan, const Found& found);  // act Aug. 25, 1916, ch. 408
std::uint32_t scan_bill(Scan& scan, const Found& found);
std::uint32_t scan_order(Scan& scan, const Found& found);
std::uint32_t scan_memorandum(Scan& scan, const Found& found);
std::uint32_t scan_named(Scan& scan, const Found& found);  // names of the tables
std::uint32_t scan_head(Scan& scan, const Found& found);   // other names, "that Act"

std::uint32_t scan_constitution(Scan& scan, const Found& found);
std::uint32_t scan_amendment(Scan& scan, const Found& found);
std::uint32_t scan_rule(Scan& scan, const Found& found);
std::uint32_t scan_place_constitution(Scan& scan, const Found& found);
std::uint32_t scan_place_code(Scan& scan, const Found& found);
std::uint32_t scan_place_law(Scan& scan, const Found& found);
std::uint32_t scan_un(Scan& scan, const Found& found);
std::uint32_t scan_resolution(Scan& scan, const Found& found);  // "resolution 1718 (2006)"
std::uint32_t scan_eu_act(Scan& scan, const Found& found, std::uint8_t type);
std::uint32_t scan_journal(Scan& scan, const Found& found);
std::uint32_t scan_celex(Scan& scan, const Found& found);
std::uint32_t scan_uk_instrument(Scan& scan, const Found& found);
std::uint32_t scan_uk_title(Scan& scan, const Found& found);  // "… Regulations 2019"
std::uint32_t scan_state_code(Scan& scan, const Found& found);
std::uint32_t scan_reporter(Scan& scan, const Found& found);
std::uint32_t scan_ibid(Scan& scan, const Found& found);
std::uint32_t scan_described(Scan& scan, const Found& found, Head head);

// The sections behind the name of a state's code that ends at `end`, "Penal Code [187(a)]"; returns
// where to go on, `end` if there are none.
std::uint32_t scan_bare_sections(Scan& scan, std::uint32_t end);

// "Aug. 25, 1916" at the cursor as "1916-08-25", and the cursor behind it; "" if there is none.
std::string read_date(Cursor& c);

// The number that ends just before `end`, with an optional letter ("70A"); empty if none.
Span number_before(const Scan& scan, std::uint32_t end);

class Scanner {
  public:
    // Requires: both outlive the scanner. `congress` 0: not known.
    Scanner(const LawBook& book, std::string_view text, unsigned congress)
        : book_(book), text_(text), congress_(congress) {}

    // Adds the atoms of a stretch of the text, such as one block.
    void scan(Span stretch, Atoms& atoms, Definitions& definitions) const;

  private:
    std::uint32_t dispatch(Scan& scan, const Found& found) const;
    std::uint32_t scan_word(Scan& scan, std::uint32_t at) const;

    const LawBook& book_;
    std::string_view text_;
    unsigned congress_;
};

// The Congress that sits on a day such as "2019-02-20", or 0. Congresses begin on January 3 of odd
// years (Twentieth Amendment), before 1935 on March 4.
unsigned congress_of(std::string_view iso_date);

}  // namespace lede::citations
