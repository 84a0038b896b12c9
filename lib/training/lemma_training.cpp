#include "training/lemma_training.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "tokens/lemma_rules.h"
#include "training/tag_labels.h"

namespace lede::training {
namespace {

using tokens::LemmaCase;
using tokens::LemmaKey;
using tokens::LemmaRule;

// A rule that owns its ending, so that maps can hold it.
using RuleKey = std::tuple<std::uint8_t, std::uint8_t, std::string>;

// The rule with the shortest ending that turns `form` into `lemma`; of two case operations that do
// equally well, the one that such words usually take.
RuleKey rule_for(std::string_view form, std::string_view lemma, Upos upos) {
    std::vector<LemmaCase> cases = {LemmaCase::kLower, LemmaCase::kKeep, LemmaCase::kCapitalize};
    if (upos == Upos::kPropn) std::swap(cases[0], cases[1]);
    std::size_t best_common = 0;
    RuleKey best = {static_cast<std::uint8_t>(cases[0]), tokens::kStripAll, std::string(lemma)};
    for (const LemmaCase letter_case : cases) {
        std::string cased;
        tokens::apply_lemma_rule({letter_case, 0, {}}, form, cased);
        if (cased.size() != form.size()) continue;
        const auto split = std::mismatch(cased.begin(), cased.end(), lemma.begin(), lemma.end());
        const auto common = static_cast<std::size_t>(split.first - cased.begin());
        if (common <= best_common || cased.size() - common >= tokens::kStripAll) continue;
        best_common = common;
        best = {static_cast<std::uint8_t>(letter_case),
                static_cast<std::uint8_t>(cased.size() - common),
                std::string(lemma.substr(common))};
    }
    return best;
}

// Words that share their form, tags and case, with the rule most of them take.
struct WordType {
    LemmaKey key;
    std::map<RuleKey, int> votes;
    int count = 0;
    const RuleKey& rule() const {
        return std::max_element(votes.begin(), votes.end(),
                                [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first;
    }
};

std::vector<WordType> collect(std::span<const learning::TreebankDocument> documents) {
    std::vector<WordType> types;
    std::unordered_map<std::uint64_t, std::size_t> index;
    for (const learning::TreebankDocument& document : documents) {
        for (const learning::TreebankSentence& sentence : document.sentences) {
            for (const learning::TreebankWord& word : sentence.words) {
                const std::optional<Upos> upos = upos_of(word.upos);
                const std::optional<Xpos> xpos = xpos_of(word.xpos);
                if (!upos || !xpos || word.lemma.empty() || word.form.empty()) continue;
                LemmaKey key(word.form, *xpos, *upos);
                if (key.has_digit()) continue;
                const auto [at, added] = index.emplace(key.of_form(), types.size());
                if (added) types.push_back({std::move(key), {}, 0});
                WordType& type = types[at->second];
                ++type.votes[rule_for(word.form, word.lemma, *upos)];
                ++type.count;
            }
        }
    }
    return types;
}

class RuleBook {
  public:
    // Number of the rule, from 1.
    std::uint16_t number(const RuleKey& rule) {
        const auto [entry, added] = numbers_.emplace(rule, numbers_.size() + 1);
        if (added) order_.push_back(&entry->first);
        return static_cast<std::uint16_t>(entry->second);
    }
    std::vector<LemmaRule> rules() const {
        std::vector<LemmaRule> rules;
        for (const RuleKey* rule : order_)
            rules.push_back({static_cast<LemmaCase>(std::get<0>(*rule)), std::get<1>(*rule),
                             std::get<2>(*rule)});
        return rules;
    }

  private:
    std::map<RuleKey, std::size_t> numbers_;
    std::vector<const RuleKey*> order_;
};

struct Ending {
    std::map<RuleKey, int> votes;
    std::uint64_t shorter = 0;
    const RuleKey* rule = nullptr;  // what holds for words with this ending
};

}  // namespace

std::string train_lemmas(std::span<const learning::TreebankDocument> documents,
                         const LemmaOptions& options) {
    const std::vector<WordType> types = collect(documents);
    // By size of the ending, so that shorter ones are decided first.
    std::vector<std::map<std::uint64_t, Ending>> endings(tokens::kLongestEnding + 1);
    for (const WordType& type : types) {
        for (std::size_t n = 0; n <= std::min(tokens::kLongestEnding, type.key.form_size()); ++n) {
            Ending& ending = endings[n][type.key.of_ending(n)];
            ++ending.votes[type.rule()];
            if (n > 0) ending.shorter = type.key.of_ending(n - 1);
        }
    }
    RuleBook book;
    tokens::LemmaTables tables;
    for (std::size_t n = 0; n < endings.size(); ++n) {
        for (auto& [key, ending] : endings[n]) {
            const auto best =
                std::max_element(ending.votes.begin(), ending.votes.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; });
            const RuleKey* inherited = n > 0 ? endings[n - 1].at(ending.shorter).rule : nullptr;
            const bool whole_word = std::get<1>(best->first) == tokens::kStripAll;
            const bool own = best->second >= (n == 0 ? 1 : options.min_endings) && !whole_word &&
                             !(inherited && *inherited == best->first);
            ending.rule = own ? &best->first : inherited;
            if (own) tables.endings.emplace_back(key, book.number(best->first));
        }
    }
    for (const WordType& type : types) {
        const std::size_t n = std::min(tokens::kLongestEnding, type.key.form_size());
        const RuleKey* foretold = endings[n].at(type.key.of_ending(n)).rule;
        if (type.count < options.min_count && foretold && *foretold == type.rule()) continue;
        tables.forms.emplace_back(type.key.of_form(), book.number(type.rule()));
    }
    tables.rules = book.rules();
    return make_lemma_rules(tables);
}

}  // namespace lede::training
