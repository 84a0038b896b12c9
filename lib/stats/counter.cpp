#include "stats/counter.h"

#include <algorithm>

namespace lede::stats {
namespace {

Tally::Order order_of(Subject subject) {
    if (subject == Subject::kQuotes) return Tally::Order::kWeight;
    if (subject == Subject::kTimeline || subject == Subject::kSummary) return Tally::Order::kKey;
    return Tally::Order::kCount;
}

}  // namespace

void Counter::add(const Document& document) {
    Group& group = groups_[options_.by.group_of(document.article)];
    ++group.articles;
    group.words += count_words(document, make_span(0, document.text().size()));
    group.tally.add_article(collect(options_.subject, document, options_.items));
    note_names(document);
}

void Counter::note_names(const Document& document) {
    if (options_.subject == Subject::kEntities) names_.add(document);
    if (options_.subject != Subject::kCitations) return;
    // That of a part, "First Amendment", is not the work's: no title counts, too.
    for (const Citation& citation : document.citations)
        ++titles_[std::string(citation_key(document, citation, options_.items))][citation.title];
}

void Counter::merge(const Counter& other) {
    for (const auto& [name, group] : other.groups_) {
        Group& mine = groups_[name];
        mine.tally.merge(group.tally);
        mine.articles += group.articles;
        mine.words += group.words;
    }
    names_.merge(other.names_);
    for (const auto& [id, titles] : other.titles_)
        for (const auto& [title, count] : titles) titles_[id][title] += count;
}

// One thing has one name in all groups: the most frequent, the first of several.
std::vector<std::string> Counter::item_cells(std::string_view key) const {
    if (options_.subject == Subject::kCitations) {
        const auto most =
            std::ranges::max_element(titles_.find(key)->second, {},
                                     &std::map<std::string, std::uint64_t>::value_type::second);
        return {std::string(key), most->first};
    }
    if (options_.subject != Subject::kEntities)
        return split_cells(key, cell_names(options_.subject, options_.items).size());
    const NamedThing& thing = names_.things().find(key)->second;
    return {thing.name(), std::string(name_of(thing.type())), thing.link()};
}

Table Counter::table() const {
    Table table;
    for (const std::string& name : options_.by.names()) table.add_column(name, false);
    for (const std::string_view name : cell_names(options_.subject, options_.items))
        table.add_column(name, false);
    const bool quotes = options_.subject == Subject::kQuotes;
    table.add_column(quotes ? "quotes" : "count", true);
    if (quotes) {
        table.add_column("words", true);
        table.add_column("share", true);
    }
    for (const char* name :
         {"articles", "per_1000_articles", "per_million_words", "of_articles", "of_words"})
        table.add_column(name, true);
    for (const auto& [name, group] : groups_) append_rows(name, group, table);
    return table;
}

void Counter::append_rows(const std::string& name, const Group& group, Table& table) const {
    const Count total = group.tally.total();
    if (options_.subject == Subject::kSummary) {
        for (const auto& [what, count] :
             {std::pair{"articles", group.articles}, std::pair{"words", group.words}}) {
            std::vector<std::string> cells = split_group(name);
            cells.insert(cells.end(),
                         {what, std::to_string(count), std::to_string(group.articles)});
            append_rates(count, group, cells);
            table.rows.push_back(std::move(cells));
        }
    }
    for (const Tally::Row& row : chosen_rows(group.tally)) {
        std::vector<std::string> cells = split_group(name);
        for (std::string& cell : item_cells(row.key)) cells.push_back(std::move(cell));
        cells.push_back(std::to_string(row.count.count));
        if (options_.subject == Subject::kQuotes) {
            cells.push_back(std::to_string(row.count.weight));
            cells.push_back(rate_cell(row.count.weight, 1, total.weight));
        }
        cells.push_back(std::to_string(row.count.articles));
        append_rates(row.count.count, group, cells);
        table.rows.push_back(std::move(cells));
    }
}

// Those that pass the minima, the first `top` of them. Of a timeline the highest, in time's order.
std::vector<Tally::Row> Counter::chosen_rows(const Tally& tally) const {
    const Tally::Order order = order_of(options_.subject);
    const bool cut = options_.top > 0 && options_.subject != Subject::kSummary;
    const bool filtered = options_.min_frequency > 1 || options_.min_articles > 1 ||
                          !options_.terms.empty() || options_.ascending;
    const bool by_key = order == Tally::Order::kKey;
    std::vector<Tally::Row> rows = tally.rows(cut && by_key ? Tally::Order::kCount : order,
                                              cut && !filtered ? options_.top : 0);
    std::erase_if(rows, [&](const Tally::Row& row) {
        return row.count.count < options_.min_frequency ||
               row.count.articles < options_.min_articles || !is_asked(row.key);
    });
    if (options_.ascending) std::ranges::reverse(rows);
    if (cut && rows.size() > options_.top) rows.resize(options_.top);
    if (cut && by_key) {
        std::ranges::sort(rows, {}, &Tally::Row::key);
        if (options_.ascending) std::ranges::reverse(rows);
    }
    return rows;
}

// Whether one of the item's cells, a name, a title or a link, is among the terms.
bool Counter::is_asked(std::string_view key) const {
    const auto& terms = options_.terms;
    return terms.empty() || std::ranges::any_of(item_cells(key), [&](const std::string& cell) {
               return std::ranges::find(terms, cell) != terms.end();
           });
}

std::vector<std::string> Counter::split_group(const std::string& name) const {
    return options_.by.empty() ? std::vector<std::string>()
                               : split_cells(name, options_.by.names().size());
}

void Counter::append_rates(std::uint64_t count, const Group& group,
                           std::vector<std::string>& cells) {
    cells.push_back(rate_cell(count, 1000, group.articles));
    cells.push_back(rate_cell(count, 1e6, group.words));
    cells.push_back(std::to_string(group.articles));
    cells.push_back(std::to_string(group.words));
}

}  // namespace lede::stats
