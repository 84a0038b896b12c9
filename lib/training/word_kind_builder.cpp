#include "training/word_kind_builder.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "learning/feature_sequence.h"
#include "learning/word_classes.h"
#include "tokens/tag_features.h"
#include "tokens/word_kinds.h"

namespace lede::training {
namespace {

// Words of names and case counts must be seen this often, words of the dictionary once.
constexpr std::uint32_t kFewOccurrences = 5;
// Fewer uses in the sense-tagged corpus do not tell what a word mostly is.
constexpr std::uint32_t kFewUses = 3;

struct Part {
    std::string_view name;
    std::uint16_t base_bit;
    std::uint16_t form_bit;  // of an irregular form that has no bit of its own
};
constexpr std::array<Part, 4> kParts = {{{"noun", tokens::kNounBase, tokens::kNounPlural},
                                         {"verb", tokens::kVerbBase, tokens::kVerbPast},
                                         {"adj", tokens::kAdjective, tokens::kAdjective},
                                         {"adv", tokens::kAdverb, tokens::kAdverb}}};

const Part& part_named(std::string_view name) {
    const auto found = std::find_if(kParts.begin(), kParts.end(),
                                    [&](const Part& part) { return part.name == name; });
    if (found == kParts.end())
        throw std::runtime_error("unknown part of speech \"" + std::string(name) + '"');
    return *found;
}

std::uint16_t form_named(std::string_view name) {
    if (name == "plural") return tokens::kNounPlural;
    if (name == "third") return tokens::kVerbThird;
    if (name == "past") return tokens::kVerbPast;
    if (name == "ing") return tokens::kVerbIng;
    if (name == "degree") return tokens::kAdjective;
    throw std::runtime_error("unknown form of words \"" + std::string(name) + '"');
}

// The lines of a file that do not begin with a space, by their words.
template <typename Use>
void read_lines(const std::filesystem::path& path, Use use) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error(path.string() + ": cannot open");
    std::string line;
    while (std::getline(in, line)) {
        if (line.empty() || line.front() == ' ') continue;
        std::istringstream words(line);
        std::vector<std::string> cells;
        for (std::string word; words >> word;) cells.push_back(word);
        use(cells);
    }
}

bool is_one_word(std::string_view word) { return word.find_first_of("_0123456789") == word.npos; }

std::uint16_t naming_of(std::uint16_t facts) {
    std::uint16_t bits = 0;
    if (facts & entities::kSmallWord) bits |= tokens::kSmall;
    if (facts & entities::kCapitalWord) bits |= tokens::kCapitalized;
    if (facts & entities::kMixedWord) bits |= tokens::kEitherCase;
    if (facts & (entities::kGivenName | entities::kGivenNameWorld)) bits |= tokens::kGiven;
    if (facts & (entities::kSurname | entities::kSurnameWorld)) bits |= tokens::kFamily;
    if (facts & (entities::kCityName | entities::kPlaceWord)) bits |= tokens::kPlace;
    if (facts & entities::kOrgWord) bits |= tokens::kOrganization;
    return bits;
}

}  // namespace

WordKindBuilder::WordKindBuilder(const Lexicon& lexicon)
    : tokenizer_(lexicon), facts_(lexicon.file("entities/words.model")) {
    const lexicon::Table table = lexicon.table("tokens/detachments");
    const std::uint32_t base = table.column("base"), part = table.column("part"),
                        form = table.column("form");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const std::string_view put_on = table.cell(row, base);
        detachments_.push_back({table.cell(row, 0), put_on == "-" ? "" : put_on,
                                part_named(table.cell(row, part)).base_bit,
                                form_named(table.cell(row, form))});
    }
}

void WordKindBuilder::add_dictionary(const std::filesystem::path& folder) {
    for (const Part& part : kParts) {
        const std::string name(part.name);
        read_lines(folder / ("index." + name), [&](const std::vector<std::string>& cells) {
            if (is_one_word(cells[0])) dictionary_[cells[0]].bits |= part.base_bit;
        });
        read_lines(folder / (name + ".exc"), [&](const std::vector<std::string>& cells) {
            if (!is_one_word(cells[0])) return;
            const bool ing = part.base_bit == tokens::kVerbBase && cells[0].ends_with("ing");
            Entry& entry = dictionary_[cells[0]];
            entry.bits |= ing ? std::uint16_t{tokens::kVerbIng} : part.form_bit;
            for (std::size_t i = 1; i < cells.size(); ++i)
                entry.bases.emplace_back(cells[i], part.base_bit);
        });
    }
    // "talk%2:32:00:: 1 40": part of speech 2, used 40 times
    read_lines(folder / "cntlist.rev", [&](const std::vector<std::string>& cells) {
        const std::size_t percent = cells[0].find('%');
        if (percent == std::string::npos || percent + 1 >= cells[0].size() || cells.size() < 3)
            return;
        const std::string_view numbers = "12345";  // 5: adjectives again
        const std::size_t number = numbers.find(cells[0][percent + 1]);
        if (number == numbers.npos) return;
        const std::size_t part = number == 4 ? 2 : number;
        dictionary_[cells[0].substr(0, percent)].uses[kParts[part].base_bit] +=
            static_cast<std::uint32_t>(std::stoul(cells[2]));
    });
}

void WordKindBuilder::add(const Article& article) {
    tokens_.clear();
    tokenizer_.tokenize(article, tokens_);
    std::string folded;
    for (const Token& token : tokens_) {
        tokens::fold_word(token.span.of(article.text), folded);
        ++counts_[folded];
    }
}

const WordKindBuilder::Entry* WordKindBuilder::entry_of(std::string_view word) const {
    const auto found = dictionary_.find(std::string(word));
    return found == dictionary_.end() ? nullptr : &found->second;
}

template <typename Use>
void WordKindBuilder::for_each_base(std::string_view word, Use use) const {
    for (const Detachment& detachment : detachments_) {
        if (word.size() < detachment.ending.size() + 2 || !word.ends_with(detachment.ending))
            continue;
        std::string base(word.substr(0, word.size() - detachment.ending.size()));
        base += detachment.base;
        const Entry* const entry = entry_of(base);
        if (entry && entry->bits & detachment.base_bit) use(*entry, detachment);
    }
}

std::uint16_t WordKindBuilder::grammar_of(std::string_view word) const {
    const Entry* const own = entry_of(word);
    unsigned bits = own ? own->bits : 0U;
    for_each_base(word, [&](const Entry&, const Detachment& d) { bits |= d.form_bit; });
    return static_cast<std::uint16_t>(bits);
}

// The part of speech that the sense-tagged corpus uses the word for most, in its own form or as a
// form of other words: "said" is mostly a verb because "say" is.
std::uint16_t WordKindBuilder::mostly_of(std::string_view word) const {
    std::map<std::uint16_t, std::uint32_t> uses;
    const auto add = [&](const Entry& entry, std::uint16_t part) {
        const auto found = entry.uses.find(part);
        if (found != entry.uses.end()) uses[part] += found->second;
    };
    if (const Entry* const own = entry_of(word)) {
        for (const Part& part : kParts) add(*own, part.base_bit);
        for (const auto& [base, part] : own->bases)
            if (const Entry* const entry = entry_of(base)) add(*entry, part);
    }
    for_each_base(word, [&](const Entry& base, const Detachment& d) { add(base, d.base_bit); });
    std::uint32_t total = 0, most = 0;
    unsigned mostly = 0;
    for (unsigned part = 0; part < kParts.size(); ++part) {
        const std::uint32_t count = uses[kParts[part].base_bit];
        total += count;
        if (count > most) {
            most = count;
            mostly = part;
        }
    }
    return static_cast<std::uint16_t>(total >= kFewUses ? mostly << tokens::kMostlyShift : 0U);
}

std::string WordKindBuilder::build() const {
    std::vector<std::pair<std::uint64_t, std::uint16_t>> kinds;
    for (const auto& [word, count] : counts_) {
        const std::uint64_t hash = learning::hash_bytes(word);
        const std::uint16_t naming =
            count >= kFewOccurrences ? naming_of(facts_.find(hash).bits) : std::uint16_t{0};
        const auto bits = static_cast<std::uint16_t>(grammar_of(word) | mostly_of(word) | naming);
        if (bits != 0) kinds.emplace_back(hash, bits);
    }
    std::sort(kinds.begin(), kinds.end());
    return learning::make_word_classes(std::move(kinds));
}

}  // namespace lede::training
