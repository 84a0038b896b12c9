#include "tokens/sentence_splitter.h"

#include "tokens/characters.h"

namespace lede::tokens {
namespace {

// A little below even, for a missed end costs the sentences on both sides. Chosen on a held-back
// part of the training documents.
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

BlockView view_block(std::string_view text, std::span<const Token> tokens) {
    BlockView view{text, tokens, !tokens.empty() && ends_in_mark(text, tokens.back()), 0};
    std::size_t marks = 0, lower = 0;
    for (const Token& token : tokens) {
        const char c = text[token.span.begin];
        marks += token.span.size() == 1 && (c == '.' || c == '?' || c == '!');
        lower += unicode::is_ascii_lower(c);
    }
    view.prose = static_cast<unsigned>(2 * lower > tokens.size()) +
                 2 * static_cast<unsigned>(60 * marks >= tokens.size());
    return view;
}

void SentenceSplitter::split(std::string_view text, std::size_t first, std::uint32_t block,
                             std::vector<Token>& tokens, std::vector<Sentence>& sentences) {
    if (tokens.size() == first) return;
    const BlockView view = view_block(text, std::span(tokens).subspan(first));
    walk(view, ends_, [&](const Gap& gap, const SentenceSoFar& so_far) {
        features_.extract_first(gap, so_far, model_, list_);
        const int first_score = model_.score(list_);
        if (first_score < model_.least_first_score(static_cast<std::size_t>(gap.kind)))
            return false;
        features_.extract_rest(gap, so_far, list_);
        return first_score + model_.score(list_) > kLeastScore;
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

bool SentenceSplitter::is_candidate(const BlockView& view, std::size_t next,
                                    const SentenceSoFar& so_far) const {
    const Span before = view.tokens[next - 1].span, after = view.tokens[next].span;
    const char last = view.text[before.end - 1];
    const char c = view.text[after.begin];
    const bool mark = last == '.' || last == '!' || last == '?';
    if (before.end == after.begin) return mark && is_upper_at(view.text, after.begin);
    if (mark) return true;
    // Running prose has no end without a mark: in the training texts 3 of 1,000 such gaps, against
    // 40 elsewhere.
    if (view.prose == kRunningProse && so_far.lower_words > 3 &&
        (last == ',' || (byte_class(last) & kWordByte)))
        return false;
    if (last == ',' && unicode::is_ascii_letter(c)) return !unicode::is_ascii_lower(c);
    // Between words: only before a capital, a number, a mark that may open.
    return !unicode::is_ascii_lower(c) || !(byte_class(last) & kWordByte);
}

// "the talks failed. Both": a period after a plain word, before a capitalised one.
bool SentenceSplitter::is_plain_end(const BlockView& view, std::size_t next) const {
    if (next < 3) return false;
    const Span period = view.tokens[next - 1].span, after = view.tokens[next].span;
    const Span word = view.tokens[next - 2].span;
    const std::string_view text = view.text;
    return period.size() == 1 && text[period.begin] == '.' && word.end == period.begin &&
           word.size() > 2 && unicode::is_ascii_lower(text[word.end - 1]) &&
           unicode::is_ascii_lower(text[word.end - 2]) &&
           unicode::is_ascii_lower(text[word.end - 3]) && after.begin == period.end + 1 &&
           text[period.end] == ' ' && after.size() > 1 &&
           unicode::is_ascii_upper(text[after.begin]) &&
           unicode::is_ascii_lower(text[after.begin + 1]);
}

SentenceSplitter::Verdict SentenceSplitter::judge(const BlockView& view, const Gap& gap) {
    const TokenShape next = features_.shape(gap.next);
    switch (next) {
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
            return Verdict::kInside;
        case '"':
            if (closes(view.text, view.tokens, gap.next)) return Verdict::kInside;
            break;
        default:
            break;
    }
    return Verdict::kDoubtful;
}

}  // namespace lede::tokens
