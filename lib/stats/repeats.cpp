#include "stats/repeats.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "stats/item_reader.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "writing/row_writer.h"

namespace lede::stats {
namespace {

constexpr std::uint32_t kLeastWords = 5;
constexpr std::size_t kTextsOfBoilerplate = 3;

// Folds the letters and digits of words, with a blank between, into an FNV-1a hash.
struct WordHash {
    std::uint64_t value = 0xCBF29CE484222325ULL;
    std::uint32_t words = 0;

    explicit WordHash(std::string_view text, bool is_quote) {
        take(is_quote ? 'q' : 'p');
        bool inside = false;
        const std::string folded = unicode::fold(text);
        for (std::size_t at = 0; at < folded.size();) {
            const utf8::Decoded next = utf8::decode(folded, at);
            const bool part = unicode::is_alphanumeric(next.code_point);
            if (part && !inside) {
                ++words;
                take(' ');
            }
            inside = part;
            for (std::size_t i = 0; part && i < next.size; ++i) take(folded[at + i]);
            at += next.size;
        }
    }

  private:
    void take(char c) { value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL; }
};

bool may_repeat(BlockKind kind) {
    return kind == BlockKind::kParagraph || kind == BlockKind::kBlockquote ||
           kind == BlockKind::kList || kind == BlockKind::kCaption ||
           kind == BlockKind::kBoilerplate;
}

}  // namespace

ArticlePassages passages_of(const Document& document) {
    const Article& article = document.article;
    ArticlePassages found{.id = article.id,
                          .publication = article.publication,
                          .print = duplicates::fingerprint_of(article),
                          .passages = {}};
    std::unordered_set<std::uint64_t> seen;
    const auto add = [&](Span span, bool is_quote, bool is_boilerplate) {
        const std::string_view text = document.text_of(span);
        const WordHash hash(text, is_quote);
        if (hash.words < kLeastWords || !seen.insert(hash.value).second) return;
        Passage& passage = found.passages.emplace_back(
            Passage{is_quote, is_boilerplate, hash.words, hash.value, {}});
        writing::append_collapsed(passage.text, text);
    };
    for (const Quote& quote : document.quotes)
        if (quote.kind != QuoteKind::kIndirect) add(quote.place.span, true, false);
    for (const Block& block : article.blocks)
        if (may_repeat(block.kind)) add(block.span, false, block.kind == BlockKind::kBoilerplate);
    return found;
}

void Repeats::add(ArticlePassages&& article) {
    const auto number = static_cast<std::uint32_t>(ids_.size());
    const auto match = finder_.add(article.print);
    ids_.push_back(std::move(article.id));
    publications_.push_back(std::move(article.publication));
    originals_.push_back(match ? match->original : number);
    for (Passage& passage : article.passages) {
        const auto [before, is_new] = first_.try_emplace(passage.hash, number);
        if (is_new) continue;
        Repeat& repeat = repeats_[passage.hash];
        const auto count = [&](std::uint32_t where) {
            ++repeat.articles;
            repeat.texts.insert(originals_[where]);
            if (!publications_[where].empty()) repeat.publications.insert(publications_[where]);
        };
        if (repeat.articles == 0) {
            repeat.is_quote = passage.is_quote;
            repeat.words = passage.words;
            repeat.first = before->second;
            repeat.text = std::move(passage.text);
            count(before->second);
        }
        repeat.is_boilerplate |= passage.is_boilerplate;
        count(number);
    }
}

std::string_view Repeats::kind_of(const Repeat& repeat) const {
    if (repeat.is_quote) return "quote";
    return repeat.is_boilerplate || repeat.texts.size() >= kTextsOfBoilerplate ? "boilerplate"
                                                                               : "paragraph";
}

Table Repeats::table(const RowFilter& filter) const {
    std::vector<const Repeat*> rows;
    for (const auto& [hash, repeat] : repeats_)
        if (repeat.articles >= filter.min_articles) rows.push_back(&repeat);
    std::sort(rows.begin(), rows.end(), [](const Repeat* a, const Repeat* b) {
        if (a->articles != b->articles) return a->articles > b->articles;
        if (a->words != b->words) return a->words > b->words;
        return std::tie(a->text, a->first, a->is_quote) < std::tie(b->text, b->first, b->is_quote);
    });
    if (filter.top > 0 && filter.top < rows.size()) rows.resize(filter.top);
    Table table;
    table.add_column("kind", false);
    for (const char* name : {"articles", "texts", "publications", "words"})
        table.add_column(name, true);
    table.add_column("first", false);
    table.add_column("text", false);
    for (const Repeat* row : rows)
        table.rows.push_back({std::string(kind_of(*row)), std::to_string(row->articles),
                              std::to_string(row->texts.size()),
                              std::to_string(row->publications.size()), std::to_string(row->words),
                              ids_[row->first], row->text});
    return table;
}

}  // namespace lede::stats
