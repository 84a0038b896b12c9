#include "dates/expression_finder.h"

#include <algorithm>

#include "dates/meaning_fields.h"

namespace lede::dates {

void ExpressionFinder::find(std::string_view text, Span sentence,
                            std::vector<Expression>& expressions, std::vector<Meaning>& meanings) {
    atoms_.clear();
    cues_.clear();
    // To an assistant, numbers that are all of an utterance tell a time: "ten thirty".
    if (!cut_atoms(grammar_, text, sentence, atoms_) && !assistant_) return;
    for (std::size_t at = 0; at < atoms_.size();) {
        if (!atoms_[at].known()) {
            ++at;
            continue;
        }
        std::size_t end = at;
        bool triggered = false;
        for (; end < atoms_.size() && atoms_[end].known() && end - at < Parser::kLongestRun; ++end)
            triggered = triggered || atoms_[end].trigger;
        const bool whole = assistant_ && at == 0 && end == atoms_.size();
        if (triggered || whole) find_in_run(text, at, end, expressions, meanings);
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
        const Constituent* longer = longer_inside(text, begin, *found);
        // "Tuesday or [Wednesday from 10 to 4]": what stands before the longer one may be one too.
        if (longer != found) {
            const Constituent* before = longest_at(text, begin, at, longer->begin);
            found = before != nullptr ? before : longer;
        }
        at = found->end;
        if (found->meaning.is(Field::kCheck, kProperName)) continue;
        if (found->meaning.has(Field::kFirst)) {
            add_pair(text, begin, *found, expressions, meanings);
        } else {
            add(text, begin, *found, expressions, meanings);
        }
    }
}

// "Monday from 3 to 5pm": what the whole says belongs to both ends, and its words to the end that
// stands beside them.
void ExpressionFinder::add_pair(std::string_view text, std::size_t run, const Constituent& found,
                                std::vector<Expression>& expressions,
                                std::vector<Meaning>& meanings) {
    const auto part = [&](Field field) -> Constituent {
        return parser_.constituents()[static_cast<std::size_t>(found.meaning.get(field))];
    };
    Constituent first = part(Field::kFirst), second = part(Field::kSecondOf);
    Meaning whole = found.meaning;
    for (const Field field : {Field::kFirst, Field::kSecondOf, Field::kCheck}) whole.clear(field);
    if (whole != Meaning{}) {
        for (Constituent* end : {&first, &second}) {
            Meaning joined = whole;
            joined.merge(end->meaning);
            end->meaning = joined;
        }
        if (found.end > second.end) {
            second.end = found.end;
        } else {
            first.begin = found.begin;
        }
    }
    share(first.meaning, second.meaning);
    add(text, run, first, expressions, meanings);
    expressions.back().opens_pair = true;
    add(text, run, second, expressions, meanings);
}

// "3-8pm", "10 to 2pm", "11am to 1": the half of the day that is not said is the one in which the
// range runs forward.
void ExpressionFinder::share_half_day(Meaning& first, Meaning& second) {
    const int from = first.get_or(Field::kHour, 24), to = second.get_or(Field::kHour, 24);
    if (from > 12 || to > 12 || first.has(Field::kPart)) return;
    const bool runs_over = from % 12 > to % 12;
    const auto other_end = [&](std::int32_t pm) { return runs_over ? 1 - pm : pm; };
    if (!first.has(Field::kPm) && second.has(Field::kPm)) {
        first.set(Field::kPm, other_end(second.get(Field::kPm)));
    } else if (first.has(Field::kPm) && !second.has(Field::kPm)) {
        second.set(Field::kPm, other_end(first.get(Field::kPm)));
    }
}

// "November to February 2017" began in 2016.
void ExpressionFinder::share_year(Meaning& first, Meaning& second) {
    if (!first.has(Field::kMonth) || !second.has(Field::kMonth)) return;
    if (first.get(Field::kMonth) <= second.get(Field::kMonth)) return;
    if (second.has(Field::kYear) && !first.has(Field::kYear)) {
        first.set(Field::kYear, second.get(Field::kYear) - 1);
    } else if (first.has(Field::kYear) && !second.has(Field::kYear)) {
        second.set(Field::kYear, first.get(Field::kYear) + 1);
    }
}

// "January to May 2016", "February 27 and 28", "6 to 9 months": each side takes
// from the other what it lacks above its own grain.
void ExpressionFinder::share(Meaning& first, Meaning& second) {
    share_half_day(first, second);
    share_year(first, second);
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
            give(from, to, Field::kZone);
            if (names_date(to) || to.has(Field::kOp)) return;
            for (const Field field :
                 {Field::kYear, Field::kMonth, Field::kDay, Field::kWeekday, Field::kRel,
                  Field::kUnit, Field::kHoliday, Field::kOp, Field::kBase, Field::kNth,
                  Field::kSign, Field::kCount, Field::kPart})
                give(from, to, field);
        }
        const auto counts = [](const Meaning& meaning) {
            return meaning.is(Field::kType, kDurationType) || meaning.has(Field::kCount);
        };
        if (counts(from) && counts(to)) {
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
    if (first.has(Field::kYear) && second.is(Field::kShortYear, 1) && !first.has(Field::kEra))
        second.set(Field::kYear, from / 100 * 100 + to % 100);
}

// "that [February 20, 2019]", not "[that February] 20": an expression that begins inside the found
// one and is longer, if there is one.
const Constituent* ExpressionFinder::longer_inside(std::string_view text, std::size_t run,
                                                   const Constituent& found) const {
    // "14 July the first" is complete with the month.
    if (found.meaning.has(Field::kDay) && found.meaning.has(Field::kMonth)) return &found;
    const int size = found.end - found.begin;
    for (std::size_t at = found.begin + 1U; at < found.end; ++at) {
        const Constituent* later = longest_at(text, run, at);
        if (later != nullptr && later->end > found.end && later->end - later->begin >= size)
            return later;
    }
    return &found;
}

// "a third month in May": no month has months.
bool ExpressionFinder::is_part_of_less(const Meaning& meaning) const {
    if (!meaning.is(Field::kOp, kNthOf) || !meaning.has(Field::kUnit)) return false;
    const auto index = static_cast<std::size_t>(meaning.get(Field::kBase));
    const Meaning& base = parser_.constituents()[index].meaning;
    const bool within_month = base.has(Field::kMonth) || base.is(Field::kUnit, kMonthGrain);
    return within_month && !base.has(Field::kOp) && unit_of(meaning) >= kMonthGrain;
}

// "31 years old", "a 45-year-old", "18 years of age", "a quarter of voters": no time that an
// article speaks of.
bool ExpressionFinder::is_no_time(std::string_view text, std::size_t run,
                                  const Constituent& candidate) const {
    if (candidate.meaning.get(Field::kMinute) > 59) return true;  // "two sixty a.m."
    if (is_part_of_less(candidate.meaning)) return true;
    if (!candidate.meaning.is(Field::kType, kDurationType) &&
        !candidate.meaning.is(Field::kCheck, kRate))
        return false;
    if (candidate.meaning.has(Field::kVague)) return false;
    const Grain unit = unit_of(candidate.meaning);
    const std::size_t next = run + candidate.end;
    const bool fraction = atoms_[next - 1].span.of(text) == "quarter" ||
                          candidate.end - candidate.begin == 2;  // "three quarters of voters"
    const std::string_view follower =
        next < atoms_.size() ? atoms_[next].span.of(text) : std::string_view{};
    if (unit == kQuarterGrain && fraction && (follower == "of" || follower == "-")) return true;
    if (unit < kDayGrain || unit > kYearGrain) return false;
    const auto word_at = [&](std::size_t i) {
        return i < atoms_.size() ? atoms_[i].span.of(text) : std::string_view{};
    };
    const std::string_view word = word_at(next), after = word_at(next + 1);
    return word == "old" || word == "olds" ||
           (word == "-" && (after == "old" || after == "olds")) || (word == "of" && after == "age");
}

// "March and April", but not "Tuesday and may"; "1914-1918", but not "2012-1400" and "2014/10".
bool ExpressionFinder::has_good_ends(std::string_view text, std::size_t run,
                                     const Constituent& candidate) const {
    if (candidate.meaning.has(Field::kFirst)) {
        const auto year_of_end = [&](Field field) {
            const auto index = static_cast<std::size_t>(candidate.meaning.get(field));
            const Meaning& end = parser_.constituents()[index].meaning;
            return end.has(Field::kEra) || end.has(Field::kMonth) ? Meaning::kUnset
                                                                  : end.get(Field::kYear);
        };
        const std::int32_t last = year_of_end(Field::kSecondOf);
        const std::string_view mark = atoms_[run + candidate.begin + 1U].span.of(text);
        if (last != Meaning::kUnset && last < year_of_end(Field::kFirst) &&
            (mark == "-" || mark == "/"))
            return false;
    }
    for (const Field field : {Field::kFirst, Field::kSecondOf}) {
        if (assistant_ || !candidate.meaning.has(field)) continue;
        const auto index = static_cast<std::size_t>(candidate.meaning.get(field));
        const Constituent& end = parser_.constituents()[index];
        const Atom& word = atoms_[run + end.begin];
        const bool is_name = word.kind == AtomKind::kWord && !word.capital;
        if (is_name && end.meaning.is(Field::kCheck, kCapital)) return false;
    }
    return true;
}

// The longest expression that its neighbours allow; of equally long ones a rate first ("a year" in
// "10 million a year"), then one that needs no special company.
const Constituent* ExpressionFinder::longest_at(std::string_view text, std::size_t run,
                                                std::size_t at, std::size_t limit) const {
    const auto rank = [](const Constituent& c) {
        if (c.meaning.is(Field::kCheck, kProperName)) return 4;
        if (c.meaning.is(Field::kCheck, kRate)) return 3;
        if (c.meaning.is(Field::kCheck, kAfterPreposition)) return 0;
        return c.meaning.has(Field::kCheck) ? 1 : 2;
    };
    const Constituent* best = nullptr;
    for (const std::uint32_t i : parser_.beginning_at(at)) {
        const Constituent& candidate = parser_.constituents()[i];
        if (candidate.symbol != timex_ || candidate.end > limit) continue;
        if (best != nullptr && (candidate.end < best->end ||
                                (candidate.end == best->end && rank(candidate) <= rank(*best))))
            continue;
        if (is_no_time(text, run, candidate) || !has_good_ends(text, run, candidate)) continue;
        if (neighbours_.allow(candidate.meaning.get(Field::kCheck), text, atoms_,
                              run + candidate.begin, run + candidate.end, assistant_))
            best = &candidate;
    }
    return best;
}

std::uint32_t ExpressionFinder::copy(const Meaning& meaning, std::vector<Meaning>& meanings) const {
    const auto root = static_cast<std::uint32_t>(meanings.size());
    meanings.push_back(meaning);
    for (const Field field : {Field::kBase, Field::kRest}) {
        if (!meaning.has(field)) continue;
        const auto referred = static_cast<std::size_t>(meaning.get(field));
        const std::uint32_t copied = copy(parser_.constituents()[referred].meaning, meanings);
        meanings[root].set(field, static_cast<std::int32_t>(copied));
    }
    return root;
}

void ExpressionFinder::add(std::string_view text, std::size_t run, const Constituent& found,
                           std::vector<Expression>& expressions, std::vector<Meaning>& meanings) {
    Expression expression;
    expression.span = cover(atoms_[run + found.begin].span, atoms_[run + found.end - 1].span);
    expression.root = copy(found.meaning, meanings);
    if (!assistant_ && Resolver::asks_direction(found.meaning)) {
        if (cues_.empty()) tense_.read(text, atoms_, cues_);
        expression.direction = TenseReader::around(cues_, run + found.begin, run + found.end);
    }
    expressions.push_back(expression);
}

}  // namespace lede::dates
