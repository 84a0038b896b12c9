#include "stats/cooccurrence.h"

#include <algorithm>

namespace lede::stats {
namespace {

bool is_annotation(ItemKind kind) { return kind >= ItemKind::kEntities; }

// Names go by their keys; how two things are called does not make them two.
CooccurrenceOptions by_key(CooccurrenceOptions options) {
    options.first.by_key = options.second.by_key = true;
    return options;
}

// Calls `use(a, b)` for each pair of things of one unit. Of one kind, each pair comes once.
template <typename Use>
void for_each_pair(const Standing& left, const Standing& right, bool one_kind, Use use) {
    auto from = right.begin();
    for (auto a = left.begin(); a != left.end(); ++a) {
        while (from != right.end() && from->first < a->first) ++from;
        const auto begin = one_kind ? right.begin() + (a - left.begin()) + 1 : from;
        for (auto b = begin; b != right.end() && b->first == a->first; ++b)
            use(a->second, b->second);
    }
}

void sort_out(Standing& pairs) {
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

// The same by quotation: its pieces are one.
Standing by_quotation(Standing standing, const std::vector<Quote>& quotes) {
    for (auto& [unit, id] : standing) unit = quotes[unit].group;
    sort_out(standing);
    return standing;
}

}  // namespace

Layers layers_of(const CooccurrenceOptions& options) {
    Layers layers =
        layers_of(options.first) | layers_of(options.second) | layers_of(options.within);
    if (is_annotation(options.first.kind) || is_annotation(options.second.kind))
        layers = layers | Layers{Layer::kQuotes};
    return layers;
}

Standing standing_in(const std::vector<Span>& units, const ItemSequence& items) {
    const auto numbers = units_of(items.begins, units);
    Standing standing;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (numbers[i] != kNone) standing.emplace_back(numbers[i], items.ids[i]);
    sort_out(standing);
    return standing;
}

Cooccurrence::Cooccurrence(CooccurrenceOptions options)
    : options_(by_key(options)),
      one_kind_(options.first.kind == options.second.kind),
      first_(options_.first),
      second_(options_.second) {}

void Cooccurrence::Side::read(const Document& document, const std::vector<Span>& spans) {
    reader.read(document, vocabulary, items);
    standing = standing_in(spans, items);
    units.resize(vocabulary.size());
    for (const auto& [unit, id] : standing) ++units[id];
}

void Cooccurrence::add(const Document& document) {
    const std::vector<Span> spans = unit_spans(document, options_.within);
    units_ += spans.size();
    first_.read(document, spans);
    if (!one_kind_) second_.read(document, spans);
    Standing in_article;  // pairs, in place of a unit and a thing
    for_each_pair(first_.standing, second().standing, one_kind_,
                  [&](std::uint32_t a, std::uint32_t b) {
                      pairs_.add(a, b);
                      in_article.emplace_back(a, b);
                  });
    sort_out(in_article);
    for (const auto& [a, b] : in_article) articles_.add(a, b);
    if (!in_article.empty()) add_quotes(document);
    if (options_.first.kind == ItemKind::kEntities || options_.second.kind == ItemKind::kEntities)
        names_.add(document);
}

void Cooccurrence::add_quotes(const Document& document) {
    if (document.quotes.empty()) return;
    const std::vector<Span> spans = unit_spans(document, Within::kQuote);
    const auto quoted = [&](const Side& side) {
        return by_quotation(standing_in(spans, side.items), document.quotes);
    };
    const Standing left = quoted(first_);
    for_each_pair(left, one_kind_ ? left : quoted(second_), one_kind_,
                  [&](std::uint32_t a, std::uint32_t b) { quotes_.add(a, b); });
}

std::vector<std::uint32_t> Cooccurrence::Side::merge(const Side& other) {
    std::vector<std::uint32_t> number(other.vocabulary.size());
    for (std::uint32_t id = 0; id < number.size(); ++id)
        number[id] = vocabulary.id_of(other.vocabulary.word(id));
    units.resize(vocabulary.size());
    for (std::size_t id = 0; id < other.units.size(); ++id) units[number[id]] += other.units[id];
    return number;
}

void Cooccurrence::merge(const Cooccurrence& other) {
    const auto left = first_.merge(other.first_);
    const auto right = one_kind_ ? left : second_.merge(other.second_);
    const auto add_all = [&](PairTable theirs, PairTable& mine) {
        theirs.finish();
        theirs.for_each([&](std::uint32_t a, std::uint32_t b, std::uint64_t count) {
            mine.add(left[a], right[b], count);
        });
    };
    add_all(other.pairs_, pairs_);
    add_all(other.articles_, articles_);
    add_all(other.quotes_, quotes_);
    names_.merge(other.names_);
    units_ += other.units_;
}

Cooccurrence::Keys Cooccurrence::keys_of(std::uint32_t a, std::uint32_t b) const {
    Keys keys{first_.vocabulary.word(a), second().vocabulary.word(b)};
    const auto place = [&](std::string_view key) { return std::pair(names_.name_of(key), key); };
    if (one_kind_ && place(keys.second) < place(keys.first)) std::swap(keys.first, keys.second);
    return keys;
}

// Numbers depend on the order of the input: a pair without direction is put in that of its names,
// and both of its orders are one.
std::map<Cooccurrence::Keys, Together> Cooccurrence::all_pairs() {
    for (PairTable* table : {&pairs_, &articles_, &quotes_}) table->finish();
    std::map<Keys, Together> found;
    pairs_.for_each([&](std::uint32_t a, std::uint32_t b, std::uint64_t count) {
        const Keys keys = keys_of(a, b);
        if (keys.first == keys.second) return;  // a law by its name, and that it is cited
        std::uint64_t units_a = first_.units[a], units_b = second().units[b];
        if (keys.first != first_.vocabulary.word(a)) std::swap(units_a, units_b);
        Together& pair = found[keys];
        pair.first = names_.name_of(keys.first);
        pair.second = names_.name_of(keys.second);
        pair.first_key = keys.first;
        pair.second_key = keys.second;
        pair.units = Contingency::of_pair(pair.units.a + count, units_a, units_b, units_);
    });
    const auto add = [&](const PairTable& table, std::uint64_t Together::*sum) {
        table.for_each([&](std::uint32_t a, std::uint32_t b, std::uint64_t count) {
            const auto pair = found.find(keys_of(a, b));
            if (pair != found.end()) pair->second.*sum += count;
        });
    };
    add(articles_, &Together::articles);
    add(quotes_, &Together::quotes);
    return found;
}

std::vector<Together> Cooccurrence::pairs(const RowFilter& filter, const AssociationMeasure& rank,
                                          const AssociationOptions& scores) {
    struct Ranked {
        double score;
        Together pair;
    };
    std::vector<Ranked> ranked;
    for (const auto& [keys, pair] : all_pairs())
        if (pair.units.a >= filter.min_frequency && pair.articles >= filter.min_articles &&
            (filter.passes(pair.first) || filter.passes(pair.second)))
            ranked.push_back({rank.score(pair.units, scores), pair});
    std::stable_sort(ranked.begin(), ranked.end(), [&](const Ranked& a, const Ranked& b) {
        if (a.score != b.score) return filter.ascending ? a.score < b.score : a.score > b.score;
        return std::pair(a.pair.first, a.pair.second) < std::pair(b.pair.first, b.pair.second);
    });
    if (filter.top > 0 && filter.top < ranked.size()) ranked.resize(filter.top);
    std::vector<Together> rows;
    rows.reserve(ranked.size());
    for (const Ranked& row : ranked) rows.push_back(row.pair);
    return rows;
}

Table cooccurrence_table(const std::vector<Together>& pairs,
                         const std::vector<const AssociationMeasure*>& measures,
                         const AssociationOptions& scores, std::string_view first_name,
                         std::string_view second_name) {
    Table table;
    table.add_column(first_name, false);
    table.add_column(second_name, false);
    for (const char* name :
         {"count", "articles", "quotes", "expected", "first_count", "second_count"})
        table.add_column(name, true);
    for (const AssociationMeasure* measure : measures) table.add_column(measure->is.name, true);
    table.add_column("of_units", true);
    for (const Together& pair : pairs) {
        std::vector<std::string> cells = {
            std::string(pair.first),         std::string(pair.second),
            std::to_string(pair.units.a),    std::to_string(pair.articles),
            std::to_string(pair.quotes),     number_cell(pair.units.expected_a()),
            number_cell(pair.units.row_1()), number_cell(pair.units.column_1())};
        for (const AssociationMeasure* measure : measures)
            cells.push_back(number_cell(measure->score(pair.units, scores)));
        cells.push_back(number_cell(pair.units.total()));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace lede::stats
