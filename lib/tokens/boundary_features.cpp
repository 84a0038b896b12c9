#include "tokens/boundary_features.h"

#include <algorithm>

#include "learning/feature_sequence.h"
#include "tokens/characters.h"

namespace lede::tokens {
namespace {

constexpr std::size_t kLongestWord = 24;
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
};

unsigned bucket(std::size_t count) {
    if (count < 8) return static_cast<unsigned>(count);
    if (count < 12) return 8;
    if (count < 20) return 9;
    return count < 40 ? 10 : 11;
}

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

std::uint64_t word_hash(std::string_view word) {
    if (word.size() > kLongestWord) return 1;
    std::array<char, kLongestWord> lower;
    for (std::size_t i = 0; i < word.size(); ++i) lower[i] = unicode::ascii_lower(word[i]);
    return learning::hash_bytes({lower.data(), word.size()});
}

bool closes(std::string_view text, std::span<const Token> tokens, std::size_t at) {
    const std::size_t end = tokens[at].span.end;
    const bool space_after = end >= text.size() || space_size(text, end) > 0;
    const bool space_before = at == 0 || tokens[at - 1].span.end < tokens[at].span.begin;
    return !space_before || space_after;
}

void BoundaryFeatures::begin_block(const BlockView& view) {
    view_ = view;
    looks_.fill({});
}

const BoundaryFeatures::Look& BoundaryFeatures::look(std::size_t token) {
    if (token >= view_.tokens.size()) return nothing_;  // also before the first
    Look& look = looks_[token % looks_.size()];
    if (look.token != token) look = {token, word_hash(word(token)), token_shape(word(token))};
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
    for (std::size_t i = from; i < end; ++i) {
        const char last = view_.text[view_.tokens[i].span.end - 1];
        if (last == '.' || last == '!' || last == '?') return bucket(i - from);
    }
    return end == view_.tokens.size() ? 14 : 15;
}

void BoundaryFeatures::extract(const Gap& gap, const SentenceSoFar& so_far,
                               const BoundaryModel& model, FeatureList& out) {
    out.clear();
    const std::uint64_t kind = static_cast<std::uint64_t>(gap.kind) * 2 + gap.closed;
    const auto add = [&](Template which, std::uint64_t a, std::uint64_t b = 0) {
        const std::uint64_t hash = learning::mix(learning::mix(a, which * 64 + kind), b);
        out.push_back(static_cast<std::uint32_t>(hash >> 32U));
    };
    const auto token = [&](std::size_t base, int step) -> const Look& {
        return look(base + static_cast<std::size_t>(step));  // below 0: nothing
    };
    const Look core = token(gap.core, 0), before = token(gap.core, -1),
               earlier = token(gap.core, -2);
    const Look next = token(gap.next, 0), second = token(gap.next, 1), third = token(gap.next, 2);
    const Look word = token(gap.word, 0), word2 = token(gap.word, 1);
    const auto word_case = static_cast<std::uint64_t>(model.word_case(word.hash));
    const std::uint64_t look_next = next.shape * 1024U + word.shape * 4ULL + word_case;
    const std::size_t length = gap.next - so_far.first;
    const Span last = view_.tokens[gap.next - 1].span;
    const unsigned width =
        gap_width(view_.text.substr(last.end, view_.tokens[gap.next].span.begin - last.end));

    add(kBias, width);
    add(kNextLook, look_next);
    add(kCaseNext, word_case, word.shape * 256U + core.shape);
    add(kCoreWord, core.hash);
    add(kNextWord, word.hash, word.shape);
    add(kBeforeWord, before.hash);
    add(kShapesAround, before.shape, next.shape);
    add(kShapesWide, before.shape * 256U + core.shape, next.shape * 256U + second.shape);
    add(kNextPair, word.hash, word2.shape);
    add(kNextNextWord, word2.hash);
    add(kLength, bucket(length));
    add(kLengthNext, bucket(length), look_next);
    add(kShapesBefore, earlier.shape * 65536U + before.shape * 256U + core.shape, next.shape);
    add(kShapesAfter, next.shape * 65536U + second.shape * 256U + third.shape);
    const std::string_view core_word = this->word(gap.core);
    const Abbreviation known =
        core.shape == kAbbreviated ? lists_.abbreviation(core_word) : Abbreviation{};
    add(kAbbreviationNext, static_cast<std::uint64_t>(known.kind) * 16 + core.shape, look_next);
    add(kNesting, (so_far.straight_quotes & 1U) * 4 + (so_far.open_brackets > 0), next.shape);
    add(kSentenceStart, look(so_far.first).shape, bucket(so_far.lower_words) * 32 + bucket(length));
    add(kLowerWords, bucket(so_far.lower_words), look_next);
    add(kFirstWord, look(so_far.first).hash);
    add(kBlockEnd, view_.ends_in_mark, look_next);
    add(kBlockSize, bucket(view_.tokens.size() / 4), view_.ends_in_mark);
    add(kWordLength, std::min<std::size_t>(core_word.size(), 8) * 256 + core.shape,
        gap.core == 0
            ? 0
            : std::min<std::size_t>(this->word(gap.core - 1).size(), 8) * 256 + before.shape);
    add(kWordPair, core.hash, word.hash);
    add(kBeforePair, before.hash, word.shape * 4U + word_case);
    add(kSuffix,
        learning::hash_bytes(
            core_word.substr(core_word.size() - std::min<std::size_t>(core_word.size(), 3))),
        word.shape);
    add(kToMark, tokens_to_next_mark(gap.next), look_next);
    add(kGapWidth, width, look_next);
}

}  // namespace lede::tokens
