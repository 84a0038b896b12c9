#include "stats/part_corpus.h"

#include <re2/re2.h>

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace lede::stats {

PartCutter::PartCutter(const std::string& expression) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    expression_ = std::make_unique<re2::RE2>(expression, options);
    if (!expression_->ok()) throw std::invalid_argument(expression_->error());
}

PartCutter::~PartCutter() = default;

void PartCutter::cut(std::string_view text, ArticleItems& article) const {
    ItemSequence kept;
    const ItemSequence& all = article.items;
    std::size_t next = 0;  // item
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const bool heads = re2::RE2::PartialMatch(
            re2::StringPiece(text.data() + begin, end - begin), *expression_);
        if (heads) article.cuts.push_back(kept.ids.size());
        for (; next < all.ids.size() && all.begins[next] < end; ++next) {
            if (heads) continue;
            kept.ids.push_back(all.ids[next]);
            kept.begins.push_back(all.begins[next]);
        }
        begin = end + 1;
    }
    article.items = std::move(kept);
}

std::uint32_t PartCorpus::part_of(const std::string& group) {
    const std::uint32_t number = groups_.id_of(group);
    if (number == part_of_group_.size()) {
        part_of_group_.push_back(static_cast<std::uint32_t>(parts_.size()));
        parts_.push_back({group});
    }
    return part_of_group_[number];
}

void PartCorpus::add(const ArticleItems& article) {
    std::vector<std::uint32_t> ids(article.items.ids.size());
    std::vector<std::uint32_t> number(article.vocabulary.size());
    for (std::uint32_t id = 0; id < number.size(); ++id)
        number[id] = vocabulary_.id_of(article.vocabulary.word(id));
    std::transform(article.items.ids.begin(), article.items.ids.end(), ids.begin(),
                   [&](std::uint32_t id) { return number[id]; });
    if (article.cuts.empty()) return add_stretch(ids, part_of(article.group));
    std::vector<std::size_t> ends(article.cuts.begin(), article.cuts.end());
    ends.push_back(ids.size());
    std::size_t begin = 0;
    for (std::size_t i = 0; i < ends.size(); begin = ends[i++]) {
        if (i == 0 && ends[0] == 0) continue;  // nothing before the first heading
        const std::string name = article.group + "#" + std::to_string(ends[0] == 0 ? i : i + 1);
        const auto from = ids.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto to = ids.begin() + static_cast<std::ptrdiff_t>(ends[i]);
        add_stretch({from, to}, part_of(name));
    }
}

void PartCorpus::add_stretch(const std::vector<std::uint32_t>& ids, std::uint32_t part) {
    parts_[part].size += ids.size();
    total_ += ids.size();
    frequencies_.resize(vocabulary_.size());
    for (const std::uint32_t id : ids) ++frequencies_[id];
    if (with_positions_) stream_.insert(stream_.end(), ids.begin(), ids.end());
    std::vector<std::uint32_t> sorted = ids;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 0; i < sorted.size();) {
        const std::size_t begin = i;
        while (i < sorted.size() && sorted[i] == sorted[begin]) ++i;
        entries_.push_back({sorted[begin], {part, static_cast<std::uint32_t>(i - begin)}});
    }
}

void PartCorpus::add_part(std::string name, std::uint64_t size) {
    parts_.push_back({std::move(name), size});
    total_ += size;
}

void PartCorpus::add_count(std::string_view item, std::uint32_t part, std::uint32_t count) {
    const std::uint32_t id = vocabulary_.id_of(item);
    frequencies_.resize(vocabulary_.size());
    frequencies_[id] += count;
    if (count > 0) entries_.push_back({id, {part, count}});
}

void PartCorpus::finish() {
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        return a.id != b.id ? a.id < b.id : a.posting.part < b.posting.part;
    });
    first_entry_.assign(vocabulary_.size() + 1, 0);
    for (const Entry& entry : entries_) ++first_entry_[entry.id + 1];
    std::partial_sum(first_entry_.begin(), first_entry_.end(), first_entry_.begin());
    if (!with_positions_) return;
    first_position_.assign(vocabulary_.size() + 1, 0);
    for (const std::uint32_t id : stream_) ++first_position_[id + 1];
    std::partial_sum(first_position_.begin(), first_position_.end(), first_position_.begin());
    positions_.resize(stream_.size());
    std::vector<std::size_t> next = first_position_;
    for (std::size_t at = 0; at < stream_.size(); ++at) positions_[next[stream_[at]]++] = at;
}

std::vector<PartCorpus::Posting> PartCorpus::postings(std::uint32_t id) const {
    std::vector<Posting> postings;
    for (std::size_t i = first_entry_[id]; i < first_entry_[id + 1]; ++i) {
        const Posting& posting = entries_[i].posting;
        // A part that is several articles has an entry for each.
        if (!postings.empty() && postings.back().part == posting.part)
            postings.back().count += posting.count;
        else
            postings.push_back(posting);
    }
    return postings;
}

Spread PartCorpus::spread(std::uint32_t id) const {
    Spread spread;
    spread.counts.resize(parts_.size());
    for (const Part& part : parts_) spread.sizes.push_back(part.size);
    for (const Posting& posting : postings(id)) spread.counts[posting.part] = posting.count;
    if (with_positions_) {
        const auto at = [&](std::size_t i) {
            return positions_.begin() + static_cast<std::ptrdiff_t>(first_position_[i]);
        };
        spread.positions.assign(at(id), at(id + 1));
    }
    return spread;
}

}  // namespace lede::stats
