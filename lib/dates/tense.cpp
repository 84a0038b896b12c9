#include "dates/tense.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "text/unicode.h"

namespace lede::dates {
namespace {

constexpr std::size_t kVerbGroup = 4;  // atoms from a modal to the verb it governs
constexpr std::size_t kReach = 24;     // atoms to look back for a cue
constexpr std::size_t kReachAfter = 10;

bool is_for_or_to(std::string_view text, const std::vector<Atom>& atoms, std::size_t at) {
    if (at >= atoms.size()) return false;
    const std::string_view word = atoms[at].span.of(text);
    return word == "for" || word == "to";
}

}  // namespace

TenseReader::TenseReader(const Lexicon& lexicon) {
    constexpr std::pair<std::string_view, Cue> kCues[] = {{"past", Cue::kPast},
                                                          {"future", Cue::kFuture},
                                                          {"base", Cue::kBase},
                                                          {"planned", Cue::kPlanned},
                                                          {"present", Cue::kPresent}};
    const lexicon::Table table = lexicon.table("dates/tense");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const auto known = std::ranges::find(kCues, table.cell(row, 1),
                                             [](const auto& pair) { return pair.first; });
        if (known == std::end(kCues)) throw std::runtime_error("data/dates/tense.tsv: direction");
        words_.emplace(table.cell(row, 0), known->second);
    }
}

TenseReader::Cue TenseReader::cue_of(std::string_view folded, bool name) const {
    const auto found = words_.find(folded);
    if (found != words_.end()) return found->second;
    const bool regular_past =
        !name && folded.size() > 4 && folded.ends_with("ed") && !folded.ends_with("eed");
    return regular_past ? Cue::kPast : Cue::kNone;
}

void TenseReader::read(std::string_view text, const std::vector<Atom>& atoms,
                       std::vector<Direction>& cues) const {
    cues.assign(atoms.size(), Direction::kUnknown);
    std::array<char, 16> buffer{};
    std::size_t governed_until = 0;  // a modal or "to" governs the verbs before this atom
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        const std::string_view word = atoms[i].span.of(text);
        if (atoms[i].kind != AtomKind::kWord || word.size() > buffer.size()) continue;
        if (i > 0 && atoms[i].capital && atoms[i].word != nullptr) continue;  // "on May 3"
        std::ranges::transform(word, buffer.begin(), unicode::ascii_lower);
        const std::string_view folded(buffer.data(), word.size());
        if (folded == "to") {
            governed_until = std::max(governed_until, i + 2);
            continue;
        }
        // "United" tells no past.
        switch (cue_of(folded, atoms[i].capital && i > 0)) {
            case Cue::kFuture:
                cues[i] = Direction::kFuture;
                governed_until = i + kVerbGroup;
                break;
            case Cue::kPlanned:  // "set for Monday", but "set a record on Monday"
                cues[i] = is_for_or_to(text, atoms, i + 1) ? Direction::kFuture : Direction::kPast;
                break;
            case Cue::kPast:
                cues[i] = i < governed_until ? Direction::kFuture : Direction::kPast;
                break;
            case Cue::kBase:
                if (i >= governed_until) break;
                cues[i] = Direction::kFuture;
                if (folded == "be" || folded == "have") governed_until = i + kVerbGroup;
                break;
            case Cue::kPresent:
            case Cue::kNone:
                break;
        }
    }
}

Direction TenseReader::around(const std::vector<Direction>& cues, std::size_t begin,
                              std::size_t end) {
    for (std::size_t i = begin; i-- > 0 && begin - i <= kReach;)
        if (cues[i] != Direction::kUnknown) return cues[i];
    for (std::size_t i = end; i < cues.size() && i - end < kReachAfter; ++i)
        if (cues[i] != Direction::kUnknown) return cues[i];
    return Direction::kUnknown;
}

}  // namespace lede::dates
