#include "training/word_fact_builder.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <utility>
#include <vector>

#include "entities/letter_case.h"
#include "learning/feature_sequence.h"
#include "text/unicode.h"

namespace lede::training {
namespace {

// Names are listed in more organisations than this for a word to count as a word of theirs.
constexpr std::uint32_t kFewOrganisations = 3;
// Below this many occurrences nothing is said about how a word is written.
constexpr std::uint32_t kFewOccurrences = 5;
constexpr std::uint32_t kFarMore = 8;

// The columns of the lines of a TSV file that are no comments.
template <typename Row>
void read_rows(const std::filesystem::path& path, Row&& row) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error(path.string() + ": cannot open");
    std::string line;
    while (std::getline(in, line)) {
        if (line.empty() || line.front() == '#') continue;
        std::vector<std::string_view> cells;
        std::string_view rest = line;
        for (std::size_t tab = 0; (tab = rest.find('\t')) != rest.npos; rest.remove_prefix(tab + 1))
            cells.push_back(rest.substr(0, tab));
        cells.push_back(rest);
        row(cells);
    }
}

bool lists(std::string_view cell, std::string_view list) {
    for (std::size_t at = 0; at <= cell.size();) {
        const std::size_t comma = std::min(cell.find(',', at), cell.size());
        if (cell.substr(at, comma - at) == list) return true;
        at = comma + 1;
    }
    return false;
}

std::vector<std::string> folded_words(std::string_view name) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t blank = std::min(name.find(' ', at), name.size());
        if (blank > at) words.push_back(unicode::fold(name.substr(at, blank - at)));
        at = blank + 1;
    }
    return words;
}

}  // namespace

void WordFactBuilder::add_gazetteers(const std::filesystem::path& folder) {
    read_rows(folder / "first_names.tsv", [&](const auto& cells) {
        words_[unicode::fold(cells[0])].bits |=
            lists(cells.at(1), "us") ? entities::kGivenName : entities::kGivenNameWorld;
    });
    read_rows(folder / "surnames.tsv", [&](const auto& cells) {
        words_[unicode::fold(cells[0])].bits |=
            lists(cells.at(1), "us") ? entities::kSurname : entities::kSurnameWorld;
    });
    read_rows(folder / "cities.tsv", [&](const auto& cells) {
        const auto words = folded_words(cells[0]);
        for (const std::string& word : words)
            words_[word].bits |= words.size() == 1 ? entities::kCityName : entities::kPlaceWord;
    });
    read_rows(folder / "organisations.tsv", [&](const auto& cells) {
        for (const std::string& word : folded_words(cells[0])) ++words_[word].organisations;
    });
}

void WordFactBuilder::count(const Document& document, const Sentence& sentence) {
    if (entities::is_caseless(document, sentence)) return;
    for (auto i = sentence.first_token; i < sentence.last_token; ++i) {
        const std::string_view text = document.token_text(i);
        if (!entities::begins_with_letter(text)) continue;
        const bool capital = entities::begins_with_capital(text);
        if (capital && i == sentence.first_token) continue;
        Word& word = words_[unicode::fold(text)];
        ++(capital ? word.capital : word.small);
    }
}

void WordFactBuilder::add(Article article) {
    Document document;
    document.article = std::move(article);
    tokenizer_.tokenize(document.article, document.tokens, document.sentences);
    std::vector<std::string> folded;
    std::vector<std::string_view> views;
    for (const Sentence& sentence : document.sentences) {
        count(document, sentence);
        folded.clear();
        for (auto i = sentence.first_token; i < sentence.last_token; ++i)
            folded.push_back(unicode::fold(document.token_text(i)));
        views.assign(folded.begin(), folded.end());
        clusterer_.add(views);
    }
}

std::string WordFactBuilder::build(const std::function<void(int, std::size_t)>& report) {
    for (const auto& [word, cluster] : clusterer_.run(report)) words_[word].cluster = cluster;
    std::vector<std::pair<std::uint64_t, entities::WordFacts>> facts;
    for (const auto& [text, word] : words_) {
        std::uint16_t bits = word.bits;
        if (word.organisations > kFewOrganisations) bits |= entities::kOrgWord;
        if (word.small + word.capital >= kFewOccurrences) {
            if (word.small > kFarMore * word.capital)
                bits |= entities::kSmallWord;
            else if (word.capital > kFarMore * word.small)
                bits |= entities::kCapitalWord;
            else
                bits |= entities::kMixedWord;
        }
        if (bits == 0 && word.cluster == 0) continue;
        facts.push_back({learning::hash_bytes(text), {word.cluster, bits}});
    }
    std::ranges::sort(facts, {}, [](const auto& entry) { return entry.first; });
    return make_word_facts(facts);
}

}  // namespace lede::training
