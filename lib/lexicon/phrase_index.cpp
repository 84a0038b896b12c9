#include "lexicon/phrase_index.h"

#include <stdexcept>

#include "lexicon/phrase_format.h"
#include "lexicon/phrase_words.h"
#include "lexicon/table.h"
#include "text/unicode.h"

namespace lede::lexicon {

PhraseIndex::PhraseIndex(std::string_view bytes) : bytes_(bytes) {
    if (bytes.size() < kPhraseHeaderSize || bytes.substr(0, 4) != kPhraseMagic)
        throw std::runtime_error("not a compiled phrase index");
    fold_ = read_u32(bytes, 4) != 0;
    const std::size_t word_slots = read_u32(bytes, 8);
    const std::size_t edge_slots = read_u32(bytes, 12);
    const std::size_t nodes = read_u32(bytes, 16);
    const std::size_t rows = read_u32(bytes, 20);
    word_mask_ = static_cast<std::uint32_t>(word_slots - 1);
    edge_mask_ = static_cast<std::uint32_t>(edge_slots - 1);
    std::size_t at = kPhraseHeaderSize;
    const auto take = [&](std::size_t size) {
        const std::string_view section = bytes.substr(at, size);
        at += size;
        return section;
    };
    word_slots_ = take(word_slots * kWordSlotSize);
    edge_slots_ = take(edge_slots * kEdgeSlotSize);
    node_rows_ = take(nodes * 4);
    next_rows_ = take(rows * 4);
    chars_ = take(read_u32(bytes, 24));
}

std::uint32_t PhraseIndex::word(std::string_view word, std::string& scratch) const {
    if (fold_) {
        unicode::fold_into(word, scratch);
        word = scratch;
    }
    const std::uint32_t hash = hash_word(word);
    for (std::uint32_t slot = hash & word_mask_;; slot = (slot + 1) & word_mask_) {
        const std::size_t at = std::size_t{slot} * kWordSlotSize;
        const std::uint32_t id = read_u32(word_slots_, at + 4);
        if (id == 0) return kNone;
        if (read_u32(word_slots_, at) != hash) continue;
        const auto begin = read_u32(word_slots_, at + 8);
        if (chars_.substr(begin, read_u32(word_slots_, at + 12)) == word) return id - 1;
    }
}

std::uint32_t PhraseIndex::step(std::uint32_t node, std::uint32_t word) const {
    if (word == kNone) return kNone;
    for (std::uint32_t slot = hash_edge(node, word) & edge_mask_;; slot = (slot + 1) & edge_mask_) {
        const std::size_t at = std::size_t{slot} * kEdgeSlotSize;
        const std::uint32_t next = read_u32(edge_slots_, at + 8);
        if (next == 0) return kNone;
        if (read_u32(edge_slots_, at) == node && read_u32(edge_slots_, at + 4) == word)
            return next - 1;
    }
}

std::uint32_t PhraseIndex::first_row(std::uint32_t node) const {
    return read_u32(node_rows_, std::size_t{node} * 4) - 1;  // 0 wraps to kNone
}

std::uint32_t PhraseIndex::next_row(std::uint32_t row) const {
    return read_u32(next_rows_, std::size_t{row} * 4) - 1;
}

PhraseMatch PhraseIndex::match_at(const std::vector<Span>& words,
                                  const std::vector<std::uint32_t>& ids, std::size_t at) const {
    PhraseMatch best;
    std::uint32_t node = kRoot;
    for (std::size_t i = at; i < words.size(); ++i) {
        node = step(node, ids[i]);
        if (node == kNone) break;
        const std::uint32_t row = first_row(node);
        if (row == kNone) continue;
        best = {{words[at].begin, words[i].end}, row, static_cast<std::uint32_t>(i - at + 1)};
    }
    return best;
}

std::vector<PhraseMatch> PhraseIndex::find(std::string_view text,
                                           const std::vector<Span>& words) const {
    std::vector<std::uint32_t> ids;
    ids.reserve(words.size());
    std::string scratch;
    for (const Span span : words) ids.push_back(word(span.of(text), scratch));
    std::vector<PhraseMatch> matches;
    for (std::size_t at = 0; at < words.size();) {
        const PhraseMatch match = match_at(words, ids, at);
        if (match.words > 0) matches.push_back(match);
        at += match.words > 0 ? match.words : 1;
    }
    return matches;
}

std::vector<PhraseMatch> PhraseIndex::find(std::string_view text) const {
    std::vector<Span> words;
    split_phrase_words(text, words);
    return find(text, words);
}

std::uint32_t PhraseIndex::lookup(std::string_view phrase) const {
    std::string scratch;
    std::uint32_t node = kRoot;
    Span span = next_phrase_word(phrase, 0, phrase.size());
    if (span.empty()) return kNone;
    for (; !span.empty(); span = next_phrase_word(phrase, span.end, phrase.size())) {
        node = step(node, word(span.of(phrase), scratch));
        if (node == kNone) return kNone;
    }
    return first_row(node);
}

}  // namespace lede::lexicon
