#include "dates/neighbours.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "text/unicode.h"

namespace lede::dates {
namespace {

bool is_end_or_mark(const std::vector<Atom>& atoms, std::size_t at) {
    return at >= atoms.size() || atoms[at].kind == AtomKind::kMark;
}

bool is_word(std::string_view text, const Atom& atom, std::string_view word) {
    return std::ranges::equal(atom.span.of(text), word, {}, unicode::ascii_lower);
}

}  // namespace

Neighbours::Neighbours(const Lexicon& lexicon) {
    constexpr std::pair<std::string_view, Check> kChecks[] = {
        {"YEAR", kYear},         {"NAME", kName},
        {"SPAN", kSpan},         {"RATE", kRateOf},
        {"STRONG", kStrong},     {"AFTERDAY", kAfterDay},
        {"PERIOD", kPeriod},     {"BEFORETIME", kBeforeTime},
        {"CLOCK", kClockWord},   {"GOVERNS", kGoverns},
        {"NUMBERED", kNumbered}, {"SUBJECT", kSubject},
        {"DAY", kDay},           {"COUNTED", kCounted},
        {"YEARVERB", kYearVerb}, {"MARKET", kMarketWord}};
    const lexicon::Table table = lexicon.table("dates/neighbours");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        std::string_view names = table.cell(row, 1);
        std::uint16_t checks = 0;
        while (!names.empty()) {
            const std::string_view name = names.substr(0, names.find('|'));
            const auto known =
                std::ranges::find(kChecks, name, [](const auto& c) { return c.first; });
            if (known == std::end(kChecks))
                throw std::runtime_error("data/dates/neighbours.tsv: unknown check");
            checks |= known->second;
            names.remove_prefix(std::min(names.size(), name.size() + 1));
        }
        words_.emplace(table.cell(row, 0), checks);
    }
}

bool Neighbours::is_word_for(Check check, std::string_view text, const Atom& atom) const {
    std::array<char, 12> folded{};
    const std::string_view word = atom.span.of(text);
    if (word.size() > folded.size()) return false;
    std::ranges::transform(word, folded.begin(), unicode::ascii_lower);
    const auto found = words_.find({folded.data(), word.size()});
    return found != words_.end() && (found->second & check) != 0;
}

bool Neighbours::precedes(Check check, std::string_view text, const std::vector<Atom>& atoms,
                          std::size_t at) const {
    return at > 0 && is_word_for(check, text, atoms[at - 1]);
}

// "may", "march", "sun": a time with a capital inside a sentence or after a
// word that times follow.
bool Neighbours::is_name_use(std::string_view text, const std::vector<Atom>& atoms,
                             std::size_t begin, std::size_t end, bool assistant) const {
    if (precedes(kName, text, atoms, begin)) return true;
    if (begin > 0 && is_word(text, atoms[begin - 1], "the")) return false;  // "the Sun"
    if (assistant && is_end_or_mark(atoms, end)) return true;
    if (begin > 1 && atoms[begin - 2].capital && is_word(text, atoms[begin - 1], "."))
        return false;  // "Sen. May"
    return begin > 0 && atoms[begin].capital && !atoms[begin - 1].capital;
}

// A bare "2007" is a year unless it counts or numbers something ("2007 people",
// "Room 2007").
bool Neighbours::is_year_use(std::string_view text, const std::vector<Atom>& atoms,
                             std::size_t begin, std::size_t end) const {
    const std::string_view year = atoms[end - 1].span.of(text);
    const bool recent = year >= "1900" && year <= "2060";
    const bool is_subject =
        begin == 0 && end == 1 && end < atoms.size() && is_word_for(kYearVerb, text, atoms[end]);
    const bool introduced =
        is_subject || precedes(kYear, text, atoms, begin) || precedes(kYear, text, atoms, end - 1);
    if ((!introduced && !recent) || precedes(kNumbered, text, atoms, end - 1)) return false;
    if (end >= atoms.size() || end > begin + 1) return true;  // "mid-1848"
    const Atom& next = atoms[end];
    const bool after_name = begin > 1 && atoms[begin - 1].kind == AtomKind::kWord &&
                            atoms[begin - 1].capital && atoms[begin - 1].word == nullptr;
    if (after_name && !introduced) return next.kind == AtomKind::kMark;
    if (is_word_for(kCounted, text, next)) return false;
    const std::string_view after = next.span.of(text);
    const bool counts = next.kind == AtomKind::kWord && !next.capital && next.word == nullptr &&
                        after.size() > 4 && after.ends_with("s");
    return !counts || precedes(kStrong, text, atoms, begin);
}

// "$3,000 a year", "10 million a year", "750,000 new jobs a month"
bool Neighbours::is_near(Check check, std::string_view text, const std::vector<Atom>& atoms,
                         std::size_t begin, std::size_t end) const {
    constexpr std::size_t kReach = 50;  // atoms on either side: a long sentence
    const std::size_t last = std::min(end + kReach, atoms.size());
    for (std::size_t i = begin > kReach ? begin - kReach : 0; i < last; ++i)
        if (is_word_for(check, text, atoms[i])) return true;
    return false;
}

bool Neighbours::is_rate(std::string_view text, const std::vector<Atom>& atoms,
                         std::size_t begin) const {
    constexpr std::size_t kMostWords = 2;  // between the number and what shares it out
    for (std::size_t i = begin; i-- > 0 && begin - i <= kMostWords + 1;) {
        const bool counts = atoms[i].kind == AtomKind::kNumeral &&
                            atoms[i].shape != NumeralShape::kDecade &&
                            atoms[i].shape != NumeralShape::kOrdinal;
        if (counts || is_word_for(kRateOf, text, atoms[i])) return true;
        if (atoms[i].kind != AtomKind::kWord || atoms[i].capital || atoms[i].word != nullptr)
            return false;
    }
    return false;
}

bool Neighbours::allow(std::int32_t check, std::string_view text, const std::vector<Atom>& atoms,
                       std::size_t begin, std::size_t end, bool assistant) const {
    switch (check) {
        case kAssistant:
        case kDoubtfulEnd:
            return assistant;
        case kBareYear:
            // "the end of 2012": the doubtful word is the last.
            return is_year_use(text, atoms, begin, end);
        case kCapital:
            // "at the end of August": the doubtful word is the last.
            return is_name_use(text, atoms, begin, end, assistant) ||
                   (end > begin + 1 && atoms[end - 1].capital);
        case kClauseEnd:
            return is_end_or_mark(atoms, end);
        case kAfterPreposition:
            return assistant || precedes(kSpan, text, atoms, begin);
        case kCapitalLast:
            return (assistant && !is_word(text, atoms[begin], "that")) ||
                   (atoms[end - 1].capital && (end == 2 || !atoms[end - 2].capital));
        case kLoneDay:
            return assistant &&
                   (is_end_or_mark(atoms, end) || is_word_for(kAfterDay, text, atoms[end]));
        case kOnDay:
            return (assistant || precedes(kDay, text, atoms, begin)) &&
                   (is_end_or_mark(atoms, end) || is_word_for(kAfterDay, text, atoms[end]));
        case kAfterClockWord:
            return assistant || precedes(kClockWord, text, atoms, begin);
        case kNotVerb:  // "the talks may last six weeks"
            return !precedes(kGoverns, text, atoms, begin);
        case kOldYear:  // "In 865 a great army landed", but not "in 865 cases"
            return precedes(kPeriod, text, atoms, begin) && end < atoms.size() &&
                   is_word_for(kSubject, text, atoms[end]);
        case kProperName:
            return !assistant &&
                   std::ranges::all_of(atoms.begin() + static_cast<std::ptrdiff_t>(begin),
                                       atoms.begin() + static_cast<std::ptrdiff_t>(end),
                                       [](const Atom& atom) {
                                           return atom.kind != AtomKind::kWord || atom.capital;
                                       });
        case kPeriodIn:
            return precedes(kPeriod, text, atoms, begin);
        case kMarket:  // "sales fell in the first half", but not a goal in it
            return is_near(kMarketWord, text, atoms, begin, end);
        case kAtClauseEnd:
            return begin > 0 && is_word(text, atoms[begin - 1], "at") && is_end_or_mark(atoms, end);
        case kNotBefore:
            return end >= atoms.size() || !is_word_for(kBeforeTime, text, atoms[end]);
        case kLeadingSign:
            return assistant && begin == 0;
        case kWhole:
            return assistant && begin == 0 && end == atoms.size();
        case kRate:
            return is_rate(text, atoms, begin);
        default:
            return true;
    }
}

}  // namespace lede::dates
