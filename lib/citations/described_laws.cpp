#include "citations/described_laws.h"

#include <algorithm>
#include <array>

#include "citations/name_reader.h"

namespace lede::citations {
namespace {

constexpr std::size_t kMostCandidates = 5;
constexpr std::uint32_t kTopicWords = 12;
constexpr std::uint32_t kContextBytes = 600;

unsigned year_at(Cursor& c) {
    const Span digits = c.digits(4);
    if (digits.size() != 4 || c.at_word()) return 0;
    unsigned year = 0;
    for (const char digit : digits.of(c.text))
        year = year * 10 + static_cast<unsigned>(digit - '0');
    return year >= 1780 && year <= 2100 ? year : 0;
}

template <std::size_t N>
bool accept_one(Cursor& c, const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return c.accept_word(word); });
}

constexpr std::array<std::string_view, 12> kMade = {
    "passed",   "enacted",  "adopted", "signed", "approved", "introduced",
    "ratified", "enforced", "dating",  "made",   "agreed",   "concluded"};

// "passed in 2016", "enacted by Congress in 1996", "signed into law last year", "from 2016"
bool read_making(Cursor& c, std::uint16_t& year) {
    const Cursor before = c;
    const bool made = accept_one(c, kMade);
    bool agent = false;
    for (unsigned words = 0; words < 7; ++words) {
        c.skip_blank();
        if (c.accept_word("in") || c.accept_word("from") || c.accept_word("of") ||
            c.accept_word("since")) {
            Cursor number = c;
            number.skip_blank();
            if (const unsigned found = year_at(number)) {
                year = static_cast<std::uint16_t>(found);
                c = number;
                return true;
            }
        }
        if (!made) break;
        agent |= c.accept_word("by");
        const Span word = c.word();
        if (word.empty()) break;
        c.at = word.end;
    }
    c = before;
    return false;
}

// "to increase pressure on North Korea", "banning assault weapons", "that bars trade with Cuba"
Span read_topic(const Scan& scan, Cursor& c) {
    constexpr std::array<std::string_view, 9> kOpeners = {
        "to",          "banning",  "barring",       "requiring", "allowing",
        "prohibiting", "imposing", "criminalizing", "targeting"};
    const Cursor before = c;
    const std::uint32_t begin = c.at;
    if (!accept_one(c, kOpeners)) return {};
    std::uint32_t end = c.at;
    for (std::uint32_t words = 0; words < kTopicWords; ++words) {
        if (!c.skip_blank()) break;
        const Span word = c.word();
        if (word.empty()) break;
        const std::string_view text = word.of(scan.text);
        if (text == "that" || text == "which" || text == "should" || text == "would" ||
            text == "was" || text == "is" || text == "will" || text == "and" || text == "but" ||
            text == "when" || text == "after" || text == "before" || text == "while")
            break;
        c.at = word.end;
        if (c.dash_size() == 1) {
            ++c.at;
            c.at = c.word().end;
        }
        end = c.at;
    }
    if (end == before.at) return {};
    c.at = end;
    return {begin, end};
}

// Where the words that belong to the noun begin: "a key law", "the 1996 welfare law".
struct Front {
    std::uint32_t begin = 0;
    std::uint16_t year = 0;
    bool article = false;  // "a", "the", "this" stands before
    unsigned words = 0;
    bool made_before = false;  // "passed legislation", "voted for legislation"
};

Front read_front(const Scan& scan, std::uint32_t noun) {
    Front front{.begin = noun};
    std::uint32_t at = noun;
    for (unsigned words = 0; words < 5; ++words) {
        const std::uint32_t end = before_blanks(scan.text, at, scan.floor);
        if (end == at) break;
        const Span word = word_before(scan.text, end, scan.floor);
        if (word.empty()) break;
        const std::string_view text = word.of(scan.text);
        if (text == "a" || text == "A" || text == "an" || text == "An" || text == "the" ||
            text == "The" || text == "that" || text == "this") {
            front.article = true;
            break;
        }
        Cursor number(scan.text, word.begin);
        if (text.size() == 4 && unicode::is_ascii_digit(text[0])) {
            front.year = static_cast<std::uint16_t>(year_at(number));
            if (front.year == 0) break;
            front.begin = at = word.begin;
            ++front.words;
            continue;
        }
        front.made_before = text == "for" || text == "passed" || text == "signed" ||
                            text == "enacted" || text == "approved" || text == "introduced" ||
                            text == "backed" || text == "sponsored";
        if (front.made_before || scan.book.is_name_word(text, "stop") ||
            scan.book.is_name_word(text, "connector") || unicode::is_ascii_digit(text[0]))
            break;
        if (!scan.book.is_name_word(text, "describing")) break;
        front.begin = at = word.begin;
        ++front.words;
    }
    return front;
}

}  // namespace

bool read_description(const Scan& scan, Span noun, Description& description) {
    const std::string_view word = noun.of(scan.text);
    const bool mass = word == "legislation";
    const Front front = read_front(scan, noun.begin);
    Cursor c(scan.text, noun.end);
    description.year = front.year;
    std::uint32_t end = noun.end;
    if (c.skip_blank()) {
        Cursor making = c;
        std::uint16_t year = 0;
        if (read_making(making, year)) {
            description.year = year;
            end = making.at;
            c = making;
        } else if (mass && (front.made_before || front.article)) {
            description.topic = read_topic(scan, c);
            if (!description.topic.empty()) end = c.at;
        }
    }
    // A year or a purpose makes it one law; without either it is talk.
    if (description.year == 0 && description.topic.empty()) return false;
    if (description.year != 0 && !front.article && front.year == 0 && !mass) return false;
    description.span = {front.begin, end};
    const PlaceBefore place = place_before(scan, front.begin);
    if (place.possessive || place.adjective) description.place = place.code;
    return true;
}

namespace {

// How many subject words of a law the text around the description has.
unsigned subject_score(std::string_view subject, const std::string& context) {
    unsigned score = 0;
    while (!subject.empty()) {
        const std::size_t blank = subject.find(' ');
        const std::string_view word = subject.substr(0, blank);
        const std::size_t at = context.find(word);
        if (at != std::string::npos && word.size() > 2) ++score;
        if (blank == std::string_view::npos) break;
        subject.remove_prefix(blank + 1);
    }
    return score;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), unicode::ascii_lower);
    return out;
}

}  // namespace

Citation describe(const LawBook& book, std::string_view text, const Description& description) {
    Citation citation;
    citation.kind = CitationKind::kDescribed;
    citation.place.span = description.span;
    citation.fields.emplace_back("jurisdiction",
                                 description.place.empty() ? "us" : std::string(description.place));
    if (description.year != 0)
        citation.fields.emplace_back("year", std::to_string(description.year));
    if (!description.topic.empty())
        citation.fields.emplace_back("topic", std::string(description.topic.of(text)));
    if (!description.place.empty() && description.place != "us") return citation;
    const std::uint32_t begin =
        description.span.begin > kContextBytes ? description.span.begin - kContextBytes : 0;
    const std::string near =
        lower(text.substr(begin, description.span.end + kContextBytes - begin));
    const std::string own = lower(description.span.of(text));
    struct Ranked {
        unsigned score;
        std::uint32_t law;
    };
    std::vector<Ranked> ranked;
    for (std::uint32_t i = 0; i < book.laws.size(); ++i) {
        const Law& law = book.laws[i];
        if (law.subject.empty() || law.work.empty()) continue;
        if (description.year != 0 && law.year != description.year) continue;
        const unsigned score =
            3 * subject_score(law.subject, own) + subject_score(law.subject, near);
        if (score >= (description.year != 0 ? 2U : 4U)) ranked.push_back({score, i});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
    for (const Ranked& one : ranked) {
        const std::string& work = book.laws[one.law].work;
        if (std::find(citation.candidates.begin(), citation.candidates.end(), work) !=
            citation.candidates.end())
            continue;
        citation.candidates.push_back(work);
        if (citation.candidates.size() == kMostCandidates) break;
    }
    return citation;
}

}  // namespace lede::citations
