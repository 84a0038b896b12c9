#include "evaluation/gold.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "evaluation/citation_scores.h"
#include "evaluation/date_scores.h"
#include "evaluation/entity_scores.h"
#include "evaluation/quote_scores.h"
#include "evaluation/timex_scores.h"
#include "evaluation/token_scores.h"

namespace lede::evaluation {
namespace {

// Labels stand behind the token in BIO files.
constexpr std::size_t kLabelColumn = 1;

template <typename Item>
void append(std::vector<Item>& all, std::vector<Item> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

}  // namespace

Gold::Gold(std::string layer, const std::vector<std::string>& paths, const Lexicon& lexicon)
    : layer_(std::move(layer)), lexicon_(lexicon) {
    assert(std::find(kGoldLayers.begin(), kGoldLayers.end(), layer_) != kGoldLayers.end());
    for (const std::string& path : paths) {
        if (layer_ == "tokens")
            append(treebank_, learning::read_conllu(path));
        else if (layer_ == "entities")
            append(bio_, read_bio(path, kLabelColumn));
        else
            append(records_, read_records(path));
    }
}

std::vector<GoldText> Gold::texts() const {
    std::vector<GoldText> texts;
    for (const learning::TreebankDocument& document : treebank_)
        texts.push_back({document.id, document.text, {}});
    for (const BioDocument& document : bio_) texts.push_back({document.id, document.text, {}});
    for (const Record& record : records_)
        texts.push_back({record.id, record.text, record.published});
    return texts;
}

Scores Gold::score(const std::vector<Record>& system) const {
    if (layer_ == "tokens") return score_tokens(treebank_, system);
    if (layer_ == "entities") return score_entities(bio_, system, lexicon_);
    if (layer_ == "names") return score_name_links(records_, system);
    if (layer_ == "dates")
        return has_values(records_) ? score_timexes(records_, system)
                                    : score_intervals(records_, system);
    if (layer_ == "quotes") return score_quotes(records_, system);
    return score_citations(records_, system);
}

}  // namespace lede::evaluation
