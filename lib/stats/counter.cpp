#include "stats/counter.h"

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
}

void Counter::merge(const Counter& other) {
    for (const auto& [name, group] : other.groups_) {
        Group& mine = groups_[name];
        mine.tally.merge(group.tally);
        mine.articles += group.articles;
        mine.words += group.words;
    }
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
    const std::size_t own_cells = cell_names(options_.subject, options_.items).size();
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
    const bool filtered = options_.min_frequency > 1 || options_.min_articles > 1;
    std::size_t left = options_.subject == Subject::kTimeline || options_.top == 0
                           ? group.tally.size()
                           : options_.top;
    for (const Tally::Row& row :
         group.tally.rows(order_of(options_.subject), filtered ? 0 : left)) {
        if (row.count.count < options_.min_frequency || row.count.articles < options_.min_articles)
            continue;
        if (left-- == 0) break;
        std::vector<std::string> cells = split_group(name);
        for (std::string& cell : split_cells(row.key, own_cells)) cells.push_back(std::move(cell));
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
