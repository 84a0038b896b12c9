#include "evaluation/timex_scores.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>

namespace lede::evaluation {
namespace {

std::string_view bare(std::string_view value) {
    const bool zoned = value.ends_with('Z') && value.find('T') != std::string_view::npos;
    return zoned ? value.substr(0, value.size() - 1) : value;
}

// For each gold date the place of the one that it is compared with.
std::vector<std::optional<std::size_t>> align(const std::vector<Item>& gold,
                                              const std::vector<Item>& system) {
    std::vector<std::tuple<bool, std::int64_t, std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < gold.size(); ++i) {
        for (std::size_t j = 0; j < system.size(); ++j) {
            if (!gold[i].span || !system[j].span || !gold[i].span->overlaps(*system[j].span))
                continue;
            const std::int64_t overlap =
                std::int64_t{std::min(gold[i].span->end, system[j].span->end)} -
                std::max(gold[i].span->begin, system[j].span->begin);
            pairs.emplace_back(*gold[i].span != *system[j].span, -overlap, i, j);
        }
    }
    std::ranges::sort(pairs);
    std::vector<std::optional<std::size_t>> partner(gold.size());
    std::vector<bool> taken(system.size(), false);
    for (const auto& [differs, overlap, i, j] : pairs) {
        if (partner[i] || taken[j]) continue;
        partner[i] = j;
        taken[j] = true;
    }
    return partner;
}

}  // namespace

bool has_values(const std::vector<Record>& gold) {
    return std::ranges::any_of(gold, [](const Record& document) {
        return std::ranges::any_of(document.dates,
                                   [](const Item& date) { return !date.value.empty(); });
    });
}

Scores score_timexes(const std::vector<Record>& gold, const std::vector<Record>& system) {
    const RecordIndex records(system);
    Tally strict, relaxed, type, value;
    for (const Record& document : gold) {
        const std::vector<Item>& want = document.dates;
        const std::vector<Item>& got = records.at(document.id).dates;
        const auto partner = align(want, got);
        Tally counts{want.size(), got.size(), 0};
        for (Tally* tally : {&strict, &relaxed, &type, &value}) *tally += counts;
        for (std::size_t i = 0; i < want.size(); ++i) {
            if (!partner[i]) continue;
            const Item& found = got[*partner[i]];
            ++relaxed.hit;
            strict.hit += *want[i].span == *found.span ? 1 : 0;
            type.hit += want[i].type == found.type ? 1 : 0;
            value.hit += bare(want[i].value) == bare(found.value) ? 1 : 0;
        }
    }
    return {{"strict", strict}, {"relaxed", relaxed}, {"type", type}, {"value", value}};
}

}  // namespace lede::evaluation
