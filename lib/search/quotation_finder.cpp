#include "search/quotation_finder.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

#include "lexicon/phrase_words.h"
#include "search/concordance.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::search {
namespace {

constexpr std::size_t kMostWords = 400;
constexpr std::size_t kLongWord = 4;  // bytes
constexpr std::uint32_t kOther = 0xFFFFFFFF;

// Of a word that is there, by its weight; that is another, or missing; and of one put in.
constexpr std::int32_t kThere = 100, kChanged = -60, kMissing = -60, kPutIn = -50, kInGap = -2;

bool is_word(std::string_view text) {
    return unicode::is_alphanumeric(utf8::decode(text, 0).code_point);
}

}  // namespace

void QuotationFinder::add_words(std::string_view piece, bool after_gap) {
    std::vector<Span> spans;
    lexicon::split_phrase_words(piece, spans);
    for (const Span span : spans) {
        if (!is_word(span.of(piece)) || words_.size() == kMostWords) continue;
        Word word{unicode::fold(span.of(piece)), span.size() >= kLongWord ? 2 : 1,
                  after_gap && !words_.empty()};
        after_gap = false;
        whole_ += word.weight;
        ids_.push_back(
            id_of_.try_emplace(word.text, static_cast<std::uint32_t>(id_of_.size())).first->second);
        words_.push_back(std::move(word));
    }
}

// Pieces between elisions; what stands in brackets is the writer's, not the speaker's.
QuotationFinder::QuotationFinder(std::string_view quotation) {
    static constexpr std::array<std::string_view, 3> kElisions = {"\xE2\x80\xA6", "...", ". . ."};
    bool after_gap = false;
    std::size_t begin = 0;
    const std::size_t last_close = quotation.rfind(']');
    for (std::size_t at = 0; at < quotation.size();) {
        const auto* const elision = std::ranges::find_if(kElisions, [&](std::string_view mark) {
            return quotation.substr(at).starts_with(mark);
        });
        std::size_t size = elision == kElisions.end() ? 0 : elision->size();
        if (quotation[at] == '[' && last_close != std::string_view::npos && at < last_close)
            size = quotation.find(']', at) + 1 - at;
        if (size == 0) {
            ++at;
            continue;
        }
        add_words(quotation.substr(begin, at - begin), after_gap);
        after_gap = true;
        begin = at += size;
    }
    add_words(quotation.substr(begin), after_gap);
}

QuotationFinder::Cell QuotationFinder::step(std::size_t i, const std::vector<Cell>& before,
                                            const std::vector<Cell>& now, std::uint32_t word,
                                            std::uint32_t at) const {
    const Word& wanted = words_[i];
    const bool is_there = ids_[i] == word;
    Cell best{.begin = at};
    if (i > 0) best = before[i - 1];
    if (best.score <= 0) best = {.begin = at};
    best.score += (is_there ? kThere : kChanged) * wanted.weight;
    best.matched += is_there ? wanted.weight : 0;
    const auto take = [&](Cell cell, std::int32_t cost) {
        cell.score += cost;
        if (cell.score > best.score) best = cell;
    };
    const bool in_gap = i + 1 < words_.size() && words_[i + 1].after_gap;
    take(before[i], in_gap ? kInGap : kPutIn);
    if (i > 0) take(now[i - 1], kMissing * wanted.weight);
    return best.score > 0 ? best : Cell{};
}

std::vector<QuotationFinder::Candidate> QuotationFinder::align(
    const std::vector<std::uint32_t>& text) const {
    std::vector<Candidate> candidates;
    std::vector<Cell> before(words_.size()), now(words_.size());
    for (std::uint32_t at = 0; at < text.size(); ++at) {
        Candidate best{0, 0, at};
        for (std::size_t i = 0; i < words_.size(); ++i) {
            now[i] = step(i, before, now, text[at], at);
            const bool is_enough = now[i].matched * 5 >= whole_ * 3;
            if (is_enough && ids_[i] == text[at] && now[i].score > best.score)
                best = {now[i].score, now[i].begin, at};
        }
        if (best.score > 0) candidates.push_back(best);
        before.swap(now);
    }
    return candidates;
}

std::vector<Hit> QuotationFinder::find(const Document& document) const {
    const std::string_view text = document.text();
    std::vector<Span> spans;
    lexicon::split_phrase_words(text, spans);
    std::erase_if(spans, [&](Span span) { return !is_word(span.of(text)); });
    std::vector<std::uint32_t> ids;
    ids.reserve(spans.size());
    std::string folded;
    std::vector<bool> seen(id_of_.size());
    for (const Span span : spans) {
        unicode::fold_into(span.of(text), folded);
        const auto known = id_of_.find(folded);
        ids.push_back(known == id_of_.end() ? kOther : known->second);
        if (known != id_of_.end()) seen[known->second] = true;
    }
    // Most texts have too few of the words.
    std::int32_t weight = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) weight += seen[ids_[i]] ? words_[i].weight : 0;
    if (weight * 5 < whole_ * 3) return {};

    std::vector<Candidate> candidates = align(ids);
    std::ranges::stable_sort(candidates, std::ranges::greater(), &Candidate::score);
    std::map<std::uint32_t, std::uint32_t> taken;  // begin and last of hits that do not overlap
    for (const Candidate& candidate : candidates) {
        const auto next = taken.upper_bound(candidate.last);
        if (next == taken.begin() || std::prev(next)->second < candidate.begin)
            taken.emplace_hint(next, candidate.begin, candidate.last);
    }
    std::vector<Hit> hits;
    for (const auto& [begin, last] : taken) {
        const Span span = cover(spans[begin], spans[last]);
        hits.push_back({span, sentence_at(document, span.begin)});
    }
    return hits;
}

// The longest words, as many as a hit cannot do without all of.
Query QuotationFinder::gate() const {
    std::vector<const Word*> longest;
    for (const Word& word : words_) longest.push_back(&word);
    std::ranges::stable_sort(longest, std::ranges::greater(),
                             [](const Word* word) { return word->text.size(); });
    Node any{.kind = NodeKind::kOr};
    std::int32_t weight = 0;
    for (const Word* const word : longest) {
        if (weight * 5 > whole_ * 2) break;
        weight += word->weight;
        any.children.push_back({.kind = NodeKind::kWords, .text = word->text});
    }
    Query query;
    query.root = std::move(any);
    return query;
}

}  // namespace lede::search
