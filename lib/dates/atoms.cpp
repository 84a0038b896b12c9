#include "dates/atoms.h"

#include <array>

#include "text/unicode.h"

namespace lede::dates {
namespace {

using unicode::ascii_lower;
using unicode::is_ascii_digit;
using unicode::is_ascii_space;

// As `unicode::is_ascii_letter`, in one comparison.
bool is_ascii_letter(char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; }

constexpr std::size_t kLongestWord = 24;  // no word of the grammar is longer

class AtomCutter {
  public:
    AtomCutter(const Grammar& grammar, std::string_view text, std::vector<Atom>& atoms)
        : grammar_(grammar), text_(text), atoms_(atoms), first_(atoms.size()) {}

    bool cut() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (is_ascii_letter(c)) {
                cut_word();
            } else if (is_ascii_digit(c)) {
                cut_numeral();
            } else if (is_ascii_space(c)) {
                spaced_ = true;
                ++at_;
            } else if (static_cast<unsigned char>(c) < 0x80) {
                cut_mark(1, c);
            } else {
                cut_other();
            }
        }
        return triggered_;
    }

    void set_begin(std::size_t begin) { at_ = begin; }

  private:
    char char_at(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

    // Bytes of the apostrophe at `at`, straight or curly; 0 if there is none.
    std::size_t apostrophe_at(std::size_t at) const {
        if (char_at(at) == '\'') return 1;
        return text_.substr(at).starts_with("\xE2\x80\x99") ? 3 : 0;
    }

    bool is_letter_at(std::size_t at) const {
        const char c = char_at(at);
        return is_ascii_letter(c) ||
               (static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) < 0xE2);
    }

    void add_key(char c) {
        if (key_size_ < kLongestWord) key_[key_size_] = c;
        ++key_size_;
    }

    void start_key() { key_size_ = 0; }

    const Word* find_key() const {
        if (key_size_ == 0 || key_size_ > kLongestWord) return nullptr;
        return grammar_.find_word({key_.data(), key_size_}, 0, key_size_);
    }

    Atom& push(std::size_t begin, std::size_t end, AtomKind kind) {
        Atom& atom = atoms_.emplace_back();
        atom.span = make_span(begin, end);
        atom.kind = kind;
        atom.spaced = spaced_;
        spaced_ = false;
        at_ = end;
        return atom;
    }

    // "p.m.", "U.S.", "B.C.": the end of letters that each have a period, or
    // `begin`.
    std::size_t end_of_dotted(std::size_t begin) {
        std::size_t end = begin;
        while (is_ascii_letter(char_at(end)) && char_at(end + 1) == '.') {
            add_key(ascii_lower(text_[end]));
            end += 2;
        }
        if (end > begin && is_ascii_letter(char_at(end)) && !is_letter_at(end + 1)) {
            add_key(ascii_lower(text_[end]));
            ++end;
        }
        if (end >= begin + 3) return end;
        start_key();
        return begin;
    }

    // Letters, and apostrophes between letters except before a final s:
    // "o'clock", but "week|'s".
    std::size_t end_of_letters(std::size_t begin) {
        std::size_t end = begin;
        while (true) {
            while (is_letter_at(end)) add_key(ascii_lower(text_[end++]));
            const std::size_t mark = apostrophe_at(end);
            if (mark == 0 || !is_letter_at(end + mark)) return end;
            const bool final_s =
                ascii_lower(text_[end + mark]) == 's' && !is_letter_at(end + mark + 1);
            if (final_s) return end;
            add_key('\'');
            end += mark;
        }
    }

    // The end of a word of ASCII letters alone, as most are, and the word of the grammar that it
    // is; `begin` where other letters, an apostrophe or a period come into it.
    std::size_t end_of_plain_word(std::size_t begin, const Word*& word) const {
        std::size_t end = begin;
        while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
        const char next = char_at(end);
        if (next == '\'' || static_cast<unsigned char>(next) >= 0xC3 ||
            (next == '.' && end == begin + 1))
            return begin;
        word = nullptr;
        if (end - begin <= kLongestWord) word = grammar_.find_word(text_, begin, end - begin);
        return end;
    }

    void cut_word() {
        const std::size_t begin = at_;
        const Word* word = nullptr;
        std::size_t end = end_of_plain_word(begin, word);
        if (end == begin) {
            start_key();
            if (char_at(begin + 1) == '.') end = end_of_dotted(begin);
            if (end == begin) end = end_of_letters(begin);
            word = find_key();
        }
        if (word != nullptr && word->abbreviation && char_at(end) == '.') ++end;
        Atom& atom = push(begin, end, AtomKind::kWord);
        atom.word = word;
        atom.capital = unicode::is_ascii_upper(text_[begin]);
        atom.trigger = word != nullptr && word->trigger;
        triggered_ = triggered_ || atom.trigger;
        if (!atom.spaced) join_before(word != nullptr);
    }

    // "737s", "3G": a numeral with strange letters at it is a name; "15h" is a time; "$DEC" is
    // none.
    void join_before(bool known) {
        if (atoms_.size() < first_ + 2) return;
        Atom& before = atoms_[atoms_.size() - 2];
        Atom& word = atoms_.back();
        if (before.kind == AtomKind::kNumeral) {
            if (!known && before.shape != NumeralShape::kOrdinal)
                before.shape = NumeralShape::kOpaque;
            word.trigger = word.trigger || (known && word.word->joined);
            triggered_ = triggered_ || word.trigger;
        } else if (before.span.of(text_) == "$") {
            word.word = nullptr;
            word.trigger = false;
        }
    }

    void cut_numeral() {
        const std::size_t begin = at_;
        const Numeral numeral = scan_numeral(text_, begin);
        // A full date is one in a file's name too: "report-2019-02-20.pdf".
        const bool part_of_name = numeral.shape != NumeralShape::kIso && follows_name();
        const bool year = is_year(numeral);
        Atom& atom = push(begin, begin + numeral.size, AtomKind::kNumeral);
        atom.shape = part_of_name ? NumeralShape::kOpaque : numeral.shape;
        if (numeral.shape == NumeralShape::kPair) atom.word = find_numeral(atom.span);
        atom.trigger = !part_of_name && (year || numeral.shape >= NumeralShape::kOrdinal);
        triggered_ = triggered_ || atom.trigger;
    }

    // "2007", "'98", "in 865"
    bool is_year(const Numeral& numeral) const {
        if (numeral.shape != NumeralShape::kInteger) return false;
        if (numeral.size == 3)
            return spaced_ && atoms_.size() > first_ && atoms_.back().word != nullptr &&
                   atoms_.back().word->key == "in";
        const bool short_form = numeral.size == 2 && !spaced_ && atoms_.size() > first_ &&
                                atoms_.back().word != nullptr && atoms_.back().word->key == "'";
        return numeral.size == 4 || short_form;
    }

    // "9/11" has a meaning as a word.
    const Word* find_numeral(Span span) {
        start_key();
        for (const char c : span.of(text_)) add_key(c);
        return find_key();
    }

    // "$1999", "#12", "A320", "F-16", "COVID-19": the numeral that begins here is
    // no date.
    bool follows_name() const {
        if (spaced_ || atoms_.size() == first_) return false;
        const Atom& before = atoms_.back();
        if (before.kind == AtomKind::kWord) return before.word == nullptr;
        const std::string_view mark = before.span.of(text_);
        if (mark == "$" || mark == "#" || mark == "@" || mark == "_" || mark == "\\" ||
            mark == "\xC2\xA3" || mark == "\xE2\x82\xAC" || mark == "\xC2\xA5" ||
            mark == "\xC2\xA7")
            return true;
        if (before.word == nullptr || before.spaced || atoms_.size() < first_ + 2) return false;
        const Atom& name = atoms_[atoms_.size() - 2];
        return before.word->key == "-" && name.kind == AtomKind::kWord && name.word == nullptr;
    }

    void cut_mark(std::size_t size, char folded) {
        start_key();
        add_key(folded);
        const std::size_t begin = at_;
        std::size_t end = begin + size;
        if (folded == '\'' && ascii_lower(char_at(end)) == 's' && !is_letter_at(end + 1) &&
            !spaced_) {
            add_key('s');
            ++end;
        }
        push(begin, end, AtomKind::kMark).word = find_key();
        if (folded == '%' && atoms_.size() >= first_ + 2)
            atoms_[atoms_.size() - 2].shape = NumeralShape::kOpaque;
    }

    // Beyond ASCII: typographic marks are folded, spaces are spaces, letters make
    // words.
    void cut_other() {
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with("\xE2\x80\x99") || rest.starts_with("\xE2\x80\x98"))
            return cut_mark(3, '\'');
        if (rest.starts_with("\xE2\x80") && rest.size() > 2 &&
            static_cast<unsigned char>(rest[2]) >= 0x90 &&
            static_cast<unsigned char>(rest[2]) <= 0x95)
            return cut_mark(3, '-');
        if (rest.starts_with("\xC2\xA0") || rest.starts_with("\xE2\x80\xAF") ||
            rest.starts_with("\xE2\x80\x89")) {
            spaced_ = true;
            at_ += rest[0] == '\xC2' ? 2 : 3;
            return;
        }
        if (is_letter_at(at_)) return cut_word();
        std::size_t end = at_ + 1;
        while ((static_cast<unsigned char>(char_at(end)) & 0xC0) == 0x80) ++end;
        push(at_, end, AtomKind::kMark);
    }

    const Grammar& grammar_;
    std::string_view text_;
    std::vector<Atom>& atoms_;
    std::size_t first_;
    std::size_t at_ = 0;
    bool spaced_ = true;
    bool triggered_ = false;
    std::array<char, kLongestWord> key_{};
    std::size_t key_size_ = 0;
};

}  // namespace

bool cut_atoms(const Grammar& grammar, std::string_view text, Span sentence,
               std::vector<Atom>& atoms) {
    AtomCutter cutter(grammar, text.substr(0, sentence.end), atoms);
    cutter.set_begin(sentence.begin);
    return cutter.cut();
}

}  // namespace lede::dates
