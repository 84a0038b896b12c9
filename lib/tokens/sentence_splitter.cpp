#include "tokens/sentence_splitter.h"

#include "tokens/characters.h"

namespace lede::tokens {
namespace {

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
    return {text, tokens, !tokens.empty() && ends_in_mark(text, tokens.back())};
}

void SentenceSplitter::split(std::string_view text, std::size_t first, std::uint32_t block,
                             std::vector<Token>& tokens, std::vector<Sentence>& sentences) {
    if (tokens.size() == first) return;
    const BlockView view = view_block(text, std::span(tokens).subspan(first));
    walk(view, ends_, [&](const Gap& gap, const SentenceSoFar& so_far) {
        features_.extract(gap, so_far, model_, list_);
        return model_.score(list_) > 0;
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

void SentenceSplitter::count(const BlockView& view, std::size_t token,
                             SentenceSoFar& so_far) const {
    const char c = view.text[view.tokens[token].span.begin];
    if (unicode::is_ascii_lower(c)) {
        ++so_far.lower_words;
    } else if (c == '"') {
        ++so_far.straight_quotes;
    } else if (c == '(' || c == '[') {
        ++so_far.open_brackets;
    } else if ((c == ')' || c == ']') && so_far.open_brackets > 0) {
        --so_far.open_brackets;
    }
}

bool SentenceSplitter::is_candidate(const BlockView& view, std::size_t next) const {
    const Span before = view.tokens[next - 1].span, after = view.tokens[next].span;
    const char last = view.text[before.end - 1];
    const char c = view.text[after.begin];
    const bool mark = last == '.' || last == '!' || last == '?';
    if (before.end == after.begin) return mark && is_upper_at(view.text, after.begin);
    if (mark) return true;
    if (last == ',' && unicode::is_ascii_letter(c)) return !unicode::is_ascii_lower(c);
    // Between words: only before a capital, a number, a mark that may open.
    return !unicode::is_ascii_lower(c) || !(byte_class(last) & kWordByte);
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
