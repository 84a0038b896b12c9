#include "stats/proofs.h"

#include <algorithm>
#include <iterator>

#include "writing/row_writer.h"

namespace lede::stats {
namespace {

std::uint64_t both(std::uint32_t first, std::uint32_t second) {
    return std::uint64_t{first} << 32U | second;
}

}  // namespace

Proofs::Proofs(const CooccurrenceOptions& options, const std::vector<Together>& pairs)
    : options_(options), first_(options.first), second_(options.second) {
    options_.first.by_key = options_.second.by_key = true;
    first_.reader = ItemReader(options_.first);
    second_.reader = ItemReader(options_.second);
    for (std::size_t i = 0; i < pairs.size(); ++i)
        pairs_.emplace(both(first_.wanted.id_of(pairs[i].first_key),
                            second_.wanted.id_of(pairs[i].second_key)),
                       i);
}

void Proofs::Side::read(const Document& document, const std::vector<Span>& units) {
    Vocabulary vocabulary;
    ItemSequence all;
    reader.read(document, vocabulary, all);
    items.clear();
    for (std::size_t i = 0; i < all.ids.size(); ++i) {
        const std::uint32_t id = wanted.find(vocabulary.word(all.ids[i]));
        if (id == kNone) continue;
        items.ids.push_back(id);
        items.begins.push_back(all.begins[i]);
    }
    standing = standing_in(units, items);
}

std::vector<Proof> Proofs::of(const Document& document) {
    const std::vector<Span> units = unit_spans(document, options_.within);
    first_.read(document, units);
    second_.read(document, units);
    std::vector<Proof> proofs;
    auto from = second_.standing.begin();
    for (const auto& [unit, first] : first_.standing) {
        while (from != second_.standing.end() && from->first < unit) ++from;
        for (auto at = from; at != second_.standing.end() && at->first == unit; ++at) {
            const auto pair = pairs_.find(both(first, at->second));
            if (pair != pairs_.end())
                proofs.push_back({pair->second, text_of(document, units[unit], first, at->second)});
        }
    }
    std::stable_sort(proofs.begin(), proofs.end(),
                     [](const Proof& a, const Proof& b) { return a.pair < b.pair; });
    return proofs;
}

std::string Proofs::text_of(const Document& document, Span unit, std::uint32_t first,
                            std::uint32_t second) const {
    const std::vector<Sentence>& sentences = document.sentences;
    std::vector<std::size_t> numbers;
    const auto add = [&](const ItemSequence& items, std::uint32_t wanted) {
        const auto inside = std::ranges::lower_bound(items.begins, unit.begin);
        for (auto i = static_cast<std::size_t>(inside - items.begins.begin());
             i < items.begins.size() && items.begins[i] < unit.end; ++i) {
            if (items.ids[i] != wanted) continue;
            const auto after = std::ranges::upper_bound(
                sentences, items.begins[i], {}, [](const Sentence& s) { return s.span.begin; });
            if (after != sentences.begin() && items.begins[i] < std::prev(after)->span.end)
                numbers.push_back(static_cast<std::size_t>(after - sentences.begin()) - 1);
        }
    };
    add(first_.items, first);
    add(second_.items, second);
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    std::string text;
    for (const std::size_t number : numbers) {
        if (!text.empty()) text += " … ";
        writing::append_collapsed(text, sentences[number].span.of(document.text()));
    }
    return text;
}

}  // namespace lede::stats
