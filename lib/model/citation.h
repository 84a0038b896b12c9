// Citation: one reference to a law, resolved to a standard identifier.
//
//   "22 U.S.C. 9241(a)(1)" -> {usc, id "/us/usc/t22/s9241/a/1", work "/us/usc/t22"}
//   Identifiers: USLM User Guide, section 12, and its siblings for other jurisdictions.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/annotation.h"

namespace lede {

enum class CitationKind : std::uint8_t {
    kUsc,
    kPl,
    kPvtl,
    kStat,
    kSessionLaw,
    kCfr,
    kFr,
    kBill,
    kEo,
    kProclamation,
    kConst,
    kStateCode,
    kStateConst,
    kStateReg,
    kAct,
    kCourtRule,
    kCase,
    kUkAct,
    kUkSi,
    kEuAct,
    kEuOj,
    kEuTreaty,
    kUnRes,
    kTreaty,
    kForeign,
    kShort,
    kDescribed,
};

inline constexpr std::array<std::string_view, 27> kCitationKindNames = {
    "usc",       "pl",         "pvtl",         "stat",    "session-law", "cfr",         "fr",
    "bill",      "eo",         "proclamation", "const",   "state-code",  "state-const", "state-reg",
    "act",       "court-rule", "case",         "uk-act",  "uk-si",       "eu-act",      "eu-oj",
    "eu-treaty", "un-res",     "treaty",       "foreign", "short",       "described"};

constexpr std::string_view name_of(CitationKind kind) {
    return kCitationKindNames[static_cast<std::size_t>(kind)];
}

struct Citation {
    Place place;
    CitationKind kind = CitationKind::kAct;
    std::string id;      // "" where no identifier is known
    std::string id_end;  // last item of a range; "" for one item
    // Further keys of "normalized", in order: {"jurisdiction","ru"}, {"article","207.3"}, …
    std::vector<std::pair<std::string, std::string>> fields;
    std::string work;   // identifier of the whole instrument
    std::string title;  // the instrument's name where our tables know it
    std::string url;
    std::vector<std::uint32_t> same;      // indexes of parallel cites of one thing
    std::vector<std::string> candidates;  // described laws: identifiers, best first
    friend bool operator==(const Citation&, const Citation&) = default;
};

}  // namespace lede
