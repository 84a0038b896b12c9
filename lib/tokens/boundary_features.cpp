#include "tokens/boundary_features.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "learning/feature_sequence.h"
#include "text/byte_masks.h"
#include "tokens/characters.h"
#include "tokens/word_hash.h"

namespace lede::tokens {
namespace {

constexpr std::size_t kMostMarks = 4;  // closing or opening marks that are looked past

// Numbers of feature templates. A gap's kind is part of every feature.
enum Template : std::uint64_t {
    kBias = 1,
    kNextLook,
    kCoreWord,
    kNextWord,
    kBeforeWord,
    kShapesAround,
    kShapesWide,
    kNextPair,
    kNextNextWord,
    kLength,
    kLengthNext,
    kShapesBefore,
    kShapesAfter,
    kAbbreviationNext,
    kNesting,
    kSentenceStart,
    kBlockEnd,
    kWordLength,
    kWordPair,
    kSuffix,
    kBlockSize,
    kToMark,
    kFirstWord,
    kLowerWords,
    kBeforePair,
    kCaseNext,
    kGapWidth,
    kProse,
    kProseLength,
    kEarlierWord,
    kThirdWord,
    kFirstPair,
};

constexpr auto kBuckets = [] {
    std::array<std::uint8_t, 41> table{};
    for (unsigned count = 0; count < table.size(); ++count) {
        const unsigned wide = count < 20 ? 9 : count < 40 ? 10 : 11;
        table[count] = static_cast<std::uint8_t>(count < 8 ? count : count < 12 ? 8 : wide);
    }
    return table;
}();

unsigned bucket(std::size_t count) { return kBuckets[std::min(count, kBuckets.size() - 1)]; }

bool is_closing(TokenShape shape) {
    return shape == ')' || shape == ']' || shape == '}' || shape == kCloseQuote || shape == '\'';
}

bool is_opening(TokenShape shape) {
    return shape == '(' || shape == '[' || shape == '{' || shape == kOpenQuote || shape == '\'' ||
           shape == '`';
}

// How far apart the text stands: nothing, a space, more, a new line.
unsigned gap_width(std::string_view gap) {
    if (gap.find('\n') != gap.npos) return 3;
    return static_cast<unsigned>(std::min<std::size_t>(gap.size(), 2));
}

}  // namespace

namespace {

// Whether the bytes, of up to 16, are all ASCII letters.
bool has_only_letters(const WordBytes& bytes) {
    // In each byte without its top bit, a sum reaches that bit from 'a' on, another behind 'z'.
    const auto others = [](std::uint64_t some, std::uint64_t mask) {
        const std::uint64_t lower = (some | kCaseBits) & ~kHighBits;
        return (some | ~(lower + (0x80 - 'a') * kOnes) | (lower + (0x7F - 'z') * kOnes)) &
               kHighBits & mask;
    };
    return (others(bytes.low, bytes.low_mask) | others(bytes.high, bytes.high_mask)) == 0;
}

// Of a word of at most 16 ASCII letters.
TokenShape letters_shape(const WordBytes& bytes, std::size_t size) {
    const std::uint64_t upper_low = ~bytes.low & (kCaseBits)&bytes.low_mask;
    const std::uint64_t upper_high = ~bytes.high & (kCaseBits)&bytes.high_mask;
    const bool all =
        upper_low == (kCaseBits & bytes.low_mask) && upper_high == (kCaseBits & bytes.high_mask);
    // Without branches, which no machine could foretell.
    TokenShape shape = all ? kUpper : kMixed;
    shape = upper_low == 0x20U && upper_high == 0 ? kCapital : shape;
    shape = size == 1 ? kInitial : shape;
    return (upper_low | upper_high) == 0 ? kLower : shape;
}

}  // namespace

void BoundaryFeatures::take_look(std::size_t token, Look& look) const {
    const Span span = view_.tokens[token].span;
    const WordBytes bytes = word_bytes(view_.text, span.begin, span.end);
    look.token = first_look_ + token;
    look.hash = hash_of(bytes, span.size());
    const char first = view_.text[span.begin];
    if (span.size() == 1 && !(byte_class(first) & kWordByte))
        look.shape = static_cast<TokenShape>(first);
    else if (span.size() <= 16 && has_only_letters(bytes))
        look.shape = letters_shape(bytes, span.size());
    else
        look.shape = token_shape(span.of(view_.text));
}

bool closes(std::string_view text, std::span<const Token> tokens, std::size_t at) {
    const std::size_t end = tokens[at].span.end;
    const bool space_after = end >= text.size() || space_size(text, end) > 0;
    const bool space_before = at == 0 || tokens[at - 1].span.end < tokens[at].span.begin;
    return !space_before || space_after;
}

void BoundaryFeatures::begin_block(const BlockView& view) {
    first_look_ += view_.tokens.size();
    view_ = view;
}

const BoundaryFeatures::Look& BoundaryFeatures::look(std::size_t token) {
    if (token >= view_.tokens.size()) return nothing_;  // also before the first
    Look& look = looks_[token % looks_.size()];
    if (look.token != first_look_ + token) take_look(token, look);
    return look;
}

GapKind BoundaryFeatures::kind_of(std::size_t core) {
    const TokenShape shape = look(core).shape;
    switch (shape) {
        case '.':
            return GapKind::kAfterPeriod;
        case '!':
        case '?':
        case kMarkRun:
            return GapKind::kAfterExclamation;
        case kAbbreviated:
            return GapKind::kAfterAbbreviation;
        case kInitial:
            return word(core).ends_with('.') ? GapKind::kAfterInitial : GapKind::kAfterLetters;
        case kEllipsis:
            return GapKind::kAfterEllipsis;
        case ':':
            return GapKind::kAfterColon;
        case ';':
            return GapKind::kAfterSemicolon;
        case ',':
            return GapKind::kAfterComma;
        case '-':
        case kDashes:
            return GapKind::kAfterDash;
        case kAddress:
            return GapKind::kAfterAddress;
        case kDigits:
        case kNumeral:
            return GapKind::kAfterDigits;
        default:
            return is_word_shape(shape) ? GapKind::kAfterLetters : GapKind::kAfterOtherMark;
    }
}

Gap BoundaryFeatures::gap_before(std::size_t next, const SentenceSoFar& so_far) {
    Gap gap{next, next - 1, next, GapKind::kAfterLetters, false};
    for (std::size_t marks = 0; marks < kMostMarks && gap.core > so_far.first; ++marks) {
        const TokenShape shape = look(gap.core).shape;
        const bool closing =
            is_closing(shape) || (shape == '"' && closes(view_.text, view_.tokens, gap.core));
        if (!closing) break;
        --gap.core;
        gap.closed = true;
    }
    for (std::size_t marks = 0; marks < kMostMarks && gap.word < view_.tokens.size(); ++marks) {
        const TokenShape shape = look(gap.word).shape;
        if (!is_opening(shape) && shape != '"') break;
        ++gap.word;
    }
    gap.kind = kind_of(gap.core);
    return gap;
}

unsigned BoundaryFeatures::tokens_to_next_mark(std::size_t from) const {
    constexpr std::size_t kLooked = 12;
    const std::size_t end = std::min(view_.tokens.size(), from + kLooked);
    // The masks tell it of each token but the last.
    const std::size_t after = from + 1, bit = after % kGroup;
    std::uint64_t stops = 0;
    if (after < view_.tokens.size()) {
        const GapMasks* const masks = &view_.masks[after / kGroup];
        stops = masks->after_stop >> bit;
        if (bit + kLooked > kGroup && masks + 1 < view_.masks.data() + view_.masks.size())
            stops |= masks[1].after_stop << (kGroup - bit);
    }
    const auto stop = static_cast<std::size_t>(std::countr_zero(stops));
    if (stop < end - from) return bucket(stop);
    if (end != view_.tokens.size()) return 15;
    const char last = view_.text[view_.tokens.back().span.end - 1];
    return last == '.' || last == '!' || last == '?' ? bucket(end - 1 - from) : 14;
}

namespace {

// Hashes features of one gap; its kind is part of each. Asks the memory for their weights.
class Adder {
  public:
    Adder(const Gap& gap, const BoundaryModel& model, FeatureList& out)
        : kind_(static_cast<std::uint64_t>(gap.kind) * 2 + gap.closed), model_(model), out_(out) {}

    void operator()(Template which, std::uint64_t a, std::uint64_t b = 0) {
        const std::uint64_t hash =
            learning::mix(a, (which * 64 + kind_) ^ (b * 0x9E3779B97F4A7C15U));
        const auto feature = static_cast<std::uint32_t>(hash >> 32U);
        model_.prefetch(feature);
        out_.add(feature);
    }

  private:
    std::uint64_t kind_;
    const BoundaryModel& model_;
    FeatureList& out_;
};

}  // namespace

void BoundaryFeatures::extract_first(const Gap& gap, const SentenceSoFar& so_far,
                                     const BoundaryModel& model, FeatureList& out) {
    out.clear();
    Adder add(gap, model, out);
    near_ = {look(gap.core), look(gap.next), look(gap.word), 0, 0};
    near_.word_case = static_cast<std::uint64_t>(model.word_case(near_.word.hash));
    near_.next_look = static_cast<std::uint64_t>(near_.next.shape) * 1024U +
                      near_.word.shape * 4ULL + near_.word_case;
    const Span last = view_.tokens[gap.next - 1].span;
    const unsigned width =
        gap_width(view_.text.substr(last.end, view_.tokens[gap.next].span.begin - last.end));
    add(kNextLook, near_.next_look);
    add(kCaseNext, near_.word_case, near_.word.shape * 256U + near_.core.shape);
    add(kCoreWord, near_.core.hash);
    add(kNextWord, near_.word.hash, near_.word.shape);
    add(kBlockEnd, view_.prose * 2 + view_.ends_in_mark, near_.next_look);
    const Look before = look(gap.core - 1);
    add(kShapesAround, before.shape * 256U + near_.core.shape, near_.next_look);
    add(kGapWidth, width, near_.next_look);
    add(kLengthNext, bucket(gap.next - so_far.first), near_.next_look);
    add(kLowerWords, bucket(so_far.lower_words), near_.next_look);
}

void BoundaryFeatures::extract_rest(const Gap& gap, const SentenceSoFar& so_far,
                                    const BoundaryModel& model, FeatureList& out) {
    out.clear();
    Adder add(gap, model, out);
    const Look core = near_.core, next = near_.next, word = near_.word;
    const std::uint64_t look_next = near_.next_look;
    // Below 0 and behind the end there is nothing.
    const Look before = look(gap.core - 1), earlier = look(gap.core - 2);
    const Look second = look(gap.next + 1), third = look(gap.next + 2), word2 = look(gap.word + 1);
    const std::size_t length = gap.next - so_far.first;
    add(kBeforeWord, before.hash);
    add(kProse, view_.prose * 2 + view_.ends_in_mark, before.shape * 256U + core.shape);
    add(kProseLength, view_.prose * 2 + view_.ends_in_mark, bucket(length) * 256U + next.shape);
    add(kEarlierWord, earlier.hash);
    add(kThirdWord, third.hash);
    add(kFirstPair, look(so_far.first).hash, bucket(length));
    add(kShapesWide, before.shape * 256U + core.shape, next.shape * 256U + second.shape);
    add(kNextPair, word.hash, word2.shape);
    add(kNextNextWord, word2.hash);
    add(kLength, bucket(length));
    add(kShapesBefore, earlier.shape * 65536U + before.shape * 256U + core.shape, next.shape);
    add(kShapesAfter, next.shape * 65536U + second.shape * 256U + third.shape);
    const std::string_view core_word = this->word(gap.core);
    const Abbreviation known =
        core.shape == kAbbreviated ? lists_.abbreviation(core_word) : Abbreviation{};
    add(kAbbreviationNext, static_cast<std::uint64_t>(known.kind) * 16 + core.shape, look_next);
    add(kNesting, (so_far.straight_quotes & 1U) * 4 + (so_far.open_brackets > 0), next.shape);
    add(kSentenceStart, look(so_far.first).shape, bucket(so_far.lower_words) * 32 + bucket(length));
    add(kFirstWord, look(so_far.first).hash);
    add(kBlockSize, bucket(view_.tokens.size() / 4), view_.ends_in_mark);
    const std::size_t before_size = gap.core == 0 ? 0 : this->word(gap.core - 1).size();
    add(kWordLength, std::min<std::size_t>(core_word.size(), 8) * 256 + core.shape,
        std::min<std::size_t>(before_size, 8) * 256 + before.shape);
    add(kWordPair, core.hash, word.hash);
    add(kBeforePair, before.hash, static_cast<std::uint64_t>(word.shape) * 4U + near_.word_case);
    add(kSuffix,
        learning::hash_bytes(
            core_word.substr(core_word.size() - std::min<std::size_t>(core_word.size(), 3))),
        word.shape);
    add(kToMark, tokens_to_next_mark(gap.next), look_next);
}

}  // namespace lede::tokens
