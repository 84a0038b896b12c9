#include "citations/name_trie.h"

#include <string>

#include "citations/cursor.h"

namespace lede::citations {
namespace {

constexpr std::uint32_t kMostSignBytes = 6;  // between two words of a phrase: ".” "

// Begin of the word after the signs at `at`, or kNone if there is none near. A clause ends a name.
std::uint32_t next_word(std::string_view text, std::uint32_t at) {
    for (std::uint32_t i = 0; i < kMostSignBytes && at < text.size(); ++i, ++at) {
        if (is_word_byte(text, at)) return at;
        if (text[at] == ';' || text[at] == ':') return kNone;
        if (text[at] == '\n' && i > 0 && text[at - 1] == '\n') return kNone;
    }
    return kNone;
}

std::uint32_t word_end(std::string_view text, std::uint32_t at) {
    while (at < text.size() && is_word_byte(text, at)) ++at;
    return at;
}

// "(CARE) Act" and "Terrorism Act (2000)" are no names of the tables.
bool is_balanced(std::string_view name) {
    int open = 0;
    for (const char c : name) {
        open += (c == '(') - (c == ')');
        if (open < 0) return false;
    }
    return open == 0;
}

// "DATA Act": the first word is all capitals.
bool is_shouted(std::string_view name) {
    const std::string_view word = name.substr(0, word_end(name, 0));
    for (const char c : word)
        if (!unicode::is_ascii_upper(c)) return false;
    return word.size() >= 2;
}

}  // namespace

NameTrie::NameTrie() : edges_(1 << 12), entry_of_node_(1, kNone) {}

std::uint64_t NameTrie::hash(std::string_view word) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : word) hash = (hash ^ fold(c)) * 0x100000001B3ULL;
    return hash;
}

std::uint64_t NameTrie::key_of(std::uint32_t node, std::uint64_t word) {
    std::uint64_t key = word + (std::uint64_t{node} + 1) * 0x9E3779B97F4A7C15ULL;
    key = (key ^ (key >> 31)) * 0xD6E8FEB86659FD93ULL;
    key ^= key >> 32;
    return key == 0 ? 1 : key;
}

std::uint32_t NameTrie::step(std::uint64_t key) const {
    const std::size_t mask = edges_.size() - 1;
    for (std::size_t slot = key & mask;; slot = (slot + 1) & mask) {
        if (edges_[slot].key == key) return edges_[slot].node;
        if (edges_[slot].key == 0) return kNone;
    }
}

void NameTrie::grow() {
    std::vector<Edge> old(edges_.size() * 2);
    old.swap(edges_);
    const std::size_t mask = edges_.size() - 1;
    for (const Edge& edge : old) {
        if (edge.key == 0) continue;
        std::size_t slot = edge.key & mask;
        while (edges_[slot].key != 0) slot = (slot + 1) & mask;
        edges_[slot] = edge;
    }
}

std::uint32_t NameTrie::insert(std::uint64_t key) {
    if (const std::uint32_t node = step(key); node != kNone) return node;
    if (++used_ * 2 > edges_.size()) grow();
    const std::size_t mask = edges_.size() - 1;
    std::size_t slot = key & mask;
    while (edges_[slot].key != 0) slot = (slot + 1) & mask;
    const auto node = static_cast<std::uint32_t>(entry_of_node_.size());
    edges_[slot] = {key, node};
    entry_of_node_.push_back(kNone);
    return node;
}

void NameTrie::add(std::string_view phrase, NameEntry entry) {
    std::uint32_t node = 0;
    std::uint32_t at = 0;
    while (at < phrase.size() && !is_word_byte(phrase, at)) ++at;
    if (at >= phrase.size()) return;
    const char first = phrase[at];
    std::string opening(phrase.substr(at, 3));
    entry.capital = unicode::is_ascii_upper(phrase[at]);
    const std::size_t bit = bit_of(hash(phrase.substr(at, word_end(phrase, at) - at)));
    first_words_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    while (at < phrase.size()) {
        const std::uint32_t end = word_end(phrase, at);
        node = insert(key_of(node, hash(phrase.substr(at, end - at))));
        at = end;
        while (at < phrase.size() && !is_word_byte(phrase, at)) ++at;
    }
    const std::uint32_t old = entry_of_node_[node];
    if (old != kNone && entry.weak && !entries_[old].weak) return;
    // "e-Commerce Directive" stays when "E-Commerce Directive" comes.
    if (old != kNone && entry.capital && !entries_[old].capital && entry.law == entries_[old].law &&
        entry.action == entries_[old].action && entry.argument == entries_[old].argument)
        return;
    // "DATA Act" is American, "Data Act" European: of two laws whose names differ in capitals only,
    // the shouted name is exact, and tried first.
    if (old != kNone && entry.law != entries_[old].law && !entry.exact && !entries_[old].exact) {
        entry.exact = is_shouted(phrase) && !is_shouted(phrases_[entries_[old].phrase]);
        entries_[old].exact = is_shouted(phrases_[entries_[old].phrase]) && !is_shouted(phrase);
    }
    if (old != kNone && entry.exact != entries_[old].exact) {
        if (!entry.exact) {
            entry.phrase = static_cast<std::uint32_t>(phrases_.size());
            phrases_.push_back(phrase);
            entries_[old].other = static_cast<std::uint32_t>(entries_.size());
            entries_.push_back(entry);
            return;
        }
        entry.other = old;
    }
    const auto mark = [&] {
        const std::size_t index = index_of(opening, 0);
        begins_[index / 64] |= std::uint64_t{1} << (index % 64);
    };
    mark();
    if (unicode::is_ascii_lower(first)) {
        opening[0] = static_cast<char>(first - 32);
        mark();
    }
    entry.phrase = static_cast<std::uint32_t>(phrases_.size());
    phrases_.push_back(phrase);
    entry_of_node_[node] = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back(entry);
}

bool NameTrie::fits(const NameEntry& entry, std::string_view text, Span span) const {
    if (entry.exact) {
        const std::string_view found = span.of(text);
        const std::string_view wanted = phrases_[entry.phrase];
        return found == wanted.substr(0, found.size());
    }
    return !entry.capital || unicode::is_ascii_upper(text[span.begin]) ||
           unicode::is_ascii_digit(text[span.begin]);
}

const NameEntry* NameTrie::match(std::string_view text, std::uint32_t at, Span& span) const {
    const NameEntry* best = nullptr;
    std::uint32_t node = 0;
    for (std::uint32_t begin = at; begin != kNone;) {
        const std::uint32_t end = word_end(text, begin);
        const std::uint64_t word = hash(text.substr(begin, end - begin));
        if (begin == at) {
            const std::size_t bit = bit_of(word);
            if ((first_words_[bit / 64] >> (bit % 64) & 1) == 0) return nullptr;
        }
        node = step(key_of(node, word));
        if (node == kNone) break;
        if (const std::uint32_t index = entry_of_node_[node]; index != kNone) {
            const NameEntry* entry = &entries_[index];
            if (entry->other != kNone && !fits(*entry, text, {at, end}))
                entry = &entries_[entry->other];
            const bool bracketed = phrases_[entry->phrase].find('(') != std::string_view::npos;
            if (fits(*entry, text, {at, end}) &&
                (bracketed || is_balanced(text.substr(at, end - at)))) {
                best = entry;
                span = {at, end};
            }
        }
        begin = next_word(text, end);
    }
    return best;
}

}  // namespace lede::citations
