#include "tokens/sentence_splitter.h"

#include "text/byte_masks.h"
#include "text/emoji.h"
#include "tokens/characters.h"
#include "tokens/word_hash.h"

namespace lede::tokens {
namespace {

// What the model must say of a gap without a mark: a little below even, for a missed end costs the
// sentences on both sides. Chosen on a held-back part of the training documents.
constexpr int kLeastScore = -8;

bool ends_in_mark(std::string_view text, const Token& token) {
    const char last = text[token.span.end - 1];
    return last == '.' || last == '!' || last == '?' || last == '"' ||
           token.span.of(text).ends_with("”") || token.span.of(text).ends_with("…");
}

// An abbreviation whose period may be split off: not "...".
bool has_own_period(std::string_view text, const Token& token) {
    const std::string_view word = token.span.of(text);
    return word.size() > 1 && word.back() == '.' && word[word.size() - 2] != '.' &&
           word_char_size(word, 0) > 0;
}

}  // namespace

BlockView view_block(std::string_view text, std::span<const Token> tokens,
                     std::vector<GapMasks>& masks) {
    const ProseCounts counts = mask_gaps(text, tokens, masks);
    const unsigned prose = static_cast<unsigned>(2 * counts.lower > tokens.size()) +
                           2 * static_cast<unsigned>(60 * counts.stops >= tokens.size());
    return {text, tokens, masks, ends_in_mark(text, tokens.back()), prose};
}

void SentenceSplitter::split(std::string_view text, std::size_t first, std::uint32_t block,
                             std::vector<Token>& tokens, std::vector<Sentence>& sentences) {
    if (tokens.size() == first) return;
    const BlockView view = view_block(text, std::span(tokens).subspan(first), masks_);
    walk(view, ends_, [&](const Gap& gap, const SentenceSoFar& so_far) {
        features_.extract_first(gap, so_far, model_, list_);
        const int first_score = model_.score(list_.all<BoundaryFeatures::kFirst>());
        if (first_score < model_.least_first_score(static_cast<std::size_t>(gap.kind)))
            return false;
        features_.extract_rest(gap, so_far, model_, list_);
        return first_score + model_.score(list_.all<BoundaryFeatures::kRest>()) >
               (gap.kind < GapKind::kAfterPeriod ? kLeastScore : 0);
    });
    std::size_t splits = 0;
    for (const std::uint32_t end : ends_) splits += has_own_period(text, view.tokens[end - 1]);
    // From the back, so that each token moves once.
    const std::size_t old_size = tokens.size();
    tokens.resize(old_size + splits);
    const std::size_t first_sentence = sentences.size();
    sentences.resize(first_sentence + ends_.size());
    std::size_t from = old_size, to = tokens.size();
    for (std::size_t s = ends_.size(); s-- > 0;) {
        Sentence& sentence = sentences[first_sentence + s];
        sentence.last_token = static_cast<std::uint32_t>(to);
        const std::size_t begin = first + (s == 0 ? 0 : ends_[s - 1]);
        if (has_own_period(text, tokens[from - 1])) {
            const Span word = tokens[--from].span;
            tokens[--to] = {{word.end - 1, word.end}, true};
            tokens[to].joined = false;
            tokens[--to] = {{word.begin, word.end - 1}, false};
        }
        if (from == to) {
            to = from = begin;
        } else {
            while (from > begin) tokens[--to] = tokens[--from];
        }
        sentence.first_token = static_cast<std::uint32_t>(to);
        sentence.span = {tokens[to].span.begin, tokens[sentence.last_token - 1].span.end};
        sentence.block = block;
    }
}

void SentenceSplitter::count_mark(char c, SentenceSoFar& so_far) {
    if (c == '"') {
        ++so_far.straight_quotes;
    } else if (c == '(' || c == '[') {
        ++so_far.open_brackets;
    } else if ((c == ')' || c == ']') && so_far.open_brackets > 0) {
        --so_far.open_brackets;
    }
}

void SentenceSplitter::count_tokens(const BlockView& view, std::size_t from, std::size_t to,
                                    SentenceSoFar& so_far) {
    if (from == to) return;
    const GapMasks& masks = view.masks[from / kGroup];
    const std::uint64_t inside = ~std::uint64_t{0} >> (kGroup - (to - from)) << (from % kGroup);
    so_far.lower_words += count_bits(masks.lower & inside);
    for (std::uint64_t left = masks.nested & inside; left != 0; left &= left - 1) {
        const auto bit = static_cast<std::size_t>(std::countr_zero(left));
        count_mark(view.text[view.tokens[from - from % kGroup + bit].span.begin], so_far);
    }
}

bool SentenceSplitter::is_candidate(const BlockView& view, std::size_t next) {
    const Span before = view.tokens[next - 1].span, after = view.tokens[next].span;
    const char last = view.text[before.end - 1];
    if (before.end == after.begin) return is_upper_at(view.text, after.begin);  // after a mark
    // "of Washington"
    return !(byte_class(last) & kPlainByte) || !lists_.is_never_final(features_.hash(next - 1));
}

// "the talks failed. Both": a period after a plain word, before a capital.
bool SentenceSplitter::is_plain_end(const BlockView& view, std::size_t next) const {
    if (next < 3) return false;
    const Span period = view.tokens[next - 1].span, after = view.tokens[next].span;
    const Span word = view.tokens[next - 2].span;
    const std::string_view text = view.text;
    return period.size() == 1 && text[period.begin] == '.' && word.end == period.begin &&
           word.size() > 1 && unicode::is_ascii_lower(text[word.end - 1]) &&
           unicode::is_ascii_lower(text[word.end - 2]) &&
           (word.size() == 2 || unicode::is_ascii_lower(text[word.end - 3])) &&
           after.begin == period.end + 1 && text[period.end] == ' ' &&
           unicode::is_ascii_upper(text[after.begin]);
}

// "Photo: Harbor Press" or a full date that ends its block: a line of its own, put behind a
// headline or caption.
bool SentenceSplitter::begins_line(const BlockView& view, std::size_t next) {
    const std::size_t size = view.tokens.size();
    const auto is = [&](std::size_t i, TokenShape shape) {
        return i < size && features_.shape(i) == shape;
    };
    if (is(next + 1, ':')) return lists_.is_credit_word(features_.word(next));
    // "Wednesday, October 9, 2013"
    return next + 6 == size && is(next, kCapital) && is(next + 1, ',') && is(next + 2, kCapital) &&
           is(next + 3, kDigits) && is(next + 4, ',') && is(next + 5, kDigits) &&
           features_.word(next + 5).size() == 4 && features_.word(next).ends_with("day");
}

// "to pay a fee. 8 Yet some": the number of a note, printed small where the text came from.
bool SentenceSplitter::is_note_before_sentence(const BlockView& view, std::size_t number) {
    return number + 1 < view.tokens.size() && features_.shape(number) == kDigits &&
           features_.word(number).size() < 3 && features_.shape(number + 1) == kCapital &&
           model_.word_case(features_.hash(number + 1)) == WordCase::kLower;
}

bool SentenceSplitter::is_note_number(std::size_t core, const SentenceSoFar& so_far) {
    return core > so_far.first + 1 && features_.shape(core - 1) == '.' &&
           features_.word(core).size() < 3;
}

// "Three demands: 1. Free them."
bool SentenceSplitter::is_item_number(const Gap& gap) {
    return gap.core > 1 && features_.shape(gap.core - 1) == kDigits &&
           features_.word(gap.core - 1).size() < 3 && features_.shape(gap.core - 2) == ':';
}

// A mark that belongs to what stands before it.
bool SentenceSplitter::leans_back(const BlockView& view, std::size_t token) {
    switch (features_.shape(token)) {
        case '.':
        case ',':
        case ';':
        case ':':
        case '!':
        case '?':
        case ')':
        case ']':
        case '}':
        case '%':
        case kCloseQuote:
            return true;
        case '"':
            return closes(view.text, view.tokens, token);
        case kOtherMark:  // 🎉 after a mark, or after another
            return emoji_size(view.text, view.tokens[token].span.begin) > 0;
        default:
            return false;
    }
}

// Whether the sentence so far is no more than "(2)", "a)", "1." or a bullet.
bool SentenceSplitter::is_list_marker(const SentenceSoFar& so_far, std::size_t next) {
    if (next - so_far.first > 3) return false;
    for (std::size_t i = so_far.first; i < next; ++i) {
        const TokenShape shape = features_.shape(i);
        const bool letter = is_word_shape(shape) && features_.word(i).size() == 1;
        const bool number = shape == kDigits && features_.word(i).size() < 3;
        const bool mark = shape == '(' || shape == ')' || shape == '.' || shape == '*' ||
                          shape == '-' || features_.word(i) == "•";
        if (!letter && !number && !mark) return false;
    }
    return true;
}

SentenceSplitter::Verdict SentenceSplitter::judge(const BlockView& view, const Gap& gap,
                                                  const SentenceSoFar& so_far) {
    if (leans_back(view, gap.next) || is_list_marker(so_far, gap.next)) return Verdict::kInside;
    const TokenShape word = gap.word < view.tokens.size() ? features_.shape(gap.word) : kNoToken;
    const auto is_starter = [&] {  // capitalised here, and hardly ever inside a sentence
        return word == kCapital && model_.word_case(features_.hash(gap.word)) == WordCase::kLower;
    };
    const bool mark = gap.kind == GapKind::kAfterPeriod || gap.kind == GapKind::kAfterExclamation;
    if (mark && gap.closed && word == kLower) return Verdict::kInside;  // “Why?” he asked
    switch (gap.kind) {
        case GapKind::kAfterAbbreviation:
            return judge_abbreviation(gap, so_far, word, is_starter());
        case GapKind::kAfterPeriod: {
            // "at the site. © 2019", "on Sunday. (Photo by"
            const bool credit = features_.word(gap.next) == "©" ||
                                (features_.shape(gap.next) == '(' && is_capital_shape(word));
            if (credit && !gap.closed) return Verdict::kEnd;
            if (is_note_before_sentence(view, gap.next)) return Verdict::kInside;
            if (is_item_number(gap)) return Verdict::kInside;
            // "The vote was 52-48. Sen. Cole left"
            if (word == kAbbreviated && so_far.lower_words > 0 &&
                lists_.abbreviation(features_.word(gap.word)).kind == AbbreviationKind::kTitle)
                return Verdict::kEnd;
            return gap.closed && is_starter() ? Verdict::kEnd : Verdict::kDoubtful;
        }
        case GapKind::kAfterInitial:  // "J. R. Cole", "the U. S. Senate"
            return !gap.closed && word == kInitial && features_.word(gap.word).ends_with('.') &&
                           gap.word == gap.next
                       ? Verdict::kInside
                       : Verdict::kDoubtful;
        case GapKind::kAfterEllipsis:
            return gap.closed && is_starter() ? Verdict::kEnd : Verdict::kDoubtful;
        case GapKind::kAfterExclamation:
            if (gap.closed && is_starter()) return Verdict::kEnd;
            // "Yahoo! shares"
            if (!gap.closed && word == kLower && gap.core > so_far.first &&
                features_.word(gap.core) == "!" && features_.shape(gap.core - 1) == kCapital)
                return Verdict::kInside;
            return Verdict::kDoubtful;
        case GapKind::kAfterSemicolon:
            return Verdict::kInside;
        case GapKind::kAfterLetters:
            return begins_line(view, gap.next) ? Verdict::kEnd : Verdict::kDoubtful;
        case GapKind::kAfterDigits:
            if (is_note_number(gap.core, so_far) && is_starter()) return Verdict::kEnd;
            return begins_line(view, gap.next) ? Verdict::kEnd : Verdict::kDoubtful;
        default:
            return judge_emoji(view, gap, so_far, word);
    }
}

// "Sen. Cole", "Roe v. Wade"; "in the U.S. The talks".
SentenceSplitter::Verdict SentenceSplitter::judge_abbreviation(const Gap& gap,
                                                               const SentenceSoFar& so_far,
                                                               TokenShape word, bool starter) {
    if (word == kLower) return Verdict::kInside;
    const AbbreviationKind kind = lists_.abbreviation(features_.word(gap.core)).kind;
    switch (kind) {
        case AbbreviationKind::kTitle:
        case AbbreviationKind::kNumber:
            return is_word_shape(word) ? Verdict::kInside : Verdict::kDoubtful;
        case AbbreviationKind::kMonth:
        case AbbreviationKind::kStreet:
            if (word == kDigits) return Verdict::kInside;
            break;
        default:
            break;
    }
    // "He left at 6 p.m. Mr. Cole stayed"; but "At 6 p.m. Mr. Cole left"
    if (kind == AbbreviationKind::kTime && word == kAbbreviated && so_far.lower_words > 2)
        return Verdict::kEnd;
    if (kind == AbbreviationKind::kTime && so_far.lower_words > 2 && begins_clause(gap))
        return Verdict::kEnd;
    // A headline capitalises every word.
    const bool sentence = so_far.lower_words > 0;
    // "the U.N. Security Council"
    const bool named = features_.shape(gap.word + 1) == kCapital &&
                       !lists_.is_never_final(features_.hash(gap.word));
    return starter && sentence && !named ? Verdict::kEnd : Verdict::kDoubtful;
}

// "At 4 a.m. Police arrived": no "at 4 a.m. Monday morning", "8 p.m. Eastern on Fridays".
bool SentenceSplitter::begins_clause(const Gap& gap) {
    if (features_.shape(gap.word) != kCapital || features_.shape(gap.word + 1) != kLower)
        return false;
    const WordCase mostly = model_.word_case(features_.hash(gap.word));
    return (mostly == WordCase::kLower || mostly == WordCase::kEither) &&
           !lists_.is_zone_word(features_.word(gap.word));
}

// "We won! 🎉 See you": the emoji goes with the mark before it. "So sad 😢 Rest in peace"
SentenceSplitter::Verdict SentenceSplitter::judge_emoji(const BlockView& view, const Gap& gap,
                                                        const SentenceSoFar& so_far,
                                                        TokenShape word) {
    const auto is_emoji = [&](std::size_t token) {
        return features_.shape(token) == kOtherMark &&
               emoji_size(view.text, view.tokens[token].span.begin) > 0;
    };
    if (features_.word(gap.core) == "©") return Verdict::kInside;
    if (gap.core == so_far.first || !is_emoji(gap.core)) return Verdict::kDoubtful;
    constexpr std::size_t kMostEmoji = 4;
    std::size_t first = gap.core;
    while (first > so_far.first + 1 && first + kMostEmoji > gap.core && is_emoji(first - 1))
        --first;
    const TokenShape before = features_.shape(first - 1);
    const bool mark = before == '.' || before == '!' || before == '?' || before == kMarkRun;
    const bool starter =
        word == kCapital && model_.word_case(features_.hash(gap.word)) == WordCase::kLower;
    return (mark && is_capital_shape(word)) || starter ? Verdict::kEnd : Verdict::kDoubtful;
}

}  // namespace lede::tokens
