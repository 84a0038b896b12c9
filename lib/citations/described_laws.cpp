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
    for (unsigned words = 0; words < 7; ++words) {
        c.skip_blank();
        if ((made && (c.accept_word("in") || c.accept_word("since"))) || c.accept_word("from") ||
            c.accept_word("of")) {
            Cursor number = c;
            number.skip_blank();
            if (const unsigned found = year_at(number)) {
                year = static_cast<std::uint16_t>(found);
                c = number;
                return true;
            }
        }
        if (!made) break;
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
    // "brought legislation to the floor" says where, not what for.
    Cursor first = c;
    first.skip_blank();
    if (scan.book.is_name_word(first.word().of(scan.text), "object")) return {};
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
    // "legislation to reauthorize a $20 million program": no loose article at the end.
    for (unsigned i = 0; i < 3; ++i) {
        const Span last = word_before(scan.text, before_blanks(scan.text, end, begin), begin);
        const std::string_view word = last.of(scan.text);
        if (last.begin <= begin ||
            !(scan.book.is_name_word(word, "object") || scan.book.is_name_word(word, "connector")))
            break;
        end = before_blanks(scan.text, last.begin, begin);
    }
    c.at = end;
    return {begin, end};
}

// Where the words that belong to the noun begin: "a key law", "the 1996 welfare law".
struct Front {
    std::uint32_t begin = 0;
    std::uint16_t year = 0;
    bool article = false;   // "a", "the" stands before
    bool pointing = false;  // "this legislation to the floor" describes nothing
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
            text == "The") {
            front.article = true;
            break;
        }
        if (text == "that" || text == "this") {
            front.article = front.pointing = true;
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
    // "a 2002 law review article"
    Cursor follower = c;
    if (follower.skip_blank() &&
        scan.book.is_name_word(follower.word().of(scan.text), "institution"))
        return false;
    description.year = front.year;
    std::uint32_t end = noun.end;
    if (c.skip_blank()) {
        Cursor making = c;
        std::uint16_t year = 0;
        if (read_making(making, year)) {
            description.year = year;
            end = making.at;
            c = making;
        } else if (mass && !front.pointing && (front.made_before || front.article)) {
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

// The words of a text in small letters, sorted.
class WordSet {
  public:
    explicit WordSet(std::string_view text) : text_(text) {
        std::transform(text_.begin(), text_.end(), text_.begin(), unicode::ascii_lower);
        for (std::size_t at = 0; at < text_.size();) {
            std::size_t end = at;
            while (end < text_.size() && (is_word_byte(text_, end) || text_[end] == '-')) ++end;
            if (end > at) words_.push_back(std::string_view(text_).substr(at, end - at));
            at = end + 1;
        }
        std::sort(words_.begin(), words_.end());
    }
    WordSet(const WordSet&) = delete;
    WordSet& operator=(const WordSet&) = delete;

    // How many of the blank-separated words it has.
    unsigned count(std::string_view words) const {
        unsigned found = 0;
        while (!words.empty()) {
            const std::size_t blank = std::min(words.find(' '), words.size());
            found += std::binary_search(words_.begin(), words_.end(), words.substr(0, blank));
            words.remove_prefix(std::min(blank + 1, words.size()));
        }
        return found;
    }

  private:
    std::string text_;
    std::vector<std::string_view> words_;
};

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
    const WordSet near(text.substr(begin, description.span.end + kContextBytes - begin));
    const WordSet own(description.span.of(text));
    struct Ranked {
        unsigned score;
        std::uint32_t law;
    };
    std::vector<Ranked> ranked;
    for (std::uint32_t i = 0; i < book.laws.size(); ++i) {
        const Law& law = book.laws[i];
        if (law.subject.empty() || law.work.empty()) continue;
        if (description.year != 0 && law.year != description.year) continue;
        const unsigned score = 3 * own.count(law.subject) + near.count(law.subject);
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
