#include "citations/name_reader.h"

#include <algorithm>
#include <array>
#include <string>

namespace lede::citations {
namespace {

constexpr unsigned kMostWords = 24;

bool is_capital(std::string_view text, std::uint32_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    // Capitals of the Latin supplement: U+00C0 to U+00DE.
    if (byte == 0xC3 && at + 1 < text.size())
        return static_cast<unsigned char>(text[at + 1]) <= 0x9E;
    return unicode::is_ascii_upper(text[at]);
}

// "21st", "9/11"
bool is_name_number(std::string_view word) {
    return word.size() >= 3 && unicode::is_ascii_digit(word[0]) &&
           unicode::is_ascii_letter(word.back());
}

// What joins two words of a name, read backwards.
enum class Joint : std::uint8_t { kNone, kBlank, kHyphen, kComma, kPossessive, kPeriod, kBracket };

struct Step {
    Joint joint = Joint::kNone;
    std::uint32_t end = 0;  // of the word before the joint
};

// "’s " or "s’ " before `end`: the end of the noun, or `end`.
std::uint32_t before_possessive(std::string_view text, std::uint32_t end, std::uint32_t floor) {
    const std::string_view head = text.substr(floor, end - floor);
    for (const std::string_view mark : {"\xE2\x80\x99s", "'s"})
        if (head.ends_with(mark)) return end - static_cast<std::uint32_t>(mark.size());
    for (const std::string_view mark : {"\xE2\x80\x99", "'"})
        if (head.ends_with(std::string("s") + std::string(mark)))
            return end - static_cast<std::uint32_t>(mark.size());
    return end;
}

Step step_back(const Scan& scan, std::uint32_t begin) {
    const std::string_view text = scan.text;
    const std::uint32_t end = before_blanks(text, begin, scan.floor);
    if (end <= scan.floor) return {};
    if (const std::uint32_t noun = before_possessive(text, end, scan.floor); noun != end)
        return {end == begin ? Joint::kNone : Joint::kPossessive, noun};
    const char last = text[end - 1];
    if (end == begin) {
        if (last == '-') return {Joint::kHyphen, end - 1};
        const bool dash = end >= scan.floor + 3 && text.substr(end - 3, 2) == "\xE2\x80" &&
                          text[end - 1] >= '\x90' && text[end - 1] <= '\x93';
        return dash ? Step{Joint::kHyphen, end - 3} : Step{};
    }
    if (is_word_byte(text, end - 1) || last == '&') return {Joint::kBlank, end};
    if (last == ',') return {Joint::kComma, end - 1};
    if (last == '.') return {Joint::kPeriod, end - 1};
    if (last == ')') return {Joint::kBracket, end};
    return {};
}

class BackwardName {
  public:
    BackwardName(const Scan& scan, std::uint32_t head) : scan_(scan), at_(head) {
        result_.begin = head;
    }

    NameBegin read() {
        for (unsigned i = 0; i < kMostWords && advance(); ++i) {
        }
        return result_;
    }

  private:
    bool take_bracket(std::uint32_t end) {
        const std::size_t open = scan_.text.substr(0, end).rfind('(');
        if (open == std::string_view::npos || open < scan_.floor || end - open > 40) return false;
        if (open + 1 >= end || !is_capital(scan_.text, static_cast<std::uint32_t>(open + 1)))
            return false;
        // "section 5(A) Act" is no name.
        if (open == 0 || scan_.text[open - 1] != ' ') return false;
        commit(static_cast<std::uint32_t>(open));
        return true;
    }

    void commit(std::uint32_t begin) {
        at_ = result_.begin = begin;
        ++result_.words;
    }

    bool advance() {
        const Step step = step_back(scan_, at_);
        if (step.joint == Joint::kNone) return false;
        if (step.joint == Joint::kBracket) return take_bracket(step.end);
        const std::string_view text = scan_.text;
        if (step.end > scan_.floor && text[step.end - 1] == '&') {
            at_ = step.end - 1;
            saw_and_ = true;
            return true;
        }
        Span span = word_before(text, step.end, scan_.floor);
        if (span.empty()) return false;
        // "Save Our Seas 2.0 Act"
        const bool version = span.begin >= scan_.floor + 2 && text[span.begin - 1] == '.' &&
                             unicode::is_ascii_digit(text[span.begin]) &&
                             unicode::is_ascii_digit(text[span.begin - 2]);
        if (version) {
            at_ = span.begin - 2;
            return true;
        }
        const std::string_view word = span.of(text);
        const bool capital = is_capital(text, span.begin) || is_name_number(word);
        if (step.joint == Joint::kPeriod && word.size() > 1 && word != "Jr" && word != "Sr" &&
            word != "St")
            return false;
        if (step.joint == Joint::kComma && !(saw_and_ && capital)) return false;
        if (step.joint == Joint::kPossessive && !scan_.book.is_name_word(word, "possessive"))
            return false;
        if (!capital) return take_small(span, step.joint);
        if (step.joint != Joint::kHyphen && scan_.book.is_name_word(word, "stop")) return false;
        if (result_.words == 0) result_.trap = scan_.book.is_name_word(word, "trap");
        result_.trap &= result_.words == 0;
        commit(span.begin);
        return true;
    }

    // A small word counts only if a capitalised one stands before it.
    bool take_small(Span span, Joint joint) {
        const std::string_view word = span.of(scan_.text);
        if (joint == Joint::kHyphen) {
            at_ = span.begin;
            return true;
        }
        if (!scan_.book.is_name_word(word, "connector") || joint != Joint::kBlank) return false;
        saw_and_ |= word == "and" || word == "or";
        at_ = span.begin;
        return true;
    }

    const Scan& scan_;
    std::uint32_t at_;
    bool saw_and_ = false;
    NameBegin result_;
};

// A year from 1600 to 2100 at the cursor, or 0 and the cursor unmoved.
unsigned read_year(Cursor& c) {
    const std::uint32_t begin = c.at;
    const Span digits = c.digits(4);
    if (digits.size() == 4 && !c.at_word()) {
        unsigned year = 0;
        for (const char digit : digits.of(c.text))
            year = year * 10 + static_cast<unsigned>(digit - '0');
        if (year >= 1600 && year <= 2100) return year;
    }
    c.at = begin;
    return 0;
}

// "for Fiscal Year 2018", ", Fiscal Years 1988 and 1989", "for FY2020"
unsigned read_fiscal_year(Cursor& c) {
    const std::uint32_t begin = c.at;
    c.accept(",");
    c.skip_blank();
    if (c.accept_word("for")) c.skip_blank();
    unsigned year = 0;
    const bool spelled = c.accept_folded("fiscal") && c.skip_blank() &&
                         (c.accept_folded("years") || c.accept_folded("year")) && c.skip_blank();
    if (spelled || c.accept("FY")) {
        c.skip_blank();
        year = read_year(c);
        Cursor more = c;
        more.skip_blank();
        if (year > 0 && more.accept_word("and") && more.skip_blank() && read_year(more) > 0)
            c = more;
    }
    if (year == 0) c.at = begin;
    return year;
}

constexpr std::array<std::string_view, 5> kNations = {"(Northern Ireland)", "(Scotland)", "(Wales)",
                                                      "(England and Wales)", "(England)"};

}  // namespace

NameBegin name_before(const Scan& scan, std::uint32_t head) {
    return BackwardName(scan, head).read();
}

NameTail name_tail(std::string_view text, std::uint32_t head_end) {
    NameTail tail{.end = head_end};
    Cursor c(text, head_end);
    Cursor nation = c;
    nation.skip_blank();
    for (const std::string_view name : kNations)
        if (nation.accept(name)) {
            c = nation;
            tail.end = c.at;
            break;
        }
    Cursor fiscal = c;
    if ((tail.year = read_fiscal_year(fiscal)) > 0) {
        tail.end = fiscal.at;
        return tail;
    }
    const bool comma = c.accept(",");
    if (!c.skip_blank()) return tail;
    const bool of = c.accept_word("of");
    if (of) {
        c.skip_blank();
        // "of August 25, 1916"
        Cursor date = c;
        const Span month = date.word();
        date.at = month.end;
        date.accept(".");
        if (unicode::is_ascii_upper(c.peek()) && date.skip_blank() && !date.digits(2).empty() &&
            date.accept(",") && date.skip_blank())
            c = date;
    }
    tail.year = read_year(c);
    if (tail.year == 0) return tail;
    tail.end = c.at;
    tail.british = !comma && !of;
    return tail;
}

std::uint32_t name_forward(const Scan& scan, std::uint32_t head_end) {
    constexpr std::array<std::string_view, 9> kOpeners = {
        "on", "against", "for", "of", "to", "relating", "between", "concerning", "regarding"};
    constexpr std::array<std::string_view, 18> kInside = {
        "on",  "against", "for",  "of",  "to",   "relating", "between", "concerning", "the",
        "and", "in",      "with", "all", "from", "or",       "by",      "other",      "regarding"};
    Cursor c(scan.text, head_end);
    std::uint32_t end = head_end;
    bool first = true;
    for (unsigned words = 0, small = 0; words < kMostWords; ++words) {
        const bool comma = !first && c.accept(",");
        if (!c.skip_blank() && c.dash_size() != 1) break;
        c.accept_dash();
        const Span word = c.word();
        if (word.empty()) break;
        const std::string_view name = word.of(scan.text);
        const bool capital = is_capital(scan.text, word.begin);
        if (first && std::find(kOpeners.begin(), kOpeners.end(), name) == kOpeners.end()) break;
        if (!capital && std::find(kInside.begin(), kInside.end(), name) == kInside.end()) break;
        if (!capital && ++small > 4) break;
        // After a comma only a list goes on: ", Social and Cultural Rights".
        if (comma && !capital && name != "and") break;
        c.at = word.end;
        if (capital) {
            end = c.at;
            small = 0;
        }
        first = false;
    }
    return end;
}

PlaceBefore place_before(const Scan& scan, std::uint32_t end) {
    PlaceBefore result{.begin = end};
    std::uint32_t last = before_blanks(scan.text, end, scan.floor);
    if (last == end) return result;
    const std::uint32_t noun = before_possessive(scan.text, last, scan.floor);
    const bool possessive = noun != last;
    std::uint32_t begin = noun;
    // "Texas’" keeps its s, "Russia’s" does not.
    std::uint32_t word_end = noun;
    if (word_end > scan.floor && scan.text[word_end - 1] == '.') --word_end;
    for (unsigned words = 0; words < 4; ++words) {
        const std::uint32_t at =
            words == 0 ? word_end : before_blanks(scan.text, begin, scan.floor);
        std::uint32_t stop = at;
        if (words > 0 && stop > scan.floor && scan.text[stop - 1] == '.') --stop;
        const Span word = word_before(scan.text, stop, scan.floor);
        if (word.empty()) break;
        begin = word.begin;
        Span span;
        const NameEntry* entry = scan.book.places.match(scan.text, begin, span);
        if (entry == nullptr || span.end != word_end) continue;
        result.begin = begin;
        result.code = scan.book.place_codes[entry->law];
        result.adjective = entry->argument != 0;
        result.possessive = possessive;
    }
    return result;
}

bool longer_name_follows(std::string_view text, std::uint32_t end) {
    Cursor c(text, end);
    for (unsigned words = 0; words < 4; ++words) {
        if (!c.skip_blank() || !unicode::is_ascii_upper(c.peek())) return false;
        const Span word = c.word();
        if (word.of(text) == "Act" || word.of(text) == "Bill") return words > 0;
        c.at = word.end;
    }
    return false;
}

std::string_view place_near(const Scan& scan, std::uint32_t at, PlaceSort sort) {
    constexpr std::uint32_t kWindow = 500;
    struct Seen {
        std::string_view code;
        unsigned times = 0;
    };
    std::array<Seen, 16> seen;
    std::size_t count = 0;
    std::string_view best;
    unsigned most = 0;
    for (std::uint32_t i = at > kWindow ? at - kWindow : 0; i < at; ++i) {
        if (!unicode::is_ascii_upper(scan.text[i]) || (i > 0 && is_word_byte(scan.text, i - 1)))
            continue;
        Span span;
        const NameEntry* entry = scan.book.places.match(scan.text, i, span);
        if (entry == nullptr) continue;
        const std::string_view code = scan.book.place_codes[entry->law];
        if (code.starts_with("us-") != (sort == PlaceSort::kState)) continue;
        std::size_t k = 0;
        while (k < count && seen[k].code != code) ++k;
        if (k == seen.size()) continue;
        if (k == count) seen[count++].code = code;
        if (++seen[k].times < most) continue;
        most = seen[k].times;
        best = code;
    }
    return best;
}

}  // namespace lede::citations
