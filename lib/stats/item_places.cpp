#include "stats/item_places.h"

namespace lede::stats {

ArticlePlaces read_places(ItemReader& reader, const Document& document) {
    ArticlePlaces article;
    reader.read(document, article.vocabulary, article.items);
    article.bytes = document.text().size();
    article.id = document.article.id;
    return article;
}

void ItemPlaces::add(const ArticlePlaces& article) {
    std::vector<std::uint32_t> number(article.vocabulary.size());
    for (std::uint32_t id = 0; id < number.size(); ++id)
        number[id] = vocabulary_.id_of(article.vocabulary.word(id));
    places_.resize(vocabulary_.size());
    articles_.resize(vocabulary_.size());
    for (const std::uint32_t id : number) ++articles_[id];
    for (std::size_t i = 0; i < article.items.ids.size(); ++i)
        places_[number[article.items.ids[i]]].push_back(bytes_ + article.items.begins[i]);
    if (bytes_ == 0) first_ = article.id;
    last_ = article.id;
    bytes_ += article.bytes;
}

std::vector<PlacedItem> ItemPlaces::most_frequent(std::size_t most, const RowFilter& filter,
                                                  const NameBook& names) const {
    std::vector<RankedRow> ranked;
    for (std::uint32_t id = 0; id < places_.size(); ++id) {
        const std::string_view item = names.name_of(vocabulary_.word(id));
        if (filter.passes(item, {places_[id].size(), articles_[id]}))
            ranked.push_back({static_cast<double>(places_[id].size()), item, id});
    }
    RowFilter order;
    order.top = most;
    rank_rows(ranked, order);
    std::vector<PlacedItem> items;
    for (const RankedRow& row : ranked) {
        PlacedItem& item = items.emplace_back();
        item.item = row.item;
        item.articles = articles_[row.index];
        for (const std::uint64_t place : places_[row.index])
            item.places.push_back(static_cast<double>(place) / static_cast<double>(bytes_));
    }
    return items;
}

}  // namespace lede::stats
