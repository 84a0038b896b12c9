#include "stats/quoted_words.h"

#include "stats/units.h"

namespace lede::stats {

void QuotedWords::Side::add(std::uint32_t id, std::uint32_t article) {
    if (id >= words.size()) {
        words.resize(id + 1);
        last_article.resize(id + 1, kNone);
    }
    ++total;
    ++words[id].count;
    if (last_article[id] == article) return;
    last_article[id] = article;
    ++words[id].articles;
}

void QuotedWords::add(const Document& document) {
    reader_.read(document, vocabulary_, items_);
    const auto quotes = units_of(items_.begins, unit_spans(document, Within::kQuote));
    const auto article = static_cast<std::uint32_t>(articles_++);
    for (std::size_t i = 0; i < items_.ids.size(); ++i)
        (quotes[i] == kNone ? around_ : quoted_).add(items_.ids[i], article);
}

void QuotedWords::merge_side(const Side& theirs, const std::vector<std::uint32_t>& number,
                             Side& mine) {
    for (std::size_t id = 0; id < theirs.words.size(); ++id) {
        const std::size_t at = number[id];
        if (at >= mine.words.size()) {
            mine.words.resize(at + 1);
            mine.last_article.resize(at + 1, kNone);
        }
        mine.words[at] += theirs.words[id];
    }
    mine.total += theirs.total;
}

void QuotedWords::merge(const QuotedWords& other) {
    std::vector<std::uint32_t> number(other.vocabulary_.size());
    for (std::uint32_t id = 0; id < number.size(); ++id)
        number[id] = vocabulary_.id_of(other.vocabulary_.word(id));
    merge_side(other.quoted_, number, quoted_);
    merge_side(other.around_, number, around_);
    articles_ += other.articles_;
}

FrequencyList QuotedWords::list_of(const Side& side, const std::string& rule) const {
    FrequencyList list{rule, side.total, articles_, {}};
    for (const std::uint32_t id : vocabulary_.sorted())
        if (id < side.words.size() && side.words[id].count > 0)
            list.rows.push_back({std::string(vocabulary_.word(id)), side.words[id]});
    return list;
}

}  // namespace lede::stats
