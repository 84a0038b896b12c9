#include "text/segmentation.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <bit>
#include <optional>
#include <stdexcept>

#include "text/byte_masks.h"
#include "text/utf8.h"

namespace lede {
namespace {

// The Word_Break classes that are told apart without ICU.
enum class Break : std::uint8_t {
    kOther,
    kLetter,     // ALetter, and @ as CLDR tailors it
    kNumber,     // Numeric
    kExtend,     // ExtendNumLet: _
    kMidLetter,  // ·
    kMidNumber,  // , ;
    kMidEither,  // . ' ‘ ’
    kSpace,      // WSegSpace
    kReturn,     // CR
    kNewline,    // LF and other newlines
    kHard,       // ICU must say
};

Break break_of_ascii(char c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '@') return Break::kLetter;
    if (c >= '0' && c <= '9') return Break::kNumber;
    switch (c) {
        case '_':
            return Break::kExtend;
        case ' ':
            return Break::kSpace;
        case '.':
        case '\'':
            return Break::kMidEither;
        case ',':
        case ';':
            return Break::kMidNumber;
        case '\r':
            return Break::kReturn;
        case '\n':
        case '\v':
        case '\f':
            return Break::kNewline;
        default:
            return Break::kOther;
    }
}

// Only characters whose class no Unicode version is going to change.
Break break_of(char32_t c) {
    if (c < 0x80) return break_of_ascii(static_cast<char>(c));
    if (c >= 0xC0 && c < 0x250) return c == 0xD7 || c == 0xF7 ? Break::kOther : Break::kLetter;
    switch (c) {
        case 0xAA:  // ª
        case 0xB5:  // µ
        case 0xBA:  // º
            return Break::kLetter;
        case 0xB7:
            return Break::kMidLetter;
        case 0x85:
        case 0xAD:  // soft hyphen: Format
            return Break::kHard;
        case 0x2018:
        case 0x2019:
            return Break::kMidEither;
        case 0x201C:
        case 0x201D:
        case 0x2022:  // bullet
        case 0x2026:  // ellipsis
        case 0x20AC:  // euro
            return Break::kOther;
        default:
            if (c >= 0xA0 && c < 0xC0) return Break::kOther;
            return c >= 0x2010 && c <= 0x2015 ? Break::kOther : Break::kHard;  // dashes
    }
}

constexpr bool is_white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// A white space after a character that is none: a segment begins here whatever stands around, and
// no rule looks across it from either side.
bool is_safe(std::string_view text, std::size_t at) {
    if (!is_white(text[at]) || is_white(text[at - 1])) return false;
    if (static_cast<unsigned char>(text[at - 1]) < 0x80) return true;
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && utf8::is_continuation(text[begin])) --begin;
    const utf8::Decoded before = utf8::decode(text, begin);
    return u_getIntPropertyValue(static_cast<UChar32>(before.code_point), UCHAR_WORD_BREAK) !=
           U_WB_WSEGSPACE;
}

std::size_t next_safe(std::string_view text, std::size_t at) {
    while (++at < text.size())
        if (is_safe(text, at)) return at;
    return text.size();
}

// UAX #29, WB3 to WB13b, on one block of ASCII: a bit for each byte before which a segment begins.
std::uint64_t segment_begins(const ByteMasks& masks, std::string_view bytes) {
    const std::uint64_t letters = masks.letters | masks.ats;
    const std::uint64_t word = letters | masks.digits | masks.underscores;
    std::uint64_t inside = (word & word << 1U) | (masks.spaces & masks.spaces << 1U);
    const std::uint64_t between_letters = letters << 1U & letters >> 1U & masks.periods;
    const std::uint64_t between_digits =
        masks.digits << 1U & masks.digits >> 1U & (masks.periods | masks.commas);
    const std::uint64_t middle = between_letters | between_digits;
    inside |= middle | middle << 1U;
    std::uint64_t controls = masks.white & ~masks.spaces;
    controls &= controls << 1U;
    for (; controls != 0; controls &= controls - 1) {
        const auto at = static_cast<std::size_t>(std::countr_zero(controls));
        if (bytes[at] == '\n' && bytes[at - 1] == '\r') inside |= std::uint64_t{1} << at;
    }
    return ~inside;
}

// Segments of `size` bytes of ASCII from `at` on, which begin and end at safe places.
void append_ascii(std::string_view text, std::size_t at, const ByteMasks& masks, unsigned size,
                  std::vector<WordSegment>& out) {
    const std::uint64_t alphanumeric = masks.letters | masks.digits | masks.ats;
    std::uint64_t begins = segment_begins(masks, text.substr(at, kMaskBytes)) & ~std::uint64_t{1};
    if (size < kMaskBytes) begins &= (std::uint64_t{1} << size) - 1;
    const std::size_t count = static_cast<std::size_t>(std::popcount(begins)) + 1;
    const std::size_t old_size = out.size();
    out.resize(old_size + count);
    WordSegment* segment = out.data() + old_size;
    unsigned begin = 0;
    for (std::size_t i = 0; i < count; ++i, ++segment) {
        const unsigned end =
            i + 1 == count ? size : static_cast<unsigned>(std::countr_zero(begins));
        begins &= begins - 1;
        const bool joined = masks.underscores >> begin & 1U && end - begin > 1;
        *segment = {make_span(at + begin, at + end), joined || (alphanumeric >> begin & 1U)};
        begin = end;
    }
}

constexpr std::size_t kWordsAtATime = 512;
constexpr std::size_t kMostInBlock = kMaskBytes / 2;  // words, since others stand between them

// The words among the segments of `size` bytes of ASCII from `at` on, which begin and end at safe
// places; where they end in `out`, which has room for kMostInBlock.
Span* find_ascii_words(std::string_view text, std::size_t at, const ByteMasks& masks, unsigned size,
                       Span* out) {
    const std::uint64_t begins = segment_begins(masks, text.substr(at, kMaskBytes)) | 1U;
    const std::uint64_t last_place = std::uint64_t{1} << (size - 1);
    // The last byte of each segment; an underscore with nothing behind it is no word.
    const std::uint64_t lasts = begins >> 1U | last_place;
    std::uint64_t words =
        begins & (masks.letters | masks.digits | masks.ats | (masks.underscores & ~lasts)) &
        (last_place | (last_place - 1));
    for (; words != 0; words &= words - 1) {
        const auto begin = static_cast<unsigned>(std::countr_zero(words));
        const auto more = static_cast<unsigned>(std::countr_zero(lasts >> begin));
        *out++ = make_span(at + begin, at + begin + more + 1);
    }
    return out;
}

// One region by table, or false, with `out` as it was, where only ICU can tell.
class TableSegmenter {
  public:
    TableSegmenter(std::string_view text, std::size_t begin, std::size_t end,
                   std::vector<WordSegment>& out)
        : text_(text), begin_(begin), at_(begin), end_(end), out_(out) {}

    bool run() {
        const std::size_t old_size = out_.size();
        Break previous = Break::kOther, before = Break::kOther;  // the last, and the one before it
        while (at_ < end_) {
            const utf8::Decoded c = utf8::decode(text_, at_);
            const Break kind = c.valid ? break_of(c.code_point) : Break::kHard;
            if (kind == Break::kHard) {
                out_.resize(old_size);
                return false;
            }
            if (at_ > begin_ && !joins(before, previous, kind, at_ + c.size)) close();
            if (kind == Break::kLetter || kind == Break::kNumber ||
                (kind == Break::kExtend && at_ > begin_))
                is_word_ = true;
            before = previous;
            previous = kind;
            at_ += c.size;
        }
        close();
        return true;
    }

  private:
    static bool is_middle_of(Break kind, Break middle) {
        if (middle == Break::kMidEither) return kind == Break::kLetter || kind == Break::kNumber;
        if (middle == Break::kMidLetter) return kind == Break::kLetter;
        return middle == Break::kMidNumber && kind == Break::kNumber;
    }

    // Whether the character of `kind` continues the segment; the next one begins at `next`.
    bool joins(Break before, Break previous, Break kind, std::size_t next) const {
        const auto is_word = [](Break b) {
            return b == Break::kLetter || b == Break::kNumber || b == Break::kExtend;
        };
        if (is_word(previous) && is_word(kind)) return true;
        if (previous == Break::kSpace && kind == Break::kSpace) return true;
        if (previous == Break::kReturn && kind == Break::kNewline) return text_[at_] == '\n';
        if (is_middle_of(previous, kind)) {
            if (next >= end_) return false;
            const utf8::Decoded after = utf8::decode(text_, next);
            return after.valid && break_of(after.code_point) == previous;
        }
        // The middle itself was joined: so is what follows it. "a" "." "." "b" never joins,
        // because a middle is joined only before a letter or digit.
        return is_middle_of(kind, previous) && before == kind;
    }

    void close() {
        if (at_ > begin_) out_.push_back({make_span(begin_, at_), is_word_});
        begin_ = at_;
        is_word_ = false;
    }

    std::string_view text_;
    std::size_t begin_;  // of the segment
    std::size_t at_;
    std::size_t end_;
    std::vector<WordSegment>& out_;
    bool is_word_ = false;
};

}  // namespace

struct WordSegmenter::Icu {
    std::unique_ptr<icu::BreakIterator> iterator;
    UText text = UTEXT_INITIALIZER;
    ~Icu() { utext_close(&text); }

    void append(std::string_view bytes, std::size_t offset, std::vector<WordSegment>& out) {
        UErrorCode status = U_ZERO_ERROR;
        utext_openUTF8(&text, bytes.data(), static_cast<std::int64_t>(bytes.size()), &status);
        iterator->setText(&text, status);
        if (U_FAILURE(status)) throw std::runtime_error("ICU cannot segment this text");
        std::int32_t begin = iterator->first();
        for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE;
             begin = end, end = iterator->next()) {
            const Span span = make_span(offset + static_cast<std::size_t>(begin),
                                        offset + static_cast<std::size_t>(end));
            out.push_back({span, iterator->getRuleStatus() >= UBRK_WORD_NONE_LIMIT});
        }
    }
};

WordSegmenter::WordSegmenter() : icu_(std::make_unique<Icu>()) {
    UErrorCode status = U_ZERO_ERROR;
    icu_->iterator.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no word segmentation data");
}

WordSegmenter::~WordSegmenter() = default;
WordSegmenter::WordSegmenter(WordSegmenter&&) noexcept = default;
WordSegmenter& WordSegmenter::operator=(WordSegmenter&&) noexcept = default;

void WordSegmenter::append_segments_by_icu(std::string_view text, std::vector<WordSegment>& out) {
    if (!text.empty()) icu_->append(text, 0, out);
}

void WordSegmenter::append_segments(std::string_view text, std::vector<WordSegment>& out) {
    std::size_t at = 0;
    while (at < text.size()) {
        const ByteMasks masks = byte_masks(text, at);
        std::uint64_t safe = masks.white & ~(masks.white << 1U | 1U);
        if (masks.high != 0) safe &= (masks.high & (~masks.high + 1)) - 1;  // below the first
        if (masks.high == 0 && text.size() - at <= kMaskBytes) {
            append_ascii(text, at, masks, static_cast<unsigned>(text.size() - at), out);
            return;
        }
        if (safe != 0) {
            const auto cut = static_cast<unsigned>(std::bit_width(safe)) - 1;
            append_ascii(text, at, masks, cut, out);
            at += cut;
        } else {
            const std::size_t end = next_safe(text, at);
            segment_region(text, at, end, out);
            at = end;
        }
    }
}

std::span<const Span> WordSegmenter::find_words(std::string_view text, std::size_t& at) {
    const auto make_room = [&](std::size_t count) {
        if (words_.size() < count) words_.resize(count);
    };
    make_room(kWordsAtATime);
    std::size_t count = 0;
    while (at < text.size() && count + kMostInBlock <= kWordsAtATime) {
        const ByteMasks masks = byte_masks(text, at);
        std::uint64_t safe = masks.white & ~(masks.white << 1U | 1U);
        if (masks.high != 0) safe &= (masks.high & (~masks.high + 1)) - 1;  // below the first
        const bool is_last = masks.high == 0 && text.size() - at <= kMaskBytes;
        if (is_last || safe != 0) {
            const auto cut = is_last ? static_cast<unsigned>(text.size() - at)
                                     : static_cast<unsigned>(std::bit_width(safe)) - 1;
            Span* const end = find_ascii_words(text, at, masks, cut, words_.data() + count);
            count = static_cast<std::size_t>(end - words_.data());
            at += cut;
            continue;
        }
        const std::size_t end = next_safe(text, at);
        region_.clear();
        segment_region(text, at, end, region_);
        at = end;
        make_room(count + region_.size());
        for (const WordSegment& segment : region_)
            if (segment.is_word) words_[count++] = segment.span;
    }
    return std::span(words_).first(count);
}

void WordSegmenter::segment_region(std::string_view text, std::size_t begin, std::size_t end,
                                   std::vector<WordSegment>& out) {
    if (TableSegmenter(text, begin, end, out).run()) return;
    icu_->append(text.substr(begin, end - begin), begin, out);
}

}  // namespace lede
