#include "citations/reference_memory.h"

#include <algorithm>

namespace lede::citations {
namespace {

constexpr std::size_t kMostAntecedents = 16;

// What a noun can stand for besides itself.
Heads widened(Heads wanted) {
    constexpr Heads kActs = mask_of(Head::kAct) | mask_of(Head::kLaw) | mask_of(Head::kStatute);
    constexpr Heads kPacts =
        mask_of(Head::kTreaty) | mask_of(Head::kAgreement) | mask_of(Head::kAccord);
    if (wanted & (mask_of(Head::kLaw) | mask_of(Head::kStatute))) return wanted | kActs;
    if (wanted & mask_of(Head::kLegislation)) return wanted | kActs | mask_of(Head::kBill);
    if (wanted & mask_of(Head::kMeasure)) return wanted | kActs | mask_of(Head::kBill);
    if (wanted & (mask_of(Head::kPact) | mask_of(Head::kDeal))) return wanted | kPacts;
    return wanted;
}

bool holds(Grammar grammar, Level level, bool dotted) {
    switch (level) {
        case Level::kSection:
            // "§ 36.302" is a regulation's or a state's.
            if (dotted) return grammar == Grammar::kState || grammar == Grammar::kCfr;
            return grammar == Grammar::kUsc || grammar == Grammar::kLaw ||
                   grammar == Grammar::kState || grammar == Grammar::kUk ||
                   grammar == Grammar::kCfr;
        case Level::kArticle:
            return grammar == Grammar::kArticles || grammar == Grammar::kConstitution;
        case Level::kTitle:
            return grammar == Grammar::kLaw;
        case Level::kRule:
            return grammar == Grammar::kRule;
        default:
            return false;
    }
}

}  // namespace

void ReferenceMemory::remember(const Antecedent& antecedent) {
    const auto equal = [&](const Antecedent& other) {
        return other.base == antecedent.base ||
               (antecedent.law != kNone && other.law == antecedent.law);
    };
    recent_.erase(std::remove_if(recent_.begin(), recent_.end(), equal), recent_.end());
    if (recent_.size() >= kMostAntecedents) recent_.erase(recent_.begin());
    recent_.push_back(antecedent);
}

const ReferenceMemory::Antecedent* ReferenceMemory::find(Heads wanted, std::uint16_t year) const {
    const Heads heads = widened(wanted);
    for (auto it = recent_.rbegin(); it != recent_.rend(); ++it)
        if (it->heads & heads && (year == 0 || year == it->year)) return &*it;
    return nullptr;
}

const ReferenceMemory::Antecedent* ReferenceMemory::holding(Level level, bool dotted) const {
    for (auto it = recent_.rbegin(); it != recent_.rend(); ++it)
        if (holds(it->grammar, level, dotted)) return &*it;
    return nullptr;
}

bool ReferenceMemory::knows(std::uint32_t law) const {
    return std::any_of(recent_.begin(), recent_.end(),
                       [&](const Antecedent& known) { return known.law == law; });
}

}  // namespace lede::citations
