#include "evaluation/entity_scores.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>

#include "text/unicode.h"

namespace lede::evaluation {
namespace {

// Names of types to the types that are scored.
class TypeNames {
  public:
    explicit TypeNames(const Lexicon& lexicon) : table_(lexicon.table("evaluation/entity_types")) {}

    // Nothing if the type is not scored; a type that the table does not know is
    // its own.
    std::optional<std::string> find(const std::string& name) const {
        std::string upper;
        for (const char c : name)
            upper += unicode::is_ascii_lower(c) ? static_cast<char>(c - 32) : c;
        const std::uint32_t row = table_.find(upper);
        if (row == table_.rows()) return name;
        const std::string_view type = table_.cell(row, 1);
        if (type == "-") return std::nullopt;
        return std::string(type);
    }

  private:
    lexicon::Table table_;
};

// The record's spans as chunks of the gold tokens.
std::vector<Chunk> chunks_of(const Record& record, const BioDocument& document) {
    std::vector<Chunk> found;
    for (const Item& item : record.entities) {
        if (!item.span) continue;
        const auto first =
            std::partition_point(document.tokens.begin(), document.tokens.end(),
                                 [&](const Span& t) { return t.end <= item.span->begin; });
        auto last = first;
        while (last != document.tokens.end() && last->begin < item.span->end) ++last;
        if (first == last) continue;
        found.push_back({static_cast<std::size_t>(first - document.tokens.begin()),
                         static_cast<std::size_t>(last - document.tokens.begin()), item.type});
    }
    std::stable_sort(found.begin(), found.end(), [](const Chunk& a, const Chunk& b) {
        const std::size_t size_a = a.end - a.begin, size_b = b.end - b.begin;
        return size_a != size_b ? size_a > size_b : a.begin < b.begin;
    });
    std::vector<Chunk> kept;
    std::set<std::size_t> used;
    for (const Chunk& chunk : found) {
        bool free = true;
        for (std::size_t i = chunk.begin; i < chunk.end; ++i) free = free && used.count(i) == 0;
        if (!free) continue;
        for (std::size_t i = chunk.begin; i < chunk.end; ++i) used.insert(i);
        kept.push_back(chunk);
    }
    return kept;
}

std::set<Chunk> scored(const std::vector<Chunk>& chunks, const TypeNames& names,
                       const std::vector<std::string>& types) {
    std::set<Chunk> kept;
    for (const Chunk& chunk : chunks) {
        const std::optional<std::string> type = names.find(chunk.type);
        if (!type) continue;
        if (types.empty() || std::find(types.begin(), types.end(), *type) != types.end())
            kept.insert({chunk.begin, chunk.end, *type});
    }
    return kept;
}

std::set<Chunk> without_types(const std::set<Chunk>& chunks) {
    std::set<Chunk> bare;
    for (const Chunk& chunk : chunks) bare.insert({chunk.begin, chunk.end, {}});
    return bare;
}

std::size_t count_common(const std::set<Chunk>& a, const std::set<Chunk>& b) {
    return static_cast<std::size_t>(
        std::count_if(a.begin(), a.end(), [&](const Chunk& chunk) { return b.count(chunk) > 0; }));
}

}  // namespace

Scores score_entities(std::span<const BioDocument> gold, const std::vector<Record>& system,
                      const Lexicon& lexicon, const std::vector<std::string>& types) {
    const TypeNames names(lexicon);
    const RecordIndex records(system);
    std::map<std::string, Tally> by_type;
    Tally micro, spans;
    for (const BioDocument& document : gold) {
        const std::set<Chunk> want = scored(document.chunks, names, types);
        const std::set<Chunk> got =
            scored(chunks_of(records.at(document.id), document), names, types);
        for (const Chunk& chunk : want) ++by_type[chunk.type].gold;
        for (const Chunk& chunk : got) {
            ++by_type[chunk.type].system;
            by_type[chunk.type].hit += want.count(chunk);
        }
        micro += {want.size(), got.size(), count_common(want, got)};
        spans += {want.size(), got.size(), count_common(without_types(want), without_types(got))};
    }
    Scores scores = {{"MICRO", micro}};
    for (const auto& [type, tally] : by_type) scores.push_back({type, tally});
    scores.push_back({"span, any type", spans});
    return scores;
}

namespace {

// A gold mention and the entity that the record puts it into.
struct LinkedMention {
    std::string cluster;
    std::string entity;
    bool found = false;
    std::string words;
};

std::vector<LinkedMention> linked_mentions(const Record& gold, const Record& record) {
    constexpr long kFarthest = 40;
    std::vector<LinkedMention> mentions;
    for (std::size_t i = 0; i < gold.entities.size(); ++i) {
        const Item& want = gold.entities[i];
        if (!want.span) continue;
        const Item* nearest = nullptr;
        long distance = kFarthest + 1;
        for (const Item& got : record.entities) {
            if (!got.span || got.span->end != want.span->end) continue;
            const long gap = std::labs(long{got.span->begin} - long{want.span->begin});
            if (gap < distance) {
                nearest = &got;
                distance = gap;
            }
        }
        const bool found = nearest && !nearest->group.empty();
        std::string words(want.span->of(gold.text));
        std::transform(words.begin(), words.end(), words.begin(), unicode::ascii_lower);
        mentions.push_back({want.group, found ? nearest->group : "none " + std::to_string(i), found,
                            std::move(words)});
    }
    return mentions;
}

}  // namespace

Scores score_name_links(const std::vector<Record>& gold, const std::vector<Record>& system) {
    const RecordIndex records(system);
    Tally found, links, hard, given;
    for (const Record& document : gold) {
        const std::vector<LinkedMention> mentions =
            linked_mentions(document, records.at(document.id));
        for (std::size_t i = 0; i < mentions.size(); ++i) {
            const LinkedMention& a = mentions[i];
            found += {1, 1, a.found ? 1U : 0U};
            for (std::size_t k = i + 1; k < mentions.size(); ++k) {
                const LinkedMention& b = mentions[k];
                const bool want = a.cluster == b.cluster, got = a.entity == b.entity;
                const Tally pair = {want, got, want && got};
                links += pair;
                if (a.words == b.words) continue;
                hard += pair;
                if (a.found && b.found) given += pair;
            }
        }
    }
    return {{"found", found}, {"links", links}, {"hard links", hard}, {"hard, both found", given}};
}

}  // namespace lede::evaluation
