#include "tokens/chunk_scanner.h"

#include <algorithm>

#include "text/emoji.h"
#include "tokens/characters.h"

namespace lede::tokens {
namespace {

constexpr std::size_t kNoPlace = std::string_view::npos;
constexpr std::size_t kLongestListed = 24;   // bytes; no listed word is longer
constexpr std::size_t kLongestUnit = 7;      // nor listed unit
constexpr std::size_t kLongestLetters = 24;  // bytes of single letters with periods: "U.S."

bool is_repeatable(char c) { return std::string_view(".-!?*=~+<>#^|_").find(c) != kNoPlace; }

bool ends_sentence_mark(char c) { return c == '!' || c == '?'; }

}  // namespace

std::size_t ChunkScanner::skip_space(std::size_t at, std::size_t limit) const {
    while (at < limit) {
        const std::size_t size = space_size(text_, at);
        if (size == 0) break;
        at += size;
    }
    return at;
}

void ChunkScanner::scan_block(Span block, std::vector<Token>& out) {
    open_single_quotes_ = 0;
    out_ = &out;
    std::size_t at = skip_space(block.begin, block.end);
    while (at < block.end) {
        if (byte_class(text_[at]) & kWordByte) {
            at = plain_words_.scan(text_, at, block.end, out);
            if (at == block.end) break;
        }
        if (space_size(text_, at) == 0) at = scan_chunk(at, block.end);
        at = skip_space(at, block.end);
    }
}

std::size_t ChunkScanner::scan_chunk(std::size_t at, std::size_t limit) {
    std::uint8_t bytes = 0;
    std::size_t end = at;
    for (; end < limit; ++end) {
        const std::uint8_t c = byte_class(text_[end]);
        if ((c & (kSpaceByte | kHighByte)) && space_size(text_, end)) break;
        bytes |= c;
    }
    scan(make_span(at, end), bytes);
    return end;
}

void ChunkScanner::scan(Span chunk, std::uint8_t bytes) {
    begin_ = chunk.begin;
    end_ = chunk.end;
    bytes_ = bytes;
    const Span file = bytes & kPeriodByte ? file_name() : Span{};
    for (std::size_t at = begin_; at < end_;) {
        if (at == file.begin && !file.empty()) {
            emit(at, file.end);
            at = file.end;
        } else {
            at = scan_one(at);
        }
    }
}

std::size_t ChunkScanner::scan_one(std::size_t at) {
    if (!word_at(at)) return scan_mark(at);
    std::size_t end = 0;
    if ((bytes_ & kColonByte) || unicode::ascii_lower(text_[at]) == 'w') end = url_end(at);
    if (end == 0 && (bytes_ & kAtByte)) end = email_end(at);
    if (end == 0) return scan_word(at);
    emit(at, end);
    return end;
}

std::size_t ChunkScanner::scan_word(std::size_t begin) {
    Word word{begin, begin, kNoPlace};
    std::size_t at = begin;
    while (at < end_) {
        if (byte_class(text_[at]) & kWordByte) {
            ++at;
        } else if (const std::size_t size = word_char_size(text_, at)) {
            at += size;
        } else if (const std::size_t connector_size = connector(word, at)) {
            if (apostrophe_size(text_, at) || text_[at] == '`') word.apostrophe = at;
            at += connector_size;
            word.segment = at;
        } else {
            break;
        }
    }
    at = abbreviation_end(begin, at);
    // "US$", "A$": the currency's own sign.
    if (at < end_ && text_[at] == '$' && at - begin <= 3 &&
        std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                    text_.begin() + static_cast<std::ptrdiff_t>(at), unicode::is_ascii_upper))
        ++at;
    emit_word(word, at);
    return emit_possessive(at);
}

std::size_t ChunkScanner::connector(const Word& word, std::size_t at) {
    if (at < site_until_) return 1;
    const char c = text_[at];
    if (const std::size_t size = apostrophe_size(text_, at)) {
        // "don’t", "1990’s", but not "5'10"
        return is_letter_at(text_, at + size) && at + size < end_ ? size : 0;
    }
    if (at + 1 >= end_ || !word_at(at + 1)) return 0;
    switch (c) {
        case '.':
            return period_connects(word, at);
        case ',':
        case ':':
        case '/':
            return digits_connect(word, at);
        case '-':
            return hyphen_connects(word, at);
        case '&':  // AT&T, R&D
            return is_upper_at(text_, at - 1) && is_upper_at(text_, at + 1) && at - word.begin <= 3;
        case '`':  // Levi`s
            return is_letter_at(text_, at - 1) && text_[at + 1] == 's' && !word_at(at + 2);
        case '*':  // sh*t
            return is_letter_at(text_, at + 1);
        default:
            return 0;
    }
}

bool ChunkScanner::period_connects(const Word& word, std::size_t at) {
    if (is_digit_at(text_, at - 1) && is_digit_at(text_, at + 1)) return true;
    if (site_end(word.begin) > at) return true;
    if (!is_letter_at(text_, at + 1)) return false;
    const std::size_t next_end = word_chars_end(at + 1);
    if (at - word.segment == 1 && is_letter_at(text_, word.segment)) {
        // "U.S", "p.m": one letter on each side.
        const utf8::Decoded next = utf8::decode(text_, at + 1);
        if (at + 1 + next.size == next_end) return true;
    }
    // "Ph.D", "W.Va"
    if (next_end - word.begin > kLongestListed) return false;
    buffer_.assign(text_.substr(word.begin, next_end - word.begin));
    buffer_.push_back('.');
    return lists_.abbreviation(buffer_).kind != AbbreviationKind::kNone;
}

bool ChunkScanner::hyphen_connects(const Word& word, std::size_t at) {
    if (is_digit_at(text_, at - 1) && is_digit_at(text_, at + 1)) {
        // 713-853-3989, 345-9945, 2019-02-20; but 5-10 and 1990-95 are ranges
        const std::size_t before = at - word.segment;
        const std::size_t after = digits_end(at + 1) - at - 1;
        const bool more = at + 1 + after < end_ && text_[at + 1 + after] == '-' &&
                          is_digit_at(text_, at + 2 + after);
        if (before == 3 && (after == 4 || (after == 3 && more))) return true;
        if (before == 4 && after == 2 && more) return true;
        if (before == 1 && after == 3 && more) return true;   // 1-800-555-0100
        if (before == 5 && after == 4 && !more) return true;  // 20500-0003
        if (at < dashed_date_end(word.begin)) return true;
        return word.segment - word.begin == 5 && before == 2 && after == 2;
    }
    if (at - word.segment > kLongestListed) return false;
    if (is_digit_at(text_, at + 1)) return folded(word.segment, at) == "mid";  // mid-1980s
    return is_letter_at(text_, at + 1) && lists_.is_hyphen_prefix(folded(word.segment, at));
}

bool ChunkScanner::digits_connect(const Word& word, std::size_t at) const {
    if (!is_digit_at(text_, at - 1) || !is_digit_at(text_, at + 1)) return false;
    const std::size_t after = digits_end(at + 1) - at - 1;
    if (text_[at] == ',') return after == 3;
    if (text_[at] == ':') return digits_end(word.segment) == at;
    return at < slashed_number_end(word.begin);
}

// End of a date in digits with the year last (11-28-2000), or 0.
std::size_t ChunkScanner::dashed_date_end(std::size_t at) const {
    const std::size_t first = digits_end(at);
    if (first - at > 2 || first >= end_ || text_[first] != '-') return 0;
    const std::size_t second = digits_end(first + 1);
    if (second - first > 3 || second >= end_ || text_[second] != '-') return 0;
    const std::size_t third = digits_end(second + 1);
    return third - second == 5 && !word_at(third) ? third : 0;
}

// End of a date in digits (11/28/2000, 9/11) or of the first digits of 713/853-3989, or 0. A lone
// fraction (1/2, 3/4) is none.
std::size_t ChunkScanner::slashed_number_end(std::size_t at) const {
    const std::size_t first = digits_end(at);
    if (first == at || first - at > 4 || first >= end_ || text_[first] != '/') return 0;
    const std::size_t second = digits_end(first + 1);
    if (first - at == 3 && second - first == 4 && second < end_ && text_[second] == '-' &&
        digits_end(second + 1) - second == 5)
        return second;
    if (second == first + 1 || second - first > 3) return 0;
    const std::size_t third =
        second < end_ && text_[second] == '/' ? digits_end(second + 1) : second;
    if (third > second + 1) return third;
    return second - first == 3 ? second : 0;
}

// Where the word ends when its own period is counted: "Sen.", "U.S.", "J." before a name.
std::size_t ChunkScanner::abbreviation_end(std::size_t begin, std::size_t end) const {
    if (end >= end_ || text_[end] != '.' || end - begin > kLongestListed) return end;
    const bool run = end + 2 < end_ && text_[end + 1] == '.' && text_[end + 2] == '.';
    if (run) return end;
    // "Juneau, Alas., on Friday": no sentence ends before a comma.
    if (end + 1 < end_ && text_[end + 1] == ',' && is_letter_at(text_, end - 1)) return end + 1;
    const std::string_view word = text_.substr(begin, end + 1 - begin);
    std::size_t next = end + 1;
    while (next < text_.size() && (text_[next] == ' ' || text_[next] == '\n')) ++next;
    const Abbreviation known = lists_.abbreviation(word);
    if (known.kind != AbbreviationKind::kNone) {
        // "Jane and co. were", "2 in. tall"
        const bool goes_on =
            is_lower_at(text_, next) &&
            (known.kind == AbbreviationKind::kCompany ||
             (known.kind == AbbreviationKind::kUnit && begin > 1 && is_digit_at(text_, begin - 2)));
        return !known.only_before_digit || is_digit_at(text_, next) || goes_on ? end + 1 : end;
    }
    const utf8::Decoded last = utf8::decode_before(text_, end);
    if (!unicode::is_letter(last.code_point)) return end;
    const std::size_t last_begin = end - last.size;
    if (last_begin == begin)
        return unicode::is_upper(last.code_point) && is_upper_at(text_, next) ? end + 1 : end;
    // "U.S.": letters one by one
    return text_[last_begin - 1] == '.' && last_begin >= begin + 2 &&
                   begin + kLongestLetters >= end &&
                   word_chars_end(begin) == begin + utf8::decode(text_, begin).size
               ? end + 1
               : end;
}

std::size_t ChunkScanner::scan_mark(std::size_t at) {
    // Curly quotes and dashes, the common marks beyond ASCII, are no emoji.
    const bool typographic =
        text_.substr(at, 2) == "\xE2\x80" && end_ - at > 2 && text_[at + 2] < '\xBC';
    if ((byte_class(text_[at]) & kHighByte) && !typographic) {
        const std::size_t size = emoji_size(text_.substr(0, end_), at);
        if (size > 0) return emit(at, at + size), at + size;
    }
    if (const std::size_t size = apostrophe_size(text_, at)) return scan_apostrophe(at, size);
    if (const std::size_t end = name_end(at)) return emit(at, end), end;
    if (lists_.may_begin_emoticon(text_.substr(at, end_ - at))) {
        const std::size_t size = lists_.emoticon(text_.substr(at, end_ - at));
        if (size > 0 && !word_at(at + size)) return emit(at, at + size), at + size;
    }
    return scan_run(at);
}

std::size_t ChunkScanner::scan_apostrophe(std::size_t at, std::size_t size) {
    const std::size_t next = at + size;
    if (next < end_ && text_[at] == '\'' && text_[next] == '\'')
        return emit(at, next + 1), next + 1;  // '' as a quotation mark
    if (next < end_ && size == 3 && text_.substr(next, 3) == "’")
        return emit(at, next + 3), next + 3;
    const bool after_word = at > begin_ && word_char_size(text_, at - 1);
    if (word_at(next) && !after_word) {
        std::size_t end = word_chars_end(next);
        const std::size_t close = end < end_ ? apostrophe_size(text_, end) : 0;
        if (close > 0 && end - next < kLongestListed &&
            lists_.is_apostrophe_word(folded(at, end + close)))
            end += close;  // ’n’
        const bool listed =
            end - next < kLongestListed && size <= 3 && lists_.is_apostrophe_word(folded(at, end));
        if (is_digit_at(text_, next) || listed) return emit(at, end), end;  // ’90s, ’em
        ++open_single_quotes_;
    } else if (open_single_quotes_ > 0) {
        --open_single_quotes_;
    }
    emit(at, next);
    return next;
}

// End of a number that begins with a mark (.265, +44), or 0.
std::size_t ChunkScanner::marked_number_end(std::size_t at) const {
    if ((text_[at] != '.' && text_[at] != '+') || !is_digit_at(text_, at + 1)) return 0;
    const bool begins = at == begin_ || (!word_char_size(text_, at - 1) && text_[at - 1] != '.');
    return begins && at + 1 < end_ ? word_chars_end(at + 1) : 0;
}

std::size_t ChunkScanner::scan_run(std::size_t at) {
    if (const std::size_t end = marked_number_end(at)) return emit(at, end), end;
    const utf8::Decoded first = utf8::decode(text_, at);
    std::size_t end = at + first.size;
    if (first.code_point == U'‘') {
        const std::string_view second = text_.substr(std::min(end, end_), 3);
        if (second == "‘" || second == "’") return emit(at, end + 3), end + 3;
        ++open_single_quotes_;
    }
    const char c = text_[at];
    if (ends_sentence_mark(c)) {
        while (end < end_ && ends_sentence_mark(text_[end])) ++end;
    } else if (first.size > 1 ? first.code_point == U'…' || first.code_point == U'—' ||
                                    first.code_point == U'–'
                              : is_repeatable(c) || c == '`') {
        const std::string_view unit = text_.substr(at, first.size);
        while (end < end_ && text_.substr(end, first.size) == unit) end += first.size;
        if (c == '.' && end == at + 1)  // ".?"
            while (end < end_ && ends_sentence_mark(text_[end])) ++end;
    } else if (c == '$') {  // "$$$" tells how dear a place is; "$$5" is money
        while (end < end_ && text_[end] == '$') ++end;
        for (; word_at(end) && at + 1 < end; ++at) emit(at, at + 1);
    }
    emit(at, end);
    return end;
}

void ChunkScanner::emit_word(const Word& word, std::size_t end) {
    if (word.apostrophe != kNoPlace) return emit_clitics(word, end);
    if (is_digit_at(text_, word.begin) && emit_number_with_unit(word.begin, end)) return;
    emit_letters(word.begin, end);
}

// "cannot" and its like, or a word that only looked like one of them.
void ChunkScanner::emit_contraction(std::size_t begin, std::size_t end) {
    const Contraction& known = lists_.contraction(folded(begin, end));
    const std::size_t first = begin;
    if (!known.only_before_no_thing || (end == end_ && is_before_no_thing(end))) {
        for (const std::uint8_t size : known.sizes) {
            emit(begin, begin + size, begin > first);
            begin += size;
        }
    }
    if (begin < end) emit(begin, end);
}

// Whether the next words tell that what ends at `end` is no possessive: "its not true", "its very
// easy to", "its horrible."
bool ChunkScanner::is_before_no_thing(std::size_t end) {
    constexpr int kMostWords = 4;
    bool adjective = false;
    for (int words = 0; words < kMostWords && end < text_.size() && text_[end] == ' '; ++words) {
        const std::size_t begin = end + 1;
        for (end = begin; end < text_.size() && end - begin < kLongestListed &&
                          unicode::is_ascii_letter(text_[end]);)
            ++end;
        if (end == begin || end == text_.size()) return false;
        const std::string_view next = text_.substr(begin, end - begin);
        if (!lists_.may_tell_possessive(next)) return false;
        const AfterPossessive told = lists_.after_possessive(folded(begin, end));
        const bool closes = told == AfterPossessive::kNever || told == AfterPossessive::kClose;
        if (text_[end] == ' ' && closes) return adjective || told == AfterPossessive::kNever;
        if (told == AfterPossessive::kAny || closes) return false;
        adjective |= told == AfterPossessive::kAdjective;
        if (adjective && (text_[end] == '.' || ends_sentence_mark(text_[end])))
            return end + 1 == text_.size() || space_size(text_, end + 1) > 0;
    }
    return false;
}

// "the 60's", "the 1990's"
bool ChunkScanner::is_decade(std::size_t begin, std::size_t end) const {
    return (end - begin == 2 || end - begin == 4) && text_[end - 1] == '0' &&
           digits_end(begin) == end;
}

// "Korea’s" -> Korea|’s, "don't" -> do|n't; "O'Brien" and "o'clock" stay whole.
void ChunkScanner::emit_clitics(const Word& word, std::size_t end) {
    const std::size_t size =
        text_[word.apostrophe] == '`' ? 1 : apostrophe_size(text_, word.apostrophe);
    std::size_t split = kNoPlace;
    if (end - word.apostrophe <= 5) {
        const std::string tail(folded(word.apostrophe + size, end));
        if (tail == "s" || tail == "m" || tail == "d" || tail == "re" || tail == "ve" ||
            tail == "ll")
            split = is_decade(word.begin, word.apostrophe) ? kNoPlace : word.apostrophe;
        if (tail == "t" && word.apostrophe > word.begin + 1 &&
            unicode::ascii_lower(text_[word.apostrophe - 1]) == 'n')
            split = word.apostrophe - 1;
    }
    if (split == kNoPlace) return emit(word.begin, end);
    emit(word.begin, split);
    emit(split, end, true);
}

// "7:30PM" -> 7:30|PM, "35mm" -> 35|mm
bool ChunkScanner::emit_number_with_unit(std::size_t begin, std::size_t end) {
    std::size_t unit = begin;
    while (unit < end && (is_digit_at(text_, unit) || text_[unit] == '.' || text_[unit] == ',' ||
                          text_[unit] == ':'))
        ++unit;
    if (unit == end || end - unit > kLongestUnit) return false;
    const bool money = begin > begin_ && text_[begin - 1] == '$';
    if (!lists_.is_number_unit(folded(unit, end)) && !(money && end - unit == 1)) return false;
    emit(begin, unit);
    emit(unit, end);
    return true;
}

// The apostrophe of "the Hawks’ game", unless it closes a quotation.
std::size_t ChunkScanner::emit_possessive(std::size_t at) {
    if (at >= end_ || open_single_quotes_ > 0) return at;
    const std::size_t size = apostrophe_size(text_, at);
    if (size == 0) return at;
    if (text_[at - 1] == '.' && word_at(at + size) && !word_at(at + size + 1) &&
        unicode::ascii_lower(text_[at + size]) == 's') {
        emit(at, at + size + 1, true);  // "the U.S.’s"
        return at + size + 1;
    }
    if (unicode::ascii_lower(text_[at - 1]) != 's') return at;
    if (word_at(at + size) || (at + size < end_ && apostrophe_size(text_, at + size))) return at;
    emit(at, at + size, true);
    return at + size;
}

std::size_t ChunkScanner::word_chars_end(std::size_t at) const {
    while (at < end_) {
        const std::size_t size = word_char_size(text_, at);
        if (size == 0) break;
        at += size;
    }
    return at;
}

std::size_t ChunkScanner::digits_end(std::size_t at) const {
    while (at < end_ && unicode::is_ascii_digit(text_[at])) ++at;
    return at;
}

bool ChunkScanner::word_at(std::size_t at) const {
    return at < end_ && word_char_size(text_, at) > 0;
}

// ASCII lower case, straight apostrophes.
std::string_view ChunkScanner::folded(std::size_t begin, std::size_t end) {
    buffer_.resize(end - begin);
    bool plain = true;
    for (std::size_t at = begin; at < end; ++at) {
        const char c = text_[at];
        plain &= static_cast<unsigned char>(c) < 0x80;
        buffer_[at - begin] = unicode::ascii_lower(c);
    }
    if (plain) return buffer_;
    buffer_.clear();
    for (std::size_t at = begin; at < end; ++at) {
        const std::size_t apostrophe = apostrophe_size(text_, at);
        buffer_.push_back(apostrophe ? '\'' : unicode::ascii_lower(text_[at]));
        if (apostrophe) at += apostrophe - 1;
    }
    return buffer_;
}

}  // namespace lede::tokens
