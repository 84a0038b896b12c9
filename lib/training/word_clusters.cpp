#include "training/word_clusters.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "text/span.h"

namespace lede::training {
namespace {

struct Neighbour {
    std::uint32_t word;
    std::uint32_t count;
};

// The distinct neighbours of every word on one side, with counts.
class Neighbours {
  public:
    // Requires: `pairs` are (word, neighbour).
    Neighbours(std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs, std::size_t words) {
        std::sort(pairs.begin(), pairs.end());
        begins_.assign(words + 1, 0);
        for (std::size_t i = 0; i < pairs.size();) {
            std::size_t end = i;
            while (end < pairs.size() && pairs[end] == pairs[i]) ++end;
            list_.push_back({pairs[i].second, static_cast<std::uint32_t>(end - i)});
            ++begins_[pairs[i].first + 1];
            i = end;
        }
        std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    }
    std::span<const Neighbour> of(std::size_t word) const {
        return std::span(list_).subspan(begins_[word], begins_[word + 1] - begins_[word]);
    }

  private:
    std::vector<std::size_t> begins_;
    std::vector<Neighbour> list_;
};

// One direction of the model: how often each word has a neighbour of each class.
struct Direction {
    Neighbours neighbours;
    std::vector<std::uint32_t> counts;  // [neighbour word][class]
};

class Exchange {
  public:
    Exchange(std::size_t words, std::size_t classes, std::vector<Direction> directions,
             std::vector<std::uint64_t> word_counts)
        : classes_(classes),
          directions_(std::move(directions)),
          word_counts_(std::move(word_counts)),
          class_of_(words),
          class_counts_(classes, 0),
          gain_(classes) {
        for (std::size_t word = 0; word < words; ++word) class_of_[word] = word % classes;
        for (Direction& direction : directions_) direction.counts.assign(words * classes, 0);
        for (std::size_t word = 0; word < words; ++word) place(word, class_of_[word], +1);
        // n log n of every count that can be common; larger ones are computed.
        for (std::size_t n = 0; n < kTable; ++n)
            entropy_.push_back(n == 0 ? 0.0
                                      : static_cast<double>(n) * std::log(static_cast<double>(n)));
    }

    // Moves every word to its best class; returns how many changed theirs.
    std::size_t sweep() {
        std::size_t moved = 0;
        for (std::size_t word = 0; word < class_of_.size(); ++word) {
            const std::size_t old = class_of_[word];
            place(word, old, -1);
            const std::size_t best = best_class(word, old);
            place(word, best, +1);
            class_of_[word] = best;
            moved += best != old;
        }
        return moved;
    }

    std::size_t class_of(std::size_t word) const { return class_of_[word]; }

  private:
    static constexpr std::size_t kTable = 1U << 16U;

    double entropy(std::uint64_t n) const {
        return n < kTable ? entropy_[n] : static_cast<double>(n) * std::log(static_cast<double>(n));
    }

    void place(std::size_t word, std::size_t cluster, int sign) {
        for (Direction& direction : directions_)
            for (const Neighbour& neighbour : direction.neighbours.of(word))
                direction.counts[neighbour.word * classes_ + cluster] +=
                    static_cast<std::uint32_t>(sign) * neighbour.count;
        class_counts_[cluster] += static_cast<std::uint64_t>(sign) * word_counts_[word];
    }

    // Requires: the word stands in no class.
    std::size_t best_class(std::size_t word, std::size_t old) {
        const std::uint64_t own = word_counts_[word];
        for (std::size_t c = 0; c < classes_; ++c)
            gain_[c] = static_cast<double>(directions_.size()) *
                       (entropy(class_counts_[c]) - entropy(class_counts_[c] + own));
        for (const Direction& direction : directions_) {
            for (const Neighbour& neighbour : direction.neighbours.of(word)) {
                const std::uint32_t* counts = direction.counts.data() + neighbour.word * classes_;
                for (std::size_t c = 0; c < classes_; ++c)
                    if (counts[c] > 0)
                        gain_[c] += entropy(counts[c] + neighbour.count) - entropy(counts[c]) -
                                    entropy(neighbour.count);
            }
        }
        std::size_t best = old;
        for (std::size_t c = 0; c < classes_; ++c)
            if (gain_[c] > gain_[best] + 1e-9) best = c;
        return best;
    }

    std::size_t classes_;
    std::vector<Direction> directions_;
    std::vector<std::uint64_t> word_counts_;
    std::vector<std::size_t> class_of_;
    std::vector<std::uint64_t> class_counts_;
    std::vector<double> gain_;
    std::vector<double> entropy_;
};

}  // namespace

std::uint32_t WordClusterer::id_of(std::string_view word) {
    const auto next = static_cast<std::uint32_t>(counts_.size());
    const auto [entry, added] = ids_.emplace(word, next);
    if (added) counts_.push_back(0);
    return entry->second;
}

void WordClusterer::add(std::span<const std::string_view> words) {
    for (const std::string_view word : words) {
        const std::uint32_t id = id_of(word);
        ++counts_[id];
        text_.push_back(id);
    }
    text_.push_back(kNone);
}

std::vector<std::pair<std::string, std::uint16_t>> WordClusterer::run(
    const std::function<void(int round, std::size_t moved)>& report) {
    // Frequent words first: they shape the classes, and the result does not depend on hash order.
    std::vector<const std::pair<const std::string, std::uint32_t>*> frequent;
    for (const auto& entry : ids_)
        if (counts_[entry.second] >= static_cast<std::uint64_t>(options_.min_count))
            frequent.push_back(&entry);
    std::sort(frequent.begin(), frequent.end(), [&](const auto* a, const auto* b) {
        if (counts_[a->second] != counts_[b->second])
            return counts_[a->second] > counts_[b->second];
        return a->first < b->first;
    });
    std::vector<std::uint32_t> rank(counts_.size(), kNone);
    std::vector<std::uint64_t> counts;
    for (const auto* entry : frequent) {
        rank[entry->second] = static_cast<std::uint32_t>(counts.size());
        counts.push_back(counts_[entry->second]);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> before, after;
    for (std::size_t i = 1; i < text_.size(); ++i) {
        if (text_[i - 1] == kNone || text_[i] == kNone) continue;
        const std::uint32_t a = rank[text_[i - 1]], b = rank[text_[i]];
        if (a == kNone || b == kNone) continue;
        before.emplace_back(b, a);
        after.emplace_back(a, b);
    }
    std::vector<Direction> directions;
    directions.push_back({Neighbours(std::move(before), counts.size()), {}});
    directions.push_back({Neighbours(std::move(after), counts.size()), {}});
    const std::size_t words = counts.size();
    Exchange exchange(words, static_cast<std::size_t>(options_.classes), std::move(directions),
                      std::move(counts));
    for (int round = 1; round <= options_.rounds; ++round) {
        const std::size_t moved = exchange.sweep();
        if (report) report(round, moved);
        if (moved * 1000 < frequent.size()) break;
    }
    std::vector<std::pair<std::string, std::uint16_t>> classes;
    for (std::size_t word = 0; word < frequent.size(); ++word)
        classes.emplace_back(frequent[word]->first,
                             static_cast<std::uint16_t>(exchange.class_of(word) + 1));
    return classes;
}

}  // namespace lede::training
