#include "training/sentence_trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <unordered_set>

#include "tokens/word_hash.h"

namespace lede::training {
namespace {

// Nats per unit of a stored weight.
constexpr float kUnit = 1.0F / 24.0F;

tokens::WordCase case_of(std::uint32_t lower, std::uint32_t capital) {
    const double share = static_cast<double>(capital) / (lower + capital);
    if (share < 0.05) return tokens::WordCase::kLower;
    return share > 0.9 ? tokens::WordCase::kCapital : tokens::WordCase::kEither;
}

}  // namespace

SentenceTrainer::SentenceTrainer(const Lexicon& lexicon, SentenceTrainerOptions options)
    : options_(options), lists_(lexicon) {}

void SentenceTrainer::scan(std::string_view text, std::vector<Token>& tokens) {
    tokens.clear();
    tokens::ChunkScanner scanner(lists_, text);
    scanner.scan_block({0, static_cast<std::uint32_t>(text.size())}, tokens);
}

void SentenceTrainer::count_words(std::string_view text) {
    std::vector<Token> tokens;
    scan(text, tokens);
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        const std::string_view word = tokens[i].span.of(text);
        if (tokens::token_shape(tokens[i - 1].span.of(text)) != tokens::kLower) continue;
        const tokens::TokenShape shape = tokens::token_shape(word);
        if (shape != tokens::kLower && shape != tokens::kCapital) continue;
        Counts& counts = counts_[tokens::word_hash(word)];
        ++(shape == tokens::kLower ? counts.lower : counts.capital);
    }
}

void SentenceTrainer::finish_words() {
    if (!word_model_.empty()) return;
    struct Entry {
        std::uint64_t hash;
        Counts counts;
    };
    std::vector<Entry> entries;
    for (const auto& [hash, counts] : counts_)
        if (counts.lower + counts.capital >= options_.min_count) entries.push_back({hash, counts});
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        const std::uint32_t more = a.counts.lower + a.counts.capital;
        const std::uint32_t less = b.counts.lower + b.counts.capital;
        return more != less ? more > less : a.hash < b.hash;
    });
    if (entries.size() > options_.most_words) entries.resize(options_.most_words);
    for (const Entry& entry : entries)
        words_.emplace_back(entry.hash, case_of(entry.counts.lower, entry.counts.capital));
    const std::vector<std::int8_t> no_weights(1, 0);
    word_model_ = tokens::make_boundary_model(no_weights, {}, words_);
}

void SentenceTrainer::add(const TreebankParagraph& paragraph) {
    finish_words();
    const tokens::BoundaryModel model(word_model_);
    std::vector<Token> tokens;
    scan(paragraph.text, tokens);
    if (tokens.empty()) return;
    const std::unordered_set<std::uint32_t> gold(paragraph.sentence_ends.begin(),
                                                 paragraph.sentence_ends.end());
    tokens::SentenceSplitter splitter(lists_, model);
    tokens::FeatureList list;
    std::vector<std::uint32_t> ends;
    const auto append = [this](std::span<const std::uint32_t> hashes) {
        features_.insert(features_.end(), hashes.begin(), hashes.end());
    };
    std::vector<tokens::GapMasks> masks;
    const tokens::BlockView view = tokens::view_block(paragraph.text, tokens, masks);
    splitter.walk(view, ends, [&](const tokens::Gap& gap, const tokens::SentenceSoFar& so_far) {
        splitter.features().extract_first(gap, so_far, model, list);
        append(list);
        first_ends_.push_back(features_.size());
        splitter.features().extract_rest(gap, so_far, model, list);
        append(list);
        kinds_.push_back(static_cast<std::uint8_t>(gap.kind));
        const bool end = gold.contains(tokens[gap.next - 1].span.end);
        feature_ends_.push_back(features_.size());
        is_end_.push_back(end);
        return end;
    });
}

float SentenceTrainer::score(std::size_t begin, std::size_t end) const {
    float sum = 0;
    for (std::size_t f = begin; f < end; ++f) sum += weights_[features_[f]];
    return sum;
}

SentenceProgress SentenceTrainer::run_epoch(std::vector<std::uint32_t>& order, int epoch,
                                            bool first) {
    std::mt19937_64 random(options_.seed * 1000 + static_cast<std::uint64_t>(epoch));
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    double loss = 0, errors = 0;
    for (const std::uint32_t gap : order) {
        const std::size_t begin = gap == 0 ? 0 : feature_ends_[gap - 1];
        const std::size_t end = first ? first_ends_[gap] : feature_ends_[gap];
        const float target = is_end_[gap] ? 1.0F : 0.0F;
        const float sum = score(begin, end);
        const float probability = 1.0F / (1.0F + std::exp(-sum));
        loss -= std::log(std::max(1e-9F, is_end_[gap] ? probability : 1.0F - probability));
        errors += (sum > 0) != is_end_[gap];
        for (std::size_t f = begin; f < end; ++f) {
            if (features_[f] + 1 == weights_.size()) continue;
            float& weight = weights_[features_[f]];
            float& squares = squares_[features_[f]];
            const float gradient = probability - target + options_.l2 * weight;
            squares += gradient * gradient;
            weight -= options_.rate * gradient / (std::sqrt(squares) + 1e-3F);
        }
    }
    const auto count = static_cast<double>(std::max<std::size_t>(order.size(), 1));
    return {epoch, loss / count, errors / count, order.size()};
}

std::vector<std::int8_t> SentenceTrainer::quantised() const {
    std::vector<std::int8_t> out;
    for (const float weight : std::span(weights_).first(weights_.size() - 1))
        out.push_back(
            static_cast<std::int8_t>(std::clamp(std::lround(weight / kUnit), -127L, 127L)));
    return out;
}

// By kind of gap, the first score that all but a small share of its sentence ends reach.
tokens::LeastFirstScores SentenceTrainer::least_first_scores(
    const std::vector<std::int8_t>& weights) const {
    std::array<std::vector<int>, tokens::kGapKinds> scores;
    for (std::size_t gap = 0; gap < is_end_.size(); ++gap) {
        if (!is_end_[gap]) continue;
        int sum = 0;
        for (std::size_t f = gap == 0 ? 0 : feature_ends_[gap - 1]; f < first_ends_[gap]; ++f)
            if (features_[f] < weights.size()) sum += weights[features_[f]];
        scores[kinds_[gap]].push_back(sum);
    }
    tokens::LeastFirstScores least{};
    for (std::size_t kind = 0; kind < least.size(); ++kind) {
        if (scores[kind].empty()) continue;
        std::sort(scores[kind].begin(), scores[kind].end());
        const bool word = kind == static_cast<std::size_t>(tokens::GapKind::kAfterLetters);
        const double lost = (word ? options_.lost_word_ends : options_.lost_ends) *
                            static_cast<double>(scores[kind].size());
        least[kind] = static_cast<std::int16_t>(scores[kind][static_cast<std::size_t>(lost)]);
    }
    return least;
}

// Turns hashes into places of weights. Rare features, which would only explain single gaps, share a
// place that is never stored.
void SentenceTrainer::fold_features() {
    const auto count = static_cast<std::uint32_t>(std::size_t{1} << options_.weight_bits);
    std::unordered_map<std::uint32_t, std::uint32_t> seen;
    for (const std::uint32_t feature : features_) ++seen[feature];
    for (std::uint32_t& feature : features_)
        feature = seen[feature] < options_.min_features ? count : feature & (count - 1);
    weights_.assign(count + 1, 0.0F);
    squares_.assign(count + 1, 0.0F);
}

std::string SentenceTrainer::train(const std::function<void(const SentenceProgress&)>& report) {
    finish_words();
    fold_features();
    std::vector<float> sums(weights_.size(), 0.0F);
    std::vector<std::uint32_t> order(is_end_.size());
    std::iota(order.begin(), order.end(), 0U);
    for (int epoch = 1; epoch <= options_.epochs; ++epoch) {
        // The first features begin alone, so that they can tell most gaps alone.
        const SentenceProgress progress = run_epoch(order, epoch, epoch <= options_.first_epochs);
        if (report) report(progress);
        // The mean over the second half of the epochs is steadier than the last one.
        if (2 * epoch <= options_.epochs) continue;
        for (std::size_t i = 0; i < weights_.size(); ++i) sums[i] += weights_[i];
    }
    const auto half = options_.epochs / 2;
    const auto summed = static_cast<float>(options_.epochs - half);
    for (std::size_t i = 0; i < weights_.size(); ++i) weights_[i] = sums[i] / summed;
    const std::vector<std::int8_t> weights = quantised();
    return tokens::make_boundary_model(weights, least_first_scores(weights), words_);
}

}  // namespace lede::training
