// Atoms: what the scan of a text leaves behind for the linker, in text order.
//
//   "section 104(a) of Public Law 114-122 (22 U.S.C. 9214)"
//   pin {section, 104, (a)}   base {pl, /us/pl/114/122}   base {usc, /us/usc/t22}  pin {9214}
//
// A pin says where inside an instrument; a base names the instrument. Neither knows of the other
// until the linker has joined them. Views are spans of the article's text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/citation.h"
#include "text/span.h"

namespace lede::citations {

// Levels of a law, outermost first as far as they nest.
enum class Level : std::uint8_t {
    kDivision,
    kTitle,
    kSubtitle,
    kChapter,
    kSubchapter,
    kPart,
    kSubpart,
    kSchedule,
    kAnnex,
    kAmendment,
    kArticle,
    kSection,
    kRegulation,
    kRule,
    kRecital,
    kParagraph,
    kClause,
    kSub,
};

// One member of a list: "104(a)(1)", "611-615", "5701 note".
struct Item {
    Span span;
    Span number;      // "104"; empty in "subsection (a)"
    Span subs;        // "(a)(1)"
    Span number_end;  // of a range: its last member
    Span subs_end;
    std::uint32_t host = kNone;  // "(c)" in "5(a) and (c)": the item whose number it shares
    bool note = false;
    bool et_seq = false;
};

struct Pin {
    Span span;
    Level level = Level::kSection;
    std::uint32_t first_item = 0;
    std::uint32_t items = 0;
    bool direct = false;  // follows its base without a word: "22 U.S.C. [9241]"
};

// How identifiers continue below the work.
enum class Grammar : std::uint8_t {
    kNone,          // nothing stands below it: a page, a bill
    kUsc,           // /t22/s9241/a/1
    kCfr,           // /t14/s260.4/a/2 or /pt260
    kLaw,           // /tI/s101/b
    kConstitution,  // /a1/s8/c3, /amd14/s1
    kRule,          // /r12/b/6
    kState,         // /s768.81/3
    kUk,            // /section/6/1
    kArticles,      // /art19/2: treaties, EU acts
};

// What a base refers to.
enum class Reference : std::uint8_t {
    kInstrument,  // a law by number or by name
    kBackward,    // "that Act", "the 2016 law": an earlier one
    kHere,        // "this title", "this Act": the text itself
};

// Sorts of instrument, by the noun that people call them by; a set of them is a mask.
enum class Head : std::uint8_t {
    kAct,
    kLaw,
    kStatute,
    kBill,
    kLegislation,
    kMeasure,
    kCode,
    kConstitution,
    kTreaty,
    kConvention,
    kCovenant,
    kProtocol,
    kAccord,
    kAgreement,
    kPact,
    kDeal,
    kCharter,
    kDeclaration,
    kResolution,
    kDirective,
    kRegulation,
    kDecision,
    kOrder,
    kProclamation,
    kRules,
    kAmendment,
};

using Heads = std::uint32_t;
constexpr Heads mask_of(Head head) { return Heads{1} << static_cast<unsigned>(head); }

struct Base {
    Span span;
    CitationKind kind = CitationKind::kAct;
    Grammar grammar = Grammar::kNone;
    Reference reference = Reference::kInstrument;
    std::string work;             // "/us/pl/114/122"; "/us/usc" while its title stands in a pin
    std::uint32_t law = kNone;    // index into the law book
    Heads heads = 0;              // what it may be called later; backward: what it calls for
    bool weak = false;            // counts only with a pin, or where the law was named before
    std::uint32_t names = kNone;  // a name that the text defines: the base it stands for
    std::string jurisdiction;     // "us-fl", "ru" where identifiers do not say enough
    // Numbers before a compilation that name its part: {"title", "735"} of "735 ILCS 5/2-1001".
    std::vector<std::pair<std::string_view, std::string>> numbers;
    std::uint16_t year = 0;  // backward: "the 2016 law"
    Span topic;              // described: what it is about
};

struct Atom {
    Span span;
    bool is_base = false;
    std::uint32_t index = 0;  // into bases or pins
};

struct Atoms {
    std::vector<Atom> order;
    std::vector<Pin> pins;
    std::vector<Item> items;
    std::vector<Base> bases;

    void add(Pin pin) {
        order.push_back({pin.span, false, static_cast<std::uint32_t>(pins.size())});
        pins.push_back(pin);
    }
    void add(Base base) {
        order.push_back({base.span, true, static_cast<std::uint32_t>(bases.size())});
        bases.push_back(std::move(base));
    }
    // First byte that no atom covers yet.
    std::uint32_t end() const { return order.empty() ? 0 : order.back().span.end; }
};

}  // namespace lede::citations
