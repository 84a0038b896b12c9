#include "evaluation/citation_scores.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "evaluation/citation_ids.h"
#include "text/offset_map.h"
#include "text/utf8.h"

namespace lede::evaluation {
namespace {

struct Found {
    std::optional<Span> span;  // code points
    const Item* item = nullptr;
};

double overlap(Span a, Span b) {
    const std::uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
    return begin < end ? static_cast<double>(end - begin) / cover(a, b).size() : 0.0;
}

bool is_boundary(std::string_view text, std::uint32_t at) {
    return at == text.size() || (at < text.size() && !utf8::is_continuation(text[at]));
}

// How well a found citation fits a gold one; 0: not at all. Better fits are matched first.
double fit(const Item& want, const Found& got) {
    const bool same_id = !want.id.empty() && canonical_id(got.item->id) == canonical_id(want.id);
    if (want.span) {
        const double shared = got.span ? overlap(*want.span, *got.span) : 0.0;
        if (shared < 0.5) return 0.0;
        return 10 + shared + (shared == 1.0 ? 2 : 0) + (same_id ? 0.5 : 0);
    }
    double value = same_id ? 9.0 : 0.0;
    const bool same_work =
        !want.id.empty() && !got.item->id.empty() && work_of(got.item->id) == work_of(want.id);
    if (!same_id && same_work) value = 6;
    return value > 0 && got.item->type == want.type ? value + 0.2 : value;
}

std::map<std::size_t, std::size_t> match(const Record& gold, const std::vector<Found>& found) {
    std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < gold.citations.size(); ++i)
        for (std::size_t j = 0; j < found.size(); ++j)
            if (const double value = fit(gold.citations[i], found[j]); value > 0)
                pairs.emplace_back(-value, i, j);
    std::sort(pairs.begin(), pairs.end());
    std::map<std::size_t, std::size_t> matched;
    std::vector<bool> used(found.size(), false);
    for (const auto& [value, i, j] : pairs)
        if (!used[j] && matched.emplace(i, j).second) used[j] = true;
    return matched;
}

struct CitationTallies {
    Tally overlap, exact, id, work, kind;
};

void count(const Record& gold, const std::vector<Found>& found, CitationTallies& tallies) {
    const auto matched = match(gold, found);
    std::size_t exact = 0;
    for (std::size_t i = 0; i < gold.citations.size(); ++i) {
        const Item& want = gold.citations[i];
        const auto at = matched.find(i);
        const Item* got = at == matched.end() ? nullptr : found[at->second].item;
        if (got) {
            const bool same_kind = got->type == want.type;
            tallies.kind += {1, 1, same_kind};
            exact += want.span && found[at->second].span == want.span;
        }
        if (want.id.empty()) continue;
        const bool same_id = got && canonical_id(got->id) == canonical_id(want.id);
        const bool same_work = got && !got->id.empty() && work_of(got->id) == work_of(want.id);
        tallies.id += {1, 1, same_id};
        tallies.work += {1, 1, same_work};
    }
    std::size_t spurious = 0;
    for (std::size_t j = 0; j < found.size(); ++j) {
        const bool used = std::any_of(matched.begin(), matched.end(),
                                      [&](const auto& pair) { return pair.second == j; });
        const auto& kinds = gold.kinds;
        spurious +=
            !used && std::find(kinds.begin(), kinds.end(), found[j].item->type) != kinds.end();
    }
    const std::size_t system = matched.size() + spurious;
    tallies.overlap += {gold.citations.size(), system, matched.size()};
    tallies.exact += {gold.citations.size(), system, exact};
}

}  // namespace

Scores score_citations(const std::vector<Record>& gold, const std::vector<Record>& system) {
    const RecordIndex records(system);
    CitationTallies tallies;
    for (const Record& document : gold) {
        const OffsetMap offsets(document.text, OffsetUnit::kCodePoints);
        std::vector<Found> found;
        for (const Item& item : records.at(document.id).citations) {
            Found entry{std::nullopt, &item};
            if (item.span && is_boundary(document.text, item.span->begin) &&
                is_boundary(document.text, item.span->end))
                entry.span = {offsets.from_bytes(item.span->begin),
                              offsets.from_bytes(item.span->end)};
            found.push_back(entry);
        }
        count(document, found, tallies);
    }
    return {{"overlap", tallies.overlap},
            {"exact", tallies.exact},
            {"id", tallies.id},
            {"work", tallies.work},
            {"kind", tallies.kind}};
}

}  // namespace lede::evaluation
