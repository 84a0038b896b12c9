#include "entities/person_words.h"

namespace lede::entities {
namespace {

constexpr std::uint32_t kLongestTitle = 4;  // tokens

Gender parse_gender(const lexicon::Table& table, std::uint32_t row) {
    if (row >= table.rows()) return Gender::kUnknown;
    const std::string_view cell = table.cell(row, 1);
    if (cell == "m") return Gender::kMasculine;
    return cell == "f" ? Gender::kFeminine : Gender::kUnknown;
}

}  // namespace

PersonWords::PersonWords(const Lexicon& lexicon)
    : given_(lexicon.table("entities/given_names")),
      titles_(lexicon.table("entities/titles")),
      title_phrases_(lexicon.phrases("entities/titles")) {}

Gender PersonWords::title_gender(std::string_view title) const {
    return parse_gender(titles_, titles_.find(title));
}

Gender PersonWords::given_name_gender(std::string_view name) const {
    return parse_gender(given_, given_.find(name));
}

Span PersonWords::title_before(const Document& document, std::uint32_t token) const {
    Span longest;
    for (std::uint32_t k = 1; k <= kLongestTitle && k <= token; ++k) {
        const Span span = cover(document.tokens[token - k].span, document.tokens[token - 1].span);
        if (title_phrases_.lookup(document.text_of(span)) != kNone) longest = span;
    }
    return longest;
}

}  // namespace lede::entities
