#include "dates/expression_finder.h"

#include <algorithm>

#include "text/unicode.h"

namespace lede::dates {

void ExpressionFinder::find(std::string_view text, Span sentence,
                            std::vector<Expression>& expressions, std::vector<Meaning>& meanings) {
    atoms_.clear();
    cues_.clear();
    if (!cut_atoms(grammar_, text, sentence, atoms_)) return;
    for (std::size_t at = 0; at < atoms_.size();) {
        if (!atoms_[at].known()) {
            ++at;
            continue;
        }
        std::size_t end = at;
        bool triggered = false;
        for (; end < atoms_.size() && atoms_[end].known() && end - at < Parser::kLongestRun; ++end)
            triggered = triggered || atoms_[end].trigger;
        if (triggered) find_in_run(text, at, end, expressions, meanings);
        at = end;
    }
}

void ExpressionFinder::find_in_run(std::string_view text, std::size_t begin, std::size_t end,
                                   std::vector<Expression>& expressions,
                                   std::vector<Meaning>& meanings) {
    parser_.parse(text, atoms_, begin, end);
    for (std::size_t at = 0; at < end - begin;) {
        const Constituent* found = longest_at(text, begin, at);
        if (found == nullptr) {
            ++at;
            continue;
        }
        at = found->end;
        if (cues_.empty()) tense_.read(text, atoms_, cues_);
        if (found->meaning.has(Field::kFirst)) {
            const auto part = [&](Field field) -> Constituent {
                return parser_.constituents()[static_cast<std::size_t>(found->meaning.get(field))];
            };
            Constituent first = part(Field::kFirst), second = part(Field::kSecondOf);
            share(first.meaning, second.meaning);
            add(begin, first, expressions, meanings);
            add(begin, second, expressions, meanings);
        } else {
            add(begin, *found, expressions, meanings);
        }
    }
}

// "January to May 2016", "February 27 and 28", "6 to 9 months": each side takes from the other what
// it lacks above its own grain.
void ExpressionFinder::share(Meaning& first, Meaning& second) {
    const auto give = [](const Meaning& from, Meaning& to, Field field) {
        if (!to.has(field) && from.has(field)) to.set(field, from.get(field));
    };
    const auto give_all = [&](const Meaning& from, Meaning& to) {
        if (!to.has(Field::kUnit) && !to.has(Field::kOp) && !to.has(Field::kRel)) {
            const bool in_year = to.has(Field::kMonth) || to.has(Field::kSeason) ||
                                 to.has(Field::kQuarter) || to.has(Field::kHalf);
            if (to.has(Field::kDay)) give(from, to, Field::kMonth);
            if (in_year || to.has(Field::kDay)) give(from, to, Field::kYear);
        }
        if (to.has(Field::kHour)) {
            for (const Field field : {Field::kPm, Field::kZone, Field::kYear, Field::kMonth,
                                      Field::kDay, Field::kWeekday, Field::kRel, Field::kUnit})
                give(from, to, field);
        }
        if (from.is(Field::kType, kDurationType) || from.has(Field::kCount)) {
            give(from, to, Field::kUnit);
            give(from, to, Field::kType);
            give(from, to, Field::kOp);
            give(from, to, Field::kSign);
            give(from, to, Field::kAnchor);
        }
    };
    if (first.has(Field::kYear) || first.has(Field::kCentury)) give(second, first, Field::kEra);
    give_all(second, first);
    give_all(first, second);
    const int from = first.get(Field::kYear), to = second.get(Field::kYear);
    if (first.has(Field::kYear) && second.has(Field::kYear) && !first.has(Field::kEra) &&
        (to < from || to > from + 99))
        second.set(Field::kYear, from / 100 * 100 + to % 100);
}

// The longest expression; of equally long ones, one that had to pass a check.
const Constituent* ExpressionFinder::longest_at(std::string_view text, std::size_t run,
                                                std::size_t at) const {
    const Constituent* best = nullptr;
    for (const std::uint32_t i : parser_.beginning_at(at)) {
        const Constituent& candidate = parser_.constituents()[i];
        if (candidate.symbol != timex_) continue;
        const bool longer = best == nullptr || candidate.end > best->end;
        const bool surer =
            best != nullptr && candidate.end == best->end && candidate.meaning.has(Field::kCheck);
        if ((longer || surer) && passes(text, run, candidate)) best = &candidate;
    }
    return best;
}

bool ExpressionFinder::passes(std::string_view text, std::size_t run,
                              const Constituent& found) const {
    const std::size_t begin = run + found.begin, end = run + found.end;
    const bool clause_end = end >= atoms_.size() || atoms_[end].kind == AtomKind::kMark;
    switch (found.meaning.get(Field::kCheck)) {
        case kAssistant:
            return assistant_;
        case kBareYear:
            return is_year_use(text, begin, end);
        case kCapital:
            return is_name_use(text, begin);
        case kClauseEnd:
            return clause_end;
        case kAfterPreposition:
            return assistant_ || precedes(text, begin,
                                          {"for", "in", "over", "after", "within", "through",
                                           "during", "of", "on"});
        case kRate:
            return begin > 0 && (atoms_[begin - 1].kind == AtomKind::kNumeral ||
                                 precedes(text, begin,
                                          {"million", "billion", "thousand", "times", "percent",
                                           "%", "hundred", "people"}));
        default:
            return true;
    }
}

bool ExpressionFinder::precedes(std::string_view text, std::size_t at,
                                std::initializer_list<std::string_view> words) const {
    if (at == 0) return false;
    const std::string_view before = atoms_[at - 1].span.of(text);
    return std::ranges::any_of(words, [&](std::string_view word) {
        return before.size() == word.size() &&
               std::ranges::equal(before, word, {}, unicode::ascii_lower);
    });
}

// "may", "march", "sun", "second": names of a time with a capital inside a sentence or after a word
// that only a time follows.
bool ExpressionFinder::is_name_use(std::string_view text, std::size_t begin) const {
    if (assistant_ || precedes(text, begin,
                               {"in", "on", "since", "until", "during", "by", "till", "last",
                                "next", "this", "early", "late"}))
        return true;
    return begin > 0 && atoms_[begin].capital && !atoms_[begin - 1].capital;
}

// A bare "2007" is a year unless it counts or numbers something ("2007 people", "Room 2007").
bool ExpressionFinder::is_year_use(std::string_view text, std::size_t begin,
                                   std::size_t end) const {
    const std::string_view year = atoms_[begin].span.of(text);
    const bool recent = year >= "1900" && year <= "2060";
    const bool introduced =
        precedes(text, begin,
                 {"in",  "since",  "of",      "by",      "from",   "to",    "until", "till",  "and",
                  "the", "during", "before",  "after",   "early",  "late",  "for",   "circa", "(",
                  "-",   ",",      "between", "through", "around", "about", "'s",    "year"});
    if (!introduced && !recent) return false;
    if (end >= atoms_.size()) return recent || introduced;
    const Atom& next = atoms_[end];
    const bool after_name = begin > 1 && atoms_[begin - 1].kind == AtomKind::kWord &&
                            atoms_[begin - 1].capital && atoms_[begin - 1].word == nullptr;
    if (after_name && !introduced) return next.kind == AtomKind::kMark;
    const std::string_view after = next.span.of(text);
    const bool counts = next.kind == AtomKind::kWord && !next.capital && next.word == nullptr &&
                        ((after.size() > 4 && after.ends_with("s")) || after == "people");
    return !counts || precedes(text, begin,
                               {"in", "since", "the", "'s", "its", "their", "his", "her", "during",
                                "until", "before", "after"});
}

std::uint32_t ExpressionFinder::copy(const Meaning& meaning, std::vector<Meaning>& meanings) const {
    const auto root = static_cast<std::uint32_t>(meanings.size());
    meanings.push_back(meaning);
    if (!meaning.has(Field::kBase)) return root;
    const auto base = static_cast<std::size_t>(meaning.get(Field::kBase));
    const std::uint32_t copied = copy(parser_.constituents()[base].meaning, meanings);
    meanings[root].set(Field::kBase, static_cast<std::int32_t>(copied));
    return root;
}

void ExpressionFinder::add(std::size_t run, const Constituent& found,
                           std::vector<Expression>& expressions,
                           std::vector<Meaning>& meanings) const {
    Expression expression;
    expression.span = cover(atoms_[run + found.begin].span, atoms_[run + found.end - 1].span);
    expression.root = copy(found.meaning, meanings);
    expression.direction = TenseReader::around(cues_, run + found.begin, run + found.end);
    expressions.push_back(expression);
}

}  // namespace lede::dates
