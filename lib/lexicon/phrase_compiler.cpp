#include <algorithm>
#include <bit>
#include <map>
#include <unordered_map>

#include "lexicon/phrase_format.h"
#include "lexicon/phrase_index.h"
#include "lexicon/phrase_words.h"
#include "text/unicode.h"

namespace lede::lexicon {
namespace {

class PhraseCompiler {
  public:
    explicit PhraseCompiler(const ParsedTable& table) : fold_(table.fold_phrases) {
        const auto column =
            std::find(table.columns.begin(), table.columns.end(), table.phrase_column);
        const auto at = static_cast<std::size_t>(column - table.columns.begin());
        next_rows_.resize(table.rows.size());
        // Backwards, so that each chain runs in the order of the rows.
        for (std::size_t row = table.rows.size(); row-- > 0;)
            add(table.rows[row][at], static_cast<std::uint32_t>(row));
    }

    std::string compile() const {
        std::string chars;
        const std::string words = word_slots(chars);
        const std::string edges = edge_slots();
        std::string out(kPhraseMagic);
        append(out, fold_ ? 1 : 0);
        append(out, static_cast<std::uint32_t>(words.size() / kWordSlotSize));
        append(out, static_cast<std::uint32_t>(edges.size() / kEdgeSlotSize));
        append(out, static_cast<std::uint32_t>(node_rows_.size()));
        append(out, static_cast<std::uint32_t>(next_rows_.size()));
        append(out, static_cast<std::uint32_t>(chars.size()));
        out += words;
        out += edges;
        for (const std::uint32_t row : node_rows_) append(out, row);
        for (const std::uint32_t row : next_rows_) append(out, row);
        return out + chars;
    }

  private:
    using Edge = std::pair<std::uint32_t, std::uint32_t>;

    static void append(std::string& out, std::uint32_t value) {
        for (int shift = 0; shift < 32; shift += 8)
            out.push_back(static_cast<char>((value >> shift) & 0xFF));
    }

    // Slots for an open-addressing table that is at most half full.
    static std::size_t slots_for(std::size_t entries) {
        return std::bit_ceil(std::max<std::size_t>(2, entries * 2));
    }

    void add(std::string_view phrase, std::uint32_t row) {
        std::vector<Span> spans;
        split_phrase_words(phrase, spans);
        if (spans.empty()) return;
        std::uint32_t node = PhraseIndex::kRoot;
        for (const Span span : spans) {
            std::string word(span.of(phrase));
            if (fold_) word = unicode::fold(word);
            const auto id =
                words_.emplace(std::move(word), static_cast<std::uint32_t>(words_.size()));
            const auto next = edges_.emplace(Edge{node, id.first->second},
                                             static_cast<std::uint32_t>(node_rows_.size()));
            if (next.second) node_rows_.push_back(0);
            node = next.first->second;
        }
        next_rows_[row] = node_rows_[node];
        node_rows_[node] = row + 1;
    }

    std::string word_slots(std::string& chars) const {
        struct Slot {
            std::uint32_t hash, id, begin, size;
        };
        // By identifier, so that the bytes do not depend on hash order.
        std::vector<std::string_view> by_id(words_.size());
        for (const auto& [word, id] : words_) by_id[id] = word;
        std::vector<Slot> slots(slots_for(words_.size()));
        const std::size_t mask = slots.size() - 1;
        for (std::uint32_t id = 0; id < by_id.size(); ++id) {
            const std::uint32_t hash = hash_word(by_id[id]);
            std::size_t slot = hash & mask;
            while (slots[slot].id != 0) slot = (slot + 1) & mask;
            slots[slot] = {hash, id + 1, static_cast<std::uint32_t>(chars.size()),
                           static_cast<std::uint32_t>(by_id[id].size())};
            chars += by_id[id];
        }
        std::string out;
        for (const Slot& slot : slots)
            for (const std::uint32_t value : {slot.hash, slot.id, slot.begin, slot.size})
                append(out, value);
        return out;
    }

    std::string edge_slots() const {
        struct Slot {
            std::uint32_t node, word, next;
        };
        std::vector<Slot> slots(slots_for(edges_.size()));
        const std::size_t mask = slots.size() - 1;
        for (const auto& [edge, next] : edges_) {
            std::size_t slot = hash_edge(edge.first, edge.second) & mask;
            while (slots[slot].next != 0) slot = (slot + 1) & mask;
            slots[slot] = {edge.first, edge.second, next + 1};
        }
        std::string out;
        for (const Slot& slot : slots)
            for (const std::uint32_t value : {slot.node, slot.word, slot.next}) append(out, value);
        return out;
    }

    bool fold_;
    std::unordered_map<std::string, std::uint32_t> words_;
    std::map<Edge, std::uint32_t> edges_;
    std::vector<std::uint32_t> node_rows_ = {0};  // the root ends no phrase
    std::vector<std::uint32_t> next_rows_;
};

}  // namespace

std::string compile_phrases(const ParsedTable& table) { return PhraseCompiler(table).compile(); }

}  // namespace lede::lexicon
